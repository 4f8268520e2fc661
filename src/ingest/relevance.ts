/**
 * Says how far an article is about our subject, from the names of our terms in it, and why. The subject has two sides,
 * clots and veins: a score needs both, so that a stroke (clots, no veins) and a varicose vein (veins, no clots) score nothing.
 */
import type { Term } from '../schema/term.ts';
import { findNames, toNameIndex, type NameUse } from './relevance-words.ts';

export interface Relevance {
  /** 0 for no sign of the subject; see `THRESHOLD`. */
  readonly score: number;
  readonly onTopic: boolean;
  /** e.g. `relevance 1.4, below 2.0: thrombectomy ×3, DVT; nothing in its title`. */
  readonly because: string;
}

/** What is judged: a title, and all the text there is. */
export interface Judged {
  readonly title: string;
  readonly text: string;
}
export type Judge = (article: Judged) => Relevance;

/**
 * Where an article begins to be ours. Measured, and pinned by relevance.test.ts: see there for the lowest score of our own
 * sources and the highest of invented articles about strokes, hearts, varicose veins and football.
 */
export const THRESHOLD = 2;

const CLOT = /thromb|clot|lysis|lytic|embol|\b(?:dvt|vte)\b/i;
const VEIN = /\bve(?:in|no|na)|venen|veineu|phleb|phlegm|\bcaval|iliofem|iliocav|femoropop|ilio-|femoro-|\b(?:dvt|vte)\b/i;
const IN_TITLE = 3;
const MOST_NAMED = 6;

interface Sides {
  readonly clot: number;
  readonly vein: number;
}

/**
 * How much a term speaks of each side: fully by its names, half by its definition where it is a proper name (`ATTRACT`,
 * `Villalta scale`), which shows no subject. Terms of medicine at large (`confidence interval`) speak of neither.
 */
export function toSides(term: Term): Sides {
  const names = [term.name, ...term.abbreviations, ...term.synonyms, ...Object.values(term.languages)].join('\n');
  const proper = /^\p{Lu}/u.test(term.name) && term.from.length > 0;
  const weigh = (side: RegExp): number => (side.test(names) ? 1 : proper && side.test(term.definition) ? 0.5 : 0);
  return { clot: weigh(CLOT), vein: weigh(VEIN) };
}

interface Tally {
  readonly spelling: string;
  readonly sides: Sides;
  body: number;
  title: number;
}

const shown = ({ spelling, body, title }: Tally): string => {
  const times = body + title > 1 ? ` ×${body + title}` : '';
  return `${spelling}${times}${title > 0 ? ' (title)' : ''}`;
};

/**
 * A judge that knows the terms of the glossary, e.g. `toJudge(terms)({ title: 'Clot removal for DVT', text: '' }).score`
 * is above 2. Undefined when the glossary names nothing on one of the sides: then nothing can be judged.
 */
export function toJudge(terms: readonly Term[]): Judge | undefined {
  const index = toNameIndex(terms);
  const sides = new Map(terms.map((term) => [term.id as string, toSides(term)]));
  const all = [...sides.values()];
  if (!all.some(({ clot }) => clot > 0) || !all.some(({ vein }) => vein > 0)) return undefined;

  return ({ title, text }) => {
    const tallies = new Map<string, Tally>();
    const count = ({ term, spelling }: NameUse, where: 'title' | 'body'): void => {
      const tally = tallies.get(term.id) ?? { spelling, sides: sides.get(term.id) ?? { clot: 0, vein: 0 }, body: 0, title: 0 };
      tally[where]++;
      tallies.set(term.id, tally);
    };
    for (const use of findNames(title, index)) count(use, 'title');
    for (const use of findNames(text, index)) count(use, 'body');

    const gain = ({ body, title: inTitle }: Tally): number => Math.log2(1 + body + IN_TITLE * inTitle);
    const found = [...tallies.values()].filter(({ sides: { clot, vein } }) => clot + vein > 0);
    const sum = (side: keyof Sides): number => found.reduce((total, tally) => total + tally.sides[side] * gain(tally), 0);
    const [clot, vein] = [sum('clot'), sum('vein')];
    const score = Math.sqrt(clot * vein);
    const onTopic = score >= THRESHOLD;
    const named = found.toSorted((a, b) => weight(b) - weight(a)).slice(0, MOST_NAMED);
    function weight(tally: Tally): number {
      return (tally.sides.clot + tally.sides.vein) * gain(tally);
    }
    const lacking = clot === 0 && vein === 0 ? '' : clot === 0 ? '; nothing on clots' : vein === 0 ? '; nothing on veins' : '';
    return {
      score,
      onTopic,
      because: `relevance ${score.toFixed(1)}, ${onTopic ? 'at least' : 'below'} ${THRESHOLD.toFixed(1)}: ${named.map(shown).join(', ') || 'none of our terms'}${lacking}`,
    };
  };
}
