import type { Element, ElementContent, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { buildPhraseBook } from '../../../src/evidence/mentions.ts';
import { rehypeGlossaryLinks } from '../../../src/integrations/glossary-links.ts';
import { madeTerm } from '../made.ts';

const book = buildPhraseBook([
  madeTerm('dvt', { name: 'deep vein thrombosis', abbreviations: ['DVT'], synonyms: ['clot'] }),
  madeTerm('calf-dvt', { name: 'calf DVT' }),
  madeTerm('fistula', { name: 'vein fistula', abbreviations: ['AVF'] }),
  madeTerm('forum', { name: 'vein forum', abbreviations: ['AVF'] }),
]);

const text = (value: string): ElementContent => ({ type: 'text', value });
const made = (tagName: string, children: readonly (string | ElementContent)[], properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
const wordingFor = (register: string, ...children: Element[]) =>
  ({
    type: 'mdxJsxFlowElement',
    name: 'Answer',
    attributes: [{ type: 'mdxJsxAttribute', name: 'for', value: register }],
    children,
  }) as never;
const wording = (...children: Element[]) => wordingFor('student', ...children);

/** The tree in short: a link as `[words](address)`, everything else as its words. */
function told(nodes: readonly { type: string }[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return (node as { value: string } & { type: string }).value;
      const { children, properties } = node as Element;
      return properties?.['href'] ? `[${told(children)}](${properties['href']})` : told(children);
    })
    .join('');
}

function linked(children: readonly ElementContent[], frontmatter: Record<string, unknown> = {}): string {
  const tree: Root = { type: 'root', children: [...children] };
  rehypeGlossaryLinks({ book })(tree, { data: { astro: { frontmatter } } });
  return told(tree.children);
}

describe('a glossary link', () => {
  it('stands at the first mention only', () => {
    expect(linked([made('p', ['A DVT. ', made('em', ['Deep vein thrombosis']), ' and a clot.']), made('p', ['DVT.'])])).toBe(
      'A [DVT](/glossary/dvt/). Deep vein thrombosis and a clot.DVT.',
    );
  });

  it('takes the longest name, and leaves the words within it alone later on', () => {
    expect(linked([made('p', ['A calf DVT, a calf DVT, a DVT.'])])).toBe(
      'A [calf DVT](/glossary/calf-dvt/), a calf DVT, a [DVT](/glossary/dvt/).',
    );
  });

  it.each(['h2', 'h3', 'a', 'code', 'pre', 'th'])('never stands in %s', (tagName) => {
    expect(linked([made(tagName, ['DVT']), made('p', ['DVT'])])).toBe('DVT[DVT](/glossary/dvt/)');
  });

  it('never stands in the wording for clinicians, and that wording uses up no first mention', () => {
    expect(linked([wordingFor('clinician', made('p', ['DVT'])), made('p', ['DVT'])])).toBe('DVT[DVT](/glossary/dvt/)');
  });

  it('never stands in a citation', () => {
    expect(linked([made('span', ['(DVT, 2020)'], { className: ['citation'] })])).toBe('(DVT, 2020)');
  });

  it('stands in cells of tables and in lists', () => {
    expect(linked([made('table', [made('tr', [made('th', ['DVT']), made('td', ['clot'])])])])).toBe('DVT[clot](/glossary/dvt/)');
  });

  it('is not made for an abbreviation that two terms share', () => {
    expect(linked([made('p', ['An AVF.'])])).toBe('An AVF.');
  });

  it('is not made where an editor made one', () => {
    const byHand = made('a', ['this'], { href: '/glossary/dvt/' });
    expect(linked([made('p', ['A DVT, see ', byHand, '.'])])).toBe('A DVT, see [this](/glossary/dvt/).');
  });

  it('stands once in each wording of an answer, because a reader sees one of them, and once below', () => {
    expect(linked([wording(made('p', ['DVT, DVT. '])), wording(made('p', ['DVT. '])), made('p', ['DVT, DVT.'])])).toBe(
      '[DVT](/glossary/dvt/), DVT. [DVT](/glossary/dvt/). [DVT](/glossary/dvt/), DVT.',
    );
  });

  it('is switched off by the page', () => {
    expect(linked([made('p', ['DVT'])], { autolink: false })).toBe('DVT');
    expect(linked([made('p', ['DVT'])], { autolink: true })).toBe('[DVT](/glossary/dvt/)');
  });
});
