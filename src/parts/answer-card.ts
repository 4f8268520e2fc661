/** The answer of a question on its first screen: one sentence, then a row for each source that counts, six at most. From the data alone. */
import { mayMeet } from '../evidence/comparability.ts';
import type { EvidenceGraph, PlacedFinding, VerdictLine } from '../evidence/evidence-graph.ts';
import type { Position, PositionName } from '../evidence/position.ts';
import { authorName, citationAuthor, sourceYear } from '../evidence/source-name.ts';
import type { QuestionEntry, SourceEntry } from '../library/library.ts';
import { toSummary, type SummaryRow } from './summary-of-findings.ts';
import { findingUrl } from './urls.ts';

/** What one source says, e.g. `NICE NG158 · 2020 · Suggests · Consider CDT: under 14 days, low bleeding risk`; of an effect, one outcome with its numbers. */
export interface AnswerRow {
  readonly href: string;
  readonly who: string;
  /** The year of the source; of an outcome its time and people. */
  readonly aside: string;
  /** Badge; none where the question asks for no position. */
  readonly position: Position | undefined;
  readonly says: string;
}

/** The rows of one situation of the question, under what they come to. */
export interface AnswerGroup {
  readonly label: string;
  readonly says: string;
  /** Whether its rows are outcomes with their numbers. */
  readonly numbers: boolean;
  readonly rows: readonly AnswerRow[];
}

export interface AnswerCard {
  /** The answer in one sentence; empty where nobody wrote it. */
  readonly gist: string;
  readonly groups: readonly AnswerGroup[];
  /** How many more sources or outcomes there are than rows, e.g. for `3 more`. */
  readonly more: number;
  /** Where on its page they stand: the sources, or the numbers. */
  readonly rest: '#findings' | '#numbers';
}

/** Rows on a phone's first screen; what else stands there leaves room for fewer. */
const MOST_ROWS = 6;
const FEWEST_ROWS = 3;

/** Who advises stands before who advises against, the firmer before the weaker. */
const order: readonly PositionName[] = [
  'recommends',
  'suggests',
  'advises',
  'permits',
  'only-in-research',
  'suggests-against',
  'advises-against',
  'recommends-against',
];
/** A leaflet comes after the guidance that it retells. */
const rank = ({ position, source }: PlacedFinding): number =>
  ((order.indexOf(position.name) + order.length + 1) % (order.length + 1)) + (source.kind === 'guidance-public' ? 0.5 : 0);

/** As clinicians call it, e.g. `CHEST`, `NICE NG158`, `ATTRACT`; its authors where it has no such name. */
function calledIn(source: SourceEntry): string {
  const [first] = source.authors ?? [];
  if (!source.shortTitle) return citationAuthor(source);
  return first && 'organisation' in first && !source.shortTitle.startsWith(authorName(first))
    ? `${authorName(first)} ${source.shortTitle}`
    : source.shortTitle;
}

const toRow = ({ source, finding, position }: PlacedFinding, asks: QuestionEntry['asks']): AnswerRow => ({
  href: findingUrl(source.id, finding),
  who: calledIn(source),
  aside: sourceYear(source),
  position: asks === 'recommendation' ? position : undefined,
  says: finding.gist ?? finding.says,
});

/** One row a voice on one intervention, the first that it has: papers of one study are one, and guidance with its leaflet. */
const oneEach = (all: readonly PlacedFinding[]): PlacedFinding[] =>
  [
    ...new Map(all.toReversed().map((one) => [JSON.stringify([one.studies, one.finding.intervention, one.finding.device]), one])).values(),
  ].reverse();

/**
 * An outcome with its numbers, e.g. `Without 28, with 18 of 100; risk ratio 0.65 (0.45 to 0.94)`; where the others were given something
 * else, that is named beside. What we worked out is `ours`.
 */
const toEffectRow = ({ href, outcome, detail, position, added, ...row }: SummaryRow): AnswerRow => {
  // Of several studies side by side the range of the estimates says more than two ranges of shares.
  const [others, those] = added ? ['Without', 'with'] : ['Others', 'with it'];
  const both = row.shares ? `${others} ${row.without.replace(/ of 100$/, '')}, ${those} ${row.with}` : '';
  const aside = added ? detail : `${detail} · against ${row.against}`;
  const rated = /^not |^rating /i.test(row.certainty) ? '' : `certainty ${row.certainty.replace(/,.*$/, '').toLowerCase()}`;
  const printed = (row.estimate.split('; ')[0] ?? '').replace('our arithmetic', 'ours');
  const estimate = both ? printed.replace(' of 100 (', ' (') : printed;
  return { href, who: outcome, aside, position, says: [both, estimate, rated].filter(Boolean).join('; ') || row.behind };
};

