/** One of the two states that are compared, in every shape in which it is needed, and the names that changed between them. */
import { toContent, type Content, type RawFile } from '../library/content.ts';
import { withoutDrafts, type Library } from '../library/library.ts';
import { collections } from '../schema/collections.ts';
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';

/** A content folder as it lay at one moment. */
export interface Tree {
  readonly files: readonly RawFile[];
  /** As messages name it, e.g. `content`. */
  readonly folder: string;
}

export interface Side {
  readonly content: Content;
  /** With drafts: an editor's work counts as a change of the file. */
  readonly library: Library;
  /** Without drafts: what readers see. */
  readonly graph: EvidenceGraph;
  /** Every path below the folder, with the folder, e.g. `content/terms.yaml`. */
  readonly paths: ReadonlySet<string>;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export function toSide({ files, folder }: Tree, asOf: string): Side {
  const content = toContent(files, folder);
  return {
    content,
    library: content.library,
    graph: buildEvidenceGraph(withoutDrafts(content.library), asOf),
    paths: new Set(files.map(({ path }) => `${folder}/${path}`)),
  };
}

/** A map of the library whose ids are plain text, for code that treats collections alike. */
export const byName = <T>(entries: Iterable<readonly [string, T]>): ReadonlyMap<string, T> => new Map(entries);

export interface Renaming {
  readonly collection: 'source' | 'question' | 'topic';
  readonly before: string;
  readonly after: string;
  /** Whether the old address still leads to the page. */
  readonly alias: boolean;
}

interface Named {
  readonly id: string;
  readonly aliases: readonly string[];
}

const shelves = { source: 'sources', question: 'questions', topic: 'topics' } as const;

/** Marks by which a renamed page is known again when nobody wrote an alias. */
const lasting = {
  source: ['doi', 'pmid', 'snapshot', 'url', 'title'],
  question: ['question'],
  topic: ['title'],
} as const;

function renamingsOf(collection: Renaming['collection'], before: Library, after: Library): Renaming[] {
  const olds = byName<Named>(before[shelves[collection]]);
  const news = byName<Named>(after[shelves[collection]]);
  const gone = [...olds.values()].filter(({ id }) => !news.has(id));
  const come = new Set([...news.values()].filter(({ id }) => !olds.has(id)));
  return gone.flatMap((old): Renaming[] => {
    const address = `/${collections[collection].path}/${old.id}/`;
    const named = [...come].find(({ aliases }) => aliases.includes(address));
    const field = (one: Named, name: string): unknown => (one as unknown as Readonly<Record<string, unknown>>)[name];
    const known = [...come].find((one) =>
      lasting[collection].some((name) => field(old, name) !== undefined && field(old, name) === field(one, name)),
    );
    const now = named ?? known;
    if (!now) return [];
    come.delete(now);
    return [{ collection, before: old.id, after: now.id, alias: named !== undefined }];
  });
}

/** Pages that stand under another id now: by the alias that keeps the old address, else by what does not change with a name. */
export const findRenamings = (before: Library, after: Library): Renaming[] =>
  (['source', 'question', 'topic'] as const).flatMap((collection) => renamingsOf(collection, before, after));

/** Where a page is named: by its key and its address; a source, whose id is like no other word, wherever it stands. */
const places: Readonly<Record<Renaming['collection'], (id: string) => RegExp>> = {
  source: (id) => new RegExp(`(?<![A-Za-z0-9-])${id}(?![A-Za-z0-9-])`, 'g'),
  question: (id) => new RegExp(`(?<=/questions/|\\bquestion:\\s*["']?)${id}(?=[/#"',}\\s])`, 'g'),
  topic: (id) =>
    new RegExp(`(?<=/topics/|^topics:(?:\\s|[^\\n]*[^\\nA-Za-z0-9-])|^topics:\\n(?:\\s*- .*\\n)*\\s*- ["']?)${id}(?=[/#"',\\]\\s])`, 'gm'),
};

/** The older state as if it had used the new names, so that a rename alone changes nothing else. */
export function withNames({ files, folder }: Tree, renamings: readonly Renaming[]): Tree {
  if (!renamings.length) return { files, folder };
  const paths = new Map<string, string>(
    renamings.flatMap(({ collection, before, after }) => {
      const { path, ending } = collections[collection];
      const kept = collections.fingerprint;
      const page = [`${path}/${before}${ending}`, `${path}/${after}${ending}`] as const;
      return collection === 'source'
        ? [page, [`${kept.path}/${before}${kept.ending}`, `${kept.path}/${after}${kept.ending}`] as const]
        : [page];
    }),
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
