/** A paper as PDF: text with the pages on which it stands, headings by their print, metadata only as far as they can be believed. */
import { isReferenceHeading } from '../block.ts';
import { guessKind, guessRecordKind, toLanguage } from '../guess.ts';
import { findDois, readIsbn } from '../identifiers.ts';
import { toAuthors } from '../names.ts';
import { isPdf, type Origin, type DecodedDocument } from '../document.ts';
import { isRefusal, type IngestRefusal, type RawArticle } from '../raw-article.ts';
import { toPageFields } from '../page-field.ts';
import { toPlain } from '../plain-text.ts';
import { toPdfFile, type PdfFile } from '../print/pdf-file.ts';
import { toPrintBlocks, toReferenceLines, type PrintBlock, withoutRunning, type PrintedLine } from '../print/print-block.ts';
import { toReferences } from '../citation-mark.ts';
import { toSavedArticle } from '../saved-article.ts';
import { toStructuredPage } from '../saved-page.ts';

const FIRST_PAGES = 2;
const HEAD_LINES = 40;
/** What programs write into a file that nobody gave a title. */
const RUBBISH =
  /^(?:microsoft (?:word|powerpoint)\b.*|untitled.*|document\d*|slide \d+|title|pii:.*|doi:.*|.*\.(?:docx?|pptx?|indd|qxd|tex|dvi|pdf|rtf|odt)|[\w.-]+|\W*)$/i;
const NO_AUTHOR = /^(?:[a-z\d._-]+|administrator|admin|user|owner|author|unknown|microsoft.*|scanner.*)$/i;

const fold = (text: string): string => toPlain(text).replaceAll(' ', '');

interface Identifiers {
  readonly doi?: string;
  readonly isbn?: string;
  readonly doubts: readonly string[];
}

/** Identifiers printed on the first pages, before any reference list. */
function findIdentifiers(lines: readonly PrintedLine[]): Identifiers {
  const text = lines
    .filter((line) => line.page <= FIRST_PAGES)
    .map((line) => line.text)
    .join('\n');
  const isbn = readIsbn(/\bISBN(?:-1[03])?\s*:?\s*([\dX][\dX -]{8,16}[\dX])/i.exec(text)?.[1] ?? '');
  const [doi, other] = findDois(text);
  return {
    ...(doi && { doi }),
    ...(isbn && { isbn }),
    doubts: doi && other ? [`Check \`doi\`: the first pages print both ${doi} and ${other}.`] : [],
  };
}

/** More characters than this are a paragraph that was taken for a title. */
const LONGEST_TITLE = 300;

/** The first line of a print in one size, with the next where it does not end there: letters and typescripts have no other title. */
function firstLine(lines: readonly PrintedLine[]): string | undefined {
  return lines.find((line) => line.text.length > 3 && /\p{L}{2}/u.test(line.text))?.text;
}

/** The title: what the file says, where its first page prints the same; else the largest print on the first page. */
function findTitle(
  file: PdfFile,
  blocks: readonly PrintBlock[],
  lines: readonly PrintedLine[],
): { title: string; doubts: string[] } | undefined {
  const first = blocks.filter((block) => block.page === Math.min(...blocks.map(({ page }) => page)));
  const largest = Math.max(...first.map((block) => block.size));
  const heading = first.find((block) => block.kind === 'heading' && block.size === largest)?.text;
  const set = heading !== undefined && heading.length <= LONGEST_TITLE ? heading : undefined;
  const printed = set ?? firstLine(lines);
  const said = file.title && !RUBBISH.test(file.title) && file.title.length <= LONGEST_TITLE ? file.title : undefined;
  const seen = said && fold(first.map((block) => block.text).join(' ')).includes(fold(said));
  if (said && (seen || !printed)) return { title: said, doubts: [] };
  if (!printed) return undefined;
  const how = set === undefined ? 'the first line, since no line of the first page is set larger' : 'the largest print on the first page';
  return {
    title: printed,
    doubts: said
      ? [`Check \`title\`: it is ${how}, and the file says of itself “${said.slice(0, 120)}”.`]
      : [`Check \`title\`: it is ${how}.`],
  };
}

const noTitle: IngestRefusal = {
  field: 'title',
  reason: 'No line of the PDF can be its title, expected one with words in it on the first page.',
  hint: 'Save its text with the title on the first line, and give that file.',
};

