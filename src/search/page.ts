/** The search page before anybody types, and the description by which a browser offers to search this site from its address bar (OpenSearch 1.1). */
import { joinInputs } from '../evidence/pathway/compare.ts';
import { patientInputs } from '../evidence/patient.ts';
import type { Library } from '../library/library.ts';
import { kindRow } from '../schema/kinds.ts';
import type { PathwayInput } from '../schema/pathway.ts';
import type { SiteProfile } from '../schema/site-profile.ts';
import { formatYear, shortName } from '../parts/format.ts';
import { toShell, type Link, type Shell } from '../parts/shell.ts';
import { glossaryUrl, patientUrl, questionsUrl, referencesUrl, searchUrl, topicsUrl, topicUrl, fileUrl, withHost } from '../parts/urls.ts';
import { encodeXML } from 'entities';
import type { SearchScope } from './index-reader.client.ts';
import type { AdvisingWork } from './pair.client.ts';
import type { ReadableInput } from './situation.client.ts';

export interface SearchPageView {
  readonly shell: Shell;
  readonly examples: readonly Link[];
  /** What the site does not cover. */
  readonly outside: SiteProfile['outside'];
  readonly sections: readonly (Link & { readonly says: string })[];
}

export const searchPage = ({ scope, examples, outside }: SiteProfile): SearchPageView => ({
  shell: toShell({
    title: 'Search',
    description: `Search topics, questions, sources and terms on ${scope}.`,
    path: searchUrl,
    breadcrumbs: [],
  }),
  examples: [examples.abbreviation, examples.term, examples.everyday, ...examples.names, examples.question].map((text) => ({
    href: `${searchUrl}?q=${encodeURIComponent(text)}`,
    text,
  })),
  outside,
  sections: [
    { href: topicsUrl, text: 'Topics', says: 'pages to read, section by section' },
    { href: questionsUrl, text: 'Questions', says: 'what the sources were asked, with what each one says' },
    { href: glossaryUrl, text: 'Glossary', says: 'terms, abbreviations and everyday words' },
    { href: referencesUrl, text: 'References', says: 'every source, with the pages that cite it' },
    { href: patientUrl, text: 'By patient', says: 'whose conditions a patient meets' },
  ],
});

/** Works that give advice and are in force, under the names by which readers compare them, the oldest first. */
const toWorks = (sources: Library['sources']): AdvisingWork[] =>
  [...sources.values()]
    .filter(
      ({ kind, supersededBy, retracted, withdrawn }) =>
        kindRow(kind).carries === 'recommendation' && !(supersededBy ?? retracted ?? withdrawn),
    )
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => a.issued.localeCompare(b.issued))
    .map((source) => [source.id, source.shortTitle ?? shortName(source), `${shortName(source)} ${formatYear(source.issued)}`]);

function toReadable(input: PathwayInput): ReadableInput[] {
  const { key, name } = input;
  if (input.type === 'number') return [{ key, name, unit: input.unit.one, low: input.low, high: input.high }];
  return input.type === 'choice' ? [{ key, name, values: input.values.map(({ value, label }) => ({ value, label })) }] : [];
}

/** What the browser must know of the site to read a search, e.g. that `varicose` is not covered and that the algorithms ask for days. */
export function toSearchScope({
  site,
  pathways,
  sources,
  vocabulary,
}: Pick<Library, 'site' | 'pathways' | 'sources' | 'vocabulary'>): SearchScope {
  // Whether there is danger is asked, and never read from a search.
  const isDanger = ({ key }: PathwayInput): boolean => key === site.emergency.pathway?.criterion?.on;
  const criteria = patientInputs({ vocabulary, site }, new Set(Object.keys(vocabulary.criteria))).filter((input) => !isDanger(input));
  const patterns = [...site.subject.sides.flatMap(({ words }) => words), ...site.subject.both];
  return {
    outside: site.outside.map(({ what, instead, asked, topic }) => ({ what, instead, asked, href: topic ? topicUrl(topic) : '' })),
    // What begins with anything, as `*thromb*` does, is in names of treatments too.
    everywhere: [...site.condition.split(' '), ...patterns.filter((word) => !word.startsWith('*'))].map((word) => word.toLowerCase()),
    works: toWorks(sources),
    inputs: joinInputs([...pathways.values()]).flatMap(toReadable),
    criteria: criteria.flatMap(toReadable),
  };
}

interface SearchSite {
  readonly name: string;
  readonly tagline: string;
  readonly url: string | undefined;
  readonly language: string;
}

/** The file as XML text, e.g. with `template="https://clots.example/search/?q={searchTerms}"`. */
export function toOpenSearch({ name, tagline, url, language }: SearchSite): string {
  const address = (path: string): string => encodeXML(withHost(path, url));
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${encodeXML(name.slice(0, 16))}</ShortName>
  <Description>${encodeXML(tagline)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${encodeXML(language)}</Language>
  <Image width="16" height="16" type="image/svg+xml">${address(fileUrl('favicon'))}</Image>
  <Url type="text/html" method="get" template="${address(searchUrl)}?q={searchTerms}" />
</OpenSearchDescription>
`;
}
