/** Absence in prose: that a sentence which says what a source leaves out rests on an item that was checked. */
import { formatList } from '../../words/phrase.ts';
import { toPatternTest } from '../../words/pattern.ts';
import type { Source } from '../../schema/source.ts';
import { findWords, toSearchText } from '../../library/search-words.ts';
import type { LintContext, LintEntry } from '../lint-context.ts';
import { absencePatterns, searchTold } from '../reading/absence-words.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { windowsAt } from '../reading/likeness.ts';
import { sentencesIn } from '../reading/sentences.ts';
import { inBody, type Rule } from '../rule.ts';

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

interface Denial {
  readonly at: number;
  readonly said: string;
}

const denialsIn = (text: string): Denial[] =>
  Array.from(text.matchAll(ABSENCE), ({ 0: said, index: at }) => ({ at, said: said.trim() })).filter(
    ({ at }) => !QUOTED.test(text.slice(0, at)),
  );

/** Words of a question: what is denied is an answer to it, and not the thing that it speaks of. */
const ASKED = /(?<!\p{L})(?:that|whether|why|what|which)(?!\p{L})/iu;

/** What a digest holds of the very thing that a text says is not there, e.g. a result on `death` beside `Death was not reported.` */
function heldOf(entry: LintEntry<Source>, text: string, at: number, { content }: LintContext): string | undefined {
  const [from, to] = windowsAt(text, at)[0] ?? [0, text.length];
  const words = toSearchText(text.slice(from, to));
  if (ASKED.test(words)) return undefined;
  const hits = (item = ''): string[] =>
    findWords(words, content.library.vocabulary.absences[item]?.words ?? []).map((hit) => words.slice(hit.at, hit.end));
  const listed = (entry.data.absent ?? []).map((one) => one?.item);
  const result = (entry.data.results ?? []).findIndex((one) => {
    const own = listed.includes(one?.outcome) ? [] : hits(one?.outcome);
    // What it does leave out may share a word with what it holds: `in how many the kidneys recovered`.
    return own.length > 0 && !listed.some((item) => hits(item).some((word) => !own.includes(word)));
  });
  return result < 0 ? undefined : `\`results[${result}]\``;
}

/** Claims of absence that nothing checked stands behind. */
function unearned(claim: CitedClaim, found: readonly Denial[], context: LintContext, speaksOf: SpeaksOf): readonly Denial[] {
  const whole = claim.sentence.text.slice(claim.sentence.from, claim.sentence.to);
  if (!found.length || SEARCHED.test(whole) || isComponent(claim)) return [];
  const absent = claim.sources.flatMap((id) => (context.sourceOf.get(id)?.data.absent ?? []).flatMap((one) => one?.item ?? []));
  return absent.some((item) => speaksOf(item, whole)) ? [] : found;
}

const contradiction = (said: string, id: string, held: string) => ({
  message: `The words “${said}” say what is not there, and \`${id}\` reports it in ${held}.`,
  fix: 'Say what the source reports, or of what exactly it says nothing.',
});

export const claimOfAbsence: Rule = {
  name: 'claim-of-absence',
  level: 'error',
  says: 'Prose says that a source leaves something out only where its digest lists that as absent and checked.',
  why: 'What the editor has not seen would be told as what is not there.',
  *find(context) {
    const speaksOf = itemWords(context);
    for (const claim of claimsOf(context)) {
      if (claim.sentence.kind === 'heading') continue;
      const text = wordsOfClaim(claim);
      const denials = denialsIn(text);
      for (const { at, said } of denials)
        for (const id of claim.sources) {
          const entry = context.sourceOf.get(id);
          const held = entry && heldOf(entry, text, at, context);
          if (held) yield { ...claim.where(at), ...contradiction(said, id, held) };
        }
      for (const { at, said } of unearned(claim, denials, context, speaksOf))
        yield {
          ...claim.where(at),
          message: claim.sources.length
            ? `The words “${said}” say what is not there, and ${formatList(claim.sources.map((id) => `\`${id}\``))} ${claim.sources.length > 1 ? 'list' : 'lists'} nothing like it under \`absent\`.`
            : `The words “${said}” say what is not there, of no source that is named.`,
          fix: 'Look for it in the source and list it under `absent:` of the digest, write `<Absent of="…" item="…" />`, or say what the source does say.',
        };
    }
    for (const entry of context.sources)
      for (const [index, line] of entry.file.body.split('\n').entries())
        for (const { at, said } of denialsIn(line)) {
          const sentence = sentencesIn(line).find(({ to }) => at < to);
          const held = heldOf(entry, ' '.repeat(sentence?.from ?? 0) + line.slice(sentence?.from, sentence?.to), at, context);
          const place = inBody(entry.file, { line: index + 1, column: at + 1 });
          if (held) yield { file: entry.file.path, place, ...contradiction(said, entry.id, held) };
        }
  },
};
