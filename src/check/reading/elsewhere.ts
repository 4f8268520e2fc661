/** Whether a figure of ours stands in the digest, but with something else: of another outcome, another group, another study. */
import { carriersOfFigure } from './carried.ts';
import type { CitedClaim } from './claims.ts';
import type { DigestFigures, HeldFigure } from './digest-figures.ts';
import type { ProseFigure } from './figures.ts';
import { likeness, windowsAt, type ToFeatures } from './likeness.ts';

/** What another figure of ours in the same place counts for, in the weight of words. */
const FIGURE = 3;
/** So like ours has something to be before it says more than chance. */
const LIKE = 4;
/** A figure stands elsewhere where its own place is less like ours than this part of the likest. */
const PART = { share: 0.4, ratio: 0.4 } as Readonly<Record<string, number>>;
const PART_OF = 0.3;
/** A larger number is found by chance so seldom that it need not be weighed; and it is mostly how many people a study had. */
const SMALL = 100;
const NAMED = /\p{Lu}{2,}\s$/u;

/** What is worth weighing: figures that a digest may hold by chance. */
const isWeighed = (text: string, { kind, value, at, inWords }: ProseFigure, carriers: readonly HeldFigure[]): boolean =>
  kind === 'year' ||
  kind === 'share' ||
  kind === 'ratio' ||
  kind === 'p' ||
  ((kind === 'plain' || kind === 'count') &&
    (value > 1 || (kind === 'count' && !inWords)) &&
    value <= SMALL &&
    !NAMED.test(text.slice(0, at)) &&
    !carriers.some((one) => one.kind.startsWith('time:')));

const comparable = (ours: ProseFigure, kind: string): boolean =>
  kind === ours.kind || (ours.kind === 'plain' && (kind === 'count' || kind === 'ratio')) || (ours.kind === 'count' && kind === 'plain');

interface Places {
  /** How like ours the likest unit is that holds the figure. */
  own: number;
  /** How like ours the likest unit is that holds a figure of this kind. */
  best: number;
}

/** As `likeness`, where each of our figures counts like a rare word for the units that hold it. */
export function likenessWith(figures: readonly ProseFigure[], ...[digest, ...words]: Parameters<typeof likeness>): number[] {
  const like = likeness(digest, ...words);
  for (const one of figures)
    for (const unit of new Set(carriersOfFigure(one, digest).map((held) => held.unit))) like[unit] = (like[unit] ?? 0) + FIGURE;
  return like;
}

function placesIn(digest: DigestFigures, figure: ProseFigure, like: readonly number[]): Places {
  const own = new Set(carriersOfFigure(figure, digest).map(({ unit }) => unit));
  const most = (units: Iterable<number>): number => {
    let top = 0;
    for (const unit of units) top = Math.max(top, like[unit] ?? 0);
    return top;
  };
  const mine = most(own);
  return { own: mine, best: Math.max(mine, most(digest.figures.filter(({ kind }) => comparable(figure, kind)).map(({ unit }) => unit))) };
}

/**
 * Whether the digests say something else with this figure: a place of theirs is much more like our words than any with the figure.
 * It has to be so for the words next to the figure and for those farther round it.
 */
export function standsElsewhere(
  claim: CitedClaim,
  text: string,
  figure: ProseFigure,
  figures: readonly ProseFigure[],
  digests: readonly DigestFigures[],
  toFeatures: ToFeatures,
): boolean {
  if (
    !isWeighed(
      text,
      figure,
      digests.flatMap((digest) => carriersOfFigure(figure, digest)),
    )
  )
    return false;
  const far = claim.sentence.text.slice(claim.sentence.from, claim.sentence.to);
  let told = false;
  for (const [from, to] of windowsAt(text, figure.at)) {
    const others = figures.filter((one) => one !== figure && one.at >= from && one.end <= to);
    const places = digests.map((digest) => placesIn(digest, figure, likenessWith(others, digest, toFeatures, text.slice(from, to), far)));
    const best = Math.max(0, ...places.map((one) => one.best));
    if (best < LIKE) continue;
    if (Math.max(0, ...places.map((one) => one.own)) >= (PART[figure.kind] ?? PART_OF) * best) return false;
    told = true;
  }
  return told;
}
