/** What the record of sightings says about one anchor. An anchor that was edited since, or a newer raw article, is not covered by it. */
import type { Anchor } from '../schema/finding.ts';
import { foldText, sha256 } from './passage.ts';
import type { Library, SourceEntry } from './library.ts';

/** The hash by which a sighting names an anchor: it changes with any of the anchor's three parts. */
export const anchorHash = ({ starts, ends, sha256: passage }: Anchor): string =>
  sha256([foldText(starts), foldText(ends), passage].join('\n'));

/** The day on which a machine last found this very anchor in the raw article of its source, e.g. `2026-11-20`; `undefined` when none did. */
export function sightedOn(
  library: Pick<Library, 'sightings'>,
  source: Pick<SourceEntry, 'id' | 'snapshot'>,
  anchor: Anchor,
): string | undefined {
  const row = library.sightings.get(source.id);
  return row && row.snapshot === source.snapshot && row.anchors.includes(anchorHash(anchor)) ? row.on : undefined;
}
