/**
 * What a page states, line by line: its own fields and words, and what it prints of other files: verdicts, counted findings and
 * results, and of every work behind it the kind, who paid, and how it stands. That is what a clinician approves. Pure.
 */
import { foldText } from '../../library/passage.ts';
import { entryOf, type EntryOf, type QuestionEntry, type SourceEntry, type TopicEntry } from '../../library/library.ts';
import { collections, type PageCollection } from '../../schema/collections.ts';
import type { SourceId } from '../../schema/id.ts';
import { takenInBy, wordLists } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { sourcesOfPathway } from '../citations.ts';
import { eligibilityOf } from '../eligibility.ts';
import { toEffectGroups } from '../effect/rows.ts';
import type { EvidenceGraph } from '../evidence-graph.ts';
import { filledBody } from '../prose-values.ts';
import { regimensOfIntervention } from '../regimens.ts';

/** What a statement is read off: all of the graph that does not depend on the day. */
export type Stated = Pick<EvidenceGraph, 'library' | 'findings' | 'verdicts' | 'citedByTopic' | 'citedByQuestion' | 'questionsOfTopic'>;

type Fields = Readonly<Record<string, unknown>>;

/** Quotation marks, dashes and line breaks as `validate --fix` may set them do not change what is said. */
const plain = (text: string): string => foldText(text).replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[‐‑]/g, '-');

