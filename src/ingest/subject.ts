/**
 * What our subject is, as far as words show it: it has two sides, clots and veins. Says how loudly a word or a name of a
 * term speaks of each. Neither side alone is ours: a stroke is clots without veins, a varicose vein is veins without clots.
 */
import type { Term } from '../schema/term.ts';

/** From 0, which is silence, to 1. */
export interface Sides {
  readonly clot: number;
  readonly vein: number;
}

const both = String.raw`\b(?:dvt|vte|tvt)s?\b|phlegmasia|post-?\s?(?:thrombotic|phlebitic)|postthrombot`;
const CLOT = new RegExp(String.raw`thromb|clot(?!h)|fibrinol|\bly(?:sis|tic)|embol|${both}`, 'i');
const VEIN = new RegExp(
  String.raw`\bve(?:in|no|na)|venen|phleb|\bcaval?\b|\bili[ao]-?(?:fem|cav)|\bfemor[oa]l?-?pop|\bsaphen|${both}`,
  'i',
);
const SILENT: Sides = { clot: 0, vein: 0 };

const hear = (text: string, loudness: number): Sides => ({
  clot: CLOT.test(text) ? loudness : 0,
  vein: VEIN.test(text) ? loudness : 0,
});
const isSilent = ({ clot, vein }: Sides): boolean => clot + vein === 0;

/** A word outside all names speaks half as loud as a name, e.g. `sidesOfWord('clots')` gives `{ clot: 0.5, vein: 0 }`. */
export const sidesOfWord = (word: string): Sides => hear(word, 0.5);

const louder = (a: Sides, b: Sides): Sides => ({ clot: Math.max(a.clot, b.clot), vein: Math.max(a.vein, b.vein) });

/**
 * A name of a term speaks for itself. One that shows no subject speaks for its term: fully where it has a capital
 * (`May-Thurner syndrome`), half where it is several plain words (`milk leg`), and not at all where it is one (`stent`),
 * since that means other things elsewhere. A term whose name is a proper one (`ATTRACT`) speaks half for its definition too.
 */
export function sidesOfName(name: string, term: Term): Sides {
  const capital = /\p{Lu}/u.test(name);
  const own = hear(name, 1);
  const parent = isSilent(own) && (capital || /\s/.test(name)) ? hear(term.name, capital ? 1 : 0.5) : SILENT;
  const defined = capital && /^\p{Lu}/u.test(term.name) ? hear(term.definition, 0.5) : SILENT;
  return louder(louder(own, parent), defined);
}
