/**
 * Looks for what sources are said to leave out: in raw articles, where they are at hand, and always in our own digests. Pure: what is
 * found becomes issues in `rules/absence.ts` and a record in `content/`.
 */
import type { Absence } from '../schema/design.ts';
import type { Source } from '../schema/source.ts';
import { absenceHash, silenceHash } from '../library/anchor.ts';
import { findWords, hitInWords, hitsOutside, idlePassages, toSearchText } from '../library/search-words.ts';
import type { LintContext, LintEntry } from './lint-context.ts';
import { deniesSomething } from './negation.ts';

/** What in a digest speaks of an item: a field of the record, or the words of a sentence. */
export interface Carried {
  /** As a message names it, e.g. `the body`. */
  readonly where: string;
  readonly words: string;
}

export interface SeenAbsence {
  readonly entry: LintEntry<Source>;
  /** Place among the absences of its source, from 0. */
  readonly index: number;
  readonly absence: Absence;
  /** Hits in the raw text that nobody has dismissed, in words; undefined where it is not at hand. */
  readonly hits: readonly string[] | undefined;
  /** Passages dismissed that dismiss nothing. */
  readonly idle: readonly string[];
  /** The first thing in our digest that carries the item. */
  readonly carried: Carried | undefined;
}

const SENTENCE = /(?<=[.!?])\s+|\n+/;

/** Sentences of a digest, its record included, with where they stand. */
function* sentencesOf({ file, data }: LintEntry<Source>): Iterable<Carried> {
  for (const [index, finding] of (data.findings ?? []).entries())
    for (const words of [finding?.says, ...(finding?.conditions ?? [])]) if (words) yield { where: `\`findings[${index}]\``, words };
  for (const [index, result] of (data.results ?? []).entries())
    for (const words of [result?.label, result?.scale]) if (words) yield { where: `\`results[${index}]\``, words };
  const { allocation, blinded, lost } = data.design ?? {};
  if (allocation?.value) yield { where: '`design.allocation`', words: allocation.value };
  if (blinded && !blinded.value?.includes('nobody')) yield { where: '`design.blinded`', words: 'blinded' };
  if (lost) yield { where: '`design.lost`', words: 'lost to follow-up' };
  for (const [index, regimen] of (data.regimens ?? []).entries())
    if (regimen?.dose) yield { where: `\`regimens[${index}]\``, words: `dose ${regimen.dose}` };
  if (data.interests?.note) yield { where: '`interests.note`', words: data.interests.note };
  if (data.rights?.licence) yield { where: '`rights.licence`', words: data.rights.licence };
  for (const words of file.body.split(SENTENCE)) if (words.trim()) yield { where: 'the body', words };
}

/** A field that holds what an item names: a result on it, a finding on it, a condition typed by it. */
function fieldOn({ data }: LintEntry<Source>, item: string): Carried | undefined {
  const result = (data.results ?? []).findIndex((one) => one?.outcome === item);
  if (result >= 0) return { where: `\`results[${result}]\``, words: `outcome: ${item}` };
  const finding = (data.findings ?? []).findIndex(
    (one) => one?.intervention === item || one?.population === item || one?.criteria?.some((criterion) => criterion?.on === item),
  );
  return finding < 0 ? undefined : { where: `\`findings[${finding}]\``, words: item };
}

/** What in a digest speaks of an item although its source is said to leave it out. Denials, and what was dismissed, do not. */
function carriedIn(entry: LintEntry<Source>, { item, dismissed }: Absence, words: readonly string[], text: string): Carried | undefined {
  const passages = dismissed.map(({ passage }) => passage);
  const field = fieldOn(entry, item);
  if (field && !passages.some((passage) => passage === field.words)) return field;
  if (!findWords(text, words).length) return undefined;
  for (const one of sentencesOf(entry)) {
    if (deniesSomething(one.words)) continue;
    const own = toSearchText(one.words);
    const [hit] = hitsOutside(own, words, passages);
    if (hit) return { where: one.where, words: hitInWords(own, hit) };
  }
  return undefined;
}

const isWhole = (absence: unknown): absence is Absence => {
  const { item, checked, dismissed } = (absence ?? {}) as Partial<Absence>;
  return item !== undefined && checked !== undefined && dismissed !== undefined;
};

/** Every absence of every source, in order of file and place, with what speaks against it. */
export function seeAbsences({ sources, snapshots, content }: Pick<LintContext, 'sources' | 'snapshots' | 'content'>): SeenAbsence[] {
  const { absences } = content.library.vocabulary;
  return sources.flatMap((entry): SeenAbsence[] => {
    if (!entry.data.absent?.length) return [];
    const raw = snapshots?.get(entry.data.snapshot ?? '');
    const text = raw === undefined ? undefined : toSearchText(raw);
    let digest: string | undefined;
    return entry.data.absent.flatMap((absence, index): SeenAbsence[] => {
      const row = absence?.item === undefined ? undefined : absences[absence.item];
      if (!row || !isWhole(absence)) return [];
      const passages = absence.dismissed.map(({ passage }) => passage);
      digest ??= toSearchText([...sentencesOf(entry)].map(({ words }) => words).join('\n'));
      const searched = absence.checked === 'text' ? text : undefined;
      // What was looked for in the whole text needs no second look in the digest, whose words are fewer.
      const ownWords = absence.checked === 'text' ? [] : (row.digest ?? row.words);
      return [
        {
          entry,
          index,
          absence,
          hits: searched === undefined ? undefined : hitsOutside(searched, row.words, passages).map((hit) => hitInWords(searched, hit)),
          idle: searched === undefined ? [] : idlePassages(searched, row.words, passages),
          carried: carriedIn(entry, absence, ownWords, digest),
        },
      ];
    });
  });
}

/** What a machine saw of absence in one raw text, as the record names it. */
export interface SeenSilence {
  readonly source: string;
  readonly hash: string;
  /** Undefined where the raw text was not at hand. */
  readonly holds: boolean | undefined;
}

/** Absences and silent questions by the hashes of the record, each with whether it held. */
export function seeSilence(context: Pick<LintContext, 'sources' | 'snapshots' | 'content'>): Record<'absent' | 'silent', SeenSilence[]> {
  const { vocabulary, questions } = context.content.library;
  const absent = seeAbsences(context)
    .filter(({ absence }) => absence.checked === 'text')
    .map(({ entry, absence, hits }) => ({
      source: entry.id,
      hash: absenceHash(absence, vocabulary),
      holds: hits === undefined ? undefined : hits.length === 0,
    }));
  const asked = [...questions.values()].filter(({ about }) => about.length);
  const silent = context.sources.flatMap(({ id, data }) => {
    if (data.snapshot === undefined) return [];
    const raw = context.snapshots?.get(data.snapshot);
    const text = raw === undefined ? undefined : toSearchText(raw);
    const spoken = new Set((data.findings ?? []).map((finding) => finding?.question));
    return asked
      .filter((question) => !spoken.has(question.id))
      .map((question) => ({
        source: id,
        hash: silenceHash(question, vocabulary),
        holds:
          text === undefined
            ? undefined
            : question.about.some((item) => findWords(text, vocabulary.absences[item]?.words ?? []).length === 0),
      }));
  });
  return { absent, silent };
}
