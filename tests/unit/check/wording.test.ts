/** Our wording against raw articles that are not there: what an editor reads, and the promise that nine words are found and eight are not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { parallelWording, staleFingerprint } from '../../../src/check/rules/wording.ts';
import { toFingerprintFile } from '../../../src/ingest/fingerprint.ts';
import { toContent, type Content } from '../../../src/library/content.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { AS_OF, contentWith, messagesOf } from './fixture.ts';

test('parallel-wording names both places, ours by line and the article’s by word and heading', async () => {
  expect(await messagesOf('parallel-wording')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:22:1  parallel-wording
      The text has 9 words in a row that also stand in the raw article of \`example-2020-trial\` (words 1 to 9 of 29, 0 % of the way through): “Two widgets were worn for a year by [twenty”.
      Say it in your own words, or keep what must be quoted below nine words.
    content/sources/example-2020-trial.md:46:9  parallel-wording
      The text has 13 words in a row that also stand in the raw article of \`example-2020-trial\` (words 12 to 24 of 29, 38 % of the way through): “neither of them lasted … both cost the same”.
      Say it in your own words, or keep what must be quoted below nine words.
    content/topics/fitting-a-widget.mdx:8:11  parallel-wording
      \`pitfalls[0].says\` has 9 words in a row that also stand in the raw article of \`example-2020-trial\` (words 21 to 29 of 29, 69 % of the way through): “both cost the same, the makers paid for nothing”.
      Say it in your own words, or keep what must be quoted below nine words.
    3 errors in 3 files.
    "
  `);
});

test('stale-fingerprint says whose raw article it is not', async () => {
  expect(await messagesOf('stale-fingerprint')).toMatchInlineSnapshot(`
    "content/fingerprints/example-1999-gone.yaml:2:11  stale-fingerprint (warning)
      \`example-1999-gone\` is not in content/sources.
      Take the file out, or name it after the source that it belongs to.
    content/fingerprints/example-2020-trial.yaml:2:11  stale-fingerprint (warning)
      \`snapshot\` is not that of \`example-2020-trial\`, which was made from a raw article that it does not name.
      Make it again from the raw article: \`npm run fingerprint -- example-2020-trial\`.
    2 warnings in 2 files.
    "
  `);
});

const HASH = 'a'.repeat(64);

const fingerprintOf = (id: string, article: string): Record<string, string> => {
  const file = toFingerprintFile(id, { text: article, headings: [], disclaimers: [], boilerplate: [] }, HASH);
  if (!file) throw new Error('The article is too short for a fingerprint.');
  return { [file.path]: file.text };
};

const wordingIn = (content: Content): string[] =>
  checkContent(content, { asOf: AS_OF, rules: [parallelWording] }).map(({ file, line, message }) => `${file}:${line} ${message}`);

/** What the rule says of the valid library with these files over it, when this is the raw article of one of its sources. */
const found = async (article: string, files: Readonly<Record<string, string>>): Promise<string[]> =>
  wordingIn(await contentWith({ ...fingerprintOf('example-2020-trial', article), ...files }));

const ARTICLE = 'Alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november oscar papa quebec.';
const NINE = 'delta echo foxtrot golf hotel india juliett kilo lima';
const EIGHT = 'delta echo foxtrot golf hotel india juliett kilo';

const source = async (says: string, body = 'A body.'): Promise<Record<string, string>> => {
  const trial = (await contentWith()).files.find((file) => file.id === 'example-2022-draft')?.text ?? '';
  return { 'sources/example-2022-draft.md': trial.replace(/\n---\n[\s\S]*$/, `\nunresolved:\n  - what: ${says}\n---\n\n${body}\n`) };
};
const lay = async (path: string, from: string | RegExp, to: string): Promise<Record<string, string>> => {
  const old = (await contentWith()).files.find((file) => file.path === `content/${path}`)?.text ?? '';
  if (!old.match(from)) throw new Error(`\`${path}\` has no ${String(from)}.`);
  return { [path]: old.replace(from, to) };
};

/** Where nine words can be planted: each gives the files with these words at one place. */
const places: Readonly<Record<string, (words: string) => Promise<Record<string, string>>>> = {
  'the body of a digest': (words) => lay('sources/example-2020-trial.md', 'Two widgets were compared.', `It has ${words}.`),
  'a finding of a digest': (words) => lay('sources/example-2020-trial.md', 'The two widgets did equally well.', `It has ${words}.`),
  'a field of a draft': (words) => source(`It has ${words}.`),
  'the question itself': (words) => lay('questions/widget-choice.mdx', 'Which widget should be chosen?', `Is it ${words}?`),
  'an answer for the public': (words) => lay('questions/widget-choice.mdx', 'Both widgets last about as long', `They ${words}`),
  'an answer on one line with its tags': (words) => lay('questions/widget-choice.mdx', 'Neither was shown to be better', `They ${words}`),
  'the summary of a topic': (words) => lay('topics/fitting-a-widget.mdx', 'A page of the example.', `On ${words}.`),
  'a step of a topic': (words) => lay('topics/fitting-a-widget.mdx', 'The widget is held.', `There ${words}.`),
  'a bottom line of a topic': (words) => lay('topics/fitting-a-widget.mdx', 'A widget is a thing with parts', `So ${words}`),
  'a definition': (words) => lay('terms.yaml', 'The thing that the example is about.', `It is ${words}.`),
  'a pathway': (words) => lay('pathways/widget-path.yaml', 'The published steps.', `Steps of ${words}.`),
};

