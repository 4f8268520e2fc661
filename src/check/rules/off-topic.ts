/** Citations in prose: that the cited digest is about what the sentence says, word by word. */
import type { LintContext } from '../lint-context.ts';
import { carriersOfFigure } from '../reading/carried.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { digestFigures, type DigestFigures } from '../reading/digest-figures.ts';
import { readFigures } from '../reading/figures.ts';
import { featuresBy, type ToFeatures } from '../reading/likeness.ts';
import { workFinder, type NameFinder } from '../reading/names.ts';
import type { Rule } from '../rule.ts';

/** A sentence with less to say, in the weight of its words, is not judged. */
const TELLING = 8;
/** So much of the weight of our words the digest has at least, by whether it has a finding on the question of the page. */
const SHARED = { onTopic: 0.2, offQuestion: 0.5 } as const;
/** Everyday words are found in few digests. */
const LAY = 0.6;

interface Words {
  readonly own: ReadonlyMap<string, ReadonlySet<string>>;
  /** How telling a word is: the fewer digests have it, the more. */
  readonly weight: (word: string) => number;
}

function wordsOfDigests({ sources, content }: LintContext, toFeatures: ToFeatures): Words {
  const own = new Map(
    sources.map((entry) => [
      entry.id,
      new Set(digestFigures(entry, content.library.vocabulary).units.flatMap(({ text, like }) => [...toFeatures(like ?? text)])),
    ]),
  );
  const count = new Map<string, number>();
  for (const words of own.values()) for (const word of words) count.set(word, (count.get(word) ?? 0) + 1);
  return { own, weight: (word) => (count.has(word) ? Math.log(1 + own.size / (1 + (count.get(word) ?? 0))) : 0) };
}

/** Numbers and names are judged by rules of their own; a clause that has one that fits is where it belongs. */
const isSettled = (text: string, digest: DigestFigures, find: NameFinder): boolean =>
  readFigures(text).some((figure) => !figure.inWords && carriersOfFigure(figure, digest).length > 0) ||
  find(text).some(({ means }) =>
    digest.units.some((unit) => find(unit.text).some((one) => [...one.means].some((name) => means.has(name)))),
  );

function shareOf(text: string, words: ReadonlySet<string>, { weight }: Words, toFeatures: ToFeatures): { share: number; all: number } {
  let [shared, all] = [0, 0];
  for (const word of toFeatures(text)) {
    if (word.includes(' ')) continue;
    all += weight(word);
    if (words.has(word)) shared += weight(word);
  }
  return { share: all ? shared / all : 1, all };
}

function leastOf({ question, sentence }: CitedClaim, { sourceOf }: LintContext, id: string): number {
  const answers = question === undefined || (sourceOf.get(id)?.data.findings ?? []).some((finding) => finding?.question === question);
  return (answers ? SHARED.onTopic : SHARED.offQuestion) * (sentence.within?.register === 'public' ? LAY : 1);
}

export const citationOffTopic: Rule = {
  name: 'citation-off-topic',
  level: 'warning',
  says: 'A sentence cites a source whose digest speaks of the same things.',
  why: 'A reader who follows the citation would find something else there.',
  *find(context) {
    const toFeatures = featuresBy(context);
    const find = workFinder(context);
    let words: Words | undefined;
    for (const claim of claimsOf(context)) {
      const [id, second] = claim.sources;
      const entry = id && !second && claim.own && claim.sentence.kind === 'text' ? context.sourceOf.get(id) : undefined;
      if (!entry || !id) continue;
      words ??= wordsOfDigests(context, toFeatures);
      const text = wordsOfClaim(claim);
      const { share, all } = shareOf(text, words.own.get(id) ?? new Set(), words, toFeatures);
      if (all < TELLING || share >= leastOf(claim, context, id)) continue;
      if (isSettled(text, digestFigures(entry, context.content.library.vocabulary), find)) continue;
      yield {
        ...claim.where(claim.from + text.slice(claim.from).search(/[\p{L}\p{N}]/u)),
        message: `Hardly a word of “${text.slice(claim.from).trim().slice(0, 80)}” stands in the digest of \`${id}\`, which is cited for it.`,
        fix: 'See whether another source was meant; else say it in words that the digest uses, or add to the digest what it lacks.',
      };
    }
  },
};
