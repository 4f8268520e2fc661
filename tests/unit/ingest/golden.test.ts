import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/library/passage.ts';
import { bytesOf, contentOf, fixtureBytes, fixtureFolder, fixtureNames, issuesIn, outcomeOfFile } from './fixture.ts';

const draftOf = async (name: string) => {
  const outcome = await outcomeOfFile(fixtureBytes(name));
  if (outcome.state !== 'drafted') throw new Error(`${name} was ${outcome.state}, expected a draft.`);
  return outcome;
};
const wordsOf = (text: string): string[] =>
  foldText(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

describe.each(fixtureNames)('the article %s', (name) => {
  it('becomes exactly the draft that lies beside it', async () => {
    const { text, because, id } = await draftOf(name);
    await expect(`${text}\n<!-- ${id}: ${because} -->\n`).toMatchFileSnapshot(join(fixtureFolder, name, 'draft.md'));
  });

  it('gives the same draft from a copy with a BOM and Windows line ends, but for its hash', async () => {
    const raw = new TextDecoder().decode(fixtureBytes(name));
    const other = await outcomeOfFile(bytesOf(`\uFEFF${raw.replaceAll('\n', '\r\n')}`));
    const { fields } = await draftOf(name);
    expect(other).toMatchObject({ state: 'drafted', fields: { ...fields, snapshot: expect.any(String) as string } });
  });

  it('passes the content check with warnings only, each about something that its to-do list names', async () => {
    const { id, text } = await draftOf(name);
    const issues = issuesIn([{ id, text }]);
    expect(issues.filter((issue) => issue.level === 'error')).toEqual([]);
    const todo = contentOf([{ id, text }]).library.sources.values().next().value?.todo.join('\n') ?? '';
    const named = (message: string): boolean => todo.includes(/`(\w+)/.exec(message)?.[0] ?? '-');
    expect(issues.filter((issue) => issue.rule !== 'open-todo' && !named(issue.message))).toEqual([]);
  });

  it('lends the draft none of its sentences: no nine words in a row but in titles, works, addresses and headings', async () => {
    const { fields, text } = await draftOf(name);
    const lent = [
      fields.title,
      fields.url,
      ...(fields.aliases ?? []),
      ...(fields.outline ?? []),
      ...(fields.restsOn ?? []).map((support) => support.work),
    ];
    const kept = lent.reduce<string>((rest, part) => rest.replaceAll(foldText(part ?? ''), ' ‖ '), foldText(text));
    const raw = ` ${wordsOf(new TextDecoder().decode(fixtureBytes(name))).join(' ')} `;
    const words = kept.split('‖').map(wordsOf);
    const shared = words
      .flatMap((run) => run.slice(8).map((_, i) => run.slice(i, i + 9).join(' ')))
      .filter((nine) => raw.includes(` ${nine} `));
    expect(shared).toEqual([]);
  });
});
