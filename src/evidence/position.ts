/**
 * What a finding says, in a word: never stronger than its source. The rule in words:
 *
 * - Only a kind of source that carries recommendations (`carries` in schema/kinds.ts) recommends. Strong: it `Recommends` or
 *   `Recommends against`. Conditional: it `Suggests` or `Suggests against`. Not stated: it `Advises` or `Advises against`. What a
 *   programme or regulator lets be done it `Permits`; what it confines to studies is `Only in research`; where it looked and gave
 *   none it `Made no recommendation`.
 * - Any other kind that says what should be done is `Favourable` or `Unfavourable`: its word is no recommendation.
 * - A finding without a direction whose numbers stand in results of its source is named by them (see row-reading.ts), harms with the
 *   rest, and only where all of them read alike; else it `Reports`.
 * - Without direction and numbers it is a `Description` where a description is asked for, and it `Reports` where the question asks
 *   what happens. Where a recommendation is asked for, a kind that can give none gives `No recommendation`; one that can is
 *   a `Remark` or, graded, a `Related recommendation`.
 * - Words that cannot be compared with those of the question are `Not comparable`, whatever is said with them.
 */
import type { SourceEntry } from '../library/library.ts';
import type { Finding } from '../schema/finding.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Question } from '../schema/question.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { isHopedFor, readRow, type RowReading } from './row-reading.ts';

/** Every name of a position with its words, in the order in which they are listed. */
export const positions = {
  recommends: { label: 'Recommends', says: 'recommends it, with a strong grade' },
  suggests: { label: 'Suggests', says: 'a weak or conditional recommendation for it' },
  advises: { label: 'Advises', says: 'advises it, without a grade that states how strongly' },
  permits: { label: 'Permits', says: 'lets it be done; nobody advises it' },
  'only-in-research': { label: 'Only in research', says: 'confines it to formal studies' },
  'suggests-against': { label: 'Suggests against', says: 'a weak or conditional recommendation against it' },
  'advises-against': { label: 'Advises against', says: 'advises against it, without a grade that states how strongly' },
  'recommends-against': { label: 'Recommends against', says: 'recommends against it, with a strong grade' },
  'made-none': { label: 'Made no recommendation', says: 'looked at it and gave no recommendation' },
  favourable: { label: 'Favourable', says: 'says that it should be done; this kind of source gives no recommendation' },
  unfavourable: { label: 'Unfavourable', says: 'says that it should not be done; this kind of source gives no recommendation' },
  fewer: { label: 'Fewer events', says: 'fewer events with it: the printed interval lies wholly on that side' },
  more: { label: 'More events', says: 'more events with it: the printed interval lies wholly on that side' },
  lower: { label: 'Lower', says: 'a lower score with it: the printed interval lies wholly on that side' },
  higher: { label: 'Higher', says: 'a higher score with it: the printed interval lies wholly on that side' },
  'not-settled': { label: 'Not settled', says: 'its printed interval reaches to both sides, which is not the same as no difference' },
  reports: { label: 'Reports', says: 'reports on it; no interval of its own says which way' },
  description: { label: 'Description', says: 'says how it is done, or what is meant' },
  related: { label: 'Related recommendation', says: 'recommends something that is neither yes nor no to this question' },
  remark: { label: 'Remark', says: 'says something on it that is no recommendation' },
  'gives-none': { label: 'No recommendation', says: 'this kind of source gives none' },
  'not-comparable': { label: 'Not comparable', says: 'uses a word whose border it does not draw, or draws elsewhere' },
} as const;
export type PositionName = keyof typeof positions;

export interface Position {
  readonly name: PositionName;
  readonly label: string;
  readonly says: string;
}

const named = (name: PositionName, says: string = positions[name].says): Position => ({ name, label: positions[name].label, says });

const advice = {
  for: { strong: 'recommends', conditional: 'suggests', 'not-stated': 'advises' },
  against: { strong: 'recommends-against', conditional: 'suggests-against', 'not-stated': 'advises-against' },
} as const;

/** The name of what a source says should be done. */
function ofDirection(direction: NonNullable<Finding['direction']>, strength: Finding['strength'], recommends: boolean): Position {
  if (direction === 'permits') return recommends ? named('permits') : named('permits', 'says that it is permitted');
  if (direction === 'research-only') return named('only-in-research');
  if (direction === 'none-made') return named(recommends ? 'made-none' : 'gives-none');
  if (!recommends) return named(direction === 'for' ? 'favourable' : 'unfavourable');
  return named(advice[direction][strength ?? 'not-stated']);
}

/** The results that a finding names, on whatever outcome: an editor put them on its question. */
export const rowsOf = (finding: Pick<Finding, 'results'>, source: Pick<SourceEntry, 'results'>): SourceEntry['results'] =>
  source.results.filter(({ id }) => finding.results.includes(id));

const hopes = { true: 'what one hopes for', false: 'not what one hopes for' } as const;

/** The name of what numbers say: of one way only where all rows go it. */
function ofRows(rows: SourceEntry['results'], vocabulary: Vocabulary): Position {
  const readings = new Set<RowReading>(rows.map((row) => readRow(row, vocabulary)));
  const [reading = 'reports'] = readings;
  if (readings.size > 1) return named('reports', 'reports several numbers that do not all read alike: see each');
  const hoped = new Set(rows.map(({ outcome }) => isHopedFor(reading, vocabulary.outcomes[outcome]?.better)));
  const [one] = hoped;
  return hoped.size === 1 && one !== undefined
    ? named(reading, `${positions[reading].says}; ${hopes[one ? 'true' : 'false']}`)
    : named(reading);
}

/** What a finding says on its question, were its words those of the question, e.g. `{ name: 'suggests', label: 'Suggests', … }`. */
export function ownPosition(
  finding: Finding,
  source: Pick<SourceEntry, 'kind' | 'results'>,
  { asks }: Pick<Question, 'asks'>,
  vocabulary: Vocabulary,
): Position {
  const recommends = kindRow(source.kind).carries === 'recommendation';
  if (finding.direction) return ofDirection(finding.direction, finding.strength, recommends);
  const rows = rowsOf(finding, source);
  if (rows.length) return ofRows(rows, vocabulary);
  if (asks === 'description') return named('description');
  if (asks === 'effect') return named('reports');
  if (!recommends) return named('gives-none');
  return named(finding.grade ? 'related' : 'remark');
}

/** The same as it stands on the page of the question: `not-comparable` where the words differ. */
export const positionOn = (own: Position, comparable: boolean): Position => (comparable ? own : named('not-comparable'));
