/** Which files a change reaches: those that name what was changed, and those that its evidence flows into. Pure. */
import { nouns, type Noun } from '../schema/nouns.ts';
import { addressOf } from './addresses.ts';
import type { Entry, Proof } from './proof.ts';
import { comparable } from './rules/identifier.ts';
import { usesOf } from './uses.ts';

/** A thing that files are about: `source:nice-2019`, `term:*` for a whole list, `page:/topics/x/`, `same:doi:10.1/x`. */
type Thing = string;

interface Ties {
  /** What a file is or holds. */
  readonly is: Map<string, Set<Thing>>;
  /** What a file names, by thing. */
  readonly namedBy: Map<Thing, Set<string>>;
  /** Into which things the evidence of a file flows, besides those that name it: the questions of a source, the topics of a question. */
  readonly flowsInto: Map<string, Set<Thing>>;
}

const add = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
};

const withAddress = ['source', 'question', 'topic', 'pathway'] as const;
const toPath = (address: string): string => (URL.parse(address, 'https://site.invalid')?.pathname ?? address).replace(/\/?$/, '/');

/** All ties of the files of a proof, added to those that are there already. */
function addTies(ties: Ties, proof: Proof): void {
  const { is, namedBy, flowsInto } = ties;
  const names = (file: string, noun: Noun | 'page' | 'same', id: string | undefined): void => {
    if (id !== undefined) add(namedBy, `${noun}:${id}`, file);
  };
  const ofEntry = <T>(entries: readonly Entry<T>[], tie: (file: string, entry: Entry<T>) => void): void => {
    for (const entry of entries) tie(entry.file.path, entry);
  };
  for (const { path, noun, id } of proof.content.files) {
    add(is, path, nouns[noun].list ? `${noun}:*` : `${noun}:${id}`);
    if ((withAddress as readonly Noun[]).includes(noun)) add(is, path, `page:${addressOf(noun as 'source', id)}`);
  }
  for (const { id, where } of usesOf(proof)) names(where.file, 'source', id);
  ofEntry(proof.sources, (file, { id, data }) => {
    for (const finding of data.findings ?? []) {
      names(file, 'question', finding?.question);
      if (finding?.question) add(flowsInto, file, `question:${finding.question}`);
    }
    for (const support of data.restsOn ?? []) names(file, 'source', support?.source);
    names(file, 'source', data.supersededBy);
    if (Object.keys(data.terms ?? {}).length) names(file, 'term', '*');
    names(file, 'fingerprint', id);
    for (const [kind, toKey] of Object.entries(comparable)) {
      const key = toKey(data);
      if (key === undefined) continue;
      names(file, 'same', `${kind}:${key}`);
      add(is, file, `same:${kind}:${key}`);
    }
  });
  ofEntry(proof.questions, (file, { data }) => {
    for (const topic of data.topics ?? []) {
      names(file, 'topic', topic);
      if (topic) add(flowsInto, file, `topic:${topic}`);
    }
  });
  ofEntry(proof.topics, (file) => names(file, 'section', '*'));
  for (const { file, data } of [...proof.questions, ...proof.topics]) if (data.terms?.length) names(file.path, 'term', '*');
  ofEntry(proof.sightings, (file, { data }) => names(file, 'source', data.source));
  ofEntry(proof.fingerprints, (file, { id }) => names(file, 'source', id));
  for (const { file, data } of [...proof.sources, ...proof.questions, ...proof.topics, ...proof.pathways])
    if (data.review) names(file.path, 'person', '*');
  for (const { file, data } of proof.pages) {
    for (const { address } of proof.bodyOf(file).links) names(file.path, 'page', toPath(address));
    for (const alias of data.aliases ?? []) {
      if (alias === undefined) continue;
      names(file.path, 'page', toPath(alias));
      add(is, file.path, `page:${toPath(alias)}`);
    }
  }
}

const isList = (path: string, folder: string): boolean => Object.values(nouns).some((row) => row.list && path === `${folder}/${row.path}`);

/**
 * Paths of the files that a change of `changed` touches, those included, deleted ones too. `before` holds the changed files as
 * they were, because what they no longer name is affected as well. Example: a source reaches its questions, their topics, what
 * rests on it or cites it, and pathways made of it.
 */
export function affectedFiles(proof: Proof, changed: ReadonlySet<string>, before?: Proof): Set<string> {
  const ties: Ties = { is: new Map(), namedBy: new Map(), flowsInto: new Map() };
  addTies(ties, proof);
  if (before) addTies(ties, before);
  const holders = new Map<Thing, Set<string>>();
  for (const [path, things] of ties.is) for (const thing of things) add(holders, thing, path);
  const namers = (path: string, wanted: (thing: Thing) => boolean = () => true): string[] =>
    [...(ties.is.get(path) ?? [])].filter(wanted).flatMap((thing) => [...(ties.namedBy.get(thing) ?? [])]);

  const reached = new Set(changed);
  // A set goes on yielding what is added to it meanwhile.
  for (const path of reached) {
    if (isList(path, proof.content.folder)) continue;
    for (const thing of ties.flowsInto.get(path) ?? []) for (const holder of holders.get(thing) ?? []) reached.add(holder);
    for (const namer of namers(path, (thing) => thing.startsWith('source:') || thing.startsWith('fingerprint:'))) reached.add(namer);
  }
  const affected = new Set(reached);
  for (const path of changed) for (const namer of namers(path)) affected.add(namer);
  for (const path of reached) for (const namer of namers(path, (thing) => thing.startsWith('page:'))) affected.add(namer);
  return affected;
}
