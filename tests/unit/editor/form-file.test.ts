import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fromFile, toFile, toYaml, tidy, formFormats, toFormFormat } from '../../../src/editor/form-file.ts';
import { toShape } from '../../../src/editor/form-shape.ts';
import { collections } from '../../../src/schema/collections.ts';
import { vocabulary } from '../made.ts';
import { source } from '../../../src/schema/source.ts';

const shape = toShape(source(vocabulary));
const shipped = formFormats().flatMap((format) => {
  const { path, list } = collections[format.collection];
  const paths = list ? [path] : readdirSync(`content/${path}`).map((name) => `${path}/${name}`);
  return paths.map((file) => ({ file, format, text: readFileSync(`content/${file}`, 'utf8') }));
});

describe('a file that passes through the form', () => {
  it('stays as it was to the byte, on all content that is shipped', () => {
    const emptyLists = /^ *\w+: \[\]\n/gm; // a list that holds nothing is not written
    const changed = shipped.filter(({ format, text }) => format.toFile(format.fromFile(text.trim())) !== text.replace(emptyLists, ''));
    expect(shipped.length).toBeGreaterThan(60);
    expect(changed.map(({ file }) => file)).toEqual([]);
  });

  it('shows a reviewer the one line that was changed', () => {
    const before =
      "---\nkind: trial\ntitle: 'A title'\nresults:\n  - { outcome: death, at: 3 months } # printed\n  - { outcome: ulcer, at: 1 year }\n---\n\n## What it is\n";
    const format = toFormFormat('source');
    const value = format.fromFile(before) as { results: { at: string }[] };
    const after = format.toFile({ ...value, results: value.results.map((row, i) => (i ? { ...row, at: '2 years' } : row)) });
    expect(after).toBe(before.replace('1 year', '2 years'));
  });

  it('does not take on the style of another file, where it is new', () => {
    const format = toFormFormat('source');
    format.fromFile('---\nkind: trial\ntitle: Another\nlanguage: en\ninterests: { funding: unknown, note: Not said. }\n---\n');
    const text = format.toFile({
      kind: 'trial',
      title: 'New',
      issued: '2024',
      language: 'en',
      interests: { funding: 'public', note: 'Said.' },
    });
    expect(text).toContain('interests:\n  funding: public\n  note: Said.\n');
  });

  it('keeps comments and gaps of a list when an entry is added', () => {
    const before = '# Legs\n\n- id: a\n  name: a\n\n# Arms\n\n- id: b\n  name: b\n';
    const list = toShape(z.array(z.strictObject({ id: z.string(), name: z.string() })));
    const entries = fromFile(before, list) as unknown[];
    expect(toFile([...entries, { id: 'c', name: 'c' }], list, before)).toBe(`${before}\n- id: c\n  name: c\n`);
  });

  it('begins an empty list line by line and keeps the words above it', () => {
    const list = toShape(z.array(z.strictObject({ id: z.string() })));
    expect(toFile([{ id: 'c' }], list, '# Nobody yet.\n[]\n')).toBe('# Nobody yet.\n- id: c\n');
  });

  it('is written as a draft is written, where it is new', () => {
    expect(toFile({ title: 'Odds: two to one', kind: 'trial', volume: '12', issued: '2024-03', body: '## What it is\n\nA trial.' }, shape))
      .toMatchInlineSnapshot(`
      "---
      kind: trial
      title: 'Odds: two to one'
      issued: 2024-03
      volume: '12'
      ---

      ## What it is

      A trial.
      "
    `);
  });

  it('says the same when it is read again, whatever was typed', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.record({ title: text, note: text, marks: fc.array(text, { minLength: 1 }) }), ({ title, note, marks }) => {
        const value = { title, interests: { funding: 'unknown', note }, unresolved: [{ what: note, marks }] };
        const held = tidy(value, shape);
        const { body, ...fields } = fromFile(toFile({ ...value, body: '' }, shape), shape) as Record<string, unknown>;
        expect(body).toBe('');
        expect(fields).toEqual(held ?? {});
      }),
    );
  });
});

describe('what the form hands over', () => {
  it('loses what is empty, at every depth', () => {
    expect(
      tidy({ title: 'a', doi: '', authors: [{ family: '', given: null }], interests: { funding: '', note: '  ' }, todo: [] }, shape),
    ).toEqual({ title: 'a' });
  });

  it('stands in the order of the schema, with what the schema does not know at the end', () => {
    expect(Object.keys(tidy({ status: 'draft', other: 1, title: 'a', kind: 'trial' }, shape) as object)).toEqual([
      'kind',
      'title',
      'status',
      'other',
    ]);
  });

  it('is a number where a number is meant, and text where digits are a name', () => {
    expect(tidy({ volume: '12', results: [{ effect: { p: '0.04' } }, { effect: { p: '<0.001' } }] }, shape)).toEqual({
      volume: '12',
      results: [{ effect: { p: 0.04 } }, { effect: { p: '<0.001' } }],
    });
  });

  it('leaves a switch unsaid that was left alone', () => {
    const rows = [{ effect: { measure: 'RD', reduction: false } }, { effect: { measure: 'RD', reduction: true } }];
    expect(tidy({ results: rows }, shape)).toEqual({
      results: [{ effect: { measure: 'RD' } }, { effect: { measure: 'RD', reduction: true } }],
    });
    const autolink = toShape(z.strictObject({ autolink: z.boolean().default(true) }));
    expect([tidy({ autolink: true }, autolink), tidy({ autolink: false }, autolink)]).toEqual([undefined, { autolink: false }]);
  });

  it('keeps a text on one line', () => {
    expect(tidy({ title: ' One\n  title ' }, shape)).toEqual({ title: 'One title' });
  });
});

describe('YAML that cannot be read', () => {
  it('is set anew', () => {
    expect(toYaml({ a: 1 }, 'a: [')).toBe('a: 1\n');
  });
});
