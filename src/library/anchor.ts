/** Anchors: how one is made from the first and last words of a passage, and what the record of verifications says about one. Pure. */
import type { Anchor } from '../schema/finding.ts';
import type { Absence } from '../schema/design.ts';
import type { Verification } from '../schema/verification.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { findPassage, foldText, sha256 } from './passage.ts';
import type { Library, QuestionEntry, SourceEntry } from './library.ts';

/** The most that an end of an anchor may hold, as the schema of a finding has it. */
const LONGEST_END = 80;

type MadeAnchor =
  | { readonly anchor: Anchor; readonly passage: string; readonly problem?: undefined }
  | { readonly problem: string; readonly anchor?: undefined };

/** Letter case and the shape of quotation marks and dashes set aside, letter for letter, so that places stay the same. */
const loosely = (text: string): string =>
  [...text]
    .map((letter) => (/[‘’ʼ]/.test(letter) ? "'" : /[“”]/.test(letter) ? '"' : /[‐-―]/.test(letter) ? '-' : letter))
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('');

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}

/** How words that are not there are probably written there, e.g. ` It has “Neither of them”.`; empty where nothing is alike. */
function nearMiss(text: string, words: string): string {
  const at = loosely(text).indexOf(loosely(words));
  return at < 0 ? '' : ` It has “${text.slice(at, at + words.length)}”.`;
}

/**
 * The anchor of the passage between two ends that an editor typed or copied, e.g. of “Neither of” and “the same”.
 * The first words must stand there exactly once; of the last words the first after those counts, as when it is checked.
 */
export function toAnchor(text: string, typed: { readonly starts: string; readonly ends: string }): MadeAnchor {
  const [starts, ends] = [foldText(typed.starts), foldText(typed.ends)];
  const folded = foldText(text);
  if (!starts || !ends) return { problem: 'Give the first words and the last words of the passage, each in quotation marks.' };
  const long = [starts, ends].find((words) => words.length > LONGEST_END);
  if (long) return { problem: `“${long}” is too long: give at most ${LONGEST_END} letters of each end.` };
  const count = countOf(folded, starts);
  if (count === 0) return { problem: `“${starts}” is not in the raw article.${nearMiss(folded, starts)}` };
  if (count > 1)
    return { problem: `“${starts}” stands in the raw article ${count} times: give more of the first words, until they stand there once.` };
  const passage = findPassage(text, { starts, ends });
  // A link to the passage (a text fragment) needs two ends that stand apart.
  const apart = passage !== undefined && passage.length >= starts.length + ends.length;
  if (apart) return { anchor: { starts, ends, sha256: sha256(passage) }, passage };
  const rest = folded.slice(folded.indexOf(starts));
  if (rest.includes(ends)) return { problem: `“${ends}” overlaps the first words: give words that come after them.` };
  const before = folded.includes(ends) ? ' It stands only before them.' : nearMiss(rest, ends);
  return { problem: `“${ends}” is not in the raw article after “${starts}”.${before}` };
}

/** The hash by which a verification names an anchor: it changes with any of the anchor's three parts. */
export const anchorHash = ({ starts, ends, sha256: passage }: Anchor): string =>
  sha256([foldText(starts), foldText(ends), passage].join('\n'));

/** The hash by which a verification names an absence: it changes with the words of its item and the passages dismissed. */
export const absenceHash = ({ item, dismissed }: Absence, { absences }: Pick<Vocabulary, 'absences'>): string =>
  sha256(JSON.stringify([item, absences[item]?.words ?? [], dismissed.map(({ passage }) => foldText(passage))]));

/** The hash by which a verification names the silence of a source on a question: it changes with the words that were looked for. */
export const silenceHash = ({ id, about }: Pick<QuestionEntry, 'id' | 'about'>, { absences }: Pick<Vocabulary, 'absences'>): string =>
  sha256(JSON.stringify([id, about.map((item) => [item, absences[item]?.words ?? []])]));

type Seen = Pick<Library, 'verifications'>;
type Read = Pick<SourceEntry, 'id' | 'snapshot'>;

/** What was seen in the raw article that a source was made from; undefined where nobody looked into that one. */
function verificationOf(library: Seen, source: Read): Verification | undefined {
  const row = library.verifications.get(source.id);
  return row && row.snapshot === source.snapshot ? row : undefined;
}

/** The day on which a machine last found this very anchor in the raw article of its source, e.g. `2026-11-20`; `undefined` when none did. */
export function verifiedOn(library: Seen, source: Read, anchor: Anchor): string | undefined {
  const row = verificationOf(library, source);
  return row?.anchors.includes(anchorHash(anchor)) ? row.on : undefined;
}

/** The day on which a machine looked for this very absence in the raw article and found nothing that was not dismissed. */
export function absenceSeenOn(library: Seen & Pick<Library, 'vocabulary'>, source: Read, absence: Absence): string | undefined {
  const row = verificationOf(library, source);
  return row?.absent.includes(absenceHash(absence, library.vocabulary)) ? row.on : undefined;
}

/** The day on which a machine found no word of a question in the raw article. */
export function silenceSeenOn(
  library: Seen & Pick<Library, 'vocabulary'>,
  source: Read,
  question: Pick<QuestionEntry, 'id' | 'about'>,
): string | undefined {
  const row = verificationOf(library, source);
  return question.about.length && row?.silent.includes(silenceHash(question, library.vocabulary)) ? row.on : undefined;
}
