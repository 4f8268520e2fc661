/** What an editor reads about the words of a disease and its figures: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { terminalReport } from '../../../src/check/reporters.ts';
import { toContent } from '../../../src/library/content.ts';
import { AS_OF, contentWith, messagesOf } from './fixture.ts';

const reportOf = async (files: Record<string, string>): Promise<string> =>
  terminalReport(checkContent(await contentWith(files), { asOf: AS_OF }), { checkedFiles: 0 });

const { files } = await contentWith();
const textOf = (path: string): string => files.find((file) => file.path === `content/${path}`)?.text ?? '';

test('a word that the vocabulary lacks is named with the nearest one', async () => {
  const text = textOf('sources/example-2020-trial.md').replace('population: distal', 'population: femoro-popliteal');
  expect(await reportOf({ 'sources/example-2020-trial.md': text })).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:28:17  invalid-field
      \`findings[0].population\` is \`femoro-popliteal\`, expected \`any\`, \`femoropopliteal\`, \`calf\`, \`limb-threatening\`, \`pregnancy\` or \`distal\`.
      Did you mean \`femoropopliteal\`?
    1 error in 1 file.
    "
  `);
});

test('a word that the vocabulary itself names, or the site, and does not define, is said the same way', async () => {
  const site = textOf('site.yaml').replace('populations: [limb-threatening, pregnancy]', 'populations: [pregnant]');
  const vocabulary = textOf('vocabulary.yaml').replace('covers: [femoropopliteal, calf]', 'covers: [femoropopliteals, calf]');
  expect(await reportOf({ 'vocabulary.yaml': vocabulary, 'site.yaml': site })).toMatchInlineSnapshot(`
    "content/site.yaml:17:17  invalid-field
      \`emergency.populations[0]\` is \`pregnant\`, expected \`any\`, \`femoropopliteal\`, \`calf\`, \`limb-threatening\`, \`pregnancy\` or \`distal\`.
      Did you mean \`pregnancy\`?
    content/vocabulary.yaml:2:46  invalid-field
      \`populations.any.covers[0]\` is \`femoropopliteals\`, expected \`any\`, \`femoropopliteal\`, \`calf\`, \`limb-threatening\`, \`pregnancy\` or \`distal\`.
      Did you mean \`femoropopliteal\`?
    2 errors in 2 files.
    "
  `);
});

test('a vocabulary that cannot be taken is the one thing said, not every word that hangs on it', async () => {
  const text = 'populations: {}\ninterventions: { pmt: { label: A } }\noutcomes: []\n';
  expect(await reportOf({ 'vocabulary.yaml': text })).toMatchInlineSnapshot(`
    "content/vocabulary.yaml:1:1  invalid-field
      \`phases\` is missing.
      Add \`phases:\` (Parts of a procedure, in the order in which they come).
    content/vocabulary.yaml:1:14  invalid-field
      \`populations\`: a list has at least one word.
      What belongs here: Whom a finding is about.
    content/vocabulary.yaml:3:11  invalid-field
      \`outcomes\` is an empty list, expected fields of its own.
      What belongs here: What is counted or measured.
    3 errors in 1 file.
    "
  `);
});

test('missing-file says which file, what it holds and the way out', async () => {
  expect(await messagesOf('missing-file')).toMatchInlineSnapshot(`
    "content/site.yaml:1:1  missing-file
      \`content/site.yaml\` is empty: it holds the name of the site, its emergency line and its subject.
      Write it; the guide for editors, in the section on another condition, shows what stands in it.
    1 error in 1 file.
    "
  `);
});

test('missing-file speaks of content that is there, and not of an empty folder', () => {
  const issuesOf = (texts: Record<string, string>) =>
    checkContent(toContent(Object.entries(texts).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))), {
      asOf: AS_OF,
    });
  expect(issuesOf({})).toEqual([]);
  expect(issuesOf({ 'sections.yaml': '[]\n' }).map(({ file, rule, message }) => [file, rule, message])).toEqual([
    ['content/site.yaml', 'missing-file', expect.stringContaining('`content/site.yaml` is missing: it holds the name')],
    ['content/vocabulary.yaml', 'missing-file', expect.stringContaining('`content/vocabulary.yaml` is missing: it holds populations')],
  ]);
});

test('unused-word names the word where it is defined, and waits until everything can be read', async () => {
  expect(await messagesOf('unused-word')).toMatchInlineSnapshot(`
    "content/vocabulary.yaml:9:3  unused-word (warning)
      \`interventions.hammer\` is used by nothing.
      Take it out, or use it where it belongs.
    1 warning in 1 file.
    "
  `);
  const unused = textOf('vocabulary.yaml').replace('interventions:', 'interventions:\n  hammer: { label: Hammer }');
  expect(await reportOf({ 'vocabulary.yaml': unused, 'sections.yaml': 'a: [' })).not.toContain('unused-word');
});

test('word-without-border says that the term lacks senses, or is missing', async () => {
  expect(await messagesOf('word-without-border')).toMatchInlineSnapshot(`
    "content/vocabulary.yaml:4:3  word-without-border (warning)
      \`populations.calf\` is contested (\`covers: null\`), and the term \`calf\` of the glossary is missing.
      Give the term \`calf\` the \`senses\` that sources give the word, or say what it \`covers\`.
    1 warning in 1 file.
    "
  `);
});

test('outcome-without-direction asks which way is better, unless the outcome is no one thing', async () => {
  expect(await messagesOf('outcome-without-direction')).toMatchInlineSnapshot(`
    "content/vocabulary.yaml:11:3  outcome-without-direction
      \`outcomes.other\` does not say whether \`fewer\` or \`more\` of it is \`better\`.
      Add \`better: fewer\` or \`better: more\`.
    1 error in 1 file.
    "
  `);
  const both = textOf('vocabulary.yaml').replace('kind: other }', 'kind: other, better: more }');
  expect(await reportOf({ 'vocabulary.yaml': both })).toContain('is of the kind `other`, no one thing, and yet `better` is `more`.');
});

test('figure-place names the address, the second figure of the front page, and the segment', async () => {
  expect(await messagesOf('figure-place')).toMatchInlineSnapshot(`
    "content/figures/leg.yaml:13:11  figure-place
      \`segments[1].id\` is \`calf\`, as that of an earlier segment.
      Give it a name of its own.
    content/figures/timeline.yaml:1:1  figure-place
      The name of the file is \`timeline\`, and the site has a page of that name among its figures.
      Give the file another name.
    content/figures/timeline.yaml:7:8  figure-place
      \`front\` is set here and in \`leg\`, and the front page has room for one figure.
      Take it out of one of them.
    3 errors in 2 files.
    "
  `);
});

test('unknown-term looks into the vocabulary and the site as well', async () => {
  const vocabulary = textOf('vocabulary.yaml').replace('thrombectomy }', 'thrombectomy, terms: [widgit] }');
  const site = textOf('site.yaml').replace('  words:', '  terms: [gadgets]\n  words:');
  expect(await reportOf({ 'vocabulary.yaml': vocabulary, 'site.yaml': site })).toMatchInlineSnapshot(`
    "content/site.yaml:18:11  unknown-term
      \`emergency.terms[0]\` names \`gadgets\`, which is not in content/terms.yaml.
      Name \`widget\` or \`distal\`, or add the term to content/terms.yaml.
    content/vocabulary.yaml:9:63  unknown-term
      \`interventions.pmt.terms[0]\` names \`widgit\`, which is not in content/terms.yaml.
      Did you mean \`widget\`?
    2 errors in 2 files.
    "
  `);
});

test('a figure takes paths and numbers alone, so that nothing in it can run or load', async () => {
  const text = `title: A leg
name: Leg
heading: Where
says: From above.
tells: what each part is called
shows: How many findings count.
picture: A leg.
called: Called
frame: { width: 300, height: 200, names: 180, bars: 40 }
outline: [{ d: 'M0 0"/><script>alert(1)</script>' }]
segments:
  - { id: calf, name: Calf, says: the calf, populations: [calf], paths: [{ d: 'url(//evil.example)', width: 12 }], from: [66, 50], label: 50, reach: [20, 90] }
`;
  expect(await reportOf({ 'figures/leg.yaml': text })).toMatchInlineSnapshot(`
    "content/figures/leg.yaml:10:16  invalid-field
      \`outline[0].d\` is \`M0 0"/><script>alert(1)</script>\`: a path is the commands of SVG and numbers, and starts with \`M\`.
      What belongs here: Path in the frame, as in SVG.
    content/figures/leg.yaml:12:79  invalid-field
      \`segments[0].paths[0].d\` is \`url(//evil.example)\`: a path is the commands of SVG and numbers, and starts with \`M\`.
      What belongs here: Path in the frame, as in SVG.
    2 errors in 1 file.
    "
  `);
});
