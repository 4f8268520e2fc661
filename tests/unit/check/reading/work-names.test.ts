/** Names of works in prose: that each stands before a citation of its own work, in sentences and below the head of a column. */
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../../../src/check/check-content.ts';
import { AS_OF, contentWith } from '../fixture.ts';

/** The topic of the fixture with more at its end. */
const topic = async (text: string): Promise<Record<string, string>> => {
  const file = 'topics/bent-widget.mdx';
  return { [file]: `${await readFile(`tests/fixtures/content/${file}`, 'utf8')}\n${text}\n` };
};

describe('the name of a work', () => {
  const table = (head: string, cell: string): string => `| What | ${head} |\n| --- | --- |\n| Lasted | ${cell} |`;
  const strayed = async (text: string): Promise<string[]> => {
    const trial = 'sources/example-2020-trial.md';
    const source = (await readFile(`tests/fixtures/content/${trial}`, 'utf8')).replace(
      'title: A comparison of two widgets\n',
      'title: A comparison of two widgets\nshortTitle: WIDGETS\n',
    );
    return checkContent(await contentWith({ [trial]: source, ...(await topic(text)) }), { asOf: AS_OF })
      .filter(({ rule }) => rule === 'another-work-named')
      .map(({ message }) => message);
  };
  const message = 'The name “WIDGETS” stands beside `example-2021-advice`, where nothing is said of it.';

  it.each([
    table('WIDGETS', 'about as long [@example-2021-advice]'),
    table('How long', 'WIDGETS at once [@example-2021-advice] and later [@example-2020-trial]'),
  ])('is held against the next citation, and that of a column against those below it: %s', async (text) => {
    expect(await strayed(text)).toEqual([message]);
  });

  it.each([
    table('WIDGETS', 'about as long [@example-2020-trial]'),
    table('WIDGETS', 'about as long'),
    table('How long', 'WIDGETS at once [@example-2020-trial] and as advised [@example-2021-advice]'),
  ])('may stand beside its work: %s', async (text) => {
    expect(await strayed(text)).toEqual([]);
  });
});
