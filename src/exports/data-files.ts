/** All evidence as data, for R, a spreadsheet or a program: what every file holds stands in `api/dictionary.csv` and the schemas. */
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import type { SourceEntry } from '../library/library.ts';
import { findingUrl, resultUrl, withHost } from '../parts/urls.ts';
import { labelOf } from '../schema/word-list.ts';
import { toBibtex } from './bibtex.ts';
import { toCslJson } from './csl.ts';
import { ofEveryPage, toPageFacts, type SiteFacts } from './page-facts.ts';
import { toRis } from './ris.ts';
import { jsonFile, type SiteFile } from './site-file.ts';

type Result = SourceEntry['results'][number];
type Cell = string | number | boolean | undefined;

/** One column of the table of results. */
interface Column {
  readonly name: string;
  readonly says: string;
  readonly of: (result: Result, source: SourceEntry, graph: EvidenceGraph) => Cell;
}

const groups = ['first', 'second'] as const;
const ofGroup = (place: 0 | 1): Column[] => {
  const group = groups[place];
  const column = (name: string, says: string, of: (arm: Result['arms'][number]) => Cell): Column => ({
    name: `${group}_${name}`,
    says: `${says} (${group} group)`,
    of: ({ arms }) => {
      const arm = arms[place];
      return arm && of(arm);
    },
  });
  return [
    column('name', 'Name of the group in the source', ({ name }) => name),
    column('intervention', 'What it was given, as a word of the vocabulary', ({ intervention }) => intervention),
    column('events', 'How many had the event, as printed', ({ events }) => events),
    column('total', 'Out of how many, as printed', ({ total }) => total),
    column('percent', 'Percentage, as printed', ({ percent }) => percent),
    column('mean', 'Mean or score, as printed', ({ mean }) => mean),
  ];
};

const columns: readonly Column[] = [
  { name: 'source', says: 'Id of the source; the key of references.bib', of: (_, { id }) => id },
  { name: 'result', says: 'Id of the result within its source', of: ({ id }) => id },
  { name: 'kind', says: 'Kind of work, as a word of the schema', of: (_, { kind }) => kind },
  {
    name: 'funding',
    says: 'Who paid, as a word of the schema; `unknown` where it was not found',
    of: (_, { interests }) => interests?.funding,
  },
  { name: 'coverage', says: 'What the digest was made from: the whole work or less', of: (_, { coverage }) => coverage },
  {
    name: 'retracted',
    says: 'Whether the work was retracted or withdrawn',
    of: (_, { retracted, withdrawn }) => Boolean(retracted ?? withdrawn),
  },
  { name: 'outcome', says: 'What was counted or measured, as a word of the vocabulary', of: ({ outcome }) => outcome },
  { name: 'outcome_label', says: 'The same in words', of: ({ outcome }, _, { library }) => labelOf(library.vocabulary.outcomes, outcome) },
  { name: 'scale', says: 'Definition used', of: ({ scale }) => scale },
  { name: 'population', says: 'Whom, if not everyone in the study', of: ({ population }) => population },
  { name: 'at', says: 'When', of: ({ at }) => at },
  { name: 'unit', says: 'What was counted, if not people', of: ({ unit }) => unit },
  ...ofGroup(0),
  ...ofGroup(1),
  {
    name: 'groups',
    says: 'How many groups the source reports; those after the second stand in results.json alone',
    of: ({ arms }) => arms.length,
  },
  { name: 'measure', says: 'RR, OR, HR, RD (risk difference) or MD (mean difference)', of: ({ effect }) => effect?.measure },
  { name: 'value', says: 'Point estimate, as printed', of: ({ effect }) => effect?.value },
  { name: 'low', says: 'Lower end of the 95 % confidence interval, as printed', of: ({ effect }) => effect?.low },
  { name: 'high', says: 'Upper end of the 95 % confidence interval, as printed', of: ({ effect }) => effect?.high },
  { name: 'per', says: 'Of a risk difference: out of how many people', of: ({ effect }) => effect?.per },
  {
    name: 'reduction',
    says: 'Of a risk difference: true where a positive number is fewer events in the first group',
    of: ({ effect }) => effect?.reduction,
  },
  { name: 'p', says: 'P value, as printed', of: ({ effect }) => effect?.p },
  { name: 'certainty', says: 'How sure the source itself is of this estimate', of: ({ certainty }) => certainty?.level },
  { name: 'studies', says: 'Of a review: from how many studies', of: ({ studies }) => studies },
  {
    name: 'not_for',
    says: '`effect`: no effect of treatment may be read from it; `difference`: no difference may be worked out',
    of: ({ notFor }) => notFor,
  },
  { name: 'note', says: 'A doubt about the number; pass it on with the number', of: ({ note }) => note },
  { name: 'locator', says: 'Where in the source', of: ({ locator }) => locator },
];

/** A cell of CSV (RFC 4180); one that a spreadsheet would take for a formula is made text. */
function csvCell(value: Cell): string {
  const text = value === undefined ? '' : String(value);
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
const toCsv = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/** The files below `api/`, e.g. the first is `api/inventory.json`. */
export function dataFiles(graph: EvidenceGraph, site: SiteFacts): SiteFile[] {
  const sources = [...graph.library.sources.values()];
  const about = { site: site.name, asOf: graph.asOf, licence: site.licence.content.url };
  const whole = (path: string): string => withHost(path, site.url);
  const findings = [...graph.findings].flatMap(([question, placed]) =>
    placed.map(({ source, finding, tier, counts, whyNot, position }) => {
      const { anchor: _, aliases: __, ...said } = finding;
      return {
        source: source.id,
        ...said,
        question,
        address: whole(findingUrl(source.id, finding)),
        tier,
        position: position.name,
        counts,
        whyNot,
      };
    }),
  );
  const results = sources.flatMap((source) =>
    source.results.map(({ aliases: _, ...result }) => ({ source: source.id, ...result, address: whole(resultUrl(source.id, result)) })),
  );
  const pages = ofEveryPage(graph, (collection, entry) => toPageFacts(graph, collection, entry, site));
  const table = sources.flatMap((source) => source.results.map((result) => columns.map(({ of }) => of(result, source, graph))));
  return [
    jsonFile('api/inventory.json', { ...about, pages }),
    jsonFile('api/findings.json', { ...about, findings }),
    jsonFile('api/results.json', { ...about, results }),
    { path: 'api/references.json', mediaType: 'application/vnd.citationstyles.csl+json', text: toCslJson(sources) },
    { path: 'api/references.bib', mediaType: 'application/x-bibtex', text: sources.map(toBibtex).join('\n') },
    { path: 'api/references.ris', mediaType: 'application/x-research-info-systems', text: sources.map(toRis).join('') },
    { path: 'api/results.csv', mediaType: 'text/csv', text: toCsv([columns.map(({ name }) => name), ...table]) },
    {
      path: 'api/dictionary.csv',
      mediaType: 'text/csv',
      text: toCsv([['column', 'meaning'], ...columns.map(({ name, says }) => [name, says])]),
    },
  ];
}
