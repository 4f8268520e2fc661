import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bytesOf, ingest } from './fixture.ts';

interface Row {
  readonly name: string;
  readonly raw: string;
  readonly bytes?: 'latin1' | 'utf16le';
  readonly item?: number;
  readonly items?: number;
  readonly read?: object;
  readonly doubts?: readonly string[];
  readonly sure?: readonly string[];
  readonly text?: string;
  readonly without?: readonly string[];
  readonly refused?: string;
}

const rows = parse(readFileSync(join(import.meta.dirname, '../../cases/ingest-shapes.yaml'), 'utf8')) as readonly Row[];
const SENTENCE = 'is worn for four weeks by day and by night, and those who wore it could hold a key again sooner than the rest of them';
const prose = (count: number, tags: boolean): string =>
  Array.from(
    { length: count },
    (_, i) => `${tags ? '<p>' : ''}The splint of paragraph ${i} ${SENTENCE}, as far as anybody asked.${tags ? '</p>' : ''}`,
  ).join('\n');

function fileOf({ raw, bytes }: Row): Uint8Array {
  const text = raw.replace(/§(\d+)/g, (_, count: string) => prose(Number(count), raw.includes('<')));
  return bytes === undefined ? bytesOf(text) : Buffer.from(text, bytes);
}

describe('a file in the shape of', () => {
  it.each(rows)('$name', async (row) => {
    const all = await ingest({ name: 'file.txt', bytes: fileOf(row) });
    const { article, outcome } = all[(row.item ?? 1) - 1] ?? {};
    if (row.items !== undefined) expect(all).toHaveLength(row.items);
    if (row.refused !== undefined) {
      expect(outcome).toMatchObject({ state: 'refused', reason: expect.stringMatching(row.refused) as string });
      expect(outcome?.state === 'refused' && /^[A-Z][\s\S]*\.$/.test(outcome.hint)).toBe(true);
      return;
    }
    expect(outcome).toMatchObject({ state: 'drafted' });
    expect(article).toMatchObject(row.read ?? {});
    const doubts = article?.doubts.join('\n') ?? '';
    for (const doubt of row.doubts ?? []) expect(doubts).toMatch(new RegExp(doubt));
    for (const field of row.sure ?? []) expect(doubts).not.toMatch(`Check \`${field}\``);
    expect(article?.text).toContain(row.text ?? '');
    for (const words of row.without ?? []) expect(article?.text).not.toContain(words);
  });
});
