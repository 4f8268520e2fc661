/** One built page as a browser reads it: links, ids, visible text and what the site did not put there; and the faults that a set of pages has. Pure. */
import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { intrudersOf, loadedBy, type Intruder, type MarkupElement } from './own-markup.ts';

interface PageLink {
  readonly href: string;
  text: string;
  readonly cites?: string;
}

export interface BuiltPage {
  /** Path in the output folder, e.g. `topics/phlegmasia/index.html`. */
  readonly file: string;
  readonly links: readonly Readonly<PageLink>[];
  /** Addresses of what a browser loads with it. */
  readonly loads: readonly string[];
  readonly ids: readonly string[];
  /** Name of the reference-list entry with that id, e.g. `NICE, 2019`. */
  readonly entries: ReadonlyMap<string, string>;
  readonly headings: number;
  /** Text of `main`, without script and style. */
  readonly text: string;
  /** True for a page that only forwards to another. */
  readonly redirect: boolean;
  readonly intruders: readonly Intruder[];
}

/** A fault of a file of the built site. */
export interface Fault extends Intruder {
  readonly file: string;
}

// What stands in code is shown as typed: the pages of the rules print citation keys.
const hidden = new Set(['script', 'style', 'template', 'pre', 'code']);
const spaces: Readonly<Record<string, MarkupElement['space']>> = {
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/2000/svg': 'svg',
};

const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;
const textOf = (node: Tree.Element): string => node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

const toMarkup = (node: Tree.Element): MarkupElement => ({
  name: node.tagName,
  space: spaces[node.namespaceURI] ?? 'other',
  attributes: new Map(node.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value])),
  text: () => textOf(node),
});

/** A node with what it stands in. */
interface Standing {
  readonly node: Tree.ChildNode;
  readonly inMain: boolean;
  readonly skipped: boolean;
  readonly link: PageLink | undefined;
}

/** What stands in a node, in order: of a `noscript` what those without scripts get, of a template its content. */
function childrenOf(node: Tree.Element | Tree.Document): readonly Tree.ChildNode[] {
  if ('content' in node) return (node as Tree.Template).content.childNodes;
  return node.nodeName === 'noscript' ? parseFragment(textOf(node), { scriptingEnabled: false }).childNodes : node.childNodes;
}

/** Takes a page apart, e.g. `readPage('index.html', '<main id="a">…').ids` is `['a']`. `forwards` as in `intrudersOf`. */
export function readPage(file: string, html: string, forwards?: string): BuiltPage {
  const links: PageLink[] = [];
  const ids: string[] = [];
  const loads: string[] = [];
  const entries = new Map<string, string>();
  const intruders: Intruder[] = [];
  let [text, headings, redirect] = ['', 0, false];
  const open: Standing[] = [];
  const enter = (nodes: readonly Tree.ChildNode[], within: Omit<Standing, 'node'>): void => {
    for (let at = nodes.length - 1; at >= 0; at -= 1) open.push({ node: nodes[at] as Tree.ChildNode, ...within });
  };
  enter(parse(html).childNodes, { inMain: false, skipped: false, link: undefined });
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    if (!isElement(node)) {
      if (next.skipped || node.nodeName !== '#text') continue;
      const { value } = node;
      if (next.inMain) text += value;
      if (next.link) next.link.text += value;
      continue;
    }
    const element = toMarkup(node);
    const { name, attributes } = element;
    intruders.push(...intrudersOf(element, forwards));
    const loaded = loadedBy(element);
    if (loaded !== undefined) loads.push(loaded);
    const [id, entry, href, cites] = ['id', 'data-name', 'href', 'data-source'].map((attribute) => attributes.get(attribute));
    if (id) ids.push(id);
    if (id && entry) entries.set(id, entry);
    if (attributes.get('http-equiv')?.toLowerCase() === 'refresh') redirect = true;
    if (name === 'h1') headings += 1;
    const link = name === 'a' && href !== undefined ? { href, text: '', ...(cites ? { cites } : {}) } : undefined;
    if (link) links.push(link);
    enter(childrenOf(node), { inMain: next.inMain || name === 'main', skipped: next.skipped || hidden.has(name), link: link ?? next.link });
  }
  return { file, links, loads, ids, entries, headings, text, redirect, intruders };
}

const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** `2019a` in a citation tells two works of one year apart; the entry has the bare year. */
const bare = (name: string): string =>
  name
    .replace(/(\d{4}|n\.d\.)-?[a-z]$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** A fragment as an id; a stray % is a character like any other. */
function toId(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

function linkFaults(page: BuiltPage, addresses: ReadonlyMap<string, BuiltPage>, files: ReadonlySet<string>): Intruder[] {
  return page.links.flatMap(({ href, text, cites }): Intruder[] => {
    if (/^(?:https?:|mailto:)/.test(href)) return [];
    if (href === '') return [{ says: `an empty link, text “${text.trim()}”`, sought: [`[${text.trim()}](`] }];
    const url = URL.parse(href, `http://site${addressOf(page.file)}`);
    const target = addresses.get(url?.pathname ?? '');
    const fragment = toId(url?.hash ?? '');
    if (!url || (!target && !files.has(url.pathname.slice(1))))
      return [{ says: `link to \`${href}\`, which is not in the site`, sought: [href] }];
    if (target && fragment && !target.ids.includes(fragment))
      return [{ says: `link to \`${href}\`, but that page has nothing with the id \`${fragment}\``, sought: [href] }];
    const name = cites === undefined ? undefined : page.entries.get(fragment);
    const said = bare(text.split(/, (?:pp?|para)\. /)[0] ?? '');
    if (cites !== undefined && (name === undefined || !said || !bare(name).endsWith(said)))
      return [{ says: `the citation “${text}” leads to the entry “${name ?? 'none'}”`, sought: [`@${cites}`] }];
    return [];
  });
}

function pageFaults(page: BuiltPage): Intruder[] {
  if (page.redirect) return [];
  const duplicates = page.ids.filter((id, i) => page.ids.indexOf(id) !== i);
  const lost = page.text.indexOf('[@');
  return [
    ...[...new Set(duplicates)].map((id) => ({ says: `the id \`${id}\` stands there more than once`, sought: [] })),
    ...(lost < 0
      ? []
      : [{ says: `a citation was left as text: “${page.text.slice(lost, lost + 40)}”`, sought: [page.text.slice(lost, lost + 12)] }]),
    ...(page.headings === 1 ? [] : [{ says: `${page.headings} headings of the first level, expected one`, sought: [] }]),
    ...(page.text.trim().length > 40 ? [] : [{ says: 'its main part is empty', sought: [] }]),
  ];
}

/** Every fault of a built site. `files` are all paths in the output folder. */
export function siteFaults(pages: readonly BuiltPage[], files: ReadonlySet<string>): Fault[] {
  const addresses = new Map(pages.map((page) => [addressOf(page.file), page]));
  const missing = (page: BuiltPage): Intruder[] =>
    page.loads.flatMap((address) =>
      files.has(address.replace(/^\//, '')) ? [] : [{ says: `it loads \`${address}\`, which is not in the site`, sought: [address] }],
    );
  return pages.flatMap((page) =>
    [...page.intruders, ...missing(page), ...linkFaults(page, addresses, files), ...pageFaults(page)].map((fault) => ({
      file: page.file,
      ...fault,
    })),
  );
}

/** A fault as a sentence, e.g. `index.html: link to …`. */
export const faultText = ({ file, says }: Fault): string => `${file}: ${says}`;
