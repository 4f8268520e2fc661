/** The numbers of one printed result in words, as prose prints them: what the source prints, and nothing worked out from it. */
import type { Arm, Result } from '../schema/result.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import { capitalise } from '../words/phrase.ts';

type Part = 'percentages' | 'of-100' | 'counts' | 'events' | 'means';
const armNames = ['first', 'second'];

/** What of a result is asked for, in the words of `schema/components.ts`. */
interface Wanted {
  readonly as: string;
  readonly arm?: string | undefined;
  /** As tables and clinicians write it: `47% v 48%`, `RR 0.96 (0.82–1.11)`. */
  readonly short: boolean;
}

const decimals = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
/** A number with a true minus sign; given places, with as many, since YAML keeps no zero at the end. */
const signed = (value: number, places = decimals(value)): string => value.toFixed(places).replace(/^-/, '−');
const thousands = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');

const ofArm: Readonly<Record<Part, (arm: Arm, short: boolean) => string | undefined>> = {
  percentages: ({ percent }) => (percent === undefined ? undefined : `${percent}%`),
  'of-100': ({ percent }) => (percent === undefined ? undefined : `${percent} in 100`),
  counts: ({ events, total }, short) =>
    events === undefined || total === undefined ? undefined : `${thousands(events)}${short ? '/' : ' of '}${thousands(total)}`,
  events: ({ events }) => (events === undefined ? undefined : thousands(events)),
  means: ({ mean }) => (mean === undefined ? undefined : signed(mean)),
};

/** The arms that are asked for, each by the same part; undefined where one does not print it. */
function armsInWords(arms: readonly Arm[], part: Part, { arm, short }: Wanted): string | undefined {
  const only = arm === undefined ? undefined : armNames.indexOf(arm);
  const asked = only === undefined ? arms : arms.filter((_, index) => index === only);
  const words = asked.map((one) => ofArm[part](one, short));
  return words.length && words.every((one) => one !== undefined) ? words.join(short ? ' v ' : ' against ') : undefined;
}

const measures = { RR: 'risk ratio', OR: 'odds ratio', HR: 'hazard ratio', RD: 'risk difference', MD: 'difference' } as const;
const units = { 100: 'of 100', 1000: 'per 1,000' } as const;

/** A difference between shares as fewer or more, e.g. `139 fewer per 1,000 (268 fewer to 76 more)`; per cent are points. */
function difference({ value = 0, low, high, per, reduction }: NonNullable<Result['effect']>, short: boolean): string {
  const turn = reduction ? -1 : 1;
  const way = (number: number): string => (number * turn > 0 ? 'more' : 'fewer');
  const unit = per === undefined ? '' : ` ${units[per]}`;
  if (low === undefined || high === undefined) return `${Math.abs(value)} ${way(value)}${unit}`;
  const crosses = low * high < 0;
  // From the side of the estimate: what is farthest on it comes first where both ends lie there.
  const ends = crosses && !reduction ? [low, high] : [low, high].toSorted((a, b) => (crosses ? b - a : Math.abs(a) - Math.abs(b)));
  const said = ends.map((end) => (crosses ? `${Math.abs(end)} ${way(end)}` : String(Math.abs(end))));
  return `${Math.abs(value)} ${way(value)}${unit} (${said.join(short && !crosses ? '–' : ' to ')})`;
}

function interval(low: number, high: number, places: number, short: boolean): string {
  return `(${signed(low, places)}${short && low >= 0 && high >= 0 ? '–' : ' to '}${signed(high, places)})`;
}

function effectWords(effect: Result['effect'], short: boolean, named: boolean): string | undefined {
  if (effect?.value === undefined) return undefined;
  const { measure, value, low, high } = effect;
  if (measure === 'RD') return difference(effect, short);
  const number = ((): string => {
    if (low === undefined || high === undefined) return signed(value);
    const places = Math.max(...[value, low, high].map((one) => decimals(one)));
    // What is whole or below one was printed with as many places as its interval; a larger one may have fewer.
    return `${signed(value, Number.isInteger(value) || Math.abs(value) < 1 ? places : decimals(value))} ${interval(low, high, places, short)}`;
  })();
  return named ? `${short ? measure : measures[measure]} ${number}` : number;
}

const chance = (p: number | string | undefined): string | undefined =>
  p === undefined ? undefined : `P${typeof p === 'number' ? '=' : ''}${String(p).replace(/\s/g, '')}`;

function sentence(result: Result, wanted: Wanted, { outcomes }: Vocabulary): string | undefined {
  const groups = (['percentages', 'counts', 'events', 'means'] as const).flatMap((part) => armsInWords(result.arms, part, wanted) ?? []);
  const numbers = [groups[0], effectWords(result.effect, wanted.short, true), chance(result.effect?.p)].filter((one) => one !== undefined);
  if (!numbers.length) return undefined;
  return `${capitalise(result.label ?? labelOf(outcomes, result.outcome))}, ${result.at}: ${numbers.join('; ')}`;
}

/** The part of a result that is asked for, e.g. `37 of 90 against 55 of 99`; undefined where the source does not print it. */
export function resultWords(result: Result, wanted: Wanted, vocabulary: Vocabulary): string | undefined {
  const { as, short } = wanted;
  if (as === 'effect' || as === 'estimate') return effectWords(result.effect, short, as === 'effect');
  if (as === 'p') return chance(result.effect?.p);
  if (as === 'sentence') return sentence(result, wanted, vocabulary);
  return Object.hasOwn(ofArm, as) ? armsInWords(result.arms, as as Part, wanted) : undefined;
}
