/** Every address of the site with its title, old ones with where they lead now: what the page at a wrong address suggests from. */
import type { EvidenceGraph } from '../graph/evidence-graph.ts';
import * as urls from './urls.ts';
import { capitalise } from '../words/phrase.ts';

/** Address, title, and the address it leads to where that is another: short, because all of them travel together. */
export type KnownAddress = readonly [address: string, title: string, leadsTo?: string];

/** In order of noun, then of id, e.g. `[['/topics/phlegmasia/', 'Limb-threatening DVT (phlegmasia)'], …]`. */
export function knownAddresses(graph: EvidenceGraph): KnownAddress[] {
  const { topics, questions, sources, pathways, terms } = graph.library;
  const rows: KnownAddress[] = [
    [urls.topicsUrl, 'Topics'],
    [urls.questionsUrl, 'Questions'],
    [urls.glossaryUrl, 'Glossary'],
    [urls.referencesUrl, 'References'],
    [urls.pathwaysUrl, 'Pathways'],
    [urls.figuresUrl, 'Figures'],
    [urls.matrixUrl, 'Compare'],
    [urls.updatesUrl, 'Updates'],
    [urls.methodUrl, 'Method'],
    [urls.accessibilityUrl, 'Accessibility'],
    [urls.licencesUrl, 'Licences'],
    [urls.editorialUrl, 'Content quality'],
    [urls.peopleUrl, 'People'],
    [urls.rulesUrl, 'Rules'],
  ];
  const add = (address: string, title: string, aliases: readonly string[] = []): void => {
    rows.push([address, title], ...aliases.map((alias) => [alias, title, address] as const));
  };
  for (const { id, title, aliases } of topics.values()) add(urls.topicUrl(id), title, aliases);
  for (const { id, question, aliases } of questions.values()) add(urls.questionUrl(id), question, aliases);
  for (const { id, title, aliases } of sources.values()) add(urls.sourceUrl(id), title, aliases);
  for (const { id, title } of pathways.values()) add(urls.pathwayUrl(id), title);
  for (const { id, name } of terms.values()) add(urls.termUrl(id), capitalise(name));
  return rows;
}
