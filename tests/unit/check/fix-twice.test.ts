/** Fixing twice equals fixing once, and never changes what a file says: on every file that is shipped, and on made-up ones of any shape. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { fixContent } from '../../../src/check/fix/fix-content.ts';
import { isSameBody } from '../../../src/check/fix/same-meaning.ts';
import { toContent, type Content } from '../../../src/library/content.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { toYamlValue } from '../../../src/library/yaml-value.ts';
import { directions } from '../../../src/schema/recommendation.ts';
import { vocabulary } from '../made.ts';
import { contentWith } from './fixture.ts';

const read = (files: ReadonlyMap<string, string>): Content =>
  toContent([...files].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));

/** What a fix makes of a content folder, as a content folder. */
const fixedFolder = ({ files, folder }: Content, all: Content): Map<string, string> => {
  const fixed = new Map(
    fixContent(
      all,
      all.files.filter(({ path }) => path.includes('made')),
    ).map(({ path, text }) => [path, text]),
  );
  return new Map(files.map(({ path, text }) => [path.slice(folder.length + 1), fixed.get(path) ?? text]));
};

test('what is shipped has nothing left to fix', async () => {
  const content = await readContent('content');
  for (const file of fixContent(content)) {
    const before = content.files.find(({ path }) => path === file.path);
    expect([file.path, file.changes, file.left, file.text === before?.text]).toEqual([file.path, [], [], true]);
  }
}, 60_000);

const base = await contentWith();
const questions = base.files.filter(({ collection }) => collection === 'question').map(({ id }) => id);
const pick = fc.constantFrom;
const words = pick(
  'the clot',
  "a patient's vein",
  'e.g. lysis',
  '"so"',
  'No. 3',
  'et al.',
  'vs.',
  '4.8 mg',
  'p. 7',
  "'open'",
  'NICE',
  '5"',
  'U.S.',
  '*often*',
  '`a. B`',
  '[a. B](/glossary/)',
  'a — b',
  '“said”',
);
const sentence = fc
  .tuple(fc.array(words, { minLength: 1, maxLength: 6 }), pick('.', '?', '!', '.”', '.)', ':', ''))
  .map(([parts, stop]) => parts.join(' ').replace(/^./, (first) => first.toUpperCase()) + stop);
const gap = pick(' ', '\n', '  ', ' \n', '  \n');
const paragraph = fc
  .array(fc.tuple(sentence, gap), { minLength: 1, maxLength: 5 })
  .map((rows) => rows.map(([text, blank]) => text + blank).join(''));
const block = fc.oneof(
  paragraph,
  paragraph.map((text) => `- ${text.trim().replaceAll('\n', '\n  ')}`),
  paragraph.map((text) => `> ${text.trim().replaceAll('\n', '\n> ')}`),
  sentence.map((text) => `## ${text}`),
  paragraph.map((text) => `\`\`\`\n${text}\n\`\`\``),
  sentence.map((text) => `| ${text} | "b" |\n| --- | --- |\n| c. D | ${text} |`),
);
const body = fc.array(fc.tuple(block, pick('\n\n', '\n\n\n', ' \n \n')), { maxLength: 6 }).map((rows) => rows.flat().join(''));

const text = fc.oneof(sentence, paragraph.map((one) => one.trim()).filter(Boolean));
const finding = fc.record({
  id: pick('one', 'two', 'three', 'four'),
  question: pick(...questions),
  direction: pick(...Object.keys(directions)),
  says: text,
  population: pick(...Object.keys(vocabulary.populations)),
  intervention: pick(...Object.keys(vocabulary.interventions)),
  conditions: fc.array(text, { maxLength: 2 }),
  locator: text,
});
const fields = fc.record({
  kind: pick('trial', 'cohort', 'registry'),
  title: text,
  issued: pick('2017', '2017-12', '2017-12-07', 'undated'),
  language: pick('en'),
  retrieved: pick('2026-03-07', '2026-11-20'),
  coverage: pick('abstract', 'full-text'),
  interests: fc.record({ funding: pick('public', 'unknown'), note: text }),
  terms: pick({}, { proximal: 'x', distal: 'y' }),
  status: pick('draft'),
  findings: fc.uniqueArray(finding, { maxLength: 3, selector: ({ id }) => id }),
  todo: fc.array(text, { maxLength: 2 }),
});
/** The fields in any order, in any of the styles that YAML has. */
const yaml = fc
  .tuple(fields, fc.infiniteStream(fc.nat(1000)), fc.boolean(), pick('block', 'flow', 'any'), pick(0, 40, 110))
  .map(([value, order, single, style, lineWidth]) => {
    const shuffled = Object.fromEntries(
      Object.entries(value)
        .map((entry) => ({ entry, place: order.next().value ?? 0 }))
        .sort((a, b) => a.place - b.place)
        .map(({ entry }) => entry),
    );
    return stringify(shuffled, { singleQuote: single, collectionStyle: style as 'block', lineWidth });
  });

test('sources of any shape are fixed once and for all, and go on saying what they said', () => {
  fc.assert(
    fc.property(yaml, body, (head, prose) => {
      const before = read(new Map([['sources/made-2026-page.md', `---\n${head}---\n\n${prose}`]]));
      const all = { ...base, files: [...base.files.filter(({ collection }) => collection === 'question'), ...before.files] };
      const once = fixedFolder(before, all);
      const after = read(once);
      const [source, again] = [before.files[0], after.files[0]];
      // The writer of YAML makes what its strict reader refuses, now and then.
      fc.pre(source !== undefined);
      if (!source || !again) throw new Error('The fixed source cannot be read.');
      expect(fixedFolder(after, { ...all, files: after.files })).toEqual(once);
      expect(isSameBody(source.body, again.body, 'md')).toBe(true);
      const straight = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/[“”]/g, '\\"').replace(/[‘’]/g, "'"));
      expect(straight(toYamlValue(again.yaml).value)).toEqual(straight(toYamlValue(source.yaml).value));
    }),
    { numRuns: 60 },
  );
}, 60_000);
