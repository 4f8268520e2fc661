import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bytesOfShape, type IngestShape } from '../../../scripts/bench/ingest-shape.ts';
import { ingest } from './fixture.ts';

interface Row extends IngestShape {
  readonly items?: number;
  readonly doubts?: readonly string[];
  readonly sure?: readonly string[];
  readonly never?: readonly string[];
  readonly text?: string;
  readonly without?: readonly string[];
  readonly refused?: string;
}

const rows = parse(readFileSync(join(import.meta.dirname, '../../cases/ingest-shapes.yaml'), 'utf8')) as readonly Row[];

describe('a file in the shape of', () => {
  it.each(rows)('$name', async (row) => {
    const all = await ingest({ name: 'file.txt', bytes: bytesOfShape(row) });
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
    for (const never of row.never ?? []) expect(doubts).not.toMatch(new RegExp(never));
    for (const field of row.sure ?? []) expect(doubts).not.toMatch(`Check \`${field}\``);
    expect(article?.text).toContain(row.text ?? '');
    for (const words of row.without ?? []) expect(article?.text).not.toContain(words);
  });
});
