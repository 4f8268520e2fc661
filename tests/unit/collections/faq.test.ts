import { describe, expect, it } from 'vitest';
import { faqOf, shortAnswer } from '../../../src/collections/topics/faq.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { topicJsonLd } from '../../../src/exports/page-json-ld.ts';
import { readContent } from '../../../src/library/from-files.ts';
import { madeLibrary, madeQuestion, madeTopic } from '../made.ts';

const answer = (says: string): string => `<Answer for="public">\n\n${says}\n\n</Answer>\n`;
const asking = (id: string, fields: object = {}) =>
  madeQuestion(id, { asked: [`Is ${id}?`, `Is it ${id}?`], ...fields }, answer(`Yes [@moon-2020-cheese].\nAnd more.`));
const legs = madeTopic('legs');
const rowsOf = (...questions: ReturnType<typeof madeQuestion>[]) =>
  faqOf(buildEvidenceGraph(madeLibrary({ topics: [legs, madeTopic('arms')], questions }), '2026-02-01'), legs);

describe('what people ask next', () => {
  it('stands in the words in which they ask, with the first sentence of the public answer, and leads to the question', () => {
    expect(rowsOf(asking('a'))).toEqual([{ asked: 'Is a?', answer: 'Yes.', href: '/questions/a/', question: 'Is a so?' }]);
  });

  it('is answered by the gist of a question that has one', () => {
    expect(shortAnswer(asking('a', { gist: 'In short, yes.' }))).toBe('In short, yes.');
  });

  it('is at most six, each question once, the same whatever order they were read in', () => {
    const many = ['f', 'b', 'g', 'a', 'c', 'e', 'd'].map((id) => asking(id));
    expect(rowsOf(...many).map(({ asked }) => asked)).toEqual(['Is a?', 'Is b?', 'Is c?', 'Is d?', 'Is e?', 'Is f?']);
    expect(rowsOf(...[...many].reverse())).toEqual(rowsOf(...many));
  });

  it('is made up to three from topics that share a question, and no further', () => {
    const near = ['x', 'y', 'z'].map((id) => asking(id, { topics: ['arms'] }));
    expect(rowsOf(asking('a', { topics: ['legs', 'arms'] }), ...near).map(({ asked }) => asked)).toEqual(['Is a?', 'Is x?', 'Is y?']);
  });

  it('leaves out what nobody asks in another way, and what has no answer', () => {
    expect(rowsOf(asking('a', { asked: [] }), madeQuestion('b', { asked: ['Is b?'] }))).toEqual([]);
  });
});

it('is told to search engines too, with nothing in it that could end the script', () => {
  const site = {
    name: 'S',
    description: 'D',
    url: 'https://s.example',
    language: 'en',
    licence: { content: { url: 'https://l.example/' } },
  };
  const graph = buildEvidenceGraph(madeLibrary({ topics: [legs], questions: [asking('a', { asked: ['Is </script> a?'] })] }), '2026-02-01');
  const text = topicJsonLd(graph, legs, site);
  expect(text).not.toContain('</script>');
  const faq = (JSON.parse(text) as { '@graph': { '@type': string; mainEntity?: object[] }[] })['@graph'].find(
    (one) => one['@type'] === 'FAQPage',
  );
  expect(faq?.mainEntity).toEqual([
    {
      '@type': 'Question',
      name: 'Is </script> a?',
      acceptedAnswer: { '@type': 'Answer', text: 'Yes.', url: 'https://s.example/questions/a/' },
    },
  ]);
});

it('is at least three and at most six on every shipped topic, each answered', async () => {
  const { library } = await readContent('content');
  const graph = buildEvidenceGraph(library, '2026-11-27');
  for (const topic of library.topics.values()) {
    const rows = faqOf(graph, topic);
    expect([topic.id, rows.length >= 3 && rows.length <= 6]).toEqual([topic.id, true]);
    expect(rows.filter(({ answer: says }) => !/[.!]$/.test(says))).toEqual([]);
  }
});
