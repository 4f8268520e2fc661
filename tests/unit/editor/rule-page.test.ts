/** The pages of the rules say what the rules say, and lead from one to the next. */
import { describe, expect, it } from 'vitest';
import { buildRuleGuides, type RuleGuide } from '../../../src/check/rule-guide.ts';
import { rulePage, rulesPage } from '../../../src/editor/rule-page.ts';

const guides = buildRuleGuides();
const pageOf = (name: string) => {
  const guide = guides.find((one) => one.name === name);
  if (!guide) throw new Error(`No rule ${name}.`);
  return rulePage(guide, guides);
};

describe('the page of a rule', () => {
  it('shows the mistake, what is printed of it and the same put right, in that order', () => {
    const page = pageOf('invalid-field');
    expect(page.excerpts.map(({ as, file }) => [as, file])).toEqual([
      ['wrong', 'content/sources/society-2021-lamps.md'],
      ['report', ''],
      ['right', 'content/sources/society-2021-lamps.md'],
    ]);
    expect(page.excerpts[1]?.text).toContain('invalid-field');
    expect(page.putRight).toBe('');
  });

  it('says so where lines are missing, where a file should not be there, and what else has to stand for it to be wrong', () => {
    expect(pageOf('missing-answer').excerpts[0]?.label).toBe('Wrong: these lines are missing from');
    expect(pageOf('missing-answer').putRight).toBe('It is right with those lines in their place.');
    expect(pageOf('invalid-file-name').putRight).toBe('It is right when that file is repaired, moved or taken out.');
    expect(pageOf('cites-retracted').excerpts[0]).toMatchObject({ as: 'given', file: 'content/sources/daily-2022-lamps.md' });
  });

  it('says whether a build stops, and is found by no search', () => {
    expect(pageOf('broken-link').level).toBe('An error: nothing is built while it stands.');
    expect(pageOf('review-overdue').level).toBe('A warning: it is reported, and the site is built.');
    expect([pageOf('broken-link').shell.search, pageOf('broken-link').shell.hidden]).toEqual([undefined, true]);
  });

  it('leads on to the rules before and after, and ends at both ends', () => {
    const [first, second] = guides;
    const pages = guides.map((guide) => rulePage(guide, guides));
    expect(pages[0]?.neighbours).toEqual([{ label: 'Next', href: `/editorial/rules/${second?.name}/`, text: second?.name }]);
    expect(pages[1]?.neighbours[0]).toEqual({ label: 'Previous', href: `/editorial/rules/${first?.name}/`, text: first?.name });
    expect(pages.at(-1)?.neighbours.map(({ label }) => label)).toEqual(['Previous']);
  });

  it('sets as code what the check quotes, and keeps backquotes out of the head of the page', () => {
    const page = pageOf('citation-in-source');
    expect(page.says).toContainEqual({ text: 'restsOn', code: true });
    expect(page.shell.description).toBe('A digest cites nothing in prose; what its source leans on is in restsOn.');
    for (const { text } of [...page.says, ...page.why, ...page.ways.flat()]) expect(text).not.toContain('`');
  });

  it('does without an example', () => {
    const bare: RuleGuide = { name: 'bare-rule', level: 'error', says: 'All is well.', why: 'It matters.', example: undefined };
    expect(rulePage(bare, [bare])).toMatchObject({ excerpts: [], ways: [], putRight: '', neighbours: [] });
  });
});

describe('the list of rules', () => {
  it('has every rule once, those that stop a build first', () => {
    const { groups } = rulesPage(guides);
    expect(groups.map(({ id }) => id)).toEqual(['errors', 'warnings']);
    expect(groups.flatMap(({ rules }) => rules.map(({ text }) => text)).sort()).toEqual(guides.map(({ name }) => name).sort());
  });
});
