/** Numbers in prose: that a cited digest holds each of them, and holds those together that are said together. */
import { formatList } from '../../words/phrase.ts';
import type { LintContext } from '../lint-context.ts';
import { boundPairs, carriersOfFigure, chainsOf, chainStands, standTogether, timed, type BoundPair } from '../reading/carried.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { digestFigures, type DigestFigures } from '../reading/digest-figures.ts';
import { standsElsewhere } from '../reading/elsewhere.ts';
import { ourArithmetic } from '../reading/figure-words.ts';
import { readFigures, type ProseFigure } from '../reading/figures.ts';
import { featuresBy, type ToFeatures } from '../reading/likeness.ts';
import type { Rule, Violation } from '../rule.ts';

const FIX =
  'Take the number from the digest; where it is right and the digest lacks it, add it there with its place. What we worked out ourselves is said so, as in “by our arithmetic”.';

const OURS = new RegExp(ourArithmetic.map((words) => words.replace(/[[\]]/g, '\\$&')).join('|'), 'u');
const COMMA = /[,;:]\s/g;

/** Where a text says that it is ours, the stretch that is: between commas, and back to the one before where no number stands in it. */
function stretchOfOurs(text: string, figures: readonly ProseFigure[], { sentence }: CitedClaim): (figure: ProseFigure) => boolean {
  const said = OURS.exec(text);
  if (!said) return OURS.test(sentence.text.slice(sentence.from, sentence.to)) ? ({ kind }) => kind !== 'p' : () => false;
  if (said[0] === 'counts ours') return () => true;
  const cuts = [0, ...Array.from(text.matchAll(COMMA), ({ index }) => index).filter((cut) => cut < said.index)];
  const last = cuts.at(-1) ?? 0;
  const from = figures.some(({ at, inWords }) => !inWords && at > last && at < said.index) ? last : (cuts.at(-2) ?? 0);
  const to = text.slice(said.index).search(/;\s/);
  // A P value is printed, never worked out here.
  return ({ at, kind }) => kind !== 'p' && at >= from && (to < 0 || at < said.index + to);
}

/** A number in letters is a figure only where something says what it counts; `one` and `none` are seldom one. */
const isFigure = (figure: ProseFigure, bound: ReadonlySet<ProseFigure>): boolean =>
  !figure.inWords || bound.has(figure) || (figure.kind !== 'plain' && (figure.number > 1 || figure.kind.startsWith('time:')));

interface Cited {
  readonly digests: readonly DigestFigures[];
  /** Years of the cited works: when they came out and when they were changed. */
  readonly years: ReadonlySet<number>;
  readonly toFeatures: ToFeatures;
}

/** Behind a name so large a number is taken for a year. */
const YEARLIKE = 1000;
const NAMED = /\p{Lu}{2,}[\p{L}\d]*,? (?:of |in )?$/u;
const DATED =
  /(?:review|paper|statement|guidance|guideline|report|summary|page|trial|series|update|standards|survey|consensus) of $|(?:wrote|published) in $/u;

/** A number right behind a name, as in `NICE 2020` or `CHEST 12`: the year of the work, a number of a statement, or words of the digest. */
function isOfAnother(text: string, { kind, value, at, end }: ProseFigure, { digests, years }: Cited): boolean {
  if (years.has(value)) return false;
  const before = text.slice(0, at);
  const named = kind === 'year' || (kind === 'plain' && value >= YEARLIKE) ? NAMED.exec(before) : null;
  if (!named && !(kind === 'year' && DATED.test(before))) return false;
  const number = text.slice(at, end);
  const said = text.slice(named?.index ?? at, end);
  return !digests.some(({ units }) => units.some((unit) => unit.text.includes(named ? said : number)));
}

/** So many figures of ours rest on at least one of the source. */
const FOUNDED = 2;

