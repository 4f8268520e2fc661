/** News in words: what moved, and the line on a question. */
import { describe, expect, it } from 'vitest';
import { buildUpdates } from '../../../src/evidence/updates.ts';
import { happeningTag, toMoveLine, toQuestionNews } from '../../../src/parts/news.ts';
import { history } from '../../../src/schema/history.ts';
import type { QuestionId } from '../../../src/schema/id.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource } from '../made.ts';

const since = '2026-01-02';
const on = '2026-01-07';
function libraryWith(rows: object, ids = ['moon-2020-a']) {
  const sources = ids.map((id) =>
    madeSource(id, {
      findings: [madeFinding('q', 'for', { id: 'a', results: ['n'] })],
      results: [{ id: 'n', outcome: 'pts-any', at: '1 year', arms: [{ name: 'x' }] }],
    }),
  );
  const histories = ids.map((source) => history.parse({ source, ...rows }));
  return madeLibrary({ sources, questions: ['q', 'r'].map((id) => madeQuestion(id, { updated: '2025-12-01' })), histories });
}
const grade = { on, what: 'grade', was: '2C', is: '1B' };
const lineOf = (library: ReturnType<typeof libraryWith>, id = 'q') => toQuestionNews(library, id as QuestionId);

describe('the line on a question', () => {
  it('has the day, what moved and in which works, and leads to the news of that day', () => {
    const library = libraryWith({ findings: [{ id: 'a', since, changes: [grade] }], results: [{ id: 'n', since, changes: [grade] }] });
    expect(lineOf(library)).toEqual({
      on: '7 January 2026',
      says: '1 finding and 1 number changed: Moon, 2020',
      href: '/updates/#day-2026-01-07',
    });
    expect(lineOf(library, 'r')).toBeUndefined();
  });

  it('names two works of many and counts the others', () => {
    const library = libraryWith({ findings: [{ id: 'a', since, changes: [grade] }] }, ['a-1', 'b-2', 'c-3', 'd-4']);
    expect(lineOf(library)?.says).toMatch(/^4 findings changed: .*; .* and 2 others$|^4 findings changed: Moon, 2020$/);
  });

  it('counts what came with new works', () => {
    expect(lineOf(libraryWith({ findings: [{ id: 'a', since }] }))?.says).toBe('1 new source: Moon, 2020');
  });
});

it('a change is told with what was and is, a sentence with what it was, and the tag says of what', () => {
  const sentence = { on, what: 'sentence', was: 'It helped.' };
  const library = libraryWith({ findings: [{ id: 'a', since, changes: [grade, sentence] }] });
  const [update] = buildUpdates(library);
  if (!update?.source || !update.moves[0]) throw new Error('Nothing moved.');
  expect(happeningTag(update)).toBe('Changed finding');
  expect(toMoveLine(library, update.source, update.moves[0])).toEqual({
    link: { href: '/sources/moon-2020-a/#finding-moon-2020-a--a', text: 'q' },
    text: 'q',
    says: 'grade: 2C, now 1B; sentence: it read “It helped.”',
  });
});
