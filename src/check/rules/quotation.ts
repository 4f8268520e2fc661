/** Quotations in prose, and locators of citations: that the digest holds them. */
import { formatList } from '../../words/phrase.ts';
import { oneOf, shown } from '../field-name.ts';
import type { LintContext, LintEntry } from '../lint-context.ts';
import { claimsOf, wordsOfClaim } from '../reading/claims.ts';
import { foldLetters } from '../../words/fold.ts';
import type { Source } from '../../schema/source.ts';
import type { Rule } from '../rule.ts';

const QUOTE = /“([^”]+)”|(?<![\p{L}\p{N}])"([^"]+)"/gu;
const bare = (text: string): string => ` ${(foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;

/** All text in a value. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value as Record<string, unknown>).flatMap(textsIn) : [];
};

const known = new WeakMap<object, string>();

/** Everything that we hold of a source, as words: its record, findings, anchors and body, and its raw text where it is at hand. */
function wordsOf({ data, file }: LintEntry<Source>, { snapshots }: LintContext): string {
  const held = known.get(data);
  if (held !== undefined) return held;
  const words = bare([...textsIn(data), file.body, snapshots?.get(data.snapshot ?? '') ?? ''].join(' '));
  known.set(data, words);
  return words;
}

/** The words of the glossary and the vocabulary, which may stand in quotation marks because they are talked about. */
function termsOf({ terms, content }: LintContext): ReadonlySet<string> {
  const { populations, interventions, outcomes } = content.library.vocabulary;
  const labels = [populations, interventions, outcomes].flatMap((list) =>
    Object.values<{ readonly label: string }>(list).map(({ label }) => label),
  );
  return new Set(
    [...terms.flatMap(({ id, data }) => [id, data.name, ...(data.abbreviations ?? []), ...(data.synonyms ?? [])]), ...labels].map((name) =>
      bare(name ?? ''),
    ),
  );
}

/** So many words are nobody's term. */
const PHRASE = 3;

export const quotationNotFound: Rule = {
  name: 'quotation-not-found',
  level: 'error',
  says: 'Words in quotation marks beside a citation stand in what we hold of the cited source.',
  why: 'Words would be put into somebody’s mouth.',
  *find(context) {
    const terms = termsOf(context);
    for (const claim of claimsOf(context)) {
      const sources = claim.sources.flatMap((id) => context.sourceOf.get(id) ?? []);
      if (!sources.length || claim.sentence.kind === 'heading') continue;
      for (const { 0: all, 1: curly, 2: straight, index } of wordsOfClaim(claim).matchAll(QUOTE)) {
        const said = bare(curly ?? straight ?? '');
        if (said.trim() === '' || (said.trim().split(' ').length < PHRASE && terms.has(said))) continue;
        // One or two words may be bent: “recommend” of somebody who recommends.
        const short = said.trim().split(' ').length < PHRASE;
        const parts = (curly ?? straight ?? '')
          .split(/…|\[[^\]]*\]/)
          .map((part) => (short ? bare(part).trimEnd() : bare(part)))
          .filter((part) => part.trim());
        if (sources.some((source) => parts.every((part) => wordsOf(source, context).includes(part)))) continue;
        yield {
          ...claim.where(index),
          message: `${shown(all)} is in quotation marks beside ${formatList(claim.sources.map((id) => `\`${id}\``))}, and neither digest nor raw text at hand has these words.`,
          fix: 'Say it in words of ours, without the marks; or put the words into the digest, with their place, if the source has them.',
        };
      }
    }
  },
};

/** A locator as it is compared: `p. 3`, `page 3` and `Pages 3` are one. */
const plainLocator = (locator: string): string =>
  bare(locator)
    .replace(/ (?:pp?|pages?) /gu, ' page ')
    .replace(/ (?:fig|figures?) /gu, ' figure ')
    .replace(/ (?:sect?|sections?) /gu, ' section ')
    .replace(/ (?:paras?|paragraphs?) /gu, ' paragraph ')
    .replace(/ (?:chap|chapters?) /gu, ' chapter ');

const locatorsOf = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, item]) =>
    key === 'locator' && typeof item === 'string' ? [item] : locatorsOf(item),
  );
};

export const locatorNotInDigest: Rule = {
  name: 'locator-not-in-digest',
  level: 'error',
  says: 'A citation with a place names a place that the digest of its source names too.',
  why: 'A reader would look there and not find it, and nobody could say what was read.',
  *find(context) {
    const read = new Set<object>();
    for (const claim of claimsOf(context)) {
      if (read.has(claim.sentence)) continue;
      read.add(claim.sentence);
      for (const { id, locator, at } of claim.sentence.keys) {
        const entry = context.sourceOf.get(id);
        if (!locator || !entry) continue;
        const held = [...new Set(locatorsOf(entry.data))];
        if (held.some((one) => plainLocator(one).includes(plainLocator(locator)))) continue;
        yield {
          ...claim.where(at),
          message: `The citation of \`${id}\` points to ${shown(locator)}, which is no place that its digest names.`,
          fix: held.length
            ? `Point to ${oneOf(held, 4)}, or leave the place out.`
            : 'Leave the place out, or add it to a finding of the digest.',
        };
      }
    }
  },
};
