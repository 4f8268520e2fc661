/**
 * Markup without what no article is made of: scripts, styles, pictures, tags that only dress words, nesting beyond any
 * page. What is left is small enough for a document tree, and the tree shallow enough to be walked.
 */
import { Parser } from 'htmlparser2';
import type { IngestRefusal } from '../raw-article.ts';

export interface ThinMarkup {
  readonly html: string;
  /** The texts of JSON-LD blocks. */
  readonly linkedData: readonly string[];
  /** What the page shows where scripts do not run. */
  readonly withoutScripts: string;
  /** True where the page asks for a password. */
  readonly asksPassword: boolean;
  /** True where a script is there to tell people from machines. */
  readonly challenges: boolean;
}

const MOST_ELEMENTS = 200_000;
/** Pages of people end before 60, and browsers stop at 512: what lies deeper loses its tags, and far deeper the page is refused. */
const DEEPEST = 120;
const ABSURD = 2000;

const DROPPED = new Set(
  'style svg iframe object embed template canvas video audio select textarea button map dialog noscript script'.split(' '),
);
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const KEPT_VOID = new Set(['br', 'hr', 'meta']);
/** Pages may leave these out or misplace them; the thin page gets its own. */
const FRAME = new Set(['html', 'head', 'body']);
const HEAD = new Set(['meta', 'link']);
const DRESS = new Set(
  'em strong b i u s font mark abbr small big tt code var samp kbd dfn cite q ins bdi bdo label center nobr'.split(' '),
);
const ATTRIBUTES = new Set(
  'id class name property content itemprop datetime pubdate lang dir rel href role hidden aria-hidden aria-modal start value type reversed'.split(
    ' ',
  ),
);
const CHALLENGE = /challenge-platform|captcha|datadome|incapsula|perimeterx|px-cloud/i;

/** The parser is fed by pieces, so that it can be stopped. */
const PIECE = 64 * 1024;

const hint = 'Save the article alone, or its text, and give that file.';
const tooMany: IngestRefusal = {
  reason: `The page has more than ${MOST_ELEMENTS.toLocaleString('en')} parts, more than any article.`,
  hint,
};
const tooDeep: IngestRefusal = {
  reason: `The parts of the page stand within each other more than ${ABSURD.toLocaleString('en')} deep, as no article does.`,
  hint,
};

const quote = (text: string): string =>
  text
    .replace(/&(?!#?\w+;)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;');
const openTag = (name: string, attributes: Record<string, string>): string => {
  const kept = Object.entries(attributes).filter(([key]) => ATTRIBUTES.has(key));
  const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '') ? ' hidden=""' : '';
  return `<${name}${kept.map(([key, value]) => ` ${key}="${quote(value)}"`).join('')}${hidden}>`;
};
/** A span says something only where it carries a field, a name to link to, or is hidden. */
const isDress = (name: string, attributes: Record<string, string>): boolean =>
  (DRESS.has(name) &&
    !/byline|author|writer/i.test(`${attributes['class'] ?? ''} ${attributes['rel'] ?? ''} ${attributes['itemprop'] ?? ''}`)) ||
  (name === 'span' && !['id', 'itemprop', 'hidden', 'aria-hidden', 'style', 'class'].some((key) => key in attributes));

/** The thin markup of a page, e.g. `toThinMarkup('<p>One <b>word</b></p>')` has `<p>One word</p>` in its body; refuses a page of too many parts. */
export function toThinMarkup(text: string): ThinMarkup | IngestRefusal {
  const head: string[] = [];
  const body: string[] = [];
  let parts = body;
  let frame = '<html>';
  const linkedData: string[] = [];
  let withoutScripts = '';
  let asksPassword = false;
  let challenges = false;
  let elements = 0;
  /** For each open element, the tag that closes it here, or nothing where its own tag was dropped. */
  const open: (string | undefined)[] = [];
  let depth = 0;
  let dropped: { readonly name: string; readonly at: number; readonly json: boolean } | undefined;
  let json = '';
  let refusal: IngestRefusal | undefined;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++elements > MOST_ELEMENTS || open.length > ABSURD) {
          refusal ??= open.length > ABSURD ? tooDeep : tooMany;
          return;
        }
        if (name === 'input' && attributes['type']?.toLowerCase() === 'password') asksPassword = true;
        if (name === 'script' && CHALLENGE.test(`${attributes['src'] ?? ''} ${attributes['id'] ?? ''}`)) challenges = true;
        if (VOID.has(name)) {
          const canonical = name === 'link' && /\b(?:canonical|next)\b/i.test(attributes['rel'] ?? '');
          if (!dropped && (KEPT_VOID.has(name) || canonical)) (HEAD.has(name) ? head : parts).push(openTag(name, attributes));
          return;
        }
        if (name === 'html') frame = openTag(name, attributes);
        if (name === 'title' && !dropped) parts = head;
        const hides = !dropped && DROPPED.has(name);
        const shows = !dropped && !hides && !FRAME.has(name) && !isDress(name, attributes) && depth < DEEPEST;
        if (hides) dropped = { name, at: open.length, json: /ld\+json/i.test(attributes['type'] ?? '') };
        if (shows) {
          parts.push(openTag(name, attributes));
          depth++;
        }
        open.push(shows ? `</${name}>` : undefined);
      },
      ontext(piece) {
        if (dropped?.name === 'noscript') withoutScripts += piece;
        else if (dropped?.json) json += piece;
        else if (!dropped) parts.push(piece.replace(/</g, '&lt;'));
      },
      onclosetag(name) {
        if (VOID.has(name)) return;
        const close = open.pop();
        if (dropped && open.length <= dropped.at) {
          if (dropped.json) linkedData.push(json);
          json = '';
          dropped = undefined;
        }
        if (close === undefined) return;
        parts.push(close);
        if (name === 'title') parts = body;
        depth--;
      },
    },
    { decodeEntities: false },
  );
  for (let at = 0; at < text.length && !refusal; at += PIECE) parser.write(text.slice(at, at + PIECE));
  if (refusal) return refusal;
  parser.end();
  return (
    refusal ?? {
      html: `${frame}<head>${head.join('')}</head><body>${body.join('')}</body></html>`,
      linkedData,
      withoutScripts,
      asksPassword,
      challenges,
    }
  );
}
