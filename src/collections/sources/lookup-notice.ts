/** What registries said of a source and nobody here has dealt with: sentences for the top of its page. */
import { isRecorded, lookupOf, registryNews } from '../../evidence/lookups.ts';
import type { Library, SourceEntry } from '../../library/library.ts';
import { noticeClasses } from '../../schema/lookup.ts';
import { formatDate } from '../../parts/format.ts';

/** What registries said and no editor has dealt with yet: better an unfinished sentence than a page that looks untouched. */
export function toLookupNotices(library: Library, source: SourceEntry): string[] {
  const registration = lookupOf(library, 'registration', source.id);
  const news = registration ? registryNews(source, registration) : [];
  return [
    ...(lookupOf(library, 'notices', source.id)?.notices ?? [])
      .filter((notice) => !isRecorded(source, JSON.stringify(source), notice))
      .map(
        ({ is, work, on }) =>
          `Crossref lists ${noticeClasses[is].label} of this work (${[work, on && formatDate(on)].filter(Boolean).join(', ')}). Nobody here has looked yet at what it changes.`,
      ),
    ...(registration && (news.includes('ended') || news.includes('results'))
      ? [
          `The registry ${news.includes('results') ? 'holds results' : `gives the status “${registration.status.toLowerCase().replaceAll('_', ' ')}”`} (found on ${formatDate(registration.on)}). Our digest does not know them yet.`,
        ]
      : []),
  ];
}
