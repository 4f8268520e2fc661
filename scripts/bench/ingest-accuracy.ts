/** How right ingest reads reference files, pages, feeds and PDFs: every field of small inputs with the right value beside it, and of a peer's public files where a folder of them is given. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from 'yaml';
import { parseDocument } from '../../src/ingest/parse-document.ts';
import { isRefusal, type IngestRefusal, type RawArticle } from '../../src/ingest/raw-article.ts';
import { bytesOfShape, type IngestShape } from './ingest-shape.ts';
import { table, verdict } from './report-table.ts';

export interface IngestCase {
  readonly name: string;
  /** Name of the file, whose ending counts. */
  readonly file: string;
  readonly text: string;
  /** How the text is written into bytes; UTF-8 where it is left out. */
  readonly encoding?: BufferEncoding;
  /** A line for each record, as `showRecord` writes it, and what an editor is told of it. */
  readonly gives: readonly { readonly is: string; readonly doubts?: readonly string[] }[];
}

const FACTS = ['container', 'publisher', 'volume', 'issue', 'pages', 'number', 'url', 'doi', 'pmid', 'isbn', 'registry'] as const;
const FIELDS = ['title', 'authors', 'year', 'doi'] as const;
type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;
/** Least share of fields that are right, which may only be raised: of our own records, of our own pages, feeds and prints, and of the records of a peer. */
export const floors = { records: 1, shapes: 1, peers: 0.995 } as const;

/** Bytes of a case. */
export const bytesOfCase = ({ text, encoding = 'utf8' }: IngestCase): Uint8Array => Buffer.from(text, encoding);

/** A record in one line, e.g. `Gel or plaster | Sample, Ada; [Example House] | 2020-03 | doi 10.1000/x`. */
export function showRecord(article: RawArticle | IngestRefusal): string {
  if (isRefusal(article)) return `refused: ${article.reason} ${article.hint}`;
  const names = article.authors.map((author) =>
    'family' in author ? [author.family, author.given].filter(Boolean).join(', ') : `[${author.organisation}]`,
  );
  const facts = FACTS.flatMap((name) => (article[name] ? [`${name} ${article[name]}`] : []));
  return [article.title, names.join('; '), article.issued, facts.join(' · ')].join(' | ').trim();
}

/** What an editor is told of a record, without what every record is told. */
export const doubtsOf = (article: RawArticle | IngestRefusal): readonly string[] =>
  isRefusal(article) ? [] : article.doubts.filter((doubt) => !doubt.startsWith('Read the work'));

