import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { buildBacklinks } from '../../../src/parts/backlink.ts';
import { sentenceAt } from '../../../src/parts/quotation.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

describe('the sentence around a line', () => {
  it.each([
    ['is the line itself', 'One is so.\nTwo **is** [so](/x/) [@a-2020, p. 3].\nThree is so.', 2, 'Two is so.'],
    ['runs over lines', 'One is so.\nTwo is\nso [@a-2020; @b-2021]\nas well.\nThree.', 3, 'Two is so as well.'],
    ['ends at an empty line', 'A head\n\nTwo is so [@a-2020]\n\nThree.', 3, 'Two is so'],
    ['ends at a component', '<Answer for="public">\nTwo is so\n</Answer>', 2, 'Two is so'],
    ['is an item of a list', '- One\n- Two is so [@a-2020]\n- Three', 2, 'Two is so'],
    ['goes on below the first line of an item', '- One\n- Two\n  is so [@a-2020].', 3, 'Two is so.'],
    ['is a row of a table, cell by cell', '| A | B |\n|---|---|\n| One [@a-2020] | two |', 3, 'One · two'],
    ['keeps its question mark', 'Is it? [@a-2020]\nNo.', 1, 'Is it?'],
  ])('%s', (_, body, line, sentence) => {
    expect(sentenceAt(body, line)).toBe(sentence);
  });

  it('is cut at a word when it is very long', () => {
    const sentence = sentenceAt(`${'rind '.repeat(100)}.`, 1);
    expect(sentence.length).toBeLessThan(325);
    expect(sentence.endsWith('rind …')).toBe(true);
  });
});

const library = madeLibrary({
  sources: [
    madeSource('moon-2020-cheese', { findings: [madeFinding('rinds', 'for', { id: 'rinds-are-for', says: 'Rinds are for.' })] }),
    madeSource('star-2021-dust'),
  ],
  topics: [
    madeTopic(
      'legs',
      { title: 'Legs', pitfalls: [{ says: 'Easy to miss.', from: [{ source: 'star-2021-dust' }] }] },
      'First [@moon-2020-cheese].\nSecond [@moon-2020-cheese]; see [arms](/topics/arms/#how).\nSee [legs](/topics/legs/).',
    ),
    madeTopic('arms', { title: 'Arms', pitfalls: [{ says: 'Easy to miss.', from: [{ source: 'star-2021-dust' }] }] }),
  ],
  questions: [madeQuestion('rinds', { question: 'Rinds?' }, 'Nothing is cited here.')],
  terms: [madeTerm('rind', { name: 'rind', definition: 'The outer part.', from: [{ source: 'star-2021-dust' }] })],
});
const backlinks = buildBacklinks(buildEvidenceGraph(library, '2026-11-20'));

describe('a backlink', () => {
  it('quotes the first sentence that cites a source, leads to it, and counts the others', () => {
    expect(backlinks.get('/sources/moon-2020-cheese/')).toEqual([
      {
        kind: 'Topic',
        href: '/topics/legs/',
        text: 'Legs',
        sentence: 'First.',
        place: '/topics/legs/#cite-moon-2020-cheese-1',
        more: 'and 1 more time',
      },
      {
        kind: 'Question',
        href: '/questions/rinds/',
        text: 'Rinds?',
        sentence: 'Rinds are for.',
        place: '/sources/moon-2020-cheese/#finding-moon-2020-cheese--rinds-are-for',
        more: '',
      },
    ]);
  });

  it('quotes statements of the frontmatter and definitions that rest on a source', () => {
    expect(backlinks.get('/sources/star-2021-dust/')?.map(({ kind, text, sentence }) => [kind, text, sentence])).toEqual([
      ['Topic', 'Arms', 'Easy to miss.'],
      ['Topic', 'Legs', 'Easy to miss.'],
      ['Term', 'rind', 'The outer part.'],
    ]);
  });

  it('is made by a link in prose, whatever its fragment, but not by a page to itself', () => {
    expect(backlinks.get('/topics/arms/')).toMatchObject([{ href: '/topics/legs/', sentence: 'Second; see arms.' }]);
    expect(backlinks.has('/topics/legs/')).toBe(false);
  });
});
