/** The two versions that are compared, each in every shape in which it is needed, and the names that changed between them. */
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { toContent, type Content, type RawFile } from '../library/content.ts';
import { entriesOf, withoutDrafts, type Library } from '../library/library.ts';
import { collections } from '../schema/collections.ts';

/** A content folder as it lay at one moment. */
export interface Tree {
  readonly files: readonly RawFile[];
  /** As messages name it, e.g. `content`. */
  readonly folder: string;
}

export interface Version {
  /** With drafts: an editor's work counts as a change of the file. */
  readonly content: Content;
  /** Without drafts: what readers see. */
  readonly graph: EvidenceGraph;
  /** The bytes of every file by its path with the folder, e.g. `content/terms.yaml`. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
}

export interface Versions {
  readonly before: Version;
  readonly after: Version;
}

export function toVersion({ files, folder }: Tree, asOf: string): Version {
  const content = toContent(files, folder);
  return {
    content,
    graph: buildEvidenceGraph(withoutDrafts(content.library), asOf),
    bytes: new Map(files.map(({ path, bytes }) => [`${folder}/${path}`, bytes])),
  };
}

/** Marks by which a renamed page is known again when nobody wrote an alias. */
const lasting = {
  source: ['doi', 'pmid', 'snapshot', 'url', 'title'],
  question: ['question'],
  topic: ['title'],
} as const;

export interface Renaming {
  readonly collection: keyof typeof lasting;
  readonly before: string;
  readonly after: string;
  /** Whether the old address still leads to the page. */
  readonly alias: boolean;
}

type Named = Readonly<Record<string, unknown> & { id: string; aliases: readonly string[] }>;

function renamingsOf(collection: Renaming['collection'], before: Library, after: Library): Renaming[] {
  const entries = (library: Library) =>
    new Map(entriesOf(library, collection).map((one): [string, Named] => [one.id, one as unknown as Named]));
  const [olds, news] = [entries(before), entries(after)];
  const added = new Set([...news.values()].filter(({ id }) => !olds.has(id)));
  return [...olds.values()].flatMap((old): Renaming[] => {
    if (news.has(old.id)) return [];
    const candidates = [...added];
    const alias = candidates.find(({ aliases }) => aliases.includes(`/${collections[collection].path}/${old.id}/`));
    const now = alias ?? candidates.find((one) => lasting[collection].some((name) => old[name] !== undefined && old[name] === one[name]));
    if (!now) return [];
    added.delete(now);
    return [{ collection, before: old.id, after: now.id, alias: alias !== undefined }];
  });
}

/** Pages that stand under another id now: by the alias that keeps the old address, else by what does not change with a name. */
export const findRenamings = (before: Version, after: Version): Renaming[] =>
  (Object.keys(lasting) as Renaming['collection'][]).flatMap((collection) =>
    renamingsOf(collection, before.content.library, after.content.library),
  );

/** Where a page is named: by its key and its address; a source, whose id is like no other word, wherever it stands. */
const places: Readonly<Record<Renaming['collection'], (id: string) => RegExp>> = {
  source: (id) => new RegExp(`(?<![A-Za-z0-9-])${id}(?![A-Za-z0-9-])`, 'g'),
  question: (id) => new RegExp(`(?<=/questions/|\\bquestion:\\s*["']?)${id}(?=[/#"',}\\s])`, 'g'),
  topic: (id) =>
    new RegExp(`(?<=/topics/|^topics:(?:\\s|[^\\n]*[^\\nA-Za-z0-9-])|^topics:\\n(?:\\s*- .*\\n)*\\s*- ["']?)${id}(?=[/#"',\\]\\s])`, 'gm'),
};

/** The older tree as if it had used the new names, so that a rename alone changes nothing else. */
export function withNames({ files, folder }: Tree, renamings: readonly Renaming[]): Tree {
  const paths = new Map(
    renamings.flatMap(({ collection, before, after }) =>
      [collections[collection], ...(collection === 'source' ? [collections.fingerprint] : [])].map(({ path, ending }): [string, string] => [
        `${path}/${before}${ending}`,
        `${path}/${after}${ending}`,
      ]),
    ),
  );
  const renamed = (text: string): string =>
    renamings.reduce((said, { collection, before, after }) => said.replace(places[collection](before), () => after), text);
  return {
    folder,
    files: files.map(({ path, bytes }) => {
      const text = new TextDecoder().decode(bytes);
      const now = renamed(text);
      return { path: paths.get(path) ?? path, bytes: now === text ? bytes : new TextEncoder().encode(now) };
    }),
  };
}
