/** A document as it arrives, before anyone knows what it is, its decoding into text, and what an origin makes of it. The encoding is that of its mark, its header or what a page declares, else UTF-8; never guessed in silence. */
import { isRefusal, type IngestRefusal, type RawArticle } from './raw-article.ts';
import { toPlainCharacters } from './plain-text.ts';
import htmlEncodingSniffer from 'html-encoding-sniffer';

interface Decoded {
  readonly text: string;
  /** What the editor must look at because the encoding was not sure, as whole sentences. */
  readonly doubts: readonly string[];
}

const PRESCAN = 16 * 1024;
/** What stands near the start of markup, whatever its encoding. */
const MARKUP = /<(?:!doctype|html|head|body|meta|\?xml|rss|feed)\b/i;

/** `windows-1252` of `text/html; charset="windows-1252"`. */
const charsetOf = (mediaType = ''): string | undefined => /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(mediaType)?.[1];

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const LOOK = 'look at accents and dashes in `title` and `authors`.';

/** UTF-8 in which a few bytes are broken, e.g. where a program cut a letter in two: read as UTF-8, the broken letters shown as `�`. */
function decodeBroken(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken * 4 < (text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0) ? text : undefined;
}

/** Western text in one byte a letter: letters beside other letters, and no character that text does not have. */
function decodeWestern(bytes: Uint8Array): string | undefined {
  const text = decode(bytes, 'windows-1252');
  if (text === undefined || /[\0-\x08\x0e-\x1f\x7f-\x9f]/.test(text)) return undefined;
  const high = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return high * 5 < text.length ? text : undefined;
}

/** The encoding that bytes have whatever a page says of them: only UTF-8 has its shape, and nobody writes that by accident. */
function decodeAnyway(bytes: Uint8Array): { readonly text: string; readonly taken: string } | undefined {
  const utf8 = decode(bytes, 'utf-8') ?? decodeBroken(bytes);
  const text = utf8 ?? decode(bytes, 'windows-1252');
  return text === undefined ? undefined : { text, taken: utf8 === undefined ? 'windows-1252' : 'UTF-8' };
}

/** Markup names its encoding, or leaves it to the reader: then UTF-8 where the bytes are, else the Western one that browsers take. */
function decodeMarkup(bytes: Uint8Array, head: string, label: string | undefined): Decoded | undefined {
  const encoding = htmlEncodingSniffer(bytes, {
    ...(label !== undefined && { transportLayerEncodingLabel: label }),
    ...(/<\?xml/i.test(head) && !/<html/i.test(head) ? { xml: true } : { maxPrescanBytes: PRESCAN }),
    defaultEncoding: 'replacement',
  });
  const wide = /^(?:utf-8|utf-16|replacement)/i.test(encoding);
  const utf8 = bytes.some((byte) => byte > 0x7f) ? decode(bytes, 'utf-8') : undefined;
  const declared = wide || utf8 === undefined ? decode(bytes, encoding) : undefined;
  if (declared !== undefined) return { text: declared, doubts: [] };
  const read = decodeAnyway(bytes);
  if (!read) return undefined;
  const silent = encoding === 'replacement';
  const says = silent ? 'The page names no encoding' : `The page says that it is written in ${encoding}, which it is not`;
  const sure = silent && read.taken === 'UTF-8' && !read.text.includes('\ufffd');
  return { text: read.text, doubts: sure ? [] : [`${says}; it was read as ${read.taken}: ${LOOK}`] };
}

/** UTF-16 without its mark: every second byte of Western text is empty. */
function decodeUnmarked(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 2000);
  const empty = [0, 1].map((odd) => head.filter((byte, i) => i % 2 === odd && byte === 0).length);
  const [first = 0, second = 0] = empty;
  if (head.length < 4 || Math.max(first, second) * 4 < head.length || Math.min(first, second) > 0) return undefined;
  return decode(bytes, first > second ? 'utf-16be' : 'utf-16le');
}

/** Letters that are two, as text has them that was once read in the wrong encoding, e.g. `VÃ©nes`. */
const TWICE = /Ã[¡-¿]|â€[™œ“”˜\u009d]|Â[\u00a0§°]/;

