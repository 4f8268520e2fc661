/**
 * Whether a finding is about the people that its question asks about. Contested words are read through the source's own
 * `terms` map and the senses in the glossary, never by guessing.
 */
import type { Finding } from '../schema/finding.ts';
import type { Question } from '../schema/question.ts';
import type { Term } from '../schema/term.ts';
import { interventionParts, interventions, populations, type Population, type Stance } from '../schema/vocabulary.ts';
import type { Library, SourceEntry } from '../library/library.ts';
import { sourceName } from './source-name.ts';
import { decapitalise } from '../words/phrase.ts';

export interface Comparison {
  readonly cell: Stance | 'not-comparable';
  /** Why the cell is not comparable, or how a contested word was read; otherwise undefined. */
  readonly note?: string;
}

type Sense = Term['senses'][number];

const anatomy: ReadonlySet<Population> = new Set(populations.any.covers);
const partsOf = (word: Population): readonly Population[] | null => populations[word].covers;
const partsOfSense = (sense: Sense): readonly Population[] => sense.covers.flatMap((word) => partsOf(word) ?? []);

const isNamed = (term: Term, word: string): boolean => term.id === word || term.name.toLowerCase() === word;

/** The sense of that id, e.g. `below-common-femoral`; where two terms have it, the one of the term named like the word. */
function senseOf(terms: Library['terms'], word: Population, id: string): Sense | undefined {
  const holders = [...terms.values()].filter((term) => term.senses.some((sense) => sense.id === id));
  const holder = holders.find((term) => isNamed(term, word)) ?? holders[0];
  return holder?.senses.find((sense) => sense.id === id);
}

/** The parts that a question is about. One that itself asks with a contested word is about every part that any sense takes in. */
function partsOfQuestion(terms: Library['terms'], word: Population): readonly Population[] {
  return partsOf(word) ?? [...terms.values()].filter((term) => isNamed(term, word)).flatMap((term) => term.senses.flatMap(partsOfSense));
}

/** Labels within a sentence, e.g. `femoropopliteal, calf`. */
const labelOf = (...words: readonly Population[]): string =>
  [...new Set(words)].map((word) => decapitalise(populations[word].label)).join(', ');

/** Both are about places in the vein and share none. States such as pregnancy cut across places and are never apart. */
const areApart = (one: readonly Population[], other: readonly Population[]): boolean =>
  [...one, ...other].every((part) => anatomy.has(part)) && one.length > 0 && other.length > 0 && !one.some((part) => other.includes(part));

/**
 * The parts of the vein that a finding is about, a contested word read as its source uses it; empty where the source does
 * not say where the border lies. Example: `distal` in a source that means the calf gives `['calf']`.
 */
export function partsOfFinding(finding: Finding, source: SourceEntry, terms: Library['terms']): readonly Population[] {
  const mapped = source.terms[finding.population];
  const sense = mapped === undefined ? undefined : senseOf(terms, finding.population, mapped);
  return partsOf(finding.population) ?? (sense ? partsOfSense(sense) : []);
}

/**
 * Reads one finding against its question. Example: a source that writes “distal” is `not-comparable` with a question on
 * femoropopliteal clot, unless its `terms` map gives a sense that takes in femoropopliteal clot.
 */
export function compareFinding(finding: Finding, source: SourceEntry, question: Question, terms: Library['terms']): Comparison {
  const asked = partsOfQuestion(terms, question.pico.population);
  const word = finding.population;
  const own = partsOf(word);
  const askedAbout = `The question asks about: ${labelOf(question.pico.population)}.`;
  if (own) {
    if (!areApart(own, asked)) return { cell: finding.stance };
    return {
      cell: 'not-comparable',
      note: `This is about: ${labelOf(word)}. ${askedAbout}`,
    };
  }
  const mapped = source.terms[word];
  const sense = mapped === undefined ? undefined : senseOf(terms, word, mapped);
  const who = sourceName(source);
  if (!sense) {
    return { cell: 'not-comparable', note: `${who} says “${word}” and does not say where the border lies; sources draw it differently.` };
  }
  const parts = partsOfSense(sense);
  if (areApart(parts, asked)) {
    return {
      cell: 'not-comparable',
      note: `${who} says “${word}”, which for certain takes in only: ${labelOf(...parts)}. ${askedAbout}`,
    };
  }
  return { cell: finding.stance, note: `${who} says “${word}”; read as it uses the word: ${sense.says}` };
}

/**
 * What a finding is about where that is less, or something else, than its question asks about, e.g. `catheter-directed
 * thrombolysis`; undefined where it covers all of it. Advice on one way of removal is not advice on any removal.
 */
export function narrowerThan(finding: Finding, source: SourceEntry, question: Question, terms: Library['terms']): string | undefined {
  const { intervention, population } = question.pico;
  const covers = finding.intervention === intervention || interventionParts[finding.intervention]?.includes(intervention);
  const parts = partsOfFinding(finding, source, terms);
  const people = finding.population === population || partsOfQuestion(terms, population).every((part) => parts.includes(part));
  const less = [...(covers ? [] : [decapitalise(interventions[finding.intervention])]), ...(people ? [] : [labelOf(finding.population)])];
  return less.length ? less.join('; ') : undefined;
}

/**
 * The populations that a finding singles out, for those who look for one: its own word, and for a contested word the
 * places of the sense that the source means. NICE's “distal” gives `distal femoropopliteal calf`, CHEST's `any` only `any`.
 */
export function populationsRead(finding: Finding, source: SourceEntry, terms: Library['terms']): Population[] {
  const word = finding.population;
  const mapped = source.terms[word];
  const sense = partsOf(word) === null && mapped !== undefined ? senseOf(terms, word, mapped) : undefined;
  return [...new Set([word, ...(sense ? partsOfSense(sense) : [])])];
}