/** In the people asked about first, randomised before others, by outcome; of one outcome two, those with numbers and the most people. */
const effectRows = (rows: readonly SummaryRow[]): SummaryRow[] => {
  const told = ({ estimate, shares }: SummaryRow): number => Number(estimate !== '' || shares !== undefined);
  const onAsked = (a: SummaryRow, b: SummaryRow): number => Number(b.onAsked) - Number(a.onAsked);
  return [...Map.groupBy(rows, ({ key, randomised }) => `${randomised} ${key}`).values()]
    .flatMap((own) => own.toSorted((a, b) => onAsked(a, b) || told(b) - told(a) || b.people - a.people).slice(0, 2))
    .toSorted((a, b) => onAsked(a, b) || Number(b.randomised) - Number(a.randomised));
};

/** The rows that stand in so many lines of a phone, three at least: an outcome may have a long name. */
function fitting(rows: readonly AnswerRow[], lines: number): AnswerRow[] {
  const height = ({ who, aside, says }: AnswerRow): number =>
    Math.ceil(who.length / 26) + Math.ceil(aside.length / 50) + Math.ceil(says.length / 48) + 0.6;
  let left = lines;
  return rows.filter((row, at) => (left -= height(row)) >= 0 || at < FEWEST_ROWS);
}

/** The card of a question, e.g. `toAnswerCard(graph, question).groups[0].rows[0].who === 'NICE NG158'`. */
export function toAnswerCard(graph: EvidenceGraph, question: QuestionEntry, most = MOST_ROWS): AnswerCard {
  const gist = question.gist ?? '';
  const room = (taken: number): number => Math.max(FEWEST_ROWS, most - taken - (question.emergency ? 1 : 0));
  const effects = question.asks === 'effect' ? toSummary(graph, question) : [];
  const counting = (graph.findings.get(question.id) ?? []).filter(({ counts }) => counts).toSorted((a, b) => rank(a) - rank(b));
  if (effects.length) {
    // Where nothing is compared in the people asked about, those who report on them come before what was compared in others.
    const isOnAsked = ({ finding }: PlacedFinding): boolean =>
      mayMeet(graph.library.vocabulary, finding.population, question.pico.population);
    const told = effects.some(({ onAsked }) => onAsked) ? [] : oneEach(counting.filter(isOnAsked));
    const above = told.slice(0, room(2)).map((one) => toRow(one, 'effect'));
    const rows = fitting(
      effectRows(effects)
        .slice(0, room(1 + above.length))
        .map(toEffectRow),
      question.emergency ? 16 : 21,
    );
    const groups = [
      ...(above.length ? [{ label: '', says: '', numbers: false, rows: above }] : []),
      { label: above.length ? 'In other people' : '', says: above.length ? 'what was compared' : '', numbers: true, rows },
    ];
    return { gist, groups, more: told.length - above.length + effects.length - rows.length, rest: '#numbers' };
  }
  const lines: readonly Pick<VerdictLine, 'name' | 'label' | 'says' | 'word'>[] = graph.verdicts.get(question.id)?.lines ?? [];
  const named = new Set(question.situations.map(({ id }) => id));
  const speaksTo = (name: string) => (one: PlacedFinding) =>
    name ? one.finding.situations.includes(name) : !one.finding.situations.some((id) => named.has(id));
  const situated = (lines.length ? lines : [{ name: '', label: '', says: '', word: undefined }]).map((line) => ({
    ...line,
    own: oneEach(counting.filter(speaksTo(line.name))),
  }));
  // Each situation has a row before another has its second.
  let left = Math.max(situated.length, room(Math.max(0, situated.length - 1))) - situated.filter(({ own }) => own.length).length;
  const groups = situated.map(({ label, says, word, own }) => {
    const rows = own.slice(0, 1 + left);
    left -= Math.max(0, rows.length - 1);
    return {
      label,
      says: word && says ? `${word} (${says})` : (word ?? says),
      numbers: false,
      rows: rows.map((one) => toRow(one, question.asks)),
    };
  });
  const shown = new Set(groups.flatMap(({ rows }) => rows.map(({ href }) => href.split('#')[0])));
  const more = Math.max(0, new Set(counting.map(({ source }) => source.id)).size - shown.size);
  return { gist, groups, more, rest: '#findings' };
}
