/** Whether a figure of ours stands in a digest, in the same kind or in one that is plainly the same, and with what else it stands there. */
import { binding } from './figure-words.ts';
import type { DigestFigures, HeldFigure } from './digest-figures.ts';
import type { ProseFigure, FigureKind } from './figures.ts';

/** Kinds of a digest by which a kind of ours is carried, where they differ. */
const alike: Readonly<Record<string, readonly string[]>> = {
  share: ['share'],
  count: ['count', 'plain'],
  plain: ['plain', 'count', 'ratio', 'share'],
  ratio: ['ratio', 'plain'],
};
const accepts = (ours: FigureKind, theirs: FigureKind): boolean =>
  ours === theirs ||
  (ours === 'plain' && theirs.startsWith('time:')) ||
  (alike[ours]?.includes(theirs) ?? (ours.startsWith('quantity:') && theirs === 'plain'));

/** Numbers as meant roughly may be off by so much of themselves. */
const ROUGHLY = 0.06;

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals;
const same = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a));

function equal(ours: ProseFigure, theirs: HeldFigure): boolean {
  // `14` for the 14 days of the sentence before.
  if (ours.kind === 'plain' && theirs.kind.startsWith('time:')) return same(ours.value, theirs.number);
  if (same(ours.value, theirs.value)) return true;
  // A share that is worked out from counts has more digits than anybody prints.
  if (theirs.kind === 'share' && theirs.decimals > 4 && same(ours.value, rounded(theirs.value, ours.decimals))) return true;
  if (!ours.rough || ours.kind === 'year' || ours.kind === 'date' || ours.kind === 'p') return false;
  return same(ours.value, rounded(theirs.value, ours.decimals)) || Math.abs(ours.value - theirs.value) <= ROUGHLY * ours.value;
}

/** The figures of a digest that carry one of ours. */
export const carriersOfFigure = (ours: ProseFigure, { figures }: DigestFigures): HeldFigure[] =>
  figures.filter((theirs) => accepts(ours.kind, theirs.kind) && equal(ours, theirs));

const words = binding
  .toSorted((a, b) => b.length - a.length)
  .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');
const BINDS = new RegExp(String.raw`^(?:[\s%(\[,=<>≈−-]|[/–]|(?<![\p{L}])(?:${words})(?![\p{L}]))+$`, 'u');
const LIST = /^[\s,−-]*$|,\s*and\b/;
const OPPOSED = /(?<!\p{L})(?:v|vs|versus|against)(?!\p{L})/u;
const OPPOSED_NEAR = /^(?:\s[\p{L}-]+){0,4}?\s(?:v|vs|versus|against)\s(?:the\s)?$/u;
const WHOLE = /\bof\s*(?:the\s)?$|^\/$/;

/**
 * How two figures of ours are bound: a `part` is one of its whole, `opposed` arms have an order, `joined` and `compared` ones have none,
 * `listed` ones only stand beside one another.
 */
type Bond = 'part' | 'opposed' | 'joined' | 'compared' | 'listed';

export interface BoundPair {
  readonly first: ProseFigure;
  readonly second: ProseFigure;
  readonly bond: Bond;
}

const NEXT_CELL = /^\s*\|\s*$/;

function bondOf(first: ProseFigure, second: ProseFigure, between: string): Bond | undefined {
  if (NEXT_CELL.test(between) && first.kind === second.kind) return 'listed';
  if (!BINDS.test(between) || LIST.test(between)) return undefined;
  const opposed = OPPOSED.test(between);
  const whole = WHOLE.test(between);
  if ((first.inWords || second.inWords) && !opposed && !(whole && first.number > 1)) return undefined;
  if (whole) return first.kind === 'share' || second.inWords ? undefined : 'part';
  if (opposed) return first.kind === second.kind ? 'opposed' : 'listed';
  return /(?<!\p{L})and(?!\p{L})/u.test(between) ? 'listed' : 'joined';
}

const SEMICOLON = /;|\.\s/g;

/** Parts of a text between semicolons, by the figures in them. */
function partsOf(text: string, figures: readonly ProseFigure[]): ProseFigure[][] {
  const cuts = Array.from(text.matchAll(SEMICOLON), ({ index }) => index);
  return Object.values(Object.groupBy(figures, ({ at }) => cuts.filter((cut) => cut < at).length)).filter((part) => part !== undefined);
}

const isTime = ({ kind }: ProseFigure): boolean => kind.startsWith('time:');
const isCount = ({ kind, inWords }: ProseFigure): boolean => (kind === 'count' || kind === 'plain') && !inWords;

/** Words by which one thing is set beside another. */
const COMPARED = /(?<!\p{L})(?:with|without|against|than|control|controls|alone|untreated|others?|those)(?!\p{L})/iu;
const NAMED = /\p{Lu}[\p{L}-]*\s$/u;

