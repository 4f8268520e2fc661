/** Which files a change reaches: those that name what was changed, and those that its evidence flows into. Pure. */
import { isValueName } from '../evidence/prose-values.ts';
import { collectionOf } from '../library/content.ts';
import { collectionNames, collections, filePath, hasPages, type Collection } from '../schema/collections.ts';
import { entryPath } from '../schema/addresses.ts';
import type { LintEntry, LintContext } from './lint-context.ts';
import { comparable } from './rules/identifier.ts';
import { namedIn, usesOf } from './uses.ts';

/** A thing that files are about: `source:nice-2019`, `term:*` for a whole list, `page:/topics/x/`, `same:doi:10.1/x`. */
type Thing = string;

interface Ties {
  /** What a file is besides its id and its address. */
  readonly alsoIs: Map<string, Thing[]>;
  /** The files that name a thing. */
  readonly namedBy: Map<Thing, string[]>;
  /** Into which files the evidence of a file flows, besides those that name it: the questions of a source, the topics of a question. */
  readonly flowsInto: Map<string, string[]>;
}

/** Lists, not sets: among ten thousand files a repetition costs less than looking for it. */
function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

const toPath = (address: string): string => (URL.parse(address, 'https://site.invalid')?.pathname ?? address).replace(/\/?$/, '/');

/** Where evidence flows on from an entry into what it names. */
const flows: Readonly<Partial<Record<Collection, Collection>>> = { source: 'question', question: 'topic' };

/** All ties of the files of a context, added to those that are there already. */
function addTies({ alsoIs, namedBy, flowsInto }: Ties, context: LintContext): void {
  const { folder } = context.content;
  const names = (file: string, what: Collection | 'page' | 'same', id: string): void => add(namedBy, `${what}:${id}`, file);
  for (const { id, where } of usesOf(context)) names(where.file, 'source', id);
  for (const collection of collectionNames.filter((name) => name !== 'lookup')) {
    for (const entry of context[collections[collection].many] as readonly LintEntry<unknown>[]) {
      const { path } = entry.file;
      for (const { names: named, id } of namedIn(entry)) {
        names(path, named, collections[named].list ? '*' : id);
        if (flows[collection] === named) add(flowsInto, path, `${folder}/${filePath(named, id)}`);
      }
    }
  }
  for (const { file, id, data } of context.sources) {
    if (Object.keys(data.terms ?? {}).length) names(file.path, 'term', '*');
    names(file.path, 'fingerprint', id);
    for (const [kind, toKey] of Object.entries(comparable)) {
      const key = toKey(data);
      if (key === undefined) continue;
      names(file.path, 'same', `${kind}:${key}`);
      add(alsoIs, file.path, `same:${kind}:${key}`);
    }
  }
  for (const { file, id } of context.fingerprints) names(file.path, 'source', id);
  for (const { file, data } of context.pages) {
    const { links, components } = context.bodyOf(file);
    for (const { address } of links) names(file.path, 'page', toPath(address));
    for (const { attributes } of components.filter(({ name }) => isValueName(name)))
      for (const { value } of attributes.filter(({ name }) => name === 'of')) if (value) names(file.path, 'source', value);
    for (const alias of data.aliases ?? []) {
      if (alias === undefined) continue;
      names(file.path, 'page', toPath(alias));
      add(alsoIs, file.path, `page:${toPath(alias)}`);
    }
  }
}

/** What a file is by its place: an entry and a page, or the whole of a list. */
function placed(path: string, folder: string): { readonly things: readonly Thing[]; readonly list: boolean } {
  const inside = path.slice(folder.length + 1);
  const collection = collectionOf(inside);
  if (!collection) return { things: [], list: false };
  if (collections[collection].list) return { things: [`${collection}:*`], list: true };
  const id = inside.slice(collections[collection].path.length + 1, -collections[collection].ending.length);
  const page = hasPages(collection) ? [`page:${entryPath(collection, id)}`] : [];
  return { things: [`${collection}:${id}`, ...page], list: false };
}

/**
 * Paths of the files that a change of `changed` touches, those included, deleted ones too. `before` holds the changed files as
 * they were, because what they no longer name is affected as well. Example: a source reaches its questions, their topics, what
 * rests on it or cites it, and pathways made of it.
 */
export function affectedFiles(context: LintContext, changed: ReadonlySet<string>, before?: LintContext): Set<string> {
  const ties: Ties = { alsoIs: new Map(), namedBy: new Map(), flowsInto: new Map() };
  addTies(ties, context);
  if (before) addTies(ties, before);
  const { folder } = context.content;
  const known = new Set(context.content.files.map(({ path }) => path));
  const namers = (path: string, wanted: (thing: Thing) => boolean = () => true): string[] =>
    [...placed(path, folder).things, ...(ties.alsoIs.get(path) ?? [])].filter(wanted).flatMap((thing) => ties.namedBy.get(thing) ?? []);

  const reached = new Set(changed);
  // A set goes on yielding what is added to it meanwhile.
  for (const path of reached) {
    // A list that is reached passes nothing on: what changed is one of its rows at most.
    if (placed(path, folder).list) continue;
    for (const next of ties.flowsInto.get(path) ?? []) if (known.has(next)) reached.add(next);
    for (const next of namers(path, (thing) => thing.startsWith('source:') || thing.startsWith('fingerprint:'))) reached.add(next);
  }
  const affected = new Set(reached);
  for (const path of changed) for (const namer of namers(path)) affected.add(namer);
  for (const path of reached) for (const namer of namers(path, (thing) => thing.startsWith('page:'))) affected.add(namer);
  // Whatever changes may take a word into use, or be the last that used it.
  const words = `${folder}/${filePath('vocabulary', '')}`;
  if (changed.size > 0 && known.has(words)) affected.add(words);
  return affected;
}
