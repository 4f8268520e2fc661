/** Small files in the shapes of pages, feeds and prints, with the right value of each field: what tests and gauge read. */
import type { RawArticle } from '../../src/ingest/raw-article.ts';
import { toPdf, type MadePdf } from './made-pdf.ts';

/** A file in the shape of a page, a feed or a print. */
export interface IngestShape {
  readonly name: string;
  /** The file; `§` followed by a number stands for so many paragraphs of prose in it. */
  readonly raw?: string;
  readonly pdf?: MadePdf;
  /** How it is written into bytes; UTF-8 where it is left out. */
  readonly bytes?: 'latin1' | 'utf16le';
  /** Number of the article in the file; the first where it is left out. */
  readonly item?: number;
  /** Fields of the article, each with the right value. */
  readonly read?: Readonly<Partial<RawArticle>>;
}

const SENTENCE = 'is worn for four weeks by day and by night, and those who wore it could hold a key again sooner than the rest of them';

/** Bytes of a shape. */
export function bytesOfShape({ raw = '', pdf, bytes }: IngestShape): Uint8Array {
  if (pdf) return toPdf(pdf);
  const [before, after] = raw.includes('<') ? ['<p>', '</p>'] : ['', ''];
  const prose = (count: string): string =>
    Array.from(
      { length: Number(count) },
      (_, i) => `${before}The splint of paragraph ${i} ${SENTENCE}, as far as anybody asked.${after}`,
    ).join('\n');
  return Buffer.from(
    raw.replace(/§(\d+)/g, (_, count: string) => prose(count)),
    bytes ?? 'utf8',
  );
}
