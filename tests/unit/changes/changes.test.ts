/** What a change of files changes in the evidence: pinned for every kind of change, and held for any change at all. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { changeKinds, summaryOf } from '../../../src/changes/change.ts';

import { matchItems } from '../../../src/changes/compare.ts';
import { toneOf } from '../../../src/changes/values.ts';
import type { RawFile } from '../../../src/library/content.ts';
import { finding } from '../../../src/schema/finding.ts';
import { collectionNames } from '../../../src/schema/collections.ts';
import { schemaOf } from '../../../src/schema/schemas.ts';
import { noVocabulary } from '../../../src/schema/vocabulary.ts';
import { affectedIn, changeSetBy, changeSetOf, edited, linesOf, readBase, type Edits } from './changes-case.ts';

interface Case extends Edits {
  readonly name: string;
  readonly opening: string;
  readonly changes: readonly string[];
  readonly affected?: readonly string[];
}

const cases = parse(readFileSync('tests/cases/differences.yaml', 'utf8')) as Case[];
const base = await readBase();

describe('the difference between two states of the content', () => {
  test.each(cases)('says it when $name', (one) => {
    const difference = changeSetBy(base, one);
    expect({ opening: difference.opening, changes: linesOf(difference), affected: affectedIn(difference) }).toEqual({
      opening: one.opening,
      changes: one.changes,
      affected: one.affected ?? [],
    });
  });

  test('has a case for every kind of change', () => {
    // A field without a kind can only be made by extending a schema: see new-field.test.ts.
    const met = new Set(['field-other', ...cases.flatMap(({ changes }) => changes.map((line) => line.split(' | ')[0]))]);
    expect(Object.keys(changeKinds).filter((kind) => !met.has(kind))).toEqual([]);
  });

  test.each(cases)('names every file that differs when $name', ({ reverse: _, ...edits }) => {
    const other = edited(base, edits);
    expect(unnamed(base, other)).toEqual([]);
    expect(unnamed(other, base)).toEqual([]);
  });

  test('is empty for a state and itself', () => {
    expect(changeSetOf(base, base)).toMatchObject({ opening: 'Nothing changed in the evidence.', groups: [], affected: [] });
  });

  test('does not depend on the order in which files are read', () => {
    const other = edited(base, { edit: { 'sources/sage-2023-advice.md': [['direction: for', 'direction: against']] } });
    expect(changeSetOf([...base].reverse(), [...other].reverse())).toEqual(changeSetOf(base, other));
  });
});

/** Paths that differ between two states and that no change names. */
function unnamed(before: readonly RawFile[], after: readonly RawFile[]): string[] {
  const text = (files: readonly RawFile[]) => new Map(files.map(({ path, bytes }) => [`content/${path}`, bytes.join(' ')]));
  const [olds, news] = [text(before), text(after)];
  const { groups } = changeSetOf(before, after);
  const named = new Set(groups.flatMap(({ changes }) => changes.flatMap(({ file, before: was, after: is }) => [file, was, is])));
  return [...new Set([...olds.keys(), ...news.keys()])].filter((path) => olds.get(path) !== news.get(path) && !named.has(path));
}