const fold = (text = ''): string =>
  text
    .replace(/<[^>]*>/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function fromLine(line: string): Fields | undefined {
  const [title = '', authors = '', issued = '', facts = ''] = line.split(' | ');
  const names = authors.split('; ').map((name) => fold(name.replace(/,.*$/, '')));
  return line.startsWith('refused: ')
    ? undefined
    : { title: fold(title), authors: names.join('|'), year: issued.slice(0, 4), doi: /\bdoi (\S+)/.exec(facts)?.[1]?.toLowerCase() ?? '' };
}

const toFields = ({ title, authors, issued, doi = '' }: RawArticle): Fields => ({
  title: fold(title),
  authors: authors.map((author) => fold('family' in author ? author.family : author.organisation)).join('|'),
  year: issued.slice(0, 4),
  doi: doi.toLowerCase(),
});

/** What citation-js alone makes of a BibTeX file, record by record; nothing where it throws. */
function byCitationJs(text: string): Fields[] {
  try {
    const records = plugins.input.chain(text, { generateGraph: false, forceType: '@biblatex/text' } as Parameters<
      typeof plugins.input.chain
    >[1]) as Record<string, unknown>[];
    return records.map((record) => {
      const names = ((record['author'] ?? record['editor'] ?? []) as Record<string, string>[]).map((name) =>
        fold(`${name['non-dropping-particle'] ?? ''}${name['family'] ?? name['literal'] ?? ''}`),
      );
      const year = String((record['issued'] as { 'date-parts'?: number[][] } | undefined)?.['date-parts']?.[0]?.[0] ?? 'undated');
      return {
        title: fold(record['title'] as string),
        authors: names.join('|'),
        year: year.slice(0, 4),
        doi: ((record['DOI'] as string | undefined) ?? '').toLowerCase(),
      };
    });
  } catch {
    return [];
  }
}

interface Tally {
  right: number;
  all: number;
}
const share = ({ right, all }: Tally): string => (all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`);
const count = (tally: Tally, good: boolean): void => {
  tally.all += 1;
  if (good) tally.right += 1;
};
const tallies = (): Record<keyof Fields, Tally> => ({
  title: { right: 0, all: 0 },
  authors: { right: 0, all: 0 },
  year: { right: 0, all: 0 },
  doi: { right: 0, all: 0 },
});

function compare(into: Record<keyof Fields, Tally>, wanted: Fields, got: Fields | undefined): void {
  for (const field of FIELDS)
    if (wanted[field] && !(field === 'year' && wanted.year === 'unda')) count(into[field], got?.[field] === wanted[field]);
}

/** The share of right fields over small inputs, by the kind of file; returns whether none lies below the floor. */
async function reportOwn(cases: readonly IngestCase[]): Promise<boolean> {
  const classes = new Map<string, ReturnType<typeof tallies>>();
  const alone = tallies();
  for (const one of cases) {
    const read = await parseDocument({ name: one.file, bytes: bytesOfCase(one) });
    const origin = isRefusal(read) ? 'refused' : read.origin;
    const into = classes.get(origin) ?? tallies();
    classes.set(origin, into);
    const reference = one.file.endsWith('.bib') ? byCitationJs(one.text) : [];
    for (const [i, { is }] of one.gives.entries()) {
      const wanted = fromLine(is);
      const taken = isRefusal(read) ? undefined : read.taken[i];
      if (wanted) compare(into, wanted, taken && fromLine(showRecord(taken.article)));
      if (wanted && one.file.endsWith('.bib'))
        compare(
          alone,
          wanted,
          reference.find(({ title }) => title === wanted.title),
        );
    }
  }
  const rows = [...classes, ['citation-js alone, BibTeX', alone] as const].map(([name, each]) => [
    name,
    ...FIELDS.map((field) => share(each[field])),
    String(each.title.all),
  ]);
  console.log(`\nIngest: fields read right, over ${cases.length} small inputs of our own\n`);
  console.log(table([['', ...FIELDS, 'records'], ...rows]));
  return [...classes.values()].every((each) => FIELDS.every((field) => each[field].right >= floors.records * each[field].all));
}

/** The same over pages, feeds and prints, with the fields that only some of them have in one column. */
async function reportShapes(shapes: readonly IngestShape[]): Promise<boolean> {
  const columns = ['title', 'authors', 'issued', 'doi', 'other fields'];
  const classes = new Map<string, Tally[]>();
  const judged = shapes.filter(({ read }) => read !== undefined);
  for (const one of judged) {
    const parsed = await parseDocument({ name: 'file.txt', bytes: bytesOfShape(one) });
    const article = isRefusal(parsed) ? undefined : parsed.taken[(one.item ?? 1) - 1]?.article;
    const origin = isRefusal(parsed) ? 'refused' : parsed.origin;
    const into = classes.get(origin) ?? columns.map(() => ({ right: 0, all: 0 }));
    classes.set(origin, into);
    for (const [field, value] of Object.entries(one.read ?? {})) {
      const tally = into[columns.includes(field) ? columns.indexOf(field) : columns.length - 1];
      const got = article && !isRefusal(article) ? (article as unknown as Record<string, unknown>)[field] : undefined;
      if (tally) count(tally, isDeepStrictEqual(got, value));
    }
  }
  console.log(`\nIngest: fields read right, over ${judged.length} pages, feeds and prints of our own\n`);
  console.log(table([['', ...columns], ...[...classes].map(([origin, each]) => [origin, ...each.map(share)])]));
  return [...classes.values()].flat().every(({ right, all }) => right >= floors.shapes * all);
}

interface PeerItem {
  readonly title?: string;
  readonly creators?: readonly { readonly creatorType?: string; readonly lastName?: string; readonly name?: string }[];
  readonly date?: string;
  readonly DOI?: string;
  readonly citationKey?: string;
  /** Notes, among them the key where the field is missing. */
  readonly extra?: string;
}

const keyOf = ({ citationKey, extra = '' }: PeerItem): string | undefined =>
  (citationKey ?? /^Citation Key: (\S+)/m.exec(extra)?.[1])?.replace(/,?tex\..*/, '');

const toWanted = (item: PeerItem): Fields => ({
  title: fold(item.title),
  authors: (item.creators ?? [])
    .filter(({ creatorType }) => creatorType === 'author')
    .map((name) => fold((name.lastName ?? name.name ?? '').replace(/,? (?:Jr|Sr|I{2,3})\.?$/, '')))
    .filter((name) => name !== 'others')
    .join('|'),
  year: /\b(?:1[4-9]|20)\d\d\b/.exec(item.date ?? '')?.[0] ?? '',
  doi: /10\..*/.exec(item.DOI?.toLowerCase() ?? '')?.[0] ?? '',
});

/** The same over a folder of a peer's files: each `.bib` with what the peer read from it in a `.json` of its name, all others for being read or refused. */
async function reportFolder(folder: string): Promise<boolean> {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
  const all = tallies();
  const ends = new Map<string, number>();
  let macros = 0;
  for (const name of names.filter((each) => /\.\w+$/.test(each))) {
    const read = await parseDocument({ name, bytes: readFileSync(join(folder, name)) });
    const origin = isRefusal(read) ? 'refused' : read.origin;
    ends.set(origin, (ends.get(origin) ?? 0) + 1);
    const oracle = name.replace(/\.bib$/, '.json');
    if (isRefusal(read) || oracle === name || !names.includes(oracle)) continue;
    const { items = [] } = parse(readFileSync(join(folder, oracle), 'utf8')) as { items?: PeerItem[] };
    const lines = read.taken.flatMap(({ label, article }) => (isRefusal(article) ? [] : [{ label, article, fields: toFields(article) }]));
    for (const item of items) {
      const wanted = toWanted(item);
      if (wanted.title === '') continue;
      const named = lines.filter(({ label }) => label === `entry ${keyOf(item)}`);
      // A key that a file gives twice is another one at the peer.
      const same = [...named, ...lines].filter(({ fields }) => fields.title === wanted.title);
      const found = same.find(({ fields }) => fields.authors === wanted.authors) ?? same[0] ?? named[0];
      const unknown = found?.article.doubts.some((doubt) => doubt.includes('by the short name')) ?? false;
      if (unknown) macros += 1;
      compare(all, unknown ? { ...wanted, authors: '' } : wanted, found?.fields);
    }
  }
  console.log(
    `\nIngest: ${names.length} files of a peer, ${macros} records with short names that their file does not explain set aside for their authors\n`,
  );
  console.log(
    table([
      ['', ...FIELDS, 'records'],
      ['against the peer', ...FIELDS.map((field) => share(all[field])), String(all.title.all)],
    ]),
  );
  console.log(table([['read as', 'files'], ...[...ends].map(([origin, files]) => [origin, String(files)])]));
  return FIELDS.every((field) => all[field].right >= floors.peers * all[field].all);
}

/** Prints all; false where a share lies below its floor. */
export async function reportIngest(folder?: string): Promise<boolean> {
  const own = await reportOwn(parse(readFileSync('tests/cases/ingest-records.yaml', 'utf8')) as IngestCase[]);
  const shapes = await reportShapes(parse(readFileSync('tests/cases/ingest-shapes.yaml', 'utf8')) as IngestShape[]);
  const peers = folder === undefined || (await reportFolder(folder));
  console.log(verdict(own && shapes && peers));
  return own && shapes && peers;
}
