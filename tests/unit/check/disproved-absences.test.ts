/** Absences that a first edition claimed and that were false: none is claimed again, what the source says stands, and most cannot come back unseen. */
import { readFile } from 'node:fs/promises';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { seeAbsences } from '../../../src/check/absences.ts';
import { buildLintContext } from '../../../src/check/lint-context.ts';
import { readContent } from '../../../src/library/from-files.ts';

interface Row {
  readonly row: number;
  readonly source: string;
  readonly item: string;
  readonly stands: string;
}

const rows = load(await readFile('tests/cases/disproved-absences.yaml', 'utf8')) as readonly Row[];
const context = buildLintContext(await readContent('content'), { asOf: '2026-11-27' });

it('no source is said again to leave out what it reports, and the digest has it', () => {
  expect(rows).toHaveLength(21);
  for (const { source, item, stands, row } of rows) {
    const entry = context.sourceOf.get(source);
    expect(entry?.file.text.replace(/\s+/g, ' '), `row ${row}`).toContain(stands);
    expect(
      entry?.data.absent?.some((one) => one?.item === item),
      `row ${row}`,
    ).not.toBe(true);
  }
});

it('planting one of them again is caught from the digest alone, but for two whose digest says it in other words', () => {
  const missed = rows.filter(({ source, item }) => {
    const entry = context.sourceOf.get(source);
    if (!entry) return true;
    const planted = { ...entry, data: { ...entry.data, absent: [{ item, checked: 'no' as const, dismissed: [] }] } };
    const [seen] = seeAbsences({ ...context, sources: [planted], snapshots: undefined });
    return seen?.carried === undefined;
  });
  expect(missed.map(({ row, item }) => `${row} ${item}`)).toEqual(['15 follow-up', '21 funding']);
});
