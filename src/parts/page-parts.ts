/**
 * Rendered HTML taken apart: a body into its answer and the rest, a page into its parts, every heading with an id a link to itself.
 * Text in, text out.
 */
import { decodeHTML } from 'entities';

export interface PagePart {
  readonly href: string;
  readonly text: string;
  /** Headings of the prose within this part. */
  readonly parts: readonly { readonly href: string; readonly text: string }[];
}

const HEADING = /<(h[23])((?:\s[^>]*)?\sid="([^"]+)"[^>]*)>([\s\S]*?)<\/\1>/g;
const BAND = /<section class="band"[^>]*\saria-labelledby="([^"]+)"/g;

/**
 * The page with each heading linked to itself, e.g. `<h2 id="a">A</h2>` → `<h2 id="a"><a class="self" href="#a">A</a></h2>`.
 * A heading that holds a link stays as it is, because a link cannot stand in a link, and so does one that nobody sees.
 */
export const linkHeadings = (html: string): string =>
  html.replace(HEADING, (whole, tag: string, attributes: string, id: string, text: string) =>
    /<a[\s>]/.test(text) || attributes.includes('visually-hidden')
      ? whole
      : `<${tag}${attributes}><a class="self" href="#${id}">${text.trim()}</a></${tag}>`,
  );

/** The parts of a page in order: its bands, and below each the headings of the prose that it holds. */
export function toPageParts(html: string): PagePart[] {
  const bands = new Set([...html.matchAll(BAND)].map((match) => match[1]));
  const parts: { href: string; text: string; parts: { href: string; text: string }[] }[] = [];
  for (const [, tag, , id = '', inner = ''] of html.matchAll(HEADING)) {
    const part = { href: `#${id}`, text: decodeHTML(inner.replace(/<[^>]*>/g, '').trim()) };
    const last = parts.at(-1);
    const top = bands.size > 0 ? bands.has(id) : tag === 'h2';
    if (top || !last) parts.push({ ...part, parts: [] });
    else last.parts.push(part);
  }
  return parts;
}

/** A rendered page as its opening (kind, title, lede) and all that follows, e.g. to set the contents list between them. */
export function splitOpening(html: string): { opening: string; rest: string } {
  const at = html.search(BAND);
  return at < 0 ? { opening: '', rest: html } : { opening: html.slice(0, at), rest: html.slice(at) };
}

/** The components of the registers end with this mark. No text can forge it: within text `<` is escaped, within an attribute `"` is. */
export const leadEnd = '<wbr data-lead-end="">';

/** Splits rendered HTML behind the last register, e.g. `splitLead(`<p>a</p>${leadEnd}<p>b</p>`)` → `{ lead: '<p>a</p>', rest: '<p>b</p>' }`. */
export function splitLead(html: string): { lead: string; rest: string } {
  const at = html.lastIndexOf(leadEnd);
  if (at < 0) return { lead: '', rest: html.trim() };
  return { lead: html.slice(0, at).replaceAll(leadEnd, ''), rest: html.slice(at + leadEnd.length).trim() };
}
