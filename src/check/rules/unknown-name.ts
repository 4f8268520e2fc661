/** Names that lead nowhere: one rule for each collection, each with the nearest name that exists. */
import { collections, type Collection } from '../../schema/collections.ts';
import { fieldName, oneOf, shown } from '../field-name.ts';
import { meant } from '../nearest.ts';
import type { LintContext, EntryNames } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { editedEntries, namedIn, usesOf } from '../uses.ts';
import { capitalise } from '../../words/phrase.ts';

interface Where {
  readonly names: EntryNames;
  /** Where the name should be, e.g. `content/questions`. */
  readonly place: string;
  readonly thing: string;
}

function lead({ place, thing, names }: Where): string {
  const add = `add the ${thing} to ${place}`;
  if (!names.all.length) return `${capitalise(add)}.`;
  return `Name ${names.all.length > 6 ? `one of the ${names.all.length} that are there` : oneOf(names.all)}, or ${add}.`;
}

const lost = (where: Where, name: string, said: string): Pick<Violation, 'message' | 'fix'> => ({
  message: `${said} names ${shown(name)}, which is not in ${where.place}.`,
  fix: meant(name, where.names.all, lead(where)),
});

const whereIs = ({ content, names }: LintContext, collection: Collection): Where => ({
  names: names[collection],
  place: `${content.folder}/${collections[collection].path}`,
  thing: collection,
});

/** The ids of a collection that stand in a field and do not exist. */
function* lostIn(context: LintContext, collection: Collection): Iterable<Violation> {
  const where = whereIs(context, collection);
  for (const entry of editedEntries(context))
    for (const { names, id, field } of namedIn(entry))
      if (names === collection && !where.names.has(id)) yield { file: entry.file.path, field, ...lost(where, id, fieldName(field)) };
}

function* citationsLost(context: LintContext): Iterable<Violation> {
  const where = whereIs(context, 'source');
  for (const { id, where: at, said } of usesOf(context)) if (at.place && !where.names.has(id)) yield { ...at, ...lost(where, id, said) };
}

export const unknownSource: Rule = {
  name: 'unknown-source',
  level: 'error',
  says: 'Every source that is cited, leaned on or named as a successor is in the library.',
  why: 'A citation that leads nowhere cannot be followed, and every later one in the same sentence stays as typed.',
  find: (context) => [...citationsLost(context), ...lostIn(context, 'source')],
};

export const unknownQuestion: Rule = {
  name: 'unknown-question',
  level: 'error',
  says: 'Every finding is a position on a question that exists.',
  why: 'A finding on no question appears in no table: a voice goes missing.',
  find: (context) => lostIn(context, 'question'),
};

export const unknownTopic: Rule = {
  name: 'unknown-topic',
  level: 'error',
  says: 'Every question is listed on topics that exist.',
  why: 'A question on no topic is found by nobody who reads.',
  find: (context) => lostIn(context, 'topic'),
};

export const unknownSection: Rule = {
  name: 'unknown-section',
  level: 'error',
  says: 'Every topic belongs to a section that exists.',
  why: 'A topic in no section is left out of every list.',
  find: (context) => lostIn(context, 'section'),
};

/** Words that a source's `terms` may explain: contested populations, and names of terms that have senses. */
function contestedWords(context: LintContext): string[] {
  const open = Object.entries(context.content.library.vocabulary.populations)
    .filter(([, row]) => row.covers === null)
    .map(([word]) => word);
  const named = context.terms
    .filter(({ data }) => data.senses?.length)
    .flatMap(({ id, data }) => [id, data.name, ...(data.synonyms ?? [])]);
  return [...open, ...named.flatMap((name) => (name ? [name] : []))];
}

function* sensesLost(context: LintContext): Iterable<Violation> {
  if (context.names.term.has('')) return;
  const words = contestedWords(context);
  const senses = [...new Set(context.terms.flatMap(({ data }) => data.senses ?? []).flatMap((sense) => (sense?.id ? [sense.id] : [])))];
  for (const { file, data } of context.sources) {
    for (const [word, sense] of Object.entries(data.terms ?? {})) {
      const at = { file: file.path, field: ['terms', word] };
      if (!words.includes(word)) {
        const message = `\`terms\` explains ${shown(word)}, which is no contested word.`;
        yield { ...at, at: 'key', message, fix: meant(word, words, `Words that sources use differently are ${oneOf(words)}.`) };
      }
      if (sense !== undefined && !senses.includes(sense)) {
        const message = `\`terms.${word}\` names the sense ${shown(sense)}, which no term in ${context.content.folder}/terms.yaml has.`;
        yield { ...at, message, fix: meant(sense, senses, `Add it to the \`senses\` of the term, or name one of them: ${oneOf(senses)}.`) };
      }
    }
  }
}

export const unknownTerm: Rule = {
  name: 'unknown-term',
  level: 'error',
  says: 'Every term, and every sense of a contested word, is in the glossary.',
  why: 'A word that the page promises to explain would go unexplained, or be read in the wrong sense.',
  find: (context) => [...lostIn(context, 'term'), ...sensesLost(context)],
};
