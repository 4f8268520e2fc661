/** Every address of the site with its title, old ones with where they lead now: what the page at a wrong address suggests from. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { entriesOf, titleOf } from '../library/library.ts';
import { pageCollections } from '../schema/collections.ts';
import * as urls from '../parts/urls.ts';
import { capitalise } from '../words/phrase.ts';

/** Address, title, and the address it leads to where that is another: short, because all of them travel together. */
export type KnownAddress = readonly [address: string, title: string, leadsTo?: string];

/** In order of collection, then of id, e.g. `[['/topics/phlegmasia/', 'Limb-threatening DVT (phlegmasia)'], …]`. */
export function knownAddresses(graph: EvidenceGraph): KnownAddress[] {
  const rows: KnownAddress[] = [
    [urls.topicsUrl, 'Topics'],
    [urls.questionsUrl, 'Questions'],
    [urls.glossaryUrl, 'Glossary'],
    [urls.referencesUrl, 'References'],
    [urls.pathwaysUrl, 'Pathways'],
    [urls.figuresUrl, 'Figures'],
    [urls.learnUrl, 'Cards'],
    [urls.matrixUrl, 'Compare'],
    [urls.updatesUrl, 'Updates'],
    [urls.methodUrl, 'Method'],
    [urls.accessibilityUrl, 'Accessibility'],
    [urls.licencesUrl, 'Licences'],
    [urls.editorialUrl, 'Content quality'],
    [urls.peopleUrl, 'People'],
    [urls.rulesUrl, 'Rules'],
  ];
  for (const collection of pageCollections)
    for (const entry of entriesOf(graph.library, collection)) {
      const [address, title] = [urls.entryUrl(collection, entry.id), collection === 'term' ? capitalise(titleOf(entry)) : titleOf(entry)];
      rows.push([address, title], ...('aliases' in entry ? entry.aliases : []).map((alias) => [alias, title, address] as const));
    }
  return rows;
}
