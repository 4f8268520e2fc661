/** Absence in prose: that a sentence which says what a source leaves out rests on an item that was checked. */
import { formatList } from '../../words/phrase.ts';
import { toPatternTest } from '../../words/pattern.ts';
import type { LintContext } from '../lint-context.ts';
import { absencePatterns, searchTold } from '../reading/absence-words.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import type { Rule } from '../rule.ts';

const ABSENCE = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${absencePatterns.join('|')})(?![\p{L}\p{N}])`, 'giu');
const SEARCHED = new RegExp(searchTold, 'iu');
const QUOTED = /[“"][^”"]*$/u;

/** So many letters of a word of a label tell it. */
const STEM = 8;

type SpeaksOf = (item: string, text: string) => boolean;

/** Whether a text speaks of an item that a source can leave out: by its search words, or by a word of its label. */
function itemWords({ content }: LintContext): SpeaksOf {
  const { absences } = content.library.vocabulary;
  const tests = new Map(
    Object.entries(absences).map(([item, { label, words }]) => {
      const stems = (label.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map(
        (word) => `${word.replace(/(?:ies|es|s|y)$/u, '').slice(0, STEM)}*`,
      );
      return [item, [...words.filter((word) => /\p{L}/u.test(word)), ...stems].map(toPatternTest)] as const;
    }),
  );
  const known = new Map<string, boolean>();
  return (item, text) => {
    const key = `${item} ${text}`;
    const held = known.get(key) ?? (tests.get(item) ?? []).some((test) => test(text) !== undefined);
    known.set(key, held);
    return held;
  };
}

/** Whether the line takes an absence from a digest: then the check of values has seen to it. */
function isComponent(claim: CitedClaim): boolean {
  const { file, sentence } = claim;
  const line = claim.where(sentence.from).place?.line;
  return line !== undefined && (file.body.split('\n')[line - file.bodyLine] ?? '').includes('<Absent ');
}

/** Claims of absence that nothing checked stands behind. */
export function unearned(claim: CitedClaim, context: LintContext, speaksOf: SpeaksOf): { at: number; said: string }[] {
  const text = wordsOfClaim(claim);
  const whole = claim.sentence.text.slice(claim.sentence.from, claim.sentence.to);
  const found = Array.from(text.matchAll(ABSENCE)).filter(({ index }) => !QUOTED.test(text.slice(claim.from, index)));
  if (!found.length || SEARCHED.test(whole) || isComponent(claim)) return [];
  const absent = claim.sources.flatMap((id) => (context.sourceOf.get(id)?.data.absent ?? []).flatMap((one) => one?.item ?? []));
  return found.filter(() => !absent.some((item) => speaksOf(item, whole))).map(({ 0: said, index: at }) => ({ at, said: said.trim() }));
}

export const claimOfAbsence: Rule = {
  name: 'claim-of-absence',
  level: 'error',
  says: 'Prose says that a source leaves something out only where its digest lists that as absent and checked.',
  why: 'What the editor has not seen would be told as what is not there.',
  *find(context) {
    const speaksOf = itemWords(context);
    for (const claim of claimsOf(context)) {
      if (claim.sentence.kind === 'heading') continue;
      for (const { at, said } of unearned(claim, context, speaksOf))
        yield {
          ...claim.where(at),
          message: claim.sources.length
            ? `The words “${said}” say what is not there, and ${formatList(claim.sources.map((id) => `\`${id}\``))} ${claim.sources.length > 1 ? 'list' : 'lists'} nothing like it under \`absent\`.`
            : `The words “${said}” say what is not there, of no source that is named.`,
          fix: 'Look for it in the source and list it under `absent:` of the digest, write `<Absent of="…" item="…" />`, or say what the source does say.',
        };
    }
  },
};
