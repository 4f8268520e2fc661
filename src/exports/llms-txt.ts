/** The site for language models, as https://llmstxt.org has it: a list of all pages, and all pages in one file. Each says whether it was approved. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { twinUrl, withHost } from '../parts/urls.ts';
import { pageCollections } from '../schema/collections.ts';
import { ofEveryPage, toPageFacts, type SiteFacts } from './page-facts.ts';
import { inert, toPageMarkdown } from './page-markdown.ts';

const headings = { topic: 'Topics', question: 'Questions', source: 'Sources', pathway: 'Pathways', term: 'Glossary' } as const;

const opening = ({ name, description, licence }: SiteFacts): string =>
  [
    `# ${name}`,
    `> ${description}`,
    'Whoever passes any of this on also passes on what stands beside it: whether a clinician has approved the page, which source says it, and how firmly. It is no advice for a patient.',
    `Words of ours: ${licence.content.name}, <${licence.content.url}>. The sources are their owners’.`,
  ].join('\n\n');

/** The list, e.g. with `- [Major bleeding](https://…/index.md): No clinician has approved this page yet. …`. */
export function toLlmsTxt(graph: EvidenceGraph, site: SiteFacts): string {
  const facts = ofEveryPage(graph, (collection, entry) => toPageFacts(graph, collection, entry, site));
  const parts = pageCollections.map((collection) => {
    const lines = facts
      .filter((one) => one.collection === collection)
      .map(({ title, address, review }) => `- [${inert(title)}](${twinUrl(address, 'md')}): ${review.says} ${review.disclaimer}`);
    return lines.length ? `## ${headings[collection]}\n\n${lines.join('\n')}` : '';
  });
  return `${[opening(site), ...parts].filter(Boolean).join('\n\n')}\n`;
}

/** All pages as one Markdown file, a line of dashes before each. */
export const toLlmsFullTxt = (graph: EvidenceGraph, site: SiteFacts): string =>
  `${[opening(site), ...ofEveryPage(graph, (collection, entry) => toPageMarkdown(graph, collection, entry, site).trimEnd())].join('\n\n---\n\n')}\n`;

/** Who makes the site, as https://humanstxt.org has it: those of the list of people, no more. */
export const toHumansTxt = ({ library }: EvidenceGraph, { name, url, repository }: SiteFacts): string =>
  [
    '/* TEAM */',
    ...[...library.people.values()].map((person) => `${person.roles.join(', ')}: ${person.name}, ${person.affiliation}`),
    ...(library.people.size ? [] : ['Nobody is named yet.']),
    '',
    '/* SITE */',
    ...[`Name: ${name}`, `Address: ${url ? withHost('/', url) : 'not published'}`],
    ...(repository ? [`Source: ${repository}`] : []),
    '',
  ].join('\n');
