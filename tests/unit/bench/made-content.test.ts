import { describe, expect, it } from 'vitest';
import { buildMadeContent } from '../../../scripts/bench/made-content.ts';
import { growth, type SpeedRow } from '../../../scripts/bench/validate-speed.ts';
import { checkContent } from '../../../src/check/check-content.ts';
import { toContent } from '../../../src/library/content.ts';

const encoder = new TextEncoder();

describe('made-up content', () => {
  const files = buildMadeContent(60);
  const content = toContent([...files].map(([path, text]) => ({ path, bytes: encoder.encode(text) })));

  it('has the size asked for and passes every rule', () => {
    expect(content.library.sources.size).toBe(60);
    expect(checkContent(content, { asOf: '2026-02-01' })).toEqual([]);
  });

  it('is the same every time', () => {
    expect([...buildMadeContent(60)]).toEqual([...files]);
  });
});

describe('growth', () => {
  const row = (files: number, seconds: number): SpeedRow => ({ sources: files, files, seconds, megabytes: 1 });

  it('is one where every file takes the same, whatever starting up takes', () => {
    expect(growth([row(100, 1.1), row(1000, 2), row(10_000, 11)])).toBeCloseTo(1);
  });

  it('is more where a file takes longer among many', () => {
    expect(growth([row(100, 1), row(1000, 2), row(10_000, 101)])).toBeGreaterThan(5);
  });

  it('is not known from two sizes', () => {
    expect(growth([row(100, 1), row(1000, 2)])).toBeUndefined();
  });
});
