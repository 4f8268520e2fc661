/** What follows from other changes: counts that moved, findings that count otherwise, pages that went stale, pathways that decide otherwise. */
import { isByOneOf } from '../evidence/approval/judge.ts';
import type { Freshness, PlacedFinding, Verdict } from '../evidence/evidence-graph.ts';
import { evaluate } from '../evidence/pathway/evaluate.ts';
import { accountFor, lint } from '../evidence/pathway/lint.ts';
import { answersAt, buildSpace, sizeOf } from '../evidence/pathway/space.ts';
import { entriesOf, type PathwayEntry } from '../library/library.ts';
import { approvedCollections, collections } from '../schema/collections.ts';
import type { Change } from './change.ts';
import { baseOf, type Base } from './entries.ts';
import { isSame } from './values.ts';
import type { Versions } from './versions.ts';

const countWords = ({ label, because, lines }: Verdict): string => (lines.some(({ word }) => word) ? because : `${label}: ${because}`);

function countChanges(versions: Versions): Change[] {
  return [...versions.after.graph.library.questions.values()].flatMap((question): Change[] => {
    const was = versions.before.graph.verdicts.get(question.id);
    const is = versions.after.graph.verdicts.get(question.id);
    if (!was || !is || (isSame(was.lines, is.lines) && isSame(was.counted, is.counted) && was.studies === is.studies)) return [];
    const sides = { before: countWords(was), after: countWords(is) };
    const [kind, says] = isSame(was.lines, is.lines)
      ? (['count-base', 'still the same count'] as const)
      : (['count-moved', question.asks === 'recommendation' ? 'verdict' : 'count'] as const);
    return [{ ...baseOf(versions, 'question', question), ...sides, kind, says }];
  });
}

const findingKey = ({ source, finding }: PlacedFinding): string => `${source.id} ${JSON.stringify(finding)}`;
const countsWords = ({ whyNot }: PlacedFinding): string => whyNot ?? 'It is counted.';

function weightChanges(versions: Versions): Change[] {
  return [...versions.after.graph.library.questions.values()].flatMap((question) => {
    const { id, short } = question;
    const old = new Map((versions.before.graph.findings.get(id) ?? []).map((one) => [findingKey(one), one]));
    return (versions.after.graph.findings.get(id) ?? []).flatMap((now): Change[] => {
      const was = old.get(findingKey(now));
      if (!was || was.counts === now.counts) return [];
      const { file, subject } = baseOf(versions, 'source', now.source);
      const says = `finding on “${short}”: ${now.counts ? 'counts now' : 'no longer counts'}`;
      const sides = { before: countsWords(was), after: countsWords(now) };
      return [{ kind: 'finding-weight', file, subject, says, ...sides, reaches: baseOf(versions, 'question', question).reaches }];
    });
  });
}

const stateWords = ({ state, reasons }: Freshness): string => reasons[0] ?? state;

function freshnessChanges(versions: Versions): Change[] {
  return approvedCollections.flatMap((collection) => {
    const stateIn = (graph: Versions['after']['graph']): ReadonlyMap<string, Freshness> => graph.freshness[collections[collection].many];
    return entriesOf(versions.after.graph.library, collection).flatMap((entry): Change[] => {
      const was = stateIn(versions.before.graph).get(entry.id);
      const is = stateIn(versions.after.graph).get(entry.id);
      if (!was || !is || was.state === is.state) return [];
      const kind = is.state === 'fresh' ? 'staleness-lost' : 'staleness-gained';
      const says = `${was.state} → ${is.state}`;
      return [{ ...baseOf(versions, collection, entry), kind, says, before: stateWords(was), after: stateWords(is) }];
    });
  });
}

/** Approvals that do not hold as they stand, or that are by a person or key which comes with the change itself. */
function approvalChanges({ before, after }: Versions): Change[] {
  const { people, site } = after.graph.library;
  return [...after.graph.approvals.values()].flatMap(({ approval, says, state }): Change[] => {
    const early = isByOneOf(people, approval, site.name) && !isByOneOf(before.graph.library.people, approval, site.name);
    const known = before.graph.approvals.get(approval.id)?.says === says;
    const why = early
      ? 'signed by a person or with a key that comes with this change: it does not count'
      : state === 'expired' || known
        ? ''
        : says;
    return why ? [{ kind: 'step-forbidden', file: approval.file, subject: approval.id, says: why, reaches: [] }] : [];
  });
}

/** Everything that nobody typed and that follows all the same. */
export const derivedChanges = (versions: Versions): Change[] => [
  ...countChanges(versions),
  ...weightChanges(versions),
  ...freshnessChanges(versions),
  ...approvalChanges(versions),
];

/** The outcome of a case as its reader sees it. */
function outcomeOf(pathway: PathwayEntry, answers: Parameters<typeof evaluate>[1]): string {
  const { reading } = evaluate(pathway, answers);
  if (reading.kind !== 'outcome') return reading.kind;
  return pathway.outcomes.find(({ id }) => id === reading.outcome)?.label ?? reading.outcome;
}

/** Flaws by name, each with whether the file answers for it. */
const flawsOf = (pathway: PathwayEntry): Map<string, string> =>
  new Map(
    accountFor(lint(pathway), pathway.acknowledged).hits.map(({ hit, acknowledged }) => [
      `${hit.lint} ${hit.about}`,
      `${hit.says} ${acknowledged ? 'The page says so.' : 'Nothing on the page answers for it.'}`,
    ]),
  );

/** In how many cases a pathway decides otherwise, over every case that the rules of either version tell apart, and which flaws came or went. */
export function decisionChanges(base: Base, before: PathwayEntry, after: PathwayEntry): Change[] {
  const rules = [...before.rules, ...after.rules];
  const space = buildSpace({ inputs: after.inputs, rules, constraints: [...before.constraints, ...after.constraints] });
  const cases = Array.from({ length: sizeOf(space) }, (_, index) => answersAt(space, index));
  const differ = cases.filter((answers) => outcomeOf(before, answers) !== outcomeOf(after, answers)).length;
  const [old, now] = [flawsOf(before), flawsOf(after)];
  const only = (flaws: Map<string, string>, others: Map<string, string>) => [...flaws].filter(([name]) => !others.has(name));
  return [
    ...(differ ? [{ ...base, kind: 'pathway-decides' as const, says: `another outcome in ${differ} of ${cases.length} cases` }] : []),
    ...only(now, old).map(([, says]) => ({ ...base, kind: 'pathway-flaw-gained' as const, says: 'new flaw', after: says })),
    ...only(old, now).map(([, says]) => ({ ...base, kind: 'pathway-flaw-lost' as const, says: 'flaw gone', before: says })),
  ];
}
