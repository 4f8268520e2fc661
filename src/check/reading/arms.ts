/** Whether a number that is said of one arm of a comparison is held of another arm by the digests: `of 87 people with anticoagulants`. */
import type { LintContext } from '../lint-context.ts';
import { carriersOfFigure } from './carried.ts';
import { wordsOfClaim, type CitedClaim } from './claims.ts';
import { digestFigures } from './digest-figures.ts';
import { likenessWith } from './elsewhere.ts';
import { readFigures } from './figures.ts';
import type { ToFeatures } from './likeness.ts';
import { canMean, isPartOf, type NameFinder } from './names.ts';

/** Between a number and the treatment of those whom it counts. */
const TIED =
  /^(?:\s(?:of|in|v)\s[\d.,]+%?)?(?:\s(?!(?:and|or|v|vs|versus|against|than|without|not|no|before|but)\s)[\p{L}’-]+){0,4}?\s(?:with|on|of|in|after|given|had)\s(?:the\s|an?\s|added\s|[\p{L}-]+’s\s)?$/u;
/** The second of two arms: a name behind it is that of the first, as in `0.9% v 0.3% with thrombolysis`. */
const SECOND = /\s(?:v|vs|versus)\s$/u;
/** Results count from this part of the one that is most like ours. */
const LIKEST = 0.8;

/** Names of compared treatments behind a number that no digest holds of such an arm, and some digest of another; with the place. */
export function armFaults(
  claim: CitedClaim,
  context: LintContext,
  find: NameFinder,
  toFeatures: ToFeatures,
): { at: number; message: string }[] {
  const text = wordsOfClaim(claim);
  const { vocabulary } = context.content.library;
  const { given = [], against } = vocabulary.comparison ?? {};
  const named = find(text).filter(({ means }) => [...means].every((one) => one === against || given.includes(one)));
  const figures = named.length ? readFigures(text) : [];
  const entries = figures.length ? claim.sources.flatMap((id) => context.sourceOf.get(id) ?? []) : [];
  const digests = entries.map((entry) => digestFigures(entry, vocabulary));
  return named.flatMap((thing) =>
    figures.flatMap((figure) => {
      if (figure.at > thing.at || !TIED.test(text.slice(figure.end, thing.at)) || SECOND.test(text.slice(0, figure.at))) return [];
      const isIt = (means: Iterable<string>): boolean => {
        const held = new Set(means);
        return canMean(context, thing.means, held) || isPartOf(context, thing.means, held);
      };
      const carriers = digests.flatMap((digest) => {
        const like = likenessWith(figures, digest, toFeatures, text, '');
        return carriersOfFigure(figure, digest).map(({ arm, unit }) => ({ arm, told: digest.units[unit], like: like[unit] ?? 0 }));
      });
      const top = Math.max(0, ...carriers.flatMap(({ arm, like }) => (arm ? like : [])));
      const arms = carriers.flatMap(({ arm, like }) => (arm?.intervention && like >= LIKEST * top ? arm.intervention : []));
      // A sentence that names ours and none of those arms says it of ours.
      const isTold = carriers.some(({ arm, told }) => {
        const names = arm || told?.like !== undefined ? [] : find(told?.text ?? '');
        return names.some(({ means }) => isIt(means)) && !names.some(({ means }) => arms.some((one) => means.has(one)));
      });
      return arms.length && !isIt(arms) && !isTold
        ? [
            {
              at: thing.at,
              message: `The number “${figure.said.trim()}” is said of “${thing.said}”, and the digest holds it of another arm.`,
            },
          ]
        : [];
    }),
  );
}
