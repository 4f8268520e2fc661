/** What is weak in the library and still no mistake: found in the graph, kind by kind, the heaviest first. Pure; prints nothing. */
import { buildDependents } from './dependents.ts';
import type { Desk, Hit } from './desk.ts';
import { interestOnly, tertiaryOnly } from './question-flaws.ts';
import { ended, oneReference, sourcesWhere, unanchored, unresolved, withdrawn } from './source-flaws.ts';
import { unlocated } from './unlocated.ts';
import { formatCount } from '../words/phrase.ts';
import { dateInWords } from '../words/date.ts';

export interface FlawKind {
  /** Permanent name, e.g. `tertiary-only`. */
  readonly name: string;
  readonly label: string;
  /** What it means for a reader, as a sentence. */
  readonly says: string;
  /** The way out, as a sentence. */
  readonly way: string;
  readonly find: (desk: Desk) => Hit[];
}

function overdue({ graph: { freshness, asOf } }: Desk): Hit[] {
  const late = <Id>(due: ReadonlyMap<Id, { readonly due: string }>): [Id, string][] =>
    [...due].flatMap(([id, { due: day }]): [Id, string][] => (day < asOf ? [[id, `Its review was due on ${dateInWords(day)}.`]] : []));
  return [
    ...late(freshness.sources).map(([id, says]): Hit => ({ noun: 'source', id, says })),
    ...late(freshness.questions).map(([id, says]): Hit => ({ noun: 'question', id, says })),
    ...late(freshness.topics).map(([id, says]): Hit => ({ noun: 'topic', id, says })),
    ...late(freshness.pathways).map(([id, says]): Hit => ({ noun: 'pathway', id, says })),
  ];
}

function orphaned(desk: Desk): Hit[] {
  const { library, usedIn, findings, pagesOfTerm } = desk.graph;
  const sources = sourcesWhere(desk, ({ id, findings: own }) => {
    if (own.length) return undefined;
    const used = usedIn.get(id)?.length ?? 0;
    return used ? 'It addresses no question.' : 'It addresses no question, and no page uses it.';
  });
  const questions = [...library.questions.values()].flatMap(({ id, topics }): Hit[] => {
    if (!topics.some((topic) => library.topics.has(topic))) return [{ noun: 'question', id, says: 'No topic that readers get lists it.' }];
    return findings.get(id)?.length ? [] : [{ noun: 'question', id, says: 'No source addresses it.' }];
  });
  const terms = [...pagesOfTerm].flatMap(([id, pages]): Hit[] =>
    pages.length ? [] : [{ noun: 'term', id, says: 'No page uses the word.' }],
  );
  return [...sources, ...questions, ...terms];
}

function drafts({ drafts: { sources, questions, topics, pathways } }: Desk): Hit[] {
  const begun = 'It is a draft: readers do not get it.';
  return [
    ...[...sources.values()].map(({ id, todo }): Hit => ({
      noun: 'source',
      id,
      says: todo.length ? `${formatCount(todo.length, 'thing')} left to do.` : 'Nothing is left to do: it can be submitted.',
    })),
    ...[...questions.keys()].map((id): Hit => ({ noun: 'question', id, says: begun })),
    ...[...topics.keys()].map((id): Hit => ({ noun: 'topic', id, says: begun })),
    ...[...pathways.keys()].map((id): Hit => ({ noun: 'pathway', id, says: begun })),
  ];
}

/** Every kind of flaw, the gravest first. */
export const flawKinds: readonly FlawKind[] = [
  {
    name: 'withdrawn',
    label: 'Withdrawn, doubted or replaced, and still used',
    says: 'A page leans on a work that was retracted, withdrawn or doubted by its editors, or on advice that its publisher has replaced.',
    way: 'Digest the successor, move the findings to it, and cite that.',
    find: withdrawn,
  },
  {
    name: 'overdue',
    label: 'Overdue',
    says: 'The day by which somebody had to look again has passed.',
    way: 'Read the work or the page again and set the day on which you did.',
    find: overdue,
  },
  {
    name: 'trial-ended',
    label: 'Trial whose result is not read',
    says: 'A trial recorded as pending was to be complete by now, or its result was announced.',
    way: 'Look it up in its registry; add the results as a source, or correct the expected end.',
    find: ended,
  },
  {
    name: 'interest-only',
    label: 'Answered by interested parties alone',
    says: 'Everything that counts towards the verdict was paid for by industry.',
    way: 'Look for an independent study, or say in the answer that there is none.',
    find: interestOnly,
  },
  {
    name: 'tertiary-only',
    label: 'Answered by summaries alone',
    says: 'No study of patients and no appraisal of one addresses the question.',
    way: 'Follow the chain of what the summaries rest on, and digest what stands at its end.',
    find: tertiaryOnly,
  },
  {
    name: 'unresolved',
    label: 'Citations that do not add up',
    says: 'The work cites what cannot be found, or not where it says.',
    way: 'Look for a later version, ask the publisher, or leave the explanation that the page prints.',
    find: unresolved,
  },
  {
    name: 'one-reference',
    label: 'Resting on one reference',
    says: 'More than half of what the work cites is one and the same reference.',
    way: 'Digest that reference, so that readers see what it is.',
    find: oneReference,
  },
  {
    name: 'without-locator',
    label: 'Without a place in the source',
    says: 'A finding, a number or a step does not say where in the work it stands.',
    way: 'Add `locator` with the heading, table, paragraph or page.',
    find: unlocated,
  },
  {
    name: 'unanchored',
    label: 'Not tied to a passage',
    says: 'No machine can tell whether the work still says so.',
    way: 'Make an anchor with `npm run anchor`, and record it with `npm run validate -- --snapshots DIR --record`.',
    find: unanchored,
  },
  {
    name: 'orphaned',
    label: 'Orphaned entries',
    says: 'No question, topic or page leads to it.',
    way: 'Add a finding, a topic or the word itself where it belongs, or take the entry out.',
    find: orphaned,
  },
  {
    name: 'draft',
    label: 'Drafts',
    says: 'Begun, and not yet for readers.',
    way: 'Work through `todo` in the file, then set `status: submitted`.',
    find: drafts,
  },
];

/** A hit with the number of pages that depend on the entry. */
export type Flaw = Hit & { readonly weight: number };

/** All flaws by kind, each kind with a row even if an empty one; within a kind the heaviest first, then in order of noun and id. */
export function buildFlaws(desk: Desk): (FlawKind & { readonly flaws: readonly Flaw[] })[] {
  const dependents = buildDependents(desk.graph);
  return flawKinds.map((kind) => ({
    ...kind,
    flaws: kind
      .find(desk)
      .map((hit): Flaw => ({ ...hit, weight: dependents(hit).size }))
      .sort((a, b) => b.weight - a.weight || (`${a.noun}/${a.id}` < `${b.noun}/${b.id}` ? -1 : 1)),
  }));
}