/** A state in which any file was cut, broken, overwritten with another, emptied, taken out or put in. */
const anyState = fc
  .array(
    fc.record({
      at: fc.nat(base.length - 1),
      from: fc.nat(base.length - 1),
      how: fc.constantFrom('cut', 'append', 'swap', 'remove', 'noise', 'new'),
      place: fc.nat(2000),
      noise: fc.uint8Array({ maxLength: 40 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((steps) => {
    const files = new Map(base.map(({ path, bytes }) => [path, bytes]));
    for (const { at, from, how, place, noise } of steps) {
      const path = base[at]?.path ?? '';
      const bytes = files.get(path) ?? new Uint8Array();
      const cut = bytes.slice(0, place % (bytes.length + 1));
      if (how === 'remove') files.delete(path);
      else if (how === 'new') files.set(`sources/made-${place}.md`, base[from]?.bytes ?? noise);
      else if (how === 'swap') files.set(path, base[from]?.bytes ?? noise);
      else files.set(path, how === 'cut' ? cut : new Uint8Array([...(how === 'append' ? bytes : cut), ...noise]));
    }
    return [...files].map(([path, bytes]): RawFile => ({ path, bytes }));
  });

describe('any two states', () => {
  test('can be compared, in either direction, and no file that differs goes unnamed', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(unnamed(base, state)).toEqual([]);
        expect(unnamed(state, base)).toEqual([]);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  test('do not differ from themselves', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(changeSetOf(state, state).groups).toEqual([]);
      }),
      { numRuns: 25, seed: 6 },
    );
  });
});

describe('the table of kinds', () => {
  const shapes: Readonly<Record<string, z.ZodType>> = {
    ...Object.fromEntries(collectionNames.map((name) => [name, schemaOf(name, noVocabulary)])),
    finding: finding(noVocabulary),
  };
  /** A body is told by its parts, which no schema has. */
  const parts = ['digest', 'answer', 'explanation', 'bottomLine', 'text'];

  function fieldsOf(schema: z.ZodType | undefined): string[] {
    if (schema instanceof z.ZodArray) return fieldsOf(schema.element as z.ZodType);
    if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap((one) => fieldsOf(one as z.ZodType));
    return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  }

  test.each(Object.values(changeKinds).flatMap(({ of }) => [...of]))('names no field that its schema has not: %s', (row) => {
    const [owners = '', names = ''] = row.split(': ');
    const wanted = names.replaceAll('*', '').split(' ');
    for (const owner of owners.split(' ')) expect([...fieldsOf(shapes[owner]), ...parts, '...']).toEqual(expect.arrayContaining(wanted));
  });

  test('names each field once', () => {
    const named = Object.values(changeKinds).flatMap(({ of }) =>
      of.flatMap((row) => {
        const [owners = '', names = ''] = row.replaceAll('*', '').split(': ');
        return owners.split(' ').flatMap((owner) => names.split(' ').map((name) => `${owner} ${name}`));
      }),
    );
    expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
  });
});

describe('wording', () => {
  test.each([
    ['It helps.', 'It is of help.', 'wording'],
    ['It “helps”.', 'It "helps".', 'same'],
    ['It helps.\nMuch.', 'It helps. Much.', 'same'],
    ['It helps.', 'It does not help.', 'claim'],
    ['It may help.', 'It helps.', 'claim'],
    ['It helps 3 of 4.', 'It helps 3 of 5.', 'claim'],
    ['It helps [@moss-2020-alpha].', 'It helps [@reed-2021-beta].', 'claim'],
    ['It helps [@moss-2020-alpha, p. 3].', 'It helps [@moss-2020-alpha, p. 4].', 'claim'],
    ['Bleeding was lower.', 'Bleeding was higher.', 'claim'],
    [undefined, 'It helps.', 'claim'],
    ['It helps.', '', 'claim'],
  ] as const)('from “%s” to “%s” is: %s', (before, after, tone) => {
    expect(toneOf(before, after)).toBe(tone);
  });
});

describe('pairs', () => {
  test('are made by the surest mark first, each item once', () => {
    const marks = [(item: string) => item, (item: string) => item[0]];
    expect(matchItems(['a1', 'a2', 'b1'], ['a2', 'a3', 'c1'], marks)).toEqual({
      pairs: [
        { before: 'a1', after: 'a3' },
        { before: 'a2', after: 'a2' },
      ],
      removed: ['b1'],
      added: ['c1'],
    });
  });
});

describe('the opening sentence', () => {
  const change = (kind: keyof typeof changeKinds, tally?: string) => ({ kind, file: 'f', subject: 's', says: 't', reaches: [], tally });
  const page = (collection: 'question' | 'pathway', id: string) => ({
    ref: { collection, id: id as never },
    title: id,
    file: 'f',
    through: [],
  });

  test('counts in plain words, the gravest first', () => {
    const changes = [
      change('count-moved', 'to 2'),
      change('count-moved', 'to 3'),
      change('finding-direction'),
      change('finding-direction'),
    ];
    const affected = [page('question', 'a'), page('question', 'b'), page('question', 'c'), page('pathway', 'd')];
    expect(summaryOf(changes, affected)).toBe(
      '2 findings changed direction or strength, 1 count moved to 2 and 1 count moved to 3; 3 questions and 1 pathway are affected.',
    );
  });

  test('counts two fields of one finding once', () => {
    const own = { ...change('finding-scope'), unit: 'one' };
    expect(summaryOf([own, own, change('finding-scope')], [])).toBe('2 findings changed intervention or conditions.');
  });

  test('stops after six clauses and counts the rest', () => {
    const kinds = [
      'source-retracted',
      'finding-direction',
      'source-added',
      'finding-added',
      'result-added',
      'term-added',
      'topic-added',
      'topic-added',
    ] as const;
    expect(
      summaryOf(
        kinds.map((kind) => change(kind)),
        [],
      ),
    ).toBe(
      '1 source was retracted, 1 finding changed direction or strength, 1 source was added, 1 finding was added, 1 result was added, 2 topics were added and 1 other change.',
    );
  });

  test.each([
    [[], 'Nothing changed in the evidence.'],
    [[change('answer-reworded')], 'Nothing changed in the evidence: 1 answer was reworded.'],
    [[change('file-formatted'), change('file-formatted')], 'Nothing changed in the evidence: 2 files were only formatted.'],
  ])('says so when nothing moved %#', (changes, says) => {
    expect(summaryOf(changes, [])).toBe(says);
  });
});
