/** The words of a disease and what stands on them: each list is there, each word is used, and each says what it must. */
import { collections } from '../../schema/collections.ts';
import { partsOf, takenInBy, wordLists, type WordList } from '../../schema/vocabulary.ts';
import { oneOf } from '../field-name.ts';
import { fieldValues } from '../field-guide.ts';
import type { LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { editedEntries } from '../uses.ts';

const needed = {
  vocabulary: 'populations, interventions, outcomes and phases',
  site: 'the name of the site, its emergency line and its subject',
} as const;

export const missingFile: Rule = {
  name: 'missing-file',
  level: 'error',
  says: 'The content says what its words are and what the site is called: `vocabulary.yaml` and `site.yaml` are there.',
  why: 'Without them no finding can be checked against the words it may use, and no page has a name or an emergency line.',
  *find({ content }) {
    const { files, unreadable, folder } = content;
    if (files.length + unreadable.length === 0) return;
    for (const [name, holds] of Object.entries(needed) as [keyof typeof needed, string][]) {
      const path = `${folder}/${collections[name].path}`;
      const file = files.find((one) => one.path === path);
      if ((file && file.value !== null) || unreadable.some((one) => one.path === path)) continue;
      yield {
        file: path,
        place: { line: 1, column: 1 },
        message: `\`${path}\` ${file ? 'is empty' : 'is missing'}: it holds ${holds}.`,
        fix: 'Write it; the guide for editors, in the section on another condition, shows what stands in it.',
      };
    }
  },
};

export const scopeUntold: Rule = {
  name: 'scope-untold',
  level: 'warning',
  says: 'A site says what it does not cover: `outside` of `site.yaml` is not empty.',
  why: 'Who searches for something next to the subject and finds nothing takes it for an answer, unless the site says where to look.',
  *find({ content: { files, folder, library } }) {
    const path = `${folder}/${collections.site.path}`;
    if (!library.site.name || library.site.outside.length || !files.some((file) => file.path === path && file.value !== null)) return;
    yield {
      file: path,
      place: { line: 1, column: 1 },
      message: `\`${path}\` does not say what the site leaves out.`,
      fix: 'Write `outside`: a list with `what` is not covered and where a reader looks `instead`.',
    };
  },
};

const wordsIn = fieldValues((schema) => schema['x-words'] !== undefined);

/** Every word that content uses, and those that stand for parts of one that it uses, by list. */
function usedWords(context: LintContext): ReadonlyMap<string, ReadonlySet<unknown>> {
  const { vocabulary } = context.content.library;
  const used = new Map<string, Set<unknown>>(wordLists.map((list) => [list, new Set()]));
  for (const entry of editedEntries(context).filter(({ file }) => file.collection !== 'vocabulary'))
    for (const { value, schema } of wordsIn(entry)) used.get(schema['x-words'] ?? '')?.add(value);
  for (const word of [...(used.get('populations') ?? [])].map(String))
    for (const part of partsOf(vocabulary, word) ?? []) used.get('populations')?.add(part);
  for (const word of [...(used.get('interventions') ?? [])].map(String))
    for (const part of takenInBy(vocabulary, word)) used.get('interventions')?.add(part);
  return used;
}

/** Lists that are tables to choose from: a word in them promises nothing to readers. */
const tables: readonly WordList[] = ['criteria', 'absences'];

/** Where a word of the vocabulary stands. */
const at = ({ content }: LintContext, list: WordList, word: string): Pick<Violation, 'file' | 'field' | 'at'> => ({
  file: `${content.folder}/${collections.vocabulary.path}`,
  field: [list, word],
  at: 'key',
});

export const unusedWord: Rule = {
  name: 'unused-word',
  level: 'warning',
  says: 'Every word of the vocabulary is used: by a finding, a number, a question, a pathway, a step, a sense, a figure or the emergency line.',
  why: 'A word that nothing uses is offered to editors as if the site spoke of it, and its absence from every table reads like silence.',
  *find(context) {
    // What cannot be read may be what uses a word.
    if (context.violations.length + context.content.unreadable.length > 0) return;
    const { vocabulary } = context.content.library;
    const used = usedWords(context);
    for (const list of wordLists.filter((one) => !tables.includes(one))) {
      // A kind that is no one thing is there for whatever has no word of its own.
      for (const word of Object.keys(vocabulary[list])) {
        if (used.get(list)?.has(word) || vocabulary.outcomes[word]?.kind === 'other') continue;
        yield {
          ...at(context, list, word),
          message: `\`${list}.${word}\` is used by nothing.`,
          fix: 'Take it out, or use it where it belongs.',
        };
      }
    }
  },
};

export const wordWithoutBorder: Rule = {
  name: 'word-without-border',
  level: 'warning',
  says: 'Every contested word has senses in the glossary, which say where each source draws its border.',
  why: 'Without senses no finding that uses the word can be compared with any other, however clear its source is.',
  *find(context) {
    for (const [word, { covers }] of Object.entries(context.content.library.vocabulary.populations)) {
      if (covers !== null) continue;
      const term = context.terms.find(({ id }) => id === word);
      if (context.names.term.has('') || (term?.data.senses ?? []).length > 0) continue;
      const lacks = term ? 'has no `senses`' : 'is missing';
      yield {
        ...at(context, 'populations', word),
        message: `\`populations.${word}\` is contested (\`covers: null\`), and the term \`${word}\` of the glossary ${lacks}.`,
        fix: `Give the term \`${word}\` the \`senses\` that sources give the word, or say what it \`covers\`.`,
      };
    }
  },
};

export const outcomeWithoutDirection: Rule = {
  name: 'outcome-without-direction',
  formerly: ['outcome-without-better'],
  level: 'error',
  says: 'Every outcome says whether fewer or more of it is better, unless it is no one thing.',
  why: 'An effect could be read the wrong way round: more of it as a harm, or fewer as a gain.',
  *find(context) {
    for (const [word, { better, kind }] of Object.entries(context.content.library.vocabulary.outcomes)) {
      const other = kind === 'other';
      if (other === (better === undefined)) continue;
      yield {
        ...at(context, 'outcomes', word),
        message: other
          ? `\`outcomes.${word}\` is of the kind \`other\`, no one thing, and yet \`better\` is ${oneOf([better ?? ''])}.`
          : `\`outcomes.${word}\` does not say whether \`fewer\` or \`more\` of it is \`better\`.`,
        fix: other ? 'Take `better` out, or give it another kind.' : 'Add `better: fewer` or `better: more`.',
      };
    }
  },
};

/** Pages that every site has among its figures. */
const taken = ['timeline', 'forest'];

export const figurePlace: Rule = {
  name: 'figure-place',
  level: 'error',
  says: 'Every figure has an address of its own, segments told apart, and one figure at most stands on the front page.',
  why: 'Two things at one address show one of them, and nobody learns of the other.',
  *find({ content }) {
    const figures = [...content.library.figures.values()];
    const fronts = figures.filter(({ front }) => front);
    for (const { id, file, front, segments } of figures) {
      if (taken.includes(id)) {
        const message = `The name of the file is \`${id}\`, and the site has a page of that name among its figures.`;
        yield { file, place: { line: 1, column: 1 }, message, fix: 'Give the file another name.' };
      }
      if (front && fronts[0]?.id !== id) {
        const message = `\`front\` is set here and in \`${fronts[0]?.id ?? ''}\`, and the front page has room for one figure.`;
        yield { file, field: ['front'], message, fix: 'Take it out of one of them.' };
      }
      for (const [index, segment] of segments.entries()) {
        if (segments.findIndex((one) => one.id === segment.id) === index) continue;
        const message = `\`segments[${index}].id\` is \`${segment.id}\`, as that of an earlier segment.`;
        yield { file, field: ['segments', index, 'id'], message, fix: 'Give it a name of its own.' };
      }
    }
  },
};