/** What is wrong with the figures of a claim: message and place, in order. */
export function figureFaults(claim: CitedClaim, cited: Cited): { readonly at: number; readonly message: string }[] {
  const { digests } = cited;
  const text = wordsOfClaim(claim);
  const figures = readFigures(text);
  if (!figures.length) return [];
  const [only, second] = claim.sources;
  const source = only && !second ? `the digest of \`${only}\`` : `the digests of ${formatList(claim.sources.map((id) => `\`${id}\``))}`;
  const isOurs = stretchOfOurs(text, figures, claim);
  const held = (figure: ProseFigure): boolean => digests.some((digest) => carriersOfFigure(figure, digest).length);
  const pairs = boundPairs(text, figures);
  const bound = new Set(pairs.flatMap((pair) => [pair.first, pair.second]));
  const own = figures.filter((figure) => isFigure(figure, bound) && !isOurs(figure));
  const missing = new Set(own.filter((figure) => !held(figure) || isOfAnother(text, figure, cited)));
  // What we work out is worked out from something that stands there.
  const ours = figures.filter((figure) => isOurs(figure) && isFigure(figure, bound));
  const unfounded = claim.own && ours.length >= FOUNDED && !figures.some(held) ? ours.slice(0, 1) : [];
  const known = pairs.filter((pair) => !isOurs(pair.first) && !isOurs(pair.second) && held(pair.first) && held(pair.second));
  const single = known.filter((pair) => !digests.some((digest) => standTogether(pair, digest)));
  const chains = chainsOf(known).filter(
    (chain) => !chain.some((pair) => single.includes(pair)) && !digests.some((digest) => chainStands(chain, digest)),
  );
  const apart = [
    ...single,
    ...chains.flatMap((chain) => ({ first: chain[0]?.first, second: chain.at(-1)?.second, bond: 'listed' })),
  ].filter((pair): pair is BoundPair => pair.first !== undefined && pair.second !== undefined);
  const untimed = timed(text, own, bound).filter(({ time, others }) => {
    const carried = others.filter(held);
    return (
      held(time) &&
      carried.length &&
      !carried.some((one) => digests.some((digest) => standTogether({ first: one, second: time, bond: 'listed' }, digest)))
    );
  });
  for (const figure of unfounded) missing.add(figure);
  // A slash may stand in a blood pressure.
  const tooMany = pairs.filter(
    ({ bond, first, second: whole }) => bond === 'part' && first.value > whole.value && !text.slice(first.end, whole.at).includes('/'),
  );
  const faulty = new Set([...missing, ...apart.flatMap(({ first, second: other }) => [first, other]), ...untimed.map(({ time }) => time)]);
  const strayed = own.filter(
    (figure) =>
      !faulty.has(figure) && !cited.years.has(figure.value) && standsElsewhere(claim, text, figure, own, digests, cited.toFeatures),
  );
  return [
    ...[...missing].map(({ at, said }) => ({ at, message: `The number “${said.trim()}” does not stand in ${source}, cited for it.` })),
    ...tooMany.map(({ first, second: other }) => ({
      at: first.at,
      message: `In “${text.slice(first.at, other.end)}” the part is larger than its whole.`,
    })),
    ...apart.map(({ first, second: other }) => ({
      at: first.at,
      message: `The numbers of “${text.slice(first.at, other.end)}” do not stand together in ${source}, cited for it.`,
    })),
    ...untimed.map(({ time, others }) => ({
      at: time.at,
      message: `The time “${time.said.trim()}” stands in ${source}, but not with ${formatList(
        others.map(({ said }) => `“${said.trim()}”`),
        'or',
      )}.`,
    })),
    ...strayed.map(({ at, said }) => ({
      at,
      message: `The number “${said.trim()}” stands in ${source} with something else than what is said here.`,
    })),
  ].sort((a, b) => a.at - b.at);
}

const yearOf = (date: unknown): number => Number(String(date).slice(0, 4));

export function citedBy({ sourceOf, content }: LintContext, sources: readonly string[], toFeatures: ToFeatures): Cited {
  const entries = sources.flatMap((id) => sourceOf.get(id) ?? []);
  return {
    digests: entries.map((entry) => digestFigures(entry, content.library.vocabulary)),
    years: new Set(entries.flatMap(({ data }) => [yearOf(data.issued), yearOf(data.updated)])),
    toFeatures,
  };
}

export const numberNotCarried: Rule = {
  name: 'number-not-carried',
  level: 'error',
  says: 'Every number in a cited sentence stands in a digest that is cited for it, and numbers said together stand together there.',
  why: 'A wrong number with a source beside it is believed.',
  *find(context) {
    const toFeatures = featuresBy(context);
    for (const claim of claimsOf(context)) {
      if (!claim.sources.length || claim.sentence.kind === 'heading') continue;
      const cited = citedBy(context, claim.sources, toFeatures);
      if (!cited.digests.length) continue;
      for (const { at, message } of figureFaults(claim, cited)) yield { ...claim.where(at), message, fix: FIX } satisfies Violation;
    }
  },
};