const nameOf = (item: unknown): string | undefined => {
  const { id } = (item ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' ? id : undefined;
};

/** What says nothing of an item: by what it is found again. */
const unstated: ReadonlySet<string> = new Set(['id', 'aliases', 'anchor']);

/** A value as lines, each with the way to it: `results · death-12m · effect · value: 0.96`. What is empty has none. */
function linesOf(way: readonly string[], value: unknown): string[] {
  if (value === undefined || value === null || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => linesOf([...way, nameOf(item) ?? String(index + 1)], item));
  if (typeof value !== 'object') {
    const name = way.map((step) => plain(step).replace(/: /g, ' ')).join(' · ');
    return [`${name}: ${plain(typeof value === 'string' ? value : JSON.stringify(value))}`];
  }
  return Object.entries(value)
    .filter(([key]) => !unstated.has(key))
    .flatMap(([key, item]) => linesOf([...way, key], item));
}

/** The element around what is worded for one register, which says nothing itself. */
const WRAPPING = /<\w+ for="\w+"\s*>|<\/\w+>/g;

/** A body paragraph by paragraph, named by the register or heading under which each stands. */
function bodyLines(body: string): string[] {
  const counts = new Map<string, number>();
  let part = 'text';
  return body.split(/\n\s*\n/).flatMap((paragraph) => {
    const [, register, heading] = /^\s*(?:<\w+ for="(\w+)"\s*>|#+ (.*))/.exec(paragraph) ?? [];
    part = register ?? heading ?? part;
    const number = (counts.get(part) ?? 0) + 1;
    const lines = linesOf([part, String(number)], paragraph.replace(WRAPPING, '').trim());
    if (lines.length) counts.set(part, number);
    if (/<\/\w+>\s*$/.test(paragraph)) part = 'text';
    return lines;
  });
}

/** How a work behind a page stands: its kind, its date, who paid, and what became of it. */
const standingOf = ({
  kind,
  issued,
  coverage,
  interests,
  retracted,
  withdrawn,
  concern,
  corrected,
  supersededBy,
}: SourceEntry): Fields => ({
  ...{ kind, issued, coverage, interests },
  ...{ retracted, withdrawn, concern, corrected, supersededBy },
});

const worksOf = ({ library }: Stated, ids: Iterable<SourceId>): string[] =>
  [...new Set(ids)].sort().flatMap((id) => {
    const source = library.sources.get(id);
    return source ? linesOf(['work', id], standingOf(source)) : [];
  });

const resultLines = (source: SourceEntry, result: SourceEntry['results'][number]): string[] =>
  linesOf(['result', `${result.id} of ${source.id}`], result);

/** The verdict of a question: each line in words, and who counts. */
function verdictLines({ verdicts }: Stated, id: QuestionEntry['id'], way: readonly string[]): string[] {
  const verdict = verdicts.get(id);
  if (!verdict) return [];
  const lines = verdict.lines.flatMap(({ name, label, word, says }) =>
    linesOf([...way, label || name || 'all'], [word, says].filter(Boolean).join('; ')),
  );
  return [...linesOf(way, verdict.label), ...lines, ...linesOf([...way, 'counted'], verdict.counted.join(', '))];
}

function questionLines(stated: Stated, question: QuestionEntry): string[] {
  const { library } = stated;
  const { vocabulary } = library;
  const { id, pico, outcomes, asks } = question;
  const placed = stated.findings.get(id) ?? [];
  const findings = placed.flatMap(({ source, finding, own, counts, whyNot, narrower, note }) =>
    linesOf(['finding', `${finding.id} of ${source.id}`], {
      ...finding,
      position: own.label,
      counted: counts,
      'why not': whyNot,
      'about less': narrower,
      note,
    }),
  );
  // What its table and its plots print.
  const asked = new Set([pico.intervention, ...takenInBy(vocabulary, pico.intervention), ...(vocabulary.comparison?.given ?? [])]);
  const drawn = [...library.sources.values()].flatMap((source) =>
    source.results
      .filter(({ outcome, arms }) => outcomes.includes(outcome) && arms.some(({ intervention = '' }) => asked.has(intervention)))
      .map((result) => ({ source, result })),
  );
  const rows = asks === 'description' ? [] : toEffectGroups(placed, question, vocabulary).flatMap((group) => group.rows);
  const named = placed.flatMap(({ source, finding }) =>
    source.results.filter((result) => finding.results.includes(result.id)).map((result) => ({ source, result })),
  );
  const results = [...named, ...rows, ...drawn];
  return [
    ...verdictLines(stated, id, ['verdict']),
    ...findings,
    ...results.flatMap(({ source, result }) => resultLines(source, result)),
    ...worksOf(stated, [...placed, ...results].map(({ source }) => source.id).concat(stated.citedByQuestion.get(id) ?? [])),
  ];
}

function topicLines(stated: Stated, topic: TopicEntry): string[] {
  const { library } = stated;
  const questions = (stated.questionsOfTopic.get(topic.id) ?? []).flatMap((id) => {
    const { question, gist, body = '' } = library.questions.get(id) ?? {};
    // What answers it in a list is its gist, else what it begins to tell everybody.
    const answer = gist ?? bodyLines(filledBody(library, body)).filter((line) => line.startsWith('public · '));
    return [...linesOf(['question', id], { question, answer }), ...verdictLines(stated, id, ['question', id, 'verdict'])];
  });
  const criteria = [...eligibilityOf(library, topic.criteria, stated.questionsOfTopic.get(topic.id))].flatMap(([group, rows]) =>
    rows.flatMap(({ source, findings }) => findings.flatMap((finding) => linesOf([group, `${finding.id} of ${source.id}`], finding))),
  );
  const regimens = topic.regimens.flatMap((intervention) =>
    regimensOfIntervention(library, intervention).flatMap((row) => linesOf(['given', intervention, row.source.id], row.regimens)),
  );
  return [...questions, ...criteria, ...regimens, ...worksOf(stated, stated.citedByTopic.get(topic.id) ?? [])];
}

/** What a page of each collection prints of other files. */
const others: { readonly [C in PageCollection]: (stated: Stated, entry: EntryOf<C>) => string[] } = {
  question: questionLines,
  topic: topicLines,
  source: (stated, { restsOn }) =>
    worksOf(
      stated,
      restsOn.flatMap(({ source }) => source ?? []),
    ),
  pathway: (stated, entry) => worksOf(stated, sourcesOfPathway(entry)),
  term: (stated, { from, source }) => worksOf(stated, [...from.map((carrier) => carrier.source), ...(source ? [source] : [])]),
};

/** What the words of the vocabulary that stand in these lines are called. */
function wordLines({ library: { vocabulary } }: Stated, lines: readonly string[]): string[] {
  const used = new Set(lines.map((line) => line.slice(line.indexOf(': ') + 2)));
  return wordLists.flatMap((list) =>
    Object.keys(vocabulary[list])
      .filter((word) => used.has(word))
      .flatMap((word) => linesOf(['word', list, word], labelOf(vocabulary[list], word))),
  );
}

/**
 * The statement of a page, e.g. `statementOf(graph, 'term', 'phlegmasia')`: one line for each thing that it states, each with the way
 * to it and once, ending in a line feed. The same for as long as the page says the same: order of files and keys, days, links and
 * what is empty are free. Undefined for a page that is not there.
 */
export function statementOf(stated: Stated, collection: PageCollection, id: string): string | undefined {
  const entry = entryOf(stated.library, collection, id);
  if (!entry) return undefined;
  const fields = entry as unknown as Fields & { readonly body?: string };
  const own = (collections[collection].approved as readonly string[])
    .filter((name) => name !== 'body')
    .flatMap((name) => linesOf([name], fields[name]));
  const body = collection === 'source' ? (fields.body ?? '') : filledBody(stated.library, fields.body ?? '');
  const lines = [...own, ...bodyLines(body), ...(others[collection] as (stated: Stated, entry: unknown) => string[])(stated, entry)];
  return `${[...new Set([...lines, ...wordLines(stated, lines)])].join('\n')}\n`;
}

/** Words of a statement that a clinician reads: of each line what it says, not the way to it. */
export const wordsIn = (statement: string): number =>
  statement.split('\n').reduce(
    (sum, line) =>
      sum +
      line
        .slice(line.indexOf(': ') + 2)
        .split(' ')
        .filter(Boolean).length,
    0,
  );

/** Words that somebody reads in a minute who holds each beside its source: our estimate, which nobody has timed. */
export const WORDS_A_MINUTE = 100;

/** How long it takes to approve so many words, in minutes and never less than five, e.g. `minutesFor(1240) === 15`. */
export const minutesFor = (words: number): number => Math.max(5, Math.ceil(words / WORDS_A_MINUTE / 5) * 5);