/** The characters of a file, e.g. of a page in windows-1252 that says so, or a refusal for plain text in an unknown encoding. */
export function toDecoded(bytes: Uint8Array, mediaType?: string): Decoded | IngestRefusal {
  const decoded = toCharacters(bytes, charsetOf(mediaType));
  const twice = isRefusal(decoded) ? undefined : TWICE.exec(decoded.text)?.[0];
  if (isRefusal(decoded) || twice === undefined) return decoded;
  const doubt = `The text holds “${twice}”, as text does that was once read in the wrong encoding: ${LOOK}`;
  return { ...decoded, doubts: [...decoded.doubts, doubt] };
}

function toCharacters(bytes: Uint8Array, label: string | undefined): Decoded | IngestRefusal {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)).replace(/\0/g, '');
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const unmarked = mark === undefined ? decodeUnmarked(bytes) : undefined;
  if (unmarked !== undefined) return { text: unmarked, doubts: [] };
  if (MARKUP.test(head)) {
    const decoded = decodeMarkup(bytes, head, label);
    if (decoded) return decoded;
  }
  const text = (mark && decode(bytes, mark)) ?? decode(bytes, 'utf-8') ?? (label && decode(bytes, label));
  if (text !== undefined) return { text, doubts: [] };
  if (REFERENCES.test(head)) return decodeReferences(bytes);
  const broken = decodeBroken(bytes);
  const read = broken ?? decodeWestern(bytes);
  if (read === undefined)
    return {
      reason: 'The letters of the file cannot be made out: expected plain text in the encoding UTF-8.',
      hint: 'Open it in the program that it comes from, and save or export it again as plain text with the encoding UTF-8.',
    };
  const taken = broken === undefined ? 'windows-1252, the Western encoding of older programs' : 'UTF-8 with broken letters in it';
  return { text: read.replace(/^ï»¿/, ''), doubts: [`The file is not UTF-8 text; it was read as ${taken}: ${LOOK}`] };
}

/** What stands near the start of a reference file: such files are merged from many, and no encoding is declared. */
const REFERENCES =
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:%(?!PDF)|TY {0,2}-|PMID ?-|FN |PT [JBSP]\b|Record #1|<1>|RECORD 1\b)|^\s*@[a-z]+\s*[{(][^\s,]*,/im;

/** Each line as UTF-8 where its bytes are, else as windows-1252, with a doubt that quotes the first such line. */
function decodeReferences(bytes: Uint8Array): Decoded {
  const lines: string[] = [];
  let odd: string | undefined;
  for (let from = 0; from <= bytes.length;) {
    const found = bytes.indexOf(0x0a, from);
    const to = found < 0 ? bytes.length : found;
    const line = decode(bytes.subarray(from, to), 'utf-8');
    const western = line ?? new TextDecoder('windows-1252').decode(bytes.subarray(from, to));
    if (line === undefined) odd ??= western.trim();
    lines.push(western);
    from = to + 1;
  }
  const quoted = (odd ?? '').slice(0, 60);
  return {
    text: lines.join('\n'),
    doubts: [
      `The file is not UTF-8 throughout; lines such as “${quoted}” were read as windows-1252: look at accents in \`title\` and \`authors\`.`,
    ],
  };
}

export interface InputDocument {
  /** As messages name it: a path, an address, `doi:10.…`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Address it was fetched from, after redirects. */
  readonly address?: string;
  /** Content-Type as served, e.g. `text/html; charset=windows-1252`. */
  readonly mediaType?: string;
}

/** A document whose text, where it is text, has been decoded. `text` is undefined for PDF and other binaries. */
export interface DecodedDocument extends InputDocument {
  readonly text?: string;
  /** What the decoding left open, for the editor of each of its articles. */
  readonly doubts?: readonly string[];
}

/** One article of a document. */
export interface ExtractedArticle {
  /** Names it within the document, e.g. `entry kahn2014`; left out where the document is the article. */
  readonly label?: string;
  /** What its snapshot keeps: the document's own bytes, or the one record or item of it. */
  readonly bytes: Uint8Array;
  /** Ending of the snapshot's name, e.g. `.html`. */
  readonly ending: string;
  readonly article: RawArticle | IngestRefusal;
}

