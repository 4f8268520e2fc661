/** Names that lead nowhere: one rule for each noun, each with the nearest name that exists. */
import { populations } from '../../schema/vocabulary.ts';
import type { FieldPath } from '../../library/content-file.ts';
import { fieldName, oneOf, shown } from '../field-name.ts';
import { meant } from '../nearest.ts';
import type { Entry, Names, Proof } from '../proof.ts';
import type { Found, Rule } from '../rule.ts';
import { usesOf } from '../uses.ts';
import { capitalise } from '../../words/phrase.ts';

interface Where {
  readonly names: Names;
  /** Where the name should be, e.g. `content/questions`. */
  readonly place: string;
  readonly thing: string;
}

function lead({ place, thing, names }: Where): string {
  const add = `add the ${thing} to ${place}`;
  if (!names.all.length) return `${capitalise(add)}.`;
  return `Name ${names.all.length > 6 ? `one of the ${names.all.length} that are there` : oneOf(names.all)}, or ${add}.`;
}

const lost = (where: Where, name: string, said: string): Pick<Found, 'message' | 'fix'> => ({
  message: `${said} names ${shown(name)}, which is not in ${where.place}.`,
  fix: meant(name, where.names.all, lead(where)),
});

const whereIs = ({ content, names }: Proof, noun: 'source' | 'question' | 'topic' | 'term' | 'section'): Where => ({
  names: names[noun],
  place: `${content.folder}/${noun === 'term' || noun === 'section' ? `${noun}s.yaml` : `${noun}s`}`,
  thing: noun,
});

/** The names in one field of an entry that do not exist. */
function* lostIn(entry: Entry<unknown>, field: FieldPath, name: string | undefined, where: Where): Iterable<Found> {
  if (name === undefined || where.names.has(name)) return;
  const path = [...entry.at, ...field];
  yield { file: entry.file.path, field: path, ...lost(where, name, fieldName(path)) };
}

function* sourcesLost(proof: Proof): Iterable<Found> {
  const where = whereIs(proof, 'source');
  for (const use of usesOf(proof)) if (!where.names.has(use.id)) yield { ...use.where, ...lost(where, use.id, use.said) };
  for (const entry of proof.sources) {
    for (const [index, support] of (entry.data.restsOn ?? []).entries())
      yield* lostIn(entry, ['restsOn', index, 'source'], support?.source, where);
    yield* lostIn(entry, ['supersededBy'], entry.data.supersededBy, where);
  }
}

export const unknownSource: Rule = {
  name: 'unknown-source',
  level: 'error',
  says: 'Every source that is cited, leaned on or named as a successor is in the library.',
  why: 'A citation that leads nowhere cannot be followed, and every later one in the same sentence stays as typed.',
  find: sourcesLost,
};

export const unknownQuestion: Rule = {
  name: 'unknown-question',
  level: 'error',
  says: 'Every finding is a position on a question that exists.',
  why: 'A finding on no question appears in no table: a voice goes missing.',
  *find(proof) {
    const where = whereIs(proof, 'question');
    for (const entry of proof.sources) {
      for (const [index, finding] of (entry.data.findings ?? []).entries())
        yield* lostIn(entry, ['findings', index, 'question'], finding?.question, where);
    }
  },
};

export const unknownTopic: Rule = {
  name: 'unknown-topic',
  level: 'error',
  says: 'Every question is listed on topics that exist.',
  why: 'A question on no topic is found by nobody who reads.',
  *find(proof) {
    const where = whereIs(proof, 'topic');
    for (const entry of proof.questions) {
      for (const [index, topic] of (entry.data.topics ?? []).entries()) yield* lostIn(entry, ['topics', index], topic, where);
    }
  },
};

export const unknownSection: Rule = {
  name: 'unknown-section',
  level: 'error',
  says: 'Every topic belongs to a section that exists.',
  why: 'A topic in no section is left out of every list.',
  *find(proof) {
    for (const entry of proof.topics) yield* lostIn(entry, ['section'], entry.data.section, whereIs(proof, 'section'));
  },
};

/** Words that a source's `terms` may explain: contested populations, and names of terms that have senses. */
function contestedWords(proof: Proof): string[] {
  const open = Object.entries(populations)
    .filter(([, row]) => row.covers === null)
    .map(([word]) => word);
  const named = proof.terms.filter(({ data }) => data.senses?.length).flatMap(({ id, data }) => [id, data.name, ...(data.synonyms ?? [])]);
  return [...open, ...named.flatMap((name) => (name ? [name] : []))];
}

function* sensesLost(proof: Proof): Iterable<Found> {
  if (proof.names.term.has('')) return;
  const words = contestedWords(proof);
  const senses = [...new Set(proof.terms.flatMap(({ data }) => data.senses ?? []).flatMap((sense) => (sense?.id ? [sense.id] : [])))];
  for (const { file, data } of proof.sources) {
    for (const [word, sense] of Object.entries(data.terms ?? {})) {
      const at = { file: file.path, field: ['terms', word] };
      if (!words.includes(word)) {
        const message = `\`terms\` explains ${shown(word)}, which is no contested word.`;
        yield { ...at, at: 'key', message, fix: meant(word, words, `Words that sources use differently are ${oneOf(words)}.`) };
      }
      if (sense !== undefined && !senses.includes(sense)) {
        const message = `\`terms.${word}\` names the sense ${shown(sense)}, which no term in ${proof.content.folder}/terms.yaml has.`;
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
  *find(proof) {
    const where = whereIs(proof, 'term');
    for (const entry of [...proof.questions, ...proof.topics]) {
      for (const [index, term] of (entry.data.terms ?? []).entries()) yield* lostIn(entry, ['terms', index], term, where);
    }
    for (const entry of proof.terms) {
      for (const [index, term] of (entry.data.seeAlso ?? []).entries()) yield* lostIn(entry, ['seeAlso', index], term, where);
    }
    yield* sensesLost(proof);
  },
};
