/** What is weak in the library and still no mistake: found in the graph, kind by kind, the heaviest first. Pure; prints nothing. */
import { entriesOf, type EntryOf } from '../library/library.ts';
import { approvedCollections, collections, type ApprovedCollection } from '../schema/collections.ts';
import { buildDependents } from './dependents.ts';
import type { EditorialInput, Flawed } from './desk.ts';
import { interestOnly, tertiaryOnly } from './question-flaws.ts';
import { ended, oneReference, peopleless, sourcesWhere, unanchored, unlooked, unresolved, withdrawn } from './source-flaws.ts';
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
  readonly find: (desk: EditorialInput) => Flawed[];
}

const overdue = ({ graph: { freshness, asOf } }: EditorialInput): Flawed[] =>
  approvedCollections.flatMap((collection) =>
    [...freshness[collections[collection].many]].flatMap(([id, { due }]) =>
      due < asOf ? [{ collection, id, says: `Its review was due on ${dateInWords(due)}.` } as Flawed] : [],
    ),
  );

function orphaned(desk: EditorialInput): Flawed[] {
  const { library, usedIn, findings, pagesOfTerm } = desk.graph;
  const sources = sourcesWhere(desk, ({ id, findings: own }) => {
    if (own.length) return undefined;
    const used = usedIn.get(id)?.length ?? 0;
    return used ? 'It addresses no question.' : 'It addresses no question, and no page uses it.';
  });
  const questions = [...library.questions.values()].flatMap(({ id, topics }): Flawed[] => {
    if (!topics.some((topic) => library.topics.has(topic)))
      return [{ collection: 'question', id, says: 'No topic that readers get lists it.' }];
    return findings.get(id)?.length ? [] : [{ collection: 'question', id, says: 'No source addresses it.' }];
  });
  const terms = [...pagesOfTerm].flatMap(([id, pages]): Flawed[] =>
    pages.length ? [] : [{ collection: 'term', id, says: 'No page uses the word.' }],
  );
  return [...sources, ...questions, ...terms];
}

/** Questions that do not say how far they were looked into. */
const unsearched = ({ graph: { library } }: EditorialInput): Flawed[] =>
  [...library.questions.values()].flatMap(({ id, searched }) =>
    searched ? [] : [{ collection: 'question', id, says: 'It tells no search.' }],
  );

/** Terms whose definition rests on nothing that is held here. */
const undefinedBy = ({ graph: { library } }: EditorialInput): Flawed[] =>
  [...library.terms.values()].flatMap(({ id, from, source }) =>
    from.length || source ? [] : [{ collection: 'term', id, says: 'Its definition has no source.' }],
  );

/** What a draft still needs; only a source says what is left to do. */
function leftToDo(entry: EntryOf<ApprovedCollection>): string {
  if (!('todo' in entry)) return 'It is a draft: readers do not get it.';
  return entry.todo.length ? `${formatCount(entry.todo.length, 'thing')} left to do.` : 'Nothing is left to do: it can be submitted.';
}

const drafts = (desk: EditorialInput): Flawed[] =>
  approvedCollections.flatMap((collection) =>
    entriesOf(desk.drafts, collection).map((entry) => ({ collection, id: entry.id, says: leftToDo(entry) }) as Flawed),
  );

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
    name: 'absence-not-looked-for',
    label: 'Absences not looked for',
    says: 'The source is said to leave something out, and no machine has searched its text for it: pages print “not checked”.',
    way: 'Search it with `npm run validate -- --snapshots DIR --record`, set `checked: text`, or say what the source does report.',
    find: unlooked,
  },
  {
    name: 'people-not-stated',
    label: 'Results without people',
    says: 'Nobody can tell how many people stand behind a number.',
    way: 'Look for the total in the whole text, and write it into the arms or under `people`.',
    find: peopleless,
  },
  {
    name: 'not-searched',
    label: 'Questions without a search',
    says: 'It does not say until when, where and for what we looked, so it cannot say that something was not found.',
    way: 'Search, and write it down under `searched`.',
    find: unsearched,
  },
  {
    name: 'definition-without-source',
    label: 'Definitions without a source',
    says: 'The definition is general medical language, and its page says so.',
    way: 'Name under `from` a source with a digest here that carries it, with its place.',
    find: undefinedBy,
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
export type Flaw = Flawed & { readonly weight: number };

/** All flaws by kind, each kind with a row even if an empty one; within a kind the heaviest first, then in order of collection and id. */
export function buildFlaws(desk: EditorialInput): (FlawKind & { readonly flaws: readonly Flaw[] })[] {
  const dependents = buildDependents(desk.graph);
  return flawKinds.map((kind) => ({
    ...kind,
    flaws: kind
      .find(desk)
      .map((hit): Flaw => ({ ...hit, weight: dependents(hit).size }))
      .sort((a, b) => b.weight - a.weight || (`${a.collection}/${a.id}` < `${b.collection}/${b.id}` ? -1 : 1)),
  }));
}