const count = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;
/** A printed page of an article has some hundreds of words; slides and scans with a stamp have fewer than this. */
const PAGE_WORDS = 40;

/** Why the text of a PDF cannot be all of it, as a sentence; undefined where it may be. */
function findShortText(text: string, lines: readonly PrintedLine[], pages: number): string | undefined {
  const [kept, printed] = [count(text), count(lines.map((line) => line.text).join(' '))];
  if (kept * 2 < printed)
    return `Only ${kept} of the ${printed} words that the PDF prints were taken for the article: read the PDF itself, then correct \`coverage\`.`;
  if (kept < PAGE_WORDS * pages)
    return `The PDF gives ${kept} words on ${pages === 1 ? 'one page' : `${pages} pages`}, few for an article: its pages may be pictures or slides. Read the PDF itself, then correct \`coverage\`.`;
  return undefined;
}

/** The lines of the last reference list, and all others. */
function cutReferences(lines: readonly PrintedLine[]): {
  readonly body: PrintedLine[];
  readonly list: PrintedLine[];
  readonly found: boolean;
} {
  const at = lines.findLastIndex((line) => isReferenceHeading(line.text.replace(/^\d+\.?\s+|[:*]+$/g, '')));
  const heading = lines[at];
  if (!heading) return { body: [...lines], list: [], found: false };
  const end = lines.findIndex(
    (line, i) => i > at + 1 && line.size >= heading.size && line.font === heading.font && heading.font !== (lines[at + 1]?.font ?? ''),
  );
  const until = end < 0 ? lines.length : end;
  return { body: [...lines.slice(0, at), ...lines.slice(until)], list: lines.slice(at + 1, until), found: true };
}

async function toArticle(bytes: Uint8Array): Promise<RawArticle | IngestRefusal> {
  const file = await toPdfFile(bytes);
  if (isRefusal(file)) return file;
  const { lines, running } = withoutRunning(file.lines);
  const { body, list, found } = cutReferences(lines);
  const blocks = toPrintBlocks(body);
  const named = findTitle(file, blocks, body);
  if (!named) return noTitle;
  const { doubts: unsure, ...identifiers } = findIdentifiers(file.lines);
  const head = body.slice(0, HEAD_LINES).map((line) => line.text);
  const printed = toPageFields([...head, ...running]);
  const authors = file.author && !NO_AUTHOR.test(file.author) ? toAuthors(file.author) : [];
  const page = toStructuredPage({
    title: named.title,
    blocks,
    around: running,
    references: list.length > 0 ? toReferences(toReferenceLines(list)).references : [],
    fields: {
      ...printed,
      ...identifiers,
      doubts: [
        ...named.doubts,
        ...printed.doubts,
        ...unsure,
        ...(authors.length > 0 ? ['Check `authors`: they come from the file’s own note of who wrote it.'] : []),
        ...(file.made && !printed.published
          ? [`Look for the day of publication: the file was made on ${file.made}, which need not be it.`]
          : []),
        `The page numbers in \`outline\` ${file.labels ? 'are those that the file gives its pages' : 'count the pages of the file'}: see whether the printed ones differ.`,
        'Headings and the order of columns were guessed from print: see whether anything is missing from `outline`.',
      ],
    },
  });
  const scholarly = identifiers.doi !== undefined || found;
  const { kind, because } = scholarly
    ? guessRecordKind('its publisher', [], named.title)
    : guessKind(page, guessRecordKind('its publisher', [], named.title));
  const short = findShortText(page.blocks.map((block) => block.text).join(' '), body, file.pages);
  const label = (number: number): string => file.labels?.[number - 1] ?? String(number);
  const article = toSavedArticle(page, {
    kind,
    kindBecause: because,
    ...(authors.length > 0 && { authors }),
    language: toLanguage(blocks.map((block) => block.text).join('\n')),
  });
  return {
    ...article,
    ...(short !== undefined && { coverage: 'excerpt' as const, doubts: [short, ...article.doubts] }),
    headings: article.headings.map((heading) => (heading.page === undefined ? heading : { ...heading, page: label(Number(heading.page)) })),
  };
}

export const pdf: Origin = {
  name: 'PDF',
  looksFor: '`%PDF-` within its first kilobyte',
  recognise: ({ bytes }: DecodedDocument) => (isPdf(bytes) ? 'its first bytes' : undefined),
  toArticles: async ({ bytes }) => [{ bytes, ending: '.pdf', article: await toArticle(bytes) }],
};
