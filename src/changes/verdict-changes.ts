/** What follows from the other changes: verdicts that moved, findings that count otherwise, pages that went stale or fresh. */
import type { EvidenceGraph, Freshness, PageRef, PlacedFinding, Verdict } from '../evidence/evidence-graph.ts';
import { sourceName } from '../evidence/source-name.ts';
import type { Change } from './change.ts';
import { pairMaps } from './pairing.ts';
import { reachOfQuestion, reachOfSource } from './reach.ts';
import type { Sides } from './side.ts';
import { isSame } from './words.ts';

const nameOf = ({ name }: Verdict): string => (name === 'count' ? 'a count alone' : name.replace('-', ' '));
const inWords = ({ label, because }: Verdict): string => `${label}: ${because}`;
const keyOf = ({ source, finding }: PlacedFinding): string => `${source.id} ${JSON.stringify(finding)}`;

function verdictChanges(sides: Sides): Change[] {
  const { before, after } = sides;
  return [...after.graph.library.questions.values()].flatMap(({ id, short, file }): Change[] => {
    const was = before.graph.verdicts.get(id);
    const is = after.graph.verdicts.get(id);
    if (!was || !is || (was.name === is.name && isSame(was.counted, is.counted) && was.studies === is.studies)) return [];
    const base = { file, subject: short, before: inWords(was), after: inWords(is), reaches: reachOfQuestion(sides, id) };
    return was.name === is.name
      ? [{ ...base, kind: 'verdict-base', says: `still: ${nameOf(is)}` }]
      : [{ ...base, kind: 'verdict-moved', says: 'verdict', tally: `from ${nameOf(was)} to ${nameOf(is)}` }];
  });
}

function weightChanges(sides: Sides): Change[] {
  return [...sides.after.graph.findings].flatMap(([id, placed]) => {
    const old = new Map((sides.before.graph.findings.get(id) ?? []).map((one) => [keyOf(one), one]));
    const short = sides.after.graph.library.questions.get(id)?.short ?? id;
    return placed.flatMap((now): Change[] => {
      const was = old.get(keyOf(now));
      if (!was || was.counts === now.counts) return [];
      const counts = ({ whyNot }: PlacedFinding): string => whyNot ?? 'It counts towards the verdict.';
      return [
        {
          kind: 'finding-weight',
          file: now.source.file,
          subject: sourceName(now.source),
          says: `finding on “${short}”: ${now.counts ? 'counts now' : 'no longer counts'}`,
          before: counts(was),
          after: counts(now),
          reaches: reachOfQuestion(sides, id),
        },
      ];
    });
  });
}

interface Shelf {
  readonly name: keyof EvidenceGraph['freshness'];
  readonly of: (sides: Sides, id: never) => Pick<Change, 'file' | 'subject' | 'reaches'>;
}

const self = (ref: PageRef): PageRef[] => [ref];

const shelves: readonly Shelf[] = [
  {
    name: 'sources',
    of: (sides, id) => {
      const source = sides.after.graph.library.sources.get(id);
      return { file: source?.file ?? '', subject: source ? sourceName(source) : id, reaches: reachOfSource(sides, id) };
    },
  },
  {
    name: 'questions',
    of: (sides, id) => {
      const question = sides.after.graph.library.questions.get(id);
      return { file: question?.file ?? '', subject: question?.short ?? id, reaches: reachOfQuestion(sides, id) };
    },
  },
  {
    name: 'topics',
    of: (sides, id) => {
      const topic = sides.after.graph.library.topics.get(id);
      return { file: topic?.file ?? '', subject: topic?.title ?? id, reaches: self({ collection: 'topic', id }) };
    },
  },
  {
    name: 'pathways',
    of: (sides, id) => {
      const pathway = sides.after.graph.library.pathways.get(id);
      return { file: pathway?.file ?? '', subject: pathway?.title ?? id, reaches: self({ collection: 'pathway', id }) };
    },
  },
];

const stateWords = ({ state, reasons }: Freshness): string => reasons[0] ?? state;

function freshnessChanges(sides: Sides): Change[] {
  return shelves.flatMap(({ name, of }) => {
    const [was, is]: ReadonlyMap<string, Freshness>[] = [sides.before.graph.freshness[name], sides.after.graph.freshness[name]];
    const both = pairMaps(
      new Map([...(was ?? [])].map(([id, state]) => [id, { id, state }])),
      new Map([...(is ?? [])].map(([id, state]) => [id, { id, state }])),
    );
    return both.pairs
      .filter(({ before, after }) => before.state.state !== after.state.state)
      .map(({ before, after }): Change => {
        const kind = after.state.state === 'fresh' ? 'staleness-lost' : 'staleness-gained';
        const says = `${before.state.state} → ${after.state.state}`;
        return { ...of(sides, after.id as never), kind, says, before: stateWords(before.state), after: stateWords(after.state) };
      });
  });
}

/** Everything that nobody typed and that follows all the same. */
export const derivedChanges = (sides: Sides): Change[] => [...verdictChanges(sides), ...weightChanges(sides), ...freshnessChanges(sides)];
