/** The pages of a PDF as printed lines with what the file says of itself, or a refusal that names what is wrong with the file. */
import type { IngestRefusal } from '../raw-article.ts';
import { toOneLine, toPlainCharacters } from '../plain-text.ts';
import { toPrintedLines, type PrintedLine } from './print-block.ts';

export interface PdfFile {
  readonly pages: number;
  readonly lines: readonly PrintedLine[];
  /** Page labels such as `201`, where the file has them. */
  readonly labels: readonly string[] | undefined;
  readonly title?: string;
  readonly author?: string;
  /** Day on which the file was made; not that of publication. */
  readonly made?: string;
}

const MOST_PAGES = 600;
const MOST_BYTES = 60 * 1024 * 1024;
/** Fewer letters a page than this are a stamp on a picture. */
const FEWEST_LETTERS = 40;
const TAIL = 2048;

const refuse = (reason: string, hint: string): IngestRefusal => ({ reason, hint });
const cutOff = refuse('The PDF is cut off: its end is missing.', 'Download it again and see that it opens to its last page.');
const damaged = refuse(
  'The PDF is damaged and cannot be read.',
  'Open it and print it to a new PDF, or save its text, and give that file.',
);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() ? toOneLine(toPlainCharacters(value)) : undefined;

interface PdfTextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly fontName: string;
  readonly hasEOL: boolean;
}

/** The days of `D:20210304…`, e.g. `2021-03-04`. */
const toDay = (value: unknown): string | undefined => {
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(String(value)) ?? [];
  return year && month && day ? `${year}-${month}-${day}` : undefined;
};

/** Reads a PDF, e.g. `toPdfFile(bytes)` has `pages: 12` and its lines; never throws over what is in one. */
export async function toPdfFile(bytes: Uint8Array): Promise<PdfFile | IngestRefusal> {
  if (bytes.length > MOST_BYTES)
    return refuse('The PDF is larger than 60 MB, too large for one article.', 'Save it without its pictures or attachments.');
  if (!new TextDecoder('latin1').decode(bytes.subarray(-TAIL)).includes('%%EOF')) return cutOff;
  const { getDocumentProxy } = await import('unpdf');
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  try {
    // The library keeps the array that it is given.
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false, useSystemFonts: false } as object);
  } catch (error) {
    const name = (error as Error).name;
    return name === 'PasswordException'
      ? refuse('The PDF is encrypted and asks for a password.', 'Open it with the password and print it to a new PDF, or save its text.')
      : damaged;
  }
  try {
    if (pdf.numPages > MOST_PAGES) {
      return refuse(
        `The PDF has ${pdf.numPages} pages, more than any article (${MOST_PAGES}).`,
        'Print the pages of the article to a PDF of their own.',
      );
    }
    const lines: PrintedLine[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = (items as readonly (Partial<PdfTextItem> & object)[]).flatMap(({ str, transform, width, fontName, hasEOL }) =>
        str === undefined || !transform
          ? []
          : [
              {
                text: toPlainCharacters(str),
                x: transform[4] ?? 0,
                y: transform[5] ?? 0,
                width: width ?? 0,
                size: Math.hypot(transform[2] ?? 0, transform[3] ?? 0),
                font: fontName ?? '',
                endsLine: hasEOL ?? false,
              },
            ],
      );
      lines.push(...toPrintedLines(pieces, number, page.getViewport({ scale: 1 }).height));
      page.cleanup();
    }
    const letters = lines.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
    if (letters < FEWEST_LETTERS * Math.min(pdf.numPages, 5)) {
      return refuse(
        `The PDF is a scan without text: ${pdf.numPages === 1 ? 'one page' : `${pdf.numPages} pages`} with ${letters} letters in all.`,
        'Have its text recognised (OCR) and give the new PDF, or type what you need as plain text.',
      );
    }
    const { info, metadata } = (await pdf.getMetadata().catch(() => ({ info: {}, metadata: undefined }))) as {
      info: Readonly<Record<string, unknown>>;
      metadata?: { get: (name: string) => unknown } | null;
    };
    const labels = (await pdf.getPageLabels().catch(() => null)) ?? undefined;
    const title = textOf(metadata?.get('dc:title')) ?? textOf(info['Title']);
    const creators = metadata?.get('dc:creator');
    const author = (Array.isArray(creators) ? textOf(creators.join('; ')) : textOf(creators)) ?? textOf(info['Author']);
    const made = toDay(info['CreationDate']);
    return { pages: pdf.numPages, lines, labels, ...(title && { title }), ...(author && { author }), ...(made && { made }) };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return damaged;
  } finally {
    await pdf.loadingTask.destroy();
  }
}
