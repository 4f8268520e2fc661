/** How much a sentence of ours is like a unit of a digest: the words, names and figures that both have, rare ones counting more. */
import type { LintContext } from '../lint-context.ts';
import type { DigestFigures } from './digest-figures.ts';

/** Words that say nothing of the matter. */
const SMALL = new Set(
  'the and for with without from that this these those which who whom whose what when where than then there their they them its his her our was were are has had have been being not but nor into onto over under after before between during about against both each all any some most more less fewer other another one two three such same own only also just very too can may might will would could should must did does done say says said see seen was out off per yet still while because so if as at by in is it of on or to up we us how'.split(
    ' ',
  ),
);

const stem = (word: string): string =>
  word.length > 5 ? word.replace(/(?:ies|es|s|ed|ing|ly)$/u, '').slice(0, 7) : word.replace(/s$/u, '');

/** Turns a text into what it is compared by. */
export type ToFeatures = (text: string) => ReadonlySet<string>;

/** Features by the words of a site: names of one term are one, whatever the spelling. */
export function featuresBy({ terms }: Pick<LintContext, 'terms'>): ToFeatures {
  const concepts = new Map<string, string>();
  for (const { id, data } of terms)
    for (const name of [data.name, ...(data.abbreviations ?? []), ...(data.synonyms ?? [])])
      if (name) concepts.set(name.toLowerCase(), `#${id}`);
  const starts = new Map<string, number>();
  for (const name of concepts.keys()) {
    const [first = '', ...rest] = name.split(/[\s-]/);
    starts.set(first, Math.max(starts.get(first) ?? 0, rest.length + 1));
  }
  const known = new Map<string, ReadonlySet<string>>();
  const plain = new Map([...concepts].map(([name, concept]) => [name.replaceAll('-', ' '), concept]));
  return (text) => {
    const held = known.get(text);
    if (held) return held;
    const words = text.toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? [];
    const features = new Set<string>();
    let before = '';
    for (const [index, word] of words.entries()) {
      if (word.length > 2 && !SMALL.has(word)) {
        const own = stem(word);
        features.add(own);
        // Two words in a row say more than each of them.
        if (before) features.add(`${before} ${own}`);
        before = own;
      }
      for (let count = starts.get(word) ?? 0; count > 0; count -= 1) {
        const concept = plain.get(words.slice(index, index + count).join(' '));
        if (concept) features.add(concept);
      }
    }
    known.set(text, features);
    return features;
  };
}

interface Weighed {
  readonly size: number;
  /** Where each feature stands, and what it weighs there. */
  readonly places: ReadonlyMap<string, { readonly weight: number; readonly units: readonly number[] }>;
}

const weighed = new WeakMap<DigestFigures, Weighed>();

function weigh(digest: DigestFigures, toFeatures: ToFeatures): Weighed {
  const held = weighed.get(digest);
  if (held) return held;
  const size = digest.units.length;
  const units = new Map<string, number[]>();
  for (const [unit, { text, like }] of digest.units.entries())
    for (const one of toFeatures(like ?? text)) {
      const own = units.get(one);
      if (own) own.push(unit);
      else units.set(one, [unit]);
    }
  const places = new Map([...units].map(([one, own]) => [one, { weight: Math.log(1 + size / own.length), units: own }]));
  const made = { size, places };
  weighed.set(digest, made);
  return made;
}

/** Words around those at hand count so much of them. */
const FAR = 0.4;

/** For each unit of a digest how like it is to a sentence: `near` are the words at hand, `far` those around them, which count less. */
export function likeness(digest: DigestFigures, toFeatures: ToFeatures, near: string, far: string): number[] {
  const { size, places } = weigh(digest, toFeatures);
  const sums = new Array<number>(size).fill(0);
  const close = toFeatures(near);
  for (const one of new Set([...toFeatures(far), ...close])) {
    const place = places.get(one);
    if (place) for (const unit of place.units) sums[unit] = (sums[unit] ?? 0) + place.weight * (close.has(one) ? 1 : FAR);
  }
  return sums;
}

/** Cuts by which the words at hand are narrowed: to the nearest comma or bracket, to the nearest semicolon, not at all. */
const CUTS = [/[;:()]|,\s(?=\p{L})(?!(?:RR|OR|HR|risk|odds|hazard|adjusted|P)\b)/gu, /;/g];

/** The stretches of a text around a place, narrow ones first. */
export function windowsAt(text: string, at: number): (readonly [from: number, to: number])[] {
  const windows = CUTS.map((cut) => {
    const cuts = Array.from(text.matchAll(cut), ({ index }) => index);
    return [(cuts.findLast((one) => one < at) ?? -1) + 1, cuts.find((one) => one >= at) ?? text.length] as const;
  });
  return [...windows, [0, text.length]];
}
