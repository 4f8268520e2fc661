/** One built page as its links, ids and visible text, and the faults that a set of pages has. Pure. */
import { Parser } from 'htmlparser2';

export interface BuiltPage {
  /** Path in the output folder, e.g. `topics/phlegmasia/index.html`. */
  readonly file: string;
  readonly links: readonly { readonly href: string; readonly text: string; readonly cites?: string }[];
  readonly ids: readonly string[];
  /** Name of the reference-list entry with that id, e.g. `NICE, 2019`. */
  readonly entries: ReadonlyMap<string, string>;
  readonly headings: number;
  /** Text of `main`, without script and style. */
  readonly text: string;
  /** True for a page that only forwards to another. */
  readonly redirect: boolean;
}

// What stands in code is shown as typed: the pages of the rules print citation keys.
const hidden = new Set(['script', 'style', 'template', 'pre', 'code']);

/** Takes a page apart, e.g. `readPage('index.html', '<main id="a">…').ids` is `['a']`. */
export function readPage(file: string, html: string): BuiltPage {
  const links: { href: string; text: string; cites?: string }[] = [];
  const ids: string[] = [];
  const entries = new Map<string, string>();
  let [text, headings, redirect, inMain, skipping] = ['', 0, false, 0, 0];
  let open: { href: string; text: string; cites?: string } | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (attributes['id']) ids.push(attributes['id']);
      if (attributes['id'] && attributes['data-name']) entries.set(attributes['id'], attributes['data-name']);
      if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') redirect = true;
      if (name === 'h1') headings += 1;
      if (name === 'main') inMain += 1;
      if (hidden.has(name)) skipping += 1;
      if (name === 'a' && attributes['href'] !== undefined)
        open = { href: attributes['href'], text: '', ...(attributes['data-source'] ? { cites: attributes['data-source'] } : {}) };
    },
    ontext(chunk) {
      if (skipping) return;
      if (inMain) text += chunk;
      if (open) open.text += chunk;
    },
    onclosetag(name) {
      if (name === 'main') inMain -= 1;
      if (hidden.has(name)) skipping -= 1;
      if (name === 'a' && open) {
        links.push(open);
        open = undefined;
      }
    },
  });
  parser.end(html);
  return { file, links, ids, entries, headings, text, redirect };
}

const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** `2019a` in a citation tells two works of one year apart; the entry has the bare year. */
const bare = (name: string): string =>
  name
    .replace(/(\d{4}|n\.d\.)-?[a-z]$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();

function linkFaults(page: BuiltPage, addresses: ReadonlyMap<string, BuiltPage>, files: ReadonlySet<string>): string[] {
  return page.links.flatMap(({ href, text, cites }) => {
    if (/^(?:https?:|mailto:)/.test(href)) return [];
    if (href === '') return [`${page.file}: an empty link, text “${text.trim()}”`];
    const url = new URL(href, `http://site${addressOf(page.file)}`);
    const target = addresses.get(url.pathname);
    const fragment = decodeURIComponent(url.hash.slice(1));
    if (!target && !files.has(url.pathname.slice(1))) return [`${page.file}: link to \`${href}\`, which is not in the site`];
    if (target && fragment && !target.ids.includes(fragment))
      return [`${page.file}: link to \`${href}\`, but that page has nothing with the id \`${fragment}\``];
    const name = cites === undefined ? undefined : page.entries.get(fragment);
    if (cites !== undefined && (name === undefined || !bare(name).endsWith(bare(text.split(/, (?:pp?|para)\. /)[0] ?? '')))) {
      return [`${page.file}: the citation “${text}” leads to the entry “${name ?? 'none'}”`];
    }
    return [];
  });
}

/** Every fault of a built site as a sentence. `files` are all paths in the output folder. */
export function siteFaults(pages: readonly BuiltPage[], files: ReadonlySet<string>): string[] {
  const addresses = new Map(pages.map((page) => [addressOf(page.file), page]));
  return pages.flatMap((page) => {
    if (page.redirect) return linkFaults(page, addresses, files);
    const duplicates = page.ids.filter((id, i) => page.ids.indexOf(id) !== i);
    return [
      ...linkFaults(page, addresses, files),
      ...[...new Set(duplicates)].map((id) => `${page.file}: the id \`${id}\` stands there more than once`),
      ...(page.text.includes('[@')
        ? [`${page.file}: a citation was left as text: “${page.text.slice(page.text.indexOf('[@'), page.text.indexOf('[@') + 40)}”`]
        : []),
      ...(page.headings === 1 ? [] : [`${page.file}: ${page.headings} headings of the first level, expected one`]),
      ...(page.text.trim().length > 40 ? [] : [`${page.file}: its main part is empty`]),
    ];
  });
}
