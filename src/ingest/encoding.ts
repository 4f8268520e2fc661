/** Bytes as characters: the encoding by mark, by header, by what a page declares of itself, else UTF-8. Never guesses in silence. */
import htmlEncodingSniffer from 'html-encoding-sniffer';
import type { IngestRefusal } from './outcome.ts';

export interface Decoded {
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

/** Markup names its encoding, or leaves it to the reader: then UTF-8 where the bytes are, else the Western one that browsers take. */
function decodeMarkup(bytes: Uint8Array, head: string, label: string | undefined): Decoded | undefined {
  const encoding = htmlEncodingSniffer(bytes, {
    ...(label !== undefined && { transportLayerEncodingLabel: label }),
    ...(/<\?xml/i.test(head) && !/<html/i.test(head) ? { xml: true } : { maxPrescanBytes: PRESCAN }),
    defaultEncoding: 'replacement',
  });
  const declared = decode(bytes, encoding);
  if (declared !== undefined) return { text: declared, doubts: [] };
  const utf8 = decode(bytes, 'utf-8');
  const text = utf8 ?? decode(bytes, 'windows-1252');
  if (text === undefined) return undefined;
  const says =
    encoding === 'replacement' ? 'The page names no encoding' : `The page says that it is written in ${encoding}, which it is not`;
  const taken = utf8 === undefined ? 'windows-1252' : 'UTF-8';
  return {
    text,
    doubts:
      utf8 !== undefined && encoding === 'replacement'
        ? []
        : [`${says}; it was read as ${taken}: look at accents and dashes in \`title\` and \`authors\`.`],
  };
}

/** The characters of a file, e.g. of a page in windows-1252 that says so, or a refusal for plain text in an unknown encoding. */
export function toDecoded(bytes: Uint8Array, mediaType?: string): Decoded | IngestRefusal {
  const label = charsetOf(mediaType);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)).replace(/\0/g, '');
  if (MARKUP.test(head)) {
    const decoded = decodeMarkup(bytes, head, label);
    if (decoded) return decoded;
  }
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  const text = (mark && decode(bytes, mark)) ?? decode(bytes, 'utf-8') ?? (label && decode(bytes, label));
  if (text !== undefined) return { text, doubts: [] };
  return { reason: 'The file is not UTF-8 text.', hint: 'Open it in an editor and save it again as plain text with the encoding UTF-8.' };
}
