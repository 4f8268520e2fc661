/**
 * The tables taken from the research pack, and how a source of ours is held against them. The pack is the judge: what it
 * has not verified must not be published, and what it has must be published as it stands there. What was looked up beyond
 * the pack stands in tables of its own, each row with the place where it was seen, and counts as the pack's rows do.
 */
import { readFileSync } from 'node:fs';
import type { SourceEntry } from '../../../src/library/library.ts';
import type { Result } from '../../../src/schema/result.ts';

type Row = Readonly<Record<string, string>>;

/** Rows of a table in tests/fixtures/pack by column; no value holds a comma or a line break. */
function readTable(name: string): Row[] {
  const [head = '', ...lines] = readFileSync(`tests/fixtures/pack/${name}.csv`, 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  return lines.map((line, index) => {
    const values = line.split(',');
    if (values.length !== columns.length)
      throw new Error(`${name}.csv:${index + 2} has ${values.length} values, expected ${columns.length}.`);
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
  });
}

/** What was looked up: works that the pack does not have, by our own id, and what it left open of its own, by the pack's. */
export const beyond = { identifiers: readTable('beyond-identifiers'), results: readTable('beyond-results') };
export const identifiers = [...readTable('identifiers'), ...beyond.identifiers];
export const results = [...readTable('results'), ...beyond.results];
/** What the pack's second reading has and no digest prints as a result, with the reason. */
export const leftOut = readTable('results-left-out');
/** Our id by the pack's; a work beyond the pack goes by its own. */
export const projectIds: ReadonlyMap<string, string> = new Map([
  ...beyond.identifiers.map(({ pack = '' }): [string, string] => [pack, pack]),
  ...readTable('ids').map(({ pack = '', project = '' }): [string, string] => [pack, project]),
]);

const fields = ['doi', 'pmid', 'registry', 'isbn', 'number', 'issued', 'container', 'volume', 'issue', 'pages'] as const;

/** A date of ours may be less precise than the pack's, or left out; it is never another one. */
const agrees = (field: string, ours: string, theirs: string): boolean =>
  field === 'issued' ? theirs === ours || theirs.startsWith(`${ours}-`) : theirs.toLowerCase() === ours.toLowerCase();

/** What a source prints about itself that the pack has not verified, or has otherwise; a sentence each. */
export function identifierFaults(pack: string, source: Partial<SourceEntry>): string[] {
  return fields.flatMap((field) => {
    const ours = source[field];
    if (ours === undefined || ours === 'undated') return [];
    const row = identifiers.find((one) => one['pack'] === pack && one['field'] === field);
    if (row?.['status'] !== 'verified') return [`${source.id}: \`${field}\` is ${ours}, which the pack has not verified.`];
    return agrees(field, ours, row['value'] ?? '') ? [] : [`${source.id}: \`${field}\` is ${ours}, the pack has ${row['value']}.`];
  });
}

/** Spans of time in words, e.g. `6-24 month`; what is no span does not count. */
const spansOf = (at: string): string =>
  [...at.matchAll(/([\d.]+)(?: to ([\d.]+))? (hour|day|month|year)s?/g)]
    .map(([, from, to, unit]) => `${[from, to].filter(Boolean).join('-')} ${unit}`)
    .join(', ');

const isNumber = (printed: string | undefined, number: number): boolean =>
  printed !== undefined && printed !== '' && Number(printed) === number;
const holds = (row: Row, column: string, number: number | undefined): boolean => number === undefined || isNumber(row[column], number);

function armHolds(rows: readonly Row[], { events, total, percent, mean }: Result['arms'][number], roles: readonly string[]): boolean {
  if (events === undefined && total === undefined && percent === undefined && mean === undefined) return true;
  return rows.some(
    (row) =>
      roles.includes(row['arm'] ?? '') &&
      holds(row, 'events', events) &&
      holds(row, 'total', total) &&
      (percent === undefined || (row['measure'] === 'percent' && isNumber(row['value'], percent))) &&
      (mean === undefined || (/^me(?:an|dian)$/.test(row['measure'] ?? '') && isNumber(row['value'], mean))),
  );
}

function effectHolds(rows: readonly Row[], effect: Result['effect']): boolean {
  if (!effect) return true;
  const { measure, value, low, high, p } = effect;
  const sameP = (row: Row): boolean =>
    p === undefined || (row['p'] ?? '') === String(p).replace(/\s/g, '') || isNumber(row['p'], Number(p));
  if (value === undefined && low === undefined && high === undefined) return rows.some((row) => row['measure'] === 'P' && sameP(row));
  return rows.some(
    (row) => row['measure'] === measure && holds(row, 'value', value) && holds(row, 'low', low) && holds(row, 'high', high) && sameP(row),
  );
}

/** Results of a source whose numbers the pack does not have together, in their arms and at their time; a sentence each. */
export function resultFaults(pack: string, source: Pick<SourceEntry, 'id' | 'results'>): string[] {
  const own = results.filter((row) => row['pack'] === pack);
  return source.results.flatMap((result) => {
    const { outcome, label, at, arms, effect } = result;
    const fitting = own.filter((row) => row['what'] === outcome && spansOf(row['at'] ?? '') === spansOf(at));
    const found = [...Map.groupBy(fitting, (row) => row['label'])].some(
      ([, rows]) =>
        effectHolds(rows, effect) &&
        arms.every((arm, index) =>
          armHolds(rows, arm, arms.length === 1 ? ['all', 'intervention', 'control'] : [index === 0 ? 'intervention' : 'control']),
        ),
    );
    return found ? [] : [`${source.id}: the pack does not have ${label ?? outcome} at ${at} as ${JSON.stringify({ arms, effect })}.`];
  });
}

/** Numbers of the pack's second reading (`R2` beside the fact) that no result of the source prints at that time; a sentence each. */
export function unprinted(pack: string, source: Pick<SourceEntry, 'id' | 'results'>): string[] {
  const read = results.filter((row) => row['pack'] === pack && /\bR2\b/.test(row['fact'] ?? ''));
  return read.flatMap((row) => {
    const printed = source.results
      .filter(({ outcome, at }) => outcome === row['what'] && spansOf(at) === spansOf(row['at'] ?? ''))
      .some(({ arms, effect }) => {
        if (row['arm'] === 'difference') return printsEffect(row, effect);
        const own = arms.filter((_, index) => row['arm'] === 'all' || index === (row['arm'] === 'intervention' ? 0 : 1));
        return own.some((arm) => printsArm(row, arm));
      });
    return printed
      ? []
      : [
          `${source.id}: nothing prints ${[row['what'], row['label'], row['at'], row['arm'], row['value'], row['events'], row['total'], row['p']].filter(Boolean).join(' ')}.`,
        ];
  });
}

const printsArm = (row: Row, arm: Result['arms'][number]): boolean =>
  (row['events'] === '' || isNumber(row['events'], arm.events ?? NaN)) &&
  (row['total'] === '' || isNumber(row['total'], arm.total ?? NaN)) &&
  (row['value'] === '' || isNumber(row['value'], (row['measure'] === 'percent' ? arm.percent : arm.mean) ?? NaN));

const printsEffect = (row: Row, effect: Result['effect']): boolean =>
  effect !== undefined &&
  (row['measure'] === 'P' || row['measure'] === effect.measure) &&
  (['value', 'low', 'high', 'p'] as const).every(
    (key) => row[key] === '' || row[key] === String(effect[key]) || isNumber(row[key], Number(effect[key])),
  );
