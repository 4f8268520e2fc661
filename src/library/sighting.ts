/**
 * What the record of sightings says about one anchor, one absence or the silence of a source. What was edited since, words that were
 * added to a table since, and a newer raw article are not covered by it.
 */
import type { Anchor } from '../schema/finding.ts';
import type { Absence } from '../schema/design.ts';
import type { Sighting } from '../schema/sighting.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { foldText, sha256 } from './passage.ts';
import type { Library, QuestionEntry, SourceEntry } from './library.ts';

/** The hash by which a sighting names an anchor: it changes with any of the anchor's three parts. */
export const anchorHash = ({ starts, ends, sha256: passage }: Anchor): string =>
  sha256([foldText(starts), foldText(ends), passage].join('\n'));

/** The hash by which a sighting names an absence: it changes with the words of its item and the passages dismissed. */
export const absenceHash = ({ item, dismissed }: Absence, { absences }: Pick<Vocabulary, 'absences'>): string =>
  sha256(JSON.stringify([item, absences[item]?.words ?? [], dismissed.map(({ passage }) => foldText(passage))]));

/** The hash by which a sighting names the silence of a source on a question: it changes with the words that were looked for. */
export const silenceHash = ({ id, about }: Pick<QuestionEntry, 'id' | 'about'>, { absences }: Pick<Vocabulary, 'absences'>): string =>
  sha256(JSON.stringify([id, about.map((item) => [item, absences[item]?.words ?? []])]));

type Seen = Pick<Library, 'sightings'>;
type Read = Pick<SourceEntry, 'id' | 'snapshot'>;

/** What was seen in the raw article that a source was made from; undefined where nobody looked into that one. */
function sightingOf(library: Seen, source: Read): Sighting | undefined {
  const row = library.sightings.get(source.id);
  return row && row.snapshot === source.snapshot ? row : undefined;
}

/** The day on which a machine last found this very anchor in the raw article of its source, e.g. `2026-11-20`; `undefined` when none did. */
export function sightedOn(library: Seen, source: Read, anchor: Anchor): string | undefined {
  const row = sightingOf(library, source);
  return row?.anchors.includes(anchorHash(anchor)) ? row.on : undefined;
}

/** The day on which a machine looked for this very absence in the raw article and found nothing that was not dismissed. */
export function absenceSeenOn(library: Seen & Pick<Library, 'vocabulary'>, source: Read, absence: Absence): string | undefined {
  const row = sightingOf(library, source);
  return row?.absent.includes(absenceHash(absence, library.vocabulary)) ? row.on : undefined;
}

/** The day on which a machine found no word of a question in the raw article. */
export function silenceSeenOn(
  library: Seen & Pick<Library, 'vocabulary'>,
  source: Read,
  question: Pick<QuestionEntry, 'id' | 'about'>,
): string | undefined {
  const row = sightingOf(library, source);
  return question.about.length && row?.silent.includes(silenceHash(question, library.vocabulary)) ? row.on : undefined;
}
