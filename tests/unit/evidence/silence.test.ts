/** Silence is earned: by an editor who has read all of it, or by a search that found nothing, as long as that record holds. */
import { expect, it } from 'vitest';
import { silenceOf } from '../../../src/evidence/silence.ts';
import { silenceHash } from '../../../src/library/anchor.ts';
import { madeFinding, madeLibrary, madeQuestion, madeSource, vocabulary } from '../made.ts';

const snapshot = `sha256-${'a'.repeat(64)}`;
const question = madeQuestion('far', { about: ['cost'] });
const words = { ...vocabulary, absences: { cost: { label: 'Cost', words: ['cost*'], elsewhere: false } } };
const seen = (hash: string) => ({ source: 'searched' as never, snapshot, on: '2026-11-20', anchors: [], absent: [], silent: [hash] });

const libraryOf = (sources: readonly ReturnType<typeof madeSource>[]) => ({
  ...madeLibrary({ sources, questions: [question] }),
  verifications: new Map([['searched' as never, seen(silenceHash(question, words))]]),
  vocabulary: words,
});

it('is told apart from what nobody has coded', () => {
  const sources = [
    madeSource('read', { silentOn: ['far' as never], retrieved: '2026-11-01' }),
    madeSource('searched', { snapshot }),
    madeSource('uncoded', { snapshot }),
    madeSource('speaks', { silentOn: ['far' as never], findings: [madeFinding('far', 'for')] }),
  ];
  const library = libraryOf(sources);
  const silence = [...library.sources.values()].map((source) => [source.id, silenceOf(library, source, question)]);
  expect(Object.fromEntries(silence)).toEqual({
    read: { by: 'editor', on: '2026-11-01' },
    searched: { by: 'search', on: '2026-11-20' },
    uncoded: undefined,
    speaks: undefined,
  });
});

it('ends with the words that were looked for, with the raw article, and with a question that names none', () => {
  const searched = madeSource('searched', { snapshot });
  const library = libraryOf([searched]);
  const more = { ...words, absences: { cost: { label: 'Cost', words: ['cost*', 'price*'], elsewhere: false } } };
  expect(silenceOf({ ...library, vocabulary: more }, searched, question)).toBeUndefined();
  expect(silenceOf(library, { ...searched, snapshot: `sha256-${'b'.repeat(64)}` }, question)).toBeUndefined();
  expect(silenceOf(library, searched, { ...question, about: [] })).toBeUndefined();
});