/** Figures that are compared, whatever other words lie between: the only two shares or counts between two semicolons. */
function* loosePairs(text: string, part: readonly ProseFigure[]): Iterable<BoundPair> {
  for (const own of [part.filter(({ kind }) => kind === 'share'), part.filter(isCount)]) {
    const [first, second, third] = own;
    if (!first || !second || third || part.indexOf(second) !== part.indexOf(first) + 1 || NAMED.test(text.slice(0, first.at))) continue;
    if (COMPARED.test(text.slice(first.end, second.at))) yield { first, second, bond: first.kind === 'share' ? 'compared' : 'listed' };
  }
}

/**
 * Pairs of figures that are one statement, e.g. both arms of `18% v 24%`, an estimate and an end of its interval, or the only two
 * shares between two semicolons.
 */
export function boundPairs(text: string, figures: readonly ProseFigure[]): BoundPair[] {
  const close = figures.slice(1).flatMap((second, index): BoundPair[] => {
    const first = figures[index];
    const bond = first && bondOf(first, second, text.slice(first.end, second.at));
    return first && bond ? [{ first, second, bond }] : [];
  });
  // `4 of 10 lasted against 5 of 10`: the parts have an order, whatever stands between them.
  const parts = close.filter(({ bond }) => bond === 'part');
  const arms = parts.slice(1).flatMap((next, index): BoundPair[] => {
    const one = parts[index];
    return one && OPPOSED_NEAR.test(text.slice(one.second.end, next.first.at))
      ? [{ first: one.first, second: next.first, bond: 'opposed' }]
      : [];
  });
  const loose = partsOf(text, figures).flatMap((part) => [...loosePairs(text, part)]);
  return [...close, ...arms, ...loose.filter(({ first, second }) => !close.some((one) => one.first === first && one.second === second))];
}

/** A time and the figures said of it, where a part of a sentence has one time only, e.g. 24 months and both shares. */
export const timed = (
  text: string,
  figures: readonly ProseFigure[],
  bound: ReadonlySet<ProseFigure>,
): { readonly time: ProseFigure; readonly others: readonly ProseFigure[] }[] =>
  partsOf(text, figures).flatMap((part) => {
    const [time, second] = part.filter(isTime);
    const others = part.filter((one) => ['share', 'ratio', 'p'].includes(one.kind) || (isCount(one) && bound.has(one)));
    return time && !second && others.length ? [{ time, others }] : [];
  });

/** Whether two figures of a digest are said together in the way in which two of ours are. */
function together(a: HeldFigure, b: HeldFigure, { first, second, bond }: BoundPair, { pairs }: DigestFigures): boolean {
  if (a === b || (bond === 'part' && a.arm !== b.arm && a.arm && b.arm)) return false;
  const isTimeHeld = ({ kind }: HeldFigure): boolean => kind.startsWith('time:');
  if (bond === 'opposed' && isTimeHeld(a) !== isTimeHeld(b)) return false;
  // One number said twice may be a slip of ours: then theirs has to be a pair as well.
  if (bond === 'listed' && !(first.kind === second.kind && same(first.value, second.value))) return a.unit === b.unit;
  return Boolean(pairs.get(a)?.has(b) || (bond !== 'opposed' && pairs.get(b)?.has(a)));
}

/** Whether two figures of ours are said together in the digest too. */
export function standTogether(pair: BoundPair, digest: DigestFigures): boolean {
  const twos = carriersOfFigure(pair.second, digest);
  return carriersOfFigure(pair.first, digest).some((a) => twos.some((b) => together(a, b, pair, digest)));
}

/** Figures that are bound one to the next, e.g. both arms, the estimate and both ends of its interval. */
export function chainsOf(pairs: readonly BoundPair[]): BoundPair[][] {
  const chains: BoundPair[][] = [];
  for (const pair of pairs) {
    const last = chains.at(-1);
    if (last?.at(-1)?.second === pair.first) last.push(pair);
    else chains.push([pair]);
  }
  return chains;
}

/** Whether the digest has figures for all of a chain, each for one of ours. */
export function chainStands(chain: readonly BoundPair[], digest: DigestFigures): boolean {
  const follow = (index: number, taken: readonly HeldFigure[]): boolean => {
    const pair = chain[index];
    const last = taken.at(-1);
    if (!pair || !last) return true;
    return carriersOfFigure(pair.second, digest).some(
      (next) => !taken.includes(next) && together(last, next, pair, digest) && follow(index + 1, [...taken, next]),
    );
  };
  const [start] = chain;
  return !start || carriersOfFigure(start.first, digest).some((first) => follow(0, [first]));
}
