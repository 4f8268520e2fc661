/** A BibTeX or BibLaTeX file, as Zotero, Mendeley, JabRef and publishers write it: one article for each entry. `record/bibtex-entry.ts` reads its fields, `record/tex.ts` their TeX. */
import type { Origin, ExtractedArticle } from '../document.ts';
import type { IngestRefusal, RawArticle } from '../raw-article.ts';
import { readIssued } from '../field-date.ts';
import { cutBibtex, resolveEntry, type BibtexEntry, type BibtexFile } from '../record/bibtex-entry.ts';
import { toReferenceArticle, type ReferenceField } from '../record/reference.ts';
import { fromTex, fromVerbatim, toNames } from '../record/tex.ts';

const ENTRY = /@(?!comment|preamble|string)[a-z]\w*\s*[{(]\s*(?:[^,={}"\n]*\s*[,\n]\s*)?[\w+-]+\s*=\s*["{\w]/i;
const AGAIN = 'Correct the entry in your reference manager and export it again.';

const fieldNames: Readonly<Partial<Record<ReferenceField, string>>> = {
  types: 'entrysubtype type',
  title: 'title',
  subtitle: 'subtitle',
  container: 'journaltitle journal booktitle maintitle eventtitle series',
  publisher: 'publisher institution school organization',
  volume: 'volume',
  issue: 'number issue',
  page: 'pages eid',
  isbn: 'isbn',
  abstract: 'abstract',
  keyword: 'keywords',
  language: 'langid language',
};
const verbatim: Readonly<Partial<Record<ReferenceField, string>>> = {
  doi: 'doi',
  pmid: 'pmid',
  url: 'url howpublished',
  ids: 'note pmcid addendum annote annotation bdsk-url-1 eprint',
};
const NUMBERED = /^(?:report|techreport|manual|patent|standard|misc|online)$/;

function toArticle(entry: BibtexEntry, file: BibtexFile, byKey: ReadonlyMap<string, BibtexEntry>): RawArticle | IngestRefusal {
  if (!entry.closed) return { field: entry.key, reason: 'A brace `{` is opened and no `}` closes it before the next entry.', hint: AGAIN };
  if (/(?:\{[^{}]*){400}/.test(entry.text))
    return { field: entry.key, reason: 'It opens hundreds of braces `{` within each other, as no entry does.', hint: AGAIN };
  const { values, doubts } = resolveEntry(entry, file, byKey);
  const all = (names: string, read: (tex: string) => string): string[] =>
    names.split(' ').flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [read(value).trim()];
    });
  const texts = Object.fromEntries(Object.entries(fieldNames).map(([field, names]) => [field, all(names, fromTex)]));
  const raw = Object.fromEntries(Object.entries(verbatim).map(([field, names]) => [field, all(names, fromVerbatim)]));
  const untitled = ['titleaddon', 'booktitle', 'maintitle'].find((name) => !values.has('title') && values.has(name));
  const numbered = NUMBERED.test(entry.type);
  const pubmed = /pubmed|medline|pmid/i.test(values.get('eprinttype') ?? values.get('archiveprefix') ?? '')
    ? (values.get('eprint') ?? '')
    : '';
  const month = values.get('month')?.replace(/(?<!\\)[#"]/g, ' ');
  const year = fromTex(values.get('year') ?? '');
  const day = values.get('day') ?? '';
  const dates = [fromTex(values.get('date') ?? ''), year].filter(Boolean);
  const withMonth =
    month === undefined
      ? []
      : [/^\d{1,2}$/.test(month.trim()) ? `${year}-${month.trim()}${day && `-${day}`}` : `${day} ${fromTex(month)} ${year}`.trim()];
  const inside = file.within.get(entry) ?? [];
  return toReferenceArticle({
    fields: {
      ...texts,
      ...raw,
      ...(untitled !== undefined && { title: all(untitled, fromTex) }),
      type: [entry.type],
      container: (texts['container'] ?? []).slice(
        0,
        /^(?:book|report|techreport|thesis|phdthesis|mastersthesis|manual|collection|proceedings)$/.test(entry.type) ? 0 : 1,
      ),
      issue: numbered ? [] : (texts['issue'] ?? []),
      number: numbered ? (texts['issue'] ?? []) : [],
      pmid: [...(raw['pmid'] ?? []), pubmed],
    },
    names: toNames(values.get('author') ?? values.get('editor') ?? ''),
    issued: readIssued(values.has('date') ? dates.slice(0, 1) : [...dates, ...withMonth]),
    doubts: [
      ...doubts,
      ...(untitled === undefined ? [] : [`Check \`title\`: the entry has none, and its \`${untitled}\` was taken.`]),
      ...(inside.length > 0
        ? [
            `Look at the entry: ${inside
              .slice(0, 3)
              .map((each) => `\`${each}\``)
              .join(
                ', ',
              )} stands within it, so a brace may be missing, and what stands there was not read. Put the brace in and run it again.`,
          ]
        : []),
    ],
  });
}

/** The definitions that an entry and its parents use, in front of it, and its parents behind it. */
function withContext(entry: BibtexEntry, { strings }: BibtexFile, byKey: ReadonlyMap<string, BibtexEntry>): string {
  const chain = new Set([entry]);
  for (const { text } of chain)
    for (const [, names = ''] of text.matchAll(/\b(?:crossref|xdata)\s*=\s*["{]?([^{}"]+)/gi))
      for (const name of names.split(',')) {
        const parent = byKey.get(name.trim().toLowerCase());
        if (parent) chain.add(parent);
      }
  const texts = [...chain].map(({ text }) => text);
  const used = new Set<string>();
  const note = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/[=#]\s*([A-Za-z][\w:.-]*)/g)) {
      const definition = strings.get(name.toLowerCase());
      if (definition === undefined || used.has(definition)) continue;
      note(definition);
      used.add(definition);
    }
  };
  texts.forEach(note);
  return [...used, ...texts].join('\n');
}

const NO_WORK = /^(?:xdata|set|comment)$/;

export const bibtex: Origin = {
  name: 'BibTeX file',
  looksFor: 'entries such as `@article{key, …}`, and little else',
  recognise: ({ text }) => {
    if (text === undefined || !ENTRY.test(text)) return undefined;
    const { entries, covered } = cutBibtex(text);
    // A page that shows how to cite it holds an entry too.
    if (covered < text.replace(/^[ ]*%.*$/gm, '').trim().length / 2) return undefined;
    const { length } = entries.filter(({ type }) => !NO_WORK.test(type));
    return length === 1 ? 'its one entry' : `its ${length} entries`;
  },
  toArticles: ({ text = '' }) => {
    const file = cutBibtex(text);
    const byKey = new Map([...file.entries].reverse().map((entry) => [entry.key.toLowerCase(), entry]));
    return file.entries
      .filter(({ type }) => !NO_WORK.test(type))
      .map((entry, i): ExtractedArticle => ({
        label: entry.key ? `entry ${entry.key}` : `entry ${i + 1}`,
        bytes: new TextEncoder().encode(`${withContext(entry, file, byKey)}\n`),
        ending: '.bib',
        article: toArticle(entry, file, byKey),
      }));
  },
};
