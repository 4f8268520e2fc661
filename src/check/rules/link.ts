/** Links within the site: that the page is there, and the place on it. */
import { entryPath, fixedPaths, sitePaths } from '../../schema/addresses.ts';
import { hasPages, pageFolders } from '../../schema/collections.ts';
import { buildAddresses, fragmentsOf, type Address } from '../addresses.ts';
import { shown } from '../field-name.ts';
import { nearest } from '../nearest.ts';
import type { LintContext } from '../lint-context.ts';
import type { Linked } from '../body-facts.ts';
import { inBody, type Violation, type Rule } from '../rule.ts';
import { linkAddress } from '../../schema/address.ts';

const BASE = 'https://site.invalid';

interface InternalLink extends Linked {
  readonly file: LintContext['pages'][number]['file'];
  readonly fromDraft: boolean;
  readonly path: string;
  readonly fragment: string;
}

function* internalLinks(context: LintContext): Iterable<InternalLink> {
  for (const { file, id, draft } of context.pages) {
    for (const link of context.bodyOf(file).links) {
      if (!linkAddress.test(link.address) || /^https?:/i.test(link.address)) continue;
      const url = URL.parse(link.address, BASE + (hasPages(file.collection) ? entryPath(file.collection, id) : '/'));
      if (!url) continue;
      let fragment = url.hash.slice(1);
      try {
        fragment = decodeURIComponent(fragment);
      } catch {
        // A stray % is a character of the fragment like any other.
      }
      yield { ...link, file, fromDraft: draft, path: url.pathname, fragment };
    }
  }
}

/** What stands before the folder of an entry's page, e.g. `/docs` in `/docs/topics/x/`. */
const INNER = new RegExp(`^.*/(?=(?:${Object.values(pageFolders).join('|').replaceAll('/', '')})/)`);

/** A path as an editor may have meant it: a file of content, or an address without its closing slash. */
function repaired(path: string, addresses: ReadonlyMap<string, Address>): string | undefined {
  const bare = path.replace(/(?:\/index)?\.(?:mdx?|html|yaml)$/, '').replace(/\/?$/, '/');
  const direct = [bare, bare.replace(INNER, '/'), bare.toLowerCase()];
  return direct.find((candidate) => candidate !== path && addresses.has(candidate)) ?? nearest(path, addresses.keys());
}

export const brokenLink: Rule = {
  name: 'broken-link',
  level: 'error',
  says: 'Every link within the site leads to a page that readers get.',
  why: 'The reader who follows it finds nothing.',
  *find(context) {
    let addresses: ReadonlyMap<string, Address> | undefined;
    for (const { file, place, address, path, fromDraft } of internalLinks(context)) {
      addresses ??= buildAddresses(context);
      const target = addresses.get(path);
      if (target && (!target.draft || fromDraft)) continue;
      // When the glossary cannot be read, that is the one mistake to report.
      if (path.startsWith(sitePaths.glossary) && context.names.term.has('')) continue;
      const at: Pick<Violation, 'file' | 'place'> = { file: file.path, place: inBody(file, place) };
      if (target)
        yield {
          ...at,
          message: `The link to ${shown(address)} leads to a draft, which readers do not get.`,
          fix: 'Take the link out until the draft is submitted.',
        };
      else {
        const better = repaired(path, addresses);
        const fix = better
          ? `Did you mean \`${better}\`?`
          : `Link to a page of content, for example \`/topics/<id>/\`, or to one of ${fixedPaths
              .slice(1, 4)
              .map((page) => `\`${page}\``)
              .join(', ')} ….`;
        yield { ...at, message: `The link to ${shown(address)} leads to no page of the site.`, fix };
      }
    }
  },
};

export const brokenFragment: Rule = {
  name: 'broken-fragment',
  level: 'error',
  says: 'Every link to a place on a page names a place that is there.',
  why: 'The reader lands at the top of a long page and does not find what was promised.',
  *find(context) {
    let addresses: ReadonlyMap<string, Address> | undefined;
    const known = new Map<string, ReadonlySet<string> | undefined>();
    for (const { file, place, address, path, fragment } of internalLinks(context)) {
      if (!fragment) continue;
      addresses ??= buildAddresses(context);
      const target = addresses.get(path);
      if (target && !known.has(path)) known.set(path, fragmentsOf(context, path, target));
      const there = known.get(path);
      if (!there || there.has(fragment)) continue;
      const names = [...there].filter((name) => !name.startsWith('cite-')).slice(0, 12);
      const near = nearest(fragment, there);
      const otherwise = names.length
        ? `Places there are ${names.map((name) => `\`#${name}\``).join(', ')}.`
        : 'Link to the page without a fragment.';
      yield {
        file: file.path,
        place: inBody(file, place),
        message: `The link to ${shown(address)} names the place \`#${fragment}\`, which \`${path}\` does not have.`,
        fix: near ? `Did you mean \`#${near}\`?` : otherwise,
      };
    }
  },
};
