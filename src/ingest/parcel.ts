/** What came through the letterbox, before anyone knows what it is, and its opening: bytes as text, where they are text. */
import { isRefusal, type Refusal } from './outcome.ts';
import { toText } from './text-page.ts';

export interface Parcel {
  /** As messages name it: a path, an address, `doi:10.…`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Address it was fetched from, after redirects. */
  readonly address?: string;
  /** Content-Type as served, e.g. `text/html; charset=windows-1252`. */
  readonly mediaType?: string;
}

/** A parcel whose text, where it is text, has been decoded. `text` is undefined for PDF and other binaries. */
export interface OpenedParcel extends Parcel {
  readonly text?: string;
  /** What the opening left open, for the editor of each of its articles. */
  readonly doubts?: readonly string[];
}

/** True for bytes that announce themselves as PDF within their first kilobyte, where its readers look for it. */
export const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');

const noPdf = (bytes: Uint8Array): Refusal => ({
  reason: `It is called a PDF and is none${/<html|<!doctype html/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 1024))) ? ': it is a web page, probably one that asks to log in' : ''}.`,
  hint: 'Open the address in a browser, download the PDF from there, and see that it opens.',
});

/** Opens a parcel, e.g. `openParcel({ name: 'a.txt', bytes })` gives its text beside it, or says why it cannot be read. */
export function openParcel(parcel: Parcel): OpenedParcel | Refusal {
  if (isPdf(parcel.bytes)) return parcel;
  if (/\.pdf$/i.test(parcel.name) || /^application\/pdf\b/i.test(parcel.mediaType ?? '')) return noPdf(parcel.bytes);
  const opened = toText(parcel.bytes, parcel.mediaType);
  return isRefusal(opened) ? opened : { ...parcel, ...opened };
}

/** The ending of a snapshot: that of the parcel's name, if it is a plain one, e.g. `.md`, else `otherwise`. */
export function endingOf(parcel: Parcel, otherwise: string): string {
  const file = /(\.[a-z0-9]{1,8})$/i.exec(parcel.name.split(/[/\\]/).at(-1)?.slice(1) ?? '')?.[1];
  return file ? file.toLowerCase() : otherwise;
}
