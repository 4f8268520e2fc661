/** What is planted to try the check: one change in one file, drawn by a seed, and false by what the cited digests hold. */
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPlants } from '../../../scripts/bench/plants/draw.ts';
import { carriedItems, figuresOf, numbersIn } from '../../../scripts/bench/plants/places.ts';
import { plantKinds, type Plant } from '../../../scripts/bench/plants/plants.ts';
import type { Content } from '../../../src/library/content.ts';
import { readContent } from '../../../src/library/from-files.ts';

let content: Content;
let plants: Plant[];

beforeAll(async () => {
  content = await readContent('content');
  plants = drawPlants(content, 'one');
}, 60_000);

const told = (drawn: readonly Plant[]): string[] => drawn.map(({ kind, file, line, after }) => `${kind} ${file.path}:${line} ${after}`);

/** The citations of a line, and the same line without them. */
const citationsOf = (line: string): string[] => line.match(/@[a-z0-9-]+/g) ?? [];

describe('planting', () => {
  it('finds ten places for each kind', () => {
    for (const kind of plantKinds)
      expect(
        plants.filter((one) => one.kind === kind),
        kind,
      ).toHaveLength(10);
  });

  it('draws the same for the same seed, and others for another', () => {
    expect(told(drawPlants(content, 'one'))).toEqual(told(plants));
    expect(told(drawPlants(content, 'two'))).not.toEqual(told(plants));
  });

  it('changes one line of one file and nothing else', () => {
    for (const { file, line, before, after, text } of plants) {
      const lines = file.text.split('\n');
      expect(lines[line - 1]).toBe(before);
      expect(after).not.toBe(before);
      expect(text).toBe([...lines.slice(0, line - 1), after, ...lines.slice(line)].join('\n'));
    }
  });

  it('puts in a number that no cited digest carries, or one from another place of the digest that the sentence did not have', () => {
    for (const { before, after, how, against } of plants.filter(({ kind }) => kind === 'number')) {
      const [old, fresh] = how.split(' → ').map((part) => Number(part.split(',')[0]));
      expect(fresh).not.toBe(old);
      expect(numbersIn(after)).toContain(fresh);
      if (how.endsWith('in the digest')) expect(numbersIn(before)).not.toContain(fresh);
      else expect(against.some((source) => figuresOf(source).has(fresh ?? 0))).toBe(false);
    }
  });

  it('exchanges one citation for a work that carries none of the figures before it, and leaves the words', () => {
    for (const { before, after } of plants.filter(({ kind }) => kind === 'trial')) {
      const [old, fresh] = [citationsOf(before), citationsOf(after)];
      expect(old.filter((one, index) => one !== fresh[index])).toHaveLength(1);
      expect(after.replace(/@[a-z0-9-]+/g, '')).toBe(before.replace(/@[a-z0-9-]+/g, ''));
    }
  });

  it('leaves citations alone where it changes a word, a number or a treatment', () => {
    for (const { kind, before, after } of plants)
      if (['number', 'strength', 'intervention'].includes(kind)) expect(citationsOf(after)).toEqual(citationsOf(before));
  });

  it('puts in no treatment that a cited finding is about or takes in', () => {
    const { interventions } = content.library.vocabulary;
    const put = { 'catheter-directed thrombolysis': 'cdt', 'mechanical thrombectomy': 'pmt', anticoagulants: 'anticoagulation' };
    for (const { how, against } of plants.filter(({ kind }) => kind === 'intervention'))
      for (const [words, id] of Object.entries(put).filter(([words]) => how.toLowerCase().endsWith(`→ ${words}`)))
        for (const { intervention } of against.flatMap(({ findings }) => findings)) {
          expect(intervention, words).not.toBe(id);
          expect(interventions[intervention]?.takesIn ?? [], words).not.toContain(id);
        }
  });

  it('denies only what the digest carries', () => {
    for (const { after, before, against } of plants.filter(({ kind }) => kind === 'absence')) {
      const [source] = against;
      const item = /item: ([a-z-]+)/.exec(after.slice(before.length))?.[1];
      const carried = source ? carriedItems(source, content.library) : [];
      if (item === undefined) expect(carried.length).toBeGreaterThan(0);
      else expect(carried).toContain(item);
    }
  });
});
