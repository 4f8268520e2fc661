/**
 * Whether a finding is about the people and the intervention that its question asks about. Contested words are read through the source's own
 * `terms` map and the senses in the glossary, never by guessing.
 */
import type { Finding } from '../schema/finding.ts';
import type { Question } from '../schema/question.ts';
import type { Term } from '../schema/term.ts';
import { partsOf, takenInBy, type Intervention, type Population, type Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import { withinSentence } from '../words/phrase.ts';
import { sourceName } from './source-name.ts';

export interface Comparison {
  readonly comparable: boolean;
  /** Why it is not comparable, or how a contested word was read; otherwise undefined. */
  readonly note?: string;
}

type Sense = Term['senses'][number];

/** What a word is read by: the lists of its disease, and the senses in the glossary. */
export type Meanings = Pick<Library, 'vocabulary' | 'terms'>;

const partsOfSense = ({ vocabulary }: Meanings, sense: Sense): readonly Population[] =>
  sense.covers.flatMap((word) => partsOf(vocabulary, word) ?? []);

const isNamed = (term: Term, word: string): boolean => term.id === word || term.name.toLowerCase() === word;

/** The sense of that id, e.g. `below-common-femoral`; where two terms have it, the one of the term named like the word. */
function senseOf({ terms }: Meanings, word: Population, id: string): Sense | undefined {
  const holders = [...terms.values()].filter((term) => term.senses.some((sense) => sense.id === id));
  const holder = holders.find((term) => isNamed(term, word)) ?? holders[0];
  return holder?.senses.find((sense) => sense.id === id);
}

/** The parts that a question is about. One that itself asks with a contested word is about every part that any sense takes in. */
function partsOfQuestion(meanings: Meanings, word: Population): readonly Population[] {
  const senses = (term: Term): readonly Population[] => term.senses.flatMap((sense) => partsOfSense(meanings, sense));
  return partsOf(meanings.vocabulary, word) ?? [...meanings.terms.values()].filter((term) => isNamed(term, word)).flatMap(senses);
}

/** Labels within a sentence, e.g. `femoropopliteal, calf`. */
const labelsOf = ({ populations }: Vocabulary, words: readonly Population[]): string =>
  [...new Set(words)].map((word) => withinSentence(labelOf(populations, word))).join(', ');

/** Both are parts of one whole and share none. What cuts across those parts, such as pregnancy, is never apart from them. */
const areApart = ({ populations }: Vocabulary, one: readonly Population[], other: readonly Population[]): boolean =>
  one.length > 0 &&
  other.length > 0 &&
  !one.some((part) => other.includes(part)) &&
  Object.values(populations).some(({ covers }) => [...one, ...other].every((part) => covers?.includes(part)));

/** Whether two populations may have people in common: a contested word and the word for everyone may with any. */
export function mayMeet(vocabulary: Vocabulary, one: Population, other: Population): boolean {
  const [parts, others] = [partsOf(vocabulary, one), partsOf(vocabulary, other)];
  const everyone = [one, other].some((word) => vocabulary.populations[word]?.everyone);
  return everyone || parts === null || others === null || parts.some((part) => others.includes(part));
}

/**
 * The parts of a whole that a finding is about, a contested word read as its source uses it; empty where the source does
 * not say where the border lies. Example: `distal` in a source that means the calf gives `['calf']`.
 */
export function partsOfFinding(finding: Finding, source: SourceEntry, meanings: Meanings): readonly Population[] {
  const mapped = source.terms[finding.population];
  const sense = mapped === undefined ? undefined : senseOf(meanings, finding.population, mapped);
  return partsOf(meanings.vocabulary, finding.population) ?? (sense ? partsOfSense(meanings, sense) : []);
}

/**
 * Reads one finding against its question. Example: a source that writes “distal” is not comparable with a question on
 * femoropopliteal clot, unless its `terms` map gives a sense that takes in femoropopliteal clot.
 */
export function compareFinding(finding: Finding, source: SourceEntry, question: Question, meanings: Meanings): Comparison {
  const { vocabulary } = meanings;
  const asked = partsOfQuestion(meanings, question.pico.population);
  const word = finding.population;
  const own = partsOf(vocabulary, word);
  const askedAbout = `The question asks about: ${labelsOf(vocabulary, [question.pico.population])}.`;
  if (own) {
    if (!areApart(vocabulary, own, asked)) return { comparable: true };
    return {
      comparable: false,
      note: `This is about: ${labelsOf(vocabulary, [word])}. ${askedAbout}`,
    };
  }
  const mapped = source.terms[word];
  const sense = mapped === undefined ? undefined : senseOf(meanings, word, mapped);
  const who = sourceName(source);
  if (!sense) {
    return { comparable: false, note: `${who} says “${word}” and does not say where the border lies; sources draw it differently.` };
  }
  const parts = partsOfSense(meanings, sense);
  if (areApart(vocabulary, parts, asked)) {
    return {
      comparable: false,
      note: `${who} says “${word}”, which for certain takes in only: ${labelsOf(vocabulary, parts)}. ${askedAbout}`,
    };
  }
  return { comparable: true, note: `${who} says “${word}”; read as it uses the word: ${sense.says}` };
}

/** Advice on an intervention is advice on it and on what it takes in, e.g. `thrombectomy pmt aspiration surgery`. */
export const reachOf = (vocabulary: Vocabulary, intervention: Intervention): readonly Intervention[] => [
  intervention,
  ...takenInBy(vocabulary, intervention),
];

/** How far the advice of a finding reaches on its question. */
export interface Scope {
  /** What it is about where that is less than the question asks about, e.g. `catheter-directed thrombolysis`. */
  readonly narrower?: string | undefined;
  /** What it is about where advice on that is on another question, e.g. `children and adolescents`. */
  readonly elsewhere?: string | undefined;
}

/**
 * Reads the scope of a recommendation. One on some of the methods that a question asks about is advice on those; one on another
 * intervention, or on fewer people than the question asks about, is on another question. A situation of the question says by itself whom
 * it is about.
 */
export function scopeOf(finding: Finding, source: SourceEntry, question: Question, meanings: Meanings): Scope {
  const { vocabulary } = meanings;
  const { intervention, population } = question.pico;
  const reach = reachOf(vocabulary, finding.intervention);
  const method = withinSentence(labelOf(vocabulary.interventions, finding.intervention));
  const shared = reachOf(vocabulary, intervention).some((one) => reach.includes(one));
  const parts = partsOfFinding(finding, source, meanings);
  const people =
    finding.population === population ||
    question.situations.some(({ id }) => finding.situations.includes(id)) ||
    partsOfQuestion(meanings, population).every((part) => parts.includes(part));
  const whom = people ? [] : [labelsOf(vocabulary, [finding.population])];
  const less = [...(reach.includes(intervention) ? [] : [method]), ...whom];
  const other = [...(shared ? [] : [method]), ...whom];
  return { narrower: less.join('; ') || undefined, elsewhere: other.join('; ') || undefined };
}

/**
 * The populations that a finding singles out, for those who look for one: its own word, and for a contested word the
 * places of the sense that the source means. NICE's “distal” gives `distal femoropopliteal calf`, CHEST's `any` only `any`.
 */
export function populationsRead(finding: Finding, source: SourceEntry, meanings: Meanings): Population[] {
  const word = finding.population;
  const mapped = source.terms[word];
  const sense = partsOf(meanings.vocabulary, word) === null && mapped !== undefined ? senseOf(meanings, word, mapped) : undefined;
  return [...new Set([word, ...(sense ? partsOfSense(meanings, sense) : [])])];
}