describe.each(Object.entries(places))('in %s', (_, plant) => {
  test('nine words of the article are found', async () => {
    const said = await found(ARTICLE, await plant(NINE));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('9 words in a row that also stand in the raw article of `example-2020-trial` (words 4 to 12 of 17, 18 %');
  });

  test('eight are not', async () => {
    expect(await found(ARTICLE, await plant(EIGHT))).toEqual([]);
  });
});

const inDigest = (words: string) => lay('sources/example-2020-trial.md', 'Two widgets were compared.', words);

test.each([
  ['capitals, commas and a line break', 'Delta, echo – foxtrot “golf”\nhotel; INDIA juliett kilo lima.'],
  ['emphasis and a link in the middle', 'Delta **echo** foxtrot [golf hotel](/questions/widget-choice/) india *juliett* kilo lima.'],
  ['accents and hyphens', 'Délta echo fox-trot golf ho\u00adtel india juliett kilo lima.'],
  ['a list', '- delta echo\n- foxtrot golf\n- hotel india\n- juliett kilo lima'],
])('%s hide nothing', async (_, words) => {
  expect(await found(ARTICLE, await inDigest(words))).toHaveLength(1);
});

test('citation marks of the article hide nothing', async () => {
  const marked = 'Alpha bravo. 1 Charlie delta [2,3] echo foxtrot golf.4 Hotel india¹² juliett.';
  expect(await found(marked, await inDigest('Bravo charlie delta echo foxtrot golf hotel india juliett.'))).toHaveLength(1);
});

test('a long run is one issue with its full length, and two runs are two', async () => {
  const [one, ...more] = await found(ARTICLE, await inDigest(ARTICLE));
  expect([more, one]).toEqual([[], expect.stringContaining('17 words in a row')]);
  expect(await found(ARTICLE, await inDigest(`${NINE} and then again ${NINE}`))).toHaveLength(2);
});

test('a draft is warned, because it cannot be published yet', async () => {
  const content = await contentWith({ ...fingerprintOf('example-2022-draft', ARTICLE), ...(await source(`It has ${NINE}.`)) });
  const issues = checkContent(content, { asOf: AS_OF, rules: [parallelWording] });
  expect(issues.map(({ rule, level }) => [rule, level])).toEqual([['parallel-wording', 'warning']]);
});

describe('names, titles and numbers are exempt', () => {
  const quiet = async (article: string): Promise<string[]> =>
    found(`Before it. ${article} After it.`, await inDigest(`See ${article} now.`));

  test('a title, whole or in part, however long', async () => {
    const long = { title: 'A comparison of two very different widgets worn by people in the north for one year' };
    const files = await lay('sources/example-2020-trial.md', 'title: A comparison of two widgets', `title: ${long.title}`);
    const text = files['sources/example-2020-trial.md']?.replace('Two widgets were compared.', `It is called ${long.title}.`) ?? '';
    expect(await found(`We read ${long.title} twice.`, { 'sources/example-2020-trial.md': text })).toEqual([]);
    const more = text.replace('It is called', 'We read and weighed');
    expect(await found(`We read and weighed ${long.title} twice.`, { 'sources/example-2020-trial.md': more })).toHaveLength(1);
  });

  test('numbers with their units and the small words between them', async () => {
    expect(await quiet('4 of 10 versus 5 of 10 at 12 months, 95% CI 0.2 to 1.4')).toEqual([]);
  });

  test('names in a row', async () => {
    expect(await quiet('Erin Example, Journal of Examples 12, with Erin Example and the Journal of Examples')).toEqual([]);
  });

  test('but one ordinary word among eight such words counts', async () => {
    expect(await quiet('4 of 10 bent versus 5 of 10 at 12 months')).toHaveLength(1);
  });

  test('and small words alone are no number', async () => {
    expect(await quiet('of the and in at on by the or and')).toHaveLength(1);
  });
});

test('any nine words of any article are found at their place, and eight between strangers never', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const said = (article: string, body: string): string[] => {
    const [[path, text] = ['', '']] = Object.entries(fingerprintOf('a-2020-b', article));
    return wordingIn(
      toContent([
        { path: 'sources/a-2020-b.md', bytes: bytes(`---\nkind: news\n---\n\n${body}\n`) },
        { path, bytes: bytes(text) },
      ]),
    );
  };
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{4,9}$/), { minLength: 12, maxLength: 60 }), fc.nat(), (words, cut) => {
      const at = cut % (words.length - 8);
      const article = words.join(' ');
      const nine = words.slice(at, at + 9);
      expect(said(article, `Xx ${nine.join(' ')} yy.`)).toEqual([
        expect.stringContaining(`(words ${at + 1} to ${at + 9} of ${words.length}`),
      ]);
      expect(said(article, `Xx ${nine.slice(1).join(' ')} yy.`)).toEqual([]);
      expect(said(article, `Xx ${nine.toReversed().join(' ')} yy.`)).toEqual([]);
    }),
  );
});

test('the shipped content has no nine words in a row from an article that it was made from', async () => {
  const content = await readContent('content');
  expect(content.files.filter((file) => file.collection === 'fingerprint').length).toBeGreaterThanOrEqual(5);
  expect(checkContent(content, { asOf: AS_OF, rules: [parallelWording, staleFingerprint] })).toEqual([]);
});

test('a source without a fingerprint is not guarded, and content without any is not looked at', async () => {
  const content = await contentWith(await inDigest(NINE));
  expect(wordingIn(content)).toEqual([]);
});
