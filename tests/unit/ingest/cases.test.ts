import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { countMarks, toReferences } from '../../../src/ingest/citation-mark.ts';
import { reconcileMarks } from '../../../src/ingest/citation-audit/marks.ts';
import type { PrintedReference } from '../../../src/ingest/raw-article.ts';
import { bytesOf, outcomeOfFile } from './fixture.ts';

/** The rows of `tests/cases/ingest-<name>.yaml`. */
const casesOf = <Row>(name: string): Row[] =>
  parse(readFileSync(join(import.meta.dirname, `../../cases/ingest-${name}.yaml`), 'utf8')) as Row[];
type Counts = Record<string, number>;
const asCounts = (uses: readonly { mark: string; count: number }[]): Counts =>
  Object.fromEntries(uses.map(({ mark, count }) => [mark, count]));

describe('citation marks of a text', () => {
  it.each(casesOf<{ name: string; text: string | string[]; marks: Counts }>('marks'))('$name', ({ text, marks }) => {
    expect(asCounts(countMarks([text].flat()))).toEqual(marks);
  });
});

describe('a printed reference list', () => {
  type Row = { name: string; lines: string[]; references: PrintedReference[]; after?: string };
  it.each(casesOf<Row>('references'))('$name', ({ lines, references, after }) => {
    const read = toReferences(lines);
    expect(read.references).toEqual(references);
    expect(lines[read.rest]).toBe(after);
  });
});

describe('marks held against the list', () => {
  type Row = { name: string; marks: Counts; list: PrintedReference[]; restsOn: unknown; unresolved: unknown };
  it.each(casesOf<Row>('accounts'))('$name', ({ marks, list, restsOn, unresolved }) => {
    const uses = Object.entries(marks).map(([mark, count]) => ({ mark, count }));
    expect(reconcileMarks(uses, list)).toEqual({ restsOn, unresolved });
  });
});

describe('an article that cannot be taken in is refused', () => {
  it.each(casesOf<{ name: string; raw: string; field?: string; reason: string }>('refusals'))('$name', async ({ raw, field, reason }) => {
    const outcome = await outcomeOfFile(bytesOf(raw));
    expect(outcome).toMatchObject({ state: 'refused', reason, ...(field && { field }) });
    expect(outcome.state === 'refused' && /^[A-Z].*\.$/s.test(outcome.hint)).toBe(true);
  });

  it('bytes that are no text, and files too large for one article', async () => {
    expect(await outcomeOfFile(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff]))).toMatchObject({
      reason: 'The letters of the file cannot be made out: expected plain text in the encoding UTF-8.',
    });
    expect(await outcomeOfFile(bytesOf('Title\0'))).toMatchObject({
      reason: 'The file is in the format of some program, expected text: it holds signs that no text has.',
    });
    expect(await outcomeOfFile(new Uint8Array(9 * 1024 * 1024))).toMatchObject({
      reason: 'The file is larger than 8 MB, too large for one article.',
    });
  });
});
