/** The built pages on a limb in danger, as somebody with one meets them: the emergency first, in every register. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { silentOn } from '../../src/evidence/pathway/emergency.ts';
import { readContent } from '../../src/library/from-files.ts';
import { registerNames } from '../../src/schema/vocabulary.ts';
import { contentFolder } from '../../src/config.ts';

const { findAll, getElementsByTagName, innerText } = DomUtils;
type Element = ReturnType<typeof findAll>[number];
const isTag = (node: Element['children'][number]): node is Element => 'attribs' in node;

const folder = inject('siteFolder');
const { library } = await readContent(contentFolder());
const EMERGENCY = 'This can be an emergency.';
const pageOf = async (path: string): Promise<Element> => {
  const [main] = getElementsByTagName('main', parseDocument(await readFile(join(folder, path, 'index.html'), 'utf8')));
  if (!main) throw new Error(`${path} has no main part.`);
  return main;
};
const hasClass = (element: Element, name: string): boolean => (element.attribs['class'] ?? '').split(' ').includes(name);
const allOf = (root: Element, name: string): Element[] => findAll((element) => hasClass(element, name), [root]);
const textOf = (element: Element | undefined): string => (element ? innerText(element).replace(/\s+/g, ' ').trim() : '');

/** The first thing that is said on a page after its title, list of contents and heading left out. */
function firstSaid(main: Element): string {
  const opening = allOf(main, 'opening')[0];
  const siblings = (opening?.parent?.children ?? []).filter(isTag);
  const next = opening && siblings[siblings.indexOf(opening) + 1];
  return textOf(next);
}

const flagged = [
  ...[...library.questions.values()].filter(({ emergency }) => emergency).map(({ id }) => `questions/${id}`),
  ...[...library.topics.values()].filter(({ emergency }) => emergency).map(({ id }) => `topics/${id}`),
];
const legs = [...library.pathways.values()].filter(({ emergency }) => emergency);
const SILENT_ON_LIMB = silentOn({ danger: 'a limb in danger' });

describe('pages on which a limb may be at stake', () => {
  test('are there', () => {
    expect(flagged).toEqual(
      expect.arrayContaining(['questions/limb-threat-removal', 'questions/phlegmasia-outcomes', 'topics/phlegmasia']),
    );
  });

  test.each(flagged)('%s opens with the emergency, and so does each of its registers', async (path) => {
    const main = await pageOf(path);
    expect(firstSaid(main)).toMatch(new RegExp(`^${EMERGENCY}`));
    const parts = allOf(main, 'lead-part');
    expect(parts.map(({ attribs }) => attribs['data-for'])).toEqual([...registerNames]);
    for (const part of parts) {
      const [, said] = part.children.filter(isTag);
      expect([part.attribs['data-for'], textOf(said).startsWith(EMERGENCY)]).toEqual([part.attribs['data-for'], true]);
    }
    // The box on top has a line for each register, and a reader sees the one chosen.
    const [box] = allOf(main, 'emergency');
    expect((box?.children ?? []).filter(isTag).map(({ attribs }) => attribs['data-for'])).toEqual([...registerNames]);
  });

  test.each(legs.map(({ id }) => id))('pathways/%s opens with the emergency and decides it first', async (id) => {
    const main = await pageOf(`pathways/${id}`);
    expect(firstSaid(main)).toMatch(new RegExp(`^${EMERGENCY}`));
    const [rules] = allOf(main, 'pathway-rules');
    const [, first] = rules ? getElementsByTagName('tr', rules) : [];
    expect(textOf(first)).toContain('Limb in danger: yes');
    const result = findAll((element) => 'data-result' in element.attribs, [main])[0];
    expect(textOf(result?.children.find(isTag))).toMatch(new RegExp(`^${EMERGENCY}`));
  });

  test('the comparison opens with it, and first of each pair says what each says of a limb in danger', async () => {
    const main = await pageOf('pathways/compare');
    expect(firstSaid(main)).toMatch(new RegExp(`^${EMERGENCY}`));
    const tables = allOf(main, 'pathway-pair');
    expect(tables).toHaveLength((legs.length * (legs.length - 1)) / 2);
    const labels = new Set(
      legs.map(({ rules, outcomes }) => outcomes.find(({ id }) => id === rules[0]?.outcome)?.label ?? '').filter(Boolean),
    );
    for (const table of tables) {
      const [, first, ...rest] = getElementsByTagName('tr', table).map(textOf);
      expect(first).toMatch(/^Limb in danger: yes/);
      expect([...labels].some((label) => first?.includes(label))).toBe(true);
      for (const row of rest) {
        expect(row).not.toContain('Limb in danger: yes');
        expect(row).not.toContain(SILENT_ON_LIMB);
      }
    }
    expect(tables.map(textOf).join(' ')).toContain(SILENT_ON_LIMB);
  });
});
