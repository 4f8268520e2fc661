/** News: what came, changed and went here and when, and what became of the works themselves. All of it follows from dates in content. */
import type { Library, QuestionEntry, SourceEntry } from '../library/library.ts';
import type { ItemChange } from '../schema/history.ts';
import { approvalOf } from './approval/judge.ts';
import type { EvidenceGraph } from './evidence-graph.ts';
import type { QuestionId } from '../schema/id.ts';
import type { ItemListName } from './former-items.ts';

/** What can be told, the gravest first: the order within one day. */
export const happenings = [
  'retracted',
  'withdrawn',
  'concern',
  'superseded',
  'corrected',
  'changed',
  'taken-out',
  'added',
  'updated',
  'approved',
  'rewritten',
  'new-source',
] as const;
export type Happening = (typeof happenings)[number];

/** One finding or result that moved. */
export interface Move {
  readonly list: ItemListName;
  readonly how: 'changed' | 'taken-out' | 'added';
  /** Its name in the history; by its number for what was gone before names came. */
  readonly name: string;
  /** The item, where it is still there. */
  readonly item: SourceEntry[ItemListName][number] | undefined;
  readonly changes: readonly ItemChange[];
  /** Questions that it speaks on. */
  readonly questions: readonly QuestionId[];
}

export interface Update {
  /** As precise as known: `2024`, `2024-03` or `2024-03-27`. */
  readonly on: string;
  readonly what: Happening;
  /** The source, or for a rewritten answer none. */
  readonly source: SourceEntry | undefined;
  readonly question: QuestionEntry | undefined;
  /** The work that took its place. */
  readonly by?: SourceEntry;
  readonly moves: readonly Move[];
  readonly touches: readonly QuestionId[];
}

const lists = ['findings', 'results'] as const;

/** Questions of a source as far as they are here. */
const questionsOf = ({ questions }: Library, ids: Iterable<QuestionId>): QuestionId[] =>
  [...new Set(ids)].filter((id) => questions.has(id));

function questionsOfItem(library: Library, source: SourceEntry, item: SourceEntry[ItemListName][number]): QuestionId[] {
  if ('question' in item) return questionsOf(library, [item.question]);
  const carried = source.findings.filter(({ results }) => results.includes(item.id)).map(({ question }) => question);
  const asking = source.findings.filter(({ question }) => library.questions.get(question)?.outcomes.includes(item.outcome));
  return questionsOf(library, [...carried, ...asking.map(({ question }) => question)]);
}

/** Day on which a source came: that of its first finding or result, else the day on which we read it. */
export function cameOn({ histories }: Library, source: SourceEntry): string {
  const { findings = [], results = [] } = histories.get(source.id) ?? {};
  return [...findings, ...results].map(({ since }) => since).sort()[0] ?? source.retrieved;
}

/** What moved in the findings and results of a source, by day; what came with the source itself is left out. */
function movesOf(library: Library, source: SourceEntry): Map<string, Move[]> {
  const days = new Map<string, Move[]>();
  const came = cameOn(library, source);
  const put = (on: string, move: Move): unknown => days.set(on, [...(days.get(on) ?? []), move]);
  for (const list of lists)
    for (const row of library.histories.get(source.id)?.[list] ?? []) {
      const item = source[list].find(({ id, aliases }) => row.id !== undefined && [id, ...aliases].includes(row.id));
      const questions = item ? questionsOfItem(library, source, item) : questionsOf(library, row.question ? [row.question] : []);
      const name = row.id ?? String(row.was);
      const move = { list, name, item: row.removed ? undefined : item, questions, changes: [] };
      if (row.since > came && row.since !== row.removed?.on) put(row.since, { ...move, how: 'added' });
      for (const [on, changes] of Map.groupBy(row.changes, (change) => change.on)) put(on, { ...move, how: 'changed', changes });
      if (row.removed && row.since !== row.removed.on) put(row.removed.on, { ...move, how: 'taken-out' });
    }
  return days;
}

function updatesOf(source: SourceEntry, library: Library, approvals: EvidenceGraph['approvals']): Update[] {
  const successor = source.supersededBy && library.sources.get(source.supersededBy);
  const touches = questionsOf(
    library,
    source.findings.map(({ question }) => question),
  );
  const told = (on: string, what: Happening): Update => ({ on, what, source, question: undefined, moves: [], touches });
  const moved = [...movesOf(library, source)].map(([on, moves]): Update => {
    const how = (['changed', 'taken-out', 'added'] as const).find((one) => moves.some((move) => move.how === one)) ?? 'changed';
    return { ...told(on, how), moves, touches: [...new Set(moves.flatMap(({ questions }) => questions))] };
  });
  const approved = approvalOf({ approvals }, 'source', source.id);
  const dated: (Update | undefined)[] = [
    source.retracted && told(source.retracted.on, 'retracted'),
    source.withdrawn && told(source.withdrawn.on, 'withdrawn'),
    source.concern && told(source.concern.on, 'concern'),
    successor ? { ...told(successor.issued, 'superseded'), by: successor } : undefined,
    source.corrected && told(source.corrected.on, 'corrected'),
    ...moved,
    source.updated && source.updated !== source.issued ? told(source.updated, 'updated') : undefined,
    approved?.state === 'holds' ? told(approved.approval.on, 'approved') : undefined,
    told(cameOn(library, source), 'new-source'),
  ];
  return dated.filter((one): one is Update => one !== undefined && one.on !== 'undated');
}

/** A question was rewritten where it was changed after the first finding on it had come. */
function rewritten(library: Library, question: QuestionEntry): Update[] {
  const first = [...library.sources.values()]
    .filter(({ findings }) => findings.some((finding) => finding.question === question.id))
    .map((source) => cameOn(library, source))
    .sort()[0];
  if (first === undefined || question.updated <= first) return [];
  return [{ on: question.updated, what: 'rewritten', source: undefined, question, moves: [], touches: [question.id] }];
}

const nameOf = ({ source, question }: Update): string => source?.id ?? question?.id ?? '';

/** Newest first; what is known to the year alone comes after the months of that year, and one day goes by gravity, then by id. */
export const buildUpdates = (library: Library, approvals: EvidenceGraph['approvals'] = new Map()): Update[] =>
  [
    ...[...library.sources.values()].flatMap((source) => updatesOf(source, library, approvals)),
    ...[...library.questions.values()].flatMap((question) => rewritten(library, question)),
  ].sort((a, b) => {
    if (a.on !== b.on) return a.on < b.on ? 1 : -1;
    return happenings.indexOf(a.what) - happenings.indexOf(b.what) || (nameOf(a) < nameOf(b) ? -1 : 1);
  });

/** Trials whose results we have not read, running, ended or only planned, in order of expected end; those that name none come last. */
export const pendingTrials = (library: Library): SourceEntry[] =>
  [...library.sources.values()]
    .filter(({ kind, pending }) => pending !== undefined || kind === 'trial-protocol')
    .sort((a, b) => {
      const end = ({ pending }: SourceEntry): string => pending?.completion ?? 'undated';
      return end(a) === end(b) ? (a.id < b.id ? -1 : 1) : end(a) < end(b) ? -1 : 1;
    });
