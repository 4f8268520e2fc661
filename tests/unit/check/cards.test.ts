/** What an editor reads about cards, and how they are tied to what they rest on. */
import { describe, expect, it, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { tieCards } from '../../../src/check/fix/tie-cards.ts';
import { AS_OF, contentWith, messagesOf } from './fixture.ts';

test.each(['unknown-card-evidence', 'card-not-counted', 'card-evidence-changed', 'objective-without-cards'])(
  '%s says what stands there and the way out',
  async (rule) => {
    expect(await messagesOf(rule)).toMatchSnapshot();
  },
);

const path = 'cards/widgets.yaml';
const deckOf = (card: string): string => `objectives:\n  - objective: Say what it is.\n    cards:\n${card}`;
const cardWith = (lines: string, id = 'which-widget', evidence = '{ source: example-2021-advice, finding: widget-choice }'): string =>
  `      - id: ${id}\n        kind: fact\n${lines}        evidence:\n          - ${evidence}\n`;
const issuesWith = async (card: string) =>
  checkContent(await contentWith({ [path]: deckOf(card) }), { asOf: AS_OF })
    .filter(({ rule }) => !['card-evidence-changed', 'objective-without-cards'].includes(rule))
    .map(({ rule, line, message }) => `${rule} ${line} ${message}`);

describe('the words of a card', () => {
  it.each([
    ['a number that its source does not carry', '        asks: How many?\n        answer: In 17 of 20 people.\n', /^number-not-carried 7 /],
    [
      'a value that is not there',
      '        asks: How many?\n        answer: <Result of="example-2020-trial" id="lost" as="counts" />\n',
      /^unknown-value 7 /,
    ],
    ['a tag that is no value', '        asks: How <b>many</b>?\n        answer: None.\n', /^unknown-value 6 .*a card is plain words/],
  ])('are held against its evidence: %s', async (_, lines, because) => {
    expect((await issuesWith(cardWith(lines)))[0]).toMatch(because);
  });

  it('may take numbers from a result', async () => {
    const lines = '        asks: How many?\n        answer: <Result of="example-2020-trial" id="other-12m" as="counts" />\n';
    expect(await issuesWith(cardWith(lines, 'which-widget', '{ source: example-2020-trial, result: other-12m }'))).toEqual([]);
  });
});

it('no two cards have one id, because what was learned hangs on it', async () => {
  const card = cardWith('        asks: What?\n        answer: Either.\n');
  expect(await issuesWith(card + card)).toEqual([
    expect.stringMatching(/^duplicate-id 10 .*`which-widget`, which a card of `widgets` has\.$/),
  ]);
});

describe('a deck that is tied', () => {
  const untied = deckOf(
    `${cardWith('        asks: What?\n        answer: Either.\n')}${cardWith('        asks: Which?\n        answer: A thing.\n', 'other', 'term: widget # as a word')}`,
  );
  const tie = async (text: string, again: readonly string[] = []): Promise<string> => {
    const { library } = await contentWith({ [path]: text });
    const [[topic, deck] = []] = [...library.decks];
    if (!topic || !deck) throw new Error('The deck was not read.');
    return tieCards(text, topic, deck, library, new Set(again));
  };

  it('says of every row what it was written from, and nothing else of it moves', async () => {
    const tied = await tie(untied);
    expect(tied).toMatch(/\{ source: example-2021-advice, finding: widget-choice, of: [a-p]{12} \}/);
    expect(tied).toMatch(/- term: widget\n {12}of: [a-p]{12} # as a word|- term: widget # as a word\n {12}of: [a-p]{12}/);
    expect(tied.replace(/, of: [a-p]{12}|\n {12}of: [a-p]{12}/g, '')).toBe(untied);
    expect(await tie(tied)).toBe(tied);
    const issues = checkContent(await contentWith({ [path]: tied }), { asOf: AS_OF });
    expect(issues.map(({ rule }) => rule)).toEqual([]);
  });

  it('is tied anew only where somebody says that the card was read again', async () => {
    const stale = (await tie(untied)).replace(/(finding: widget-choice, of: )[a-p]{12}/, '$1abcdefghijkl');
    expect(await tie(stale)).toBe(stale);
    expect(await tie(stale, ['other'])).toBe(stale);
    expect(await tie(stale, ['which-widget'])).toBe(await tie(untied));
  });
});