/** One shape in which articles reach us. Each has a file in `origins/` and a row in `parse-document.ts`. */
export interface Origin {
  /** As the terminal shows it, e.g. `web article`. */
  readonly name: string;
  /** Completes "An article of this shape has …", for the hint when nothing fits. */
  readonly looksFor: string;
  /** Completes "recognised by …", or undefined when the document is not of this shape. Goes by what stands in it, never by file name. */
  readonly recognise: (document: DecodedDocument) => string | undefined;
  /** One article for a page or paper; several for a feed or a reference file. Called only with a document that `recognise` took. */
  readonly toArticles: (document: DecodedDocument) => Promise<readonly ExtractedArticle[]> | readonly ExtractedArticle[];
}

/** Articles are text: eight megabytes of it is a book or a mistake. */
const MOST_BYTES = 8 * 1024 * 1024;

/** True for bytes that announce themselves as PDF within their first kilobyte, where its readers look for it. */
export const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

const noPdf = (bytes: Uint8Array): IngestRefusal => ({
  reason: `It is called a PDF, and it does not begin as one does${/<html|<!doctype html/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024))) ? ': it is a web page, probably one that asks to log in' : ''}.`,
  hint: 'Open the address in a browser, download the PDF from there, and see that it opens.',
});

/** First bytes of files that hold no text of their own. */
const binaries: readonly (readonly [start: string, name: string, hint: string])[] = [
  ['PK\x03\x04', 'a zip archive, as Word, EPUB and OpenDocument files are', 'Open it and save its text as plain text or PDF.'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a file of an older Word, Excel or PowerPoint', 'Open it and save its text as plain text or PDF.'],
  ['\x89PNG\r\n', 'a picture (PNG)', 'Have its text recognised (OCR) and give a PDF or plain text.'],
  ['\xff\xd8\xff', 'a picture (JPEG)', 'Have its text recognised (OCR) and give a PDF or plain text.'],
  ['GIF8', 'a picture (GIF)', 'Have its text recognised (OCR) and give a PDF or plain text.'],
  ['\x1f\x8b', 'a compressed file (gzip)', 'Unpack it and give what is in it.'],
];

/** The text of a file: line feeds only, plain characters. */
function toText(bytes: Uint8Array, mediaType?: string): Decoded | IngestRefusal {
  if (bytes.length > MOST_BYTES) {
    return {
      reason: 'The file is larger than 8 MB, too large for one article.',
      hint: 'Give one article in a file, or export fewer records at a time.',
    };
  }
  const binary = binaries.find(([sign]) => [...sign].every((letter, i) => bytes[i] === letter.charCodeAt(0)));
  if (binary) return { reason: `It is ${binary[1]}, not text.`, hint: binary[2] };
  const decoded = toDecoded(bytes, mediaType);
  if (isRefusal(decoded)) return decoded;
  // Browsers pass over empty characters in a page.
  const isPage = MARKUP.test(decoded.text.slice(0, PRESCAN));
  if (!isPage && decoded.text.includes('\0')) {
    return {
      reason: 'The file is in the format of some program, expected text: it holds signs that no text has.',
      hint: 'Open it in that program, and save the article as PDF or as plain text.',
    };
  }
  const text = toPlainCharacters(decoded.text.replaceAll('\0', ''));
  return text.trim() ? { ...decoded, text } : { reason: 'The file is empty.', hint: 'Save the text of the article in it, or delete it.' };
}

/** Decodes a document, e.g. `decodeDocument({ name: 'a.txt', bytes })` gives its text beside it, or says why it cannot be read. */
export function decodeDocument(document: InputDocument): DecodedDocument | IngestRefusal {
  if (isPdf(document.bytes)) return document;
  if (/\.pdf$/i.test(document.name) || /^application\/pdf\b/i.test(document.mediaType ?? '')) return noPdf(document.bytes);
  const opened = toText(document.bytes, document.mediaType);
  return isRefusal(opened) ? opened : { ...document, ...opened };
}

/** The ending of a snapshot: that of the document's name, if it is a plain one, e.g. `.md`, else `otherwise`. */
export function endingOf(document: InputDocument, otherwise: string): string {
  const file = /(\.[a-z0-9]{1,8})$/i.exec(document.name.split(/[/\\]/).at(-1)?.slice(1) ?? '')?.[1];
  return file ? file.toLowerCase() : otherwise;
}
