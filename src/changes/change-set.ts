/** Two versions of the content -> what changed in the evidence, in words. Pure: bytes in, changes out; nothing is thrown for content. */
import { transition, type Standing } from '../evidence/transition.ts';
import { collectionOf } from '../library/content.ts';
import { entryOf } from '../library/library.ts';
import { collectionNames, collections, type Collection } from '../schema/collections.ts';
import { fileSchema } from '../schema/schemas.ts';
import { statuses, type Status } from '../schema/vocabulary.ts';
import { formatCount, formatList } from '../words/phrase.ts';
import { changeGroups, changeKinds, levelOf, pageOrder, summaryOf } from './change.ts';
import type { AffectedPage, Change, ChangeKind, ChangeSet } from './change.ts';
import { entryChanges, kindOf, matchItems } from './compare.ts';
import { decisionChanges, derivedChanges } from './derived.ts';
import { baseOf, entriesIn, keyOf, latest, type Base, type Entry } from './entries.ts';
import { isSame } from './values.ts';
import { findRenamings, toVersion, withNames, type Renaming, type Tree, type Version, type Versions } from './versions.ts';

/** A fingerprint is no text, and the history says again what its sources say: nobody would read what differs in them. */
const unread: ReadonlySet<Collection> = new Set(['fingerprint', 'history']);

/** What happens to a draft moves nothing: no reader sees it. */
const asDraft = (change: Change): Change =>
  levelOf(change.kind) === 'standing' ? change : { ...change, kind: 'draft-changed', unit: change.file, reaches: [] };

/** What a source brings or takes along, e.g. `: 2 findings and 1 result`. */
function contentsOf(entry: Entry): string {
  const parts = ['finding', 'result'].flatMap((one) => {
    const items = entry[`${one}s`];
    return Array.isArray(items) && items.length ? [formatCount(items.length, one)] : [];
  });
  return parts.length ? `: ${formatList(parts)}` : '';
}

/** A step of review that the rules of review do not know; `before` is undefined for an entry that is new. */
function stepChanges(base: Base, before: Entry | undefined, after: Entry): Change[] {
  if (!after.status) return [];
  const { allowed, why } = transition(before as Standing | undefined, after as unknown as Standing);
  const label = ({ status }: Entry): string => statuses[status as Status].label;
  return allowed ? [] : [{ ...base, kind: 'step-forbidden', says: why, before: before ? label(before) : 'not there', after: label(after) }];
}

function collectionChanges(versions: Versions, collection: Collection): Change[] {
  const [olds, news] = [entriesIn(versions.before, collection), entriesIn(versions.after, collection)];
  const { pairs, removed, added } = matchItems(olds, news, [keyOf]);
  /** A change of a whole entry, with where it stands or what it says. */
  const whole = (entry: Entry, what: 'added' | 'removed', says: string): Change => {
    const kind = `${collection}-${what}` in changeKinds ? (`${collection}-${what}` as ChangeKind) : kindOf(collection, '...').kind;
    const side = { [what === 'added' ? 'after' : 'before']: entry.file ?? entry.definition };
    const change = { ...baseOf(versions, collection, entry), kind, says: `${says}${contentsOf(entry)}`, ...side };
    return entry.status === 'draft' ? asDraft(change) : change;
  };
  const isThere = ({ bytes }: Version, { file = '' }: Entry): boolean => bytes.has(file);
  const order = (entries: readonly Entry[]): string => entries.map(keyOf).join(', ');
  const { path } = collections[collection];
  return [
    ...removed.map((entry): Change =>
      isThere(versions.after, entry)
        ? {
            ...baseOf(versions, collection, entry),
            kind: 'entry-refused',
            says: 'no longer passes the check; what it said is missing below',
          }
        : whole(entry, 'removed', 'removed'),
    ),
    ...added.flatMap((entry) => [
      whole(entry, 'added', isThere(versions.before, entry) ? 'can be read again' : 'new'),
      ...stepChanges(baseOf(versions, collection, entry), undefined, entry),
    ]),
    ...pairs.flatMap(({ before, after }) => {
      if (isSame(before, after)) return [];
      const base = baseOf(versions, collection, after);
      const decided = collection === 'pathway' ? decisionChanges(base, before as never, after as never) : [];
      const changes = [...decided, ...entryChanges(versions, collection, before, after)];
      const draft = before.status === 'draft' && after.status === 'draft';
      return [...(draft ? changes.map(asDraft) : changes), ...stepChanges(base, before, after)];
    }),
    ...(collections[collection].order === 'file' && !removed.length && !added.length && order(olds) !== order(news)
      ? [{ kind: 'field-changed' as const, file: `${versions.after.content.folder}/${path}`, subject: path, says: 'order', reaches: [] }]
      : []),
  ];
}

function renameChange(versions: Versions, { collection, before, after, alias }: Renaming): Change {
  const file = (id: string): string =>
    `${versions.after.content.folder}/${collections[collection].path}/${id}${collections[collection].ending}`;
  const says = alias ? 'renamed; the old address still leads here' : 'renamed without an alias: the old address is lost';
  const base = baseOf(versions, collection, latest(versions, collection, after) ?? {});
  return { ...base, kind: `${collection}-renamed`, says, before: file(before), after: file(after) };
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Whether a file of a version is one that cannot be read or that the schema refuses. */
function isRefused({ content }: Version, path: string): boolean {
  const file = content.files.find((one) => one.path === path);
  return (
    content.unreadable.some((one) => one.path === path) ||
    (file !== undefined && !fileSchema(file.collection, content.library.vocabulary).safeParse(file.value).success)
  );
}

/** One change for each file that differs, came or went and of which nothing was said, or that the schema refuses, which is always said. */
function fileChanges(older: Version, { before, after }: Versions, said: readonly Change[]): Change[] {
  const named = new Set(said.flatMap(({ file, before: was, after: is }) => [file, was, is]));
  const refused = new Set(said.filter(({ kind }) => kind === 'entry-refused').map(({ file }) => file));
  const told = (path: string, short: string): Pick<Change, 'kind' | 'says' | 'before'> | undefined => {
    const [old, same, now] = [older, before, after].map(({ bytes }) => bytes.get(path));
    if (old && now && isEqual(old, now)) return undefined;
    if (now && !refused.has(path) && isRefused(after, path))
      return { kind: 'entry-refused', says: 'cannot be read as it stands: run `npm run validate`' };
    if (named.has(path)) return undefined;
    if (!now) return { kind: 'file-changed', says: 'removed', before: path };
    if (!old && !same) return { kind: 'file-changed', says: 'new' };
    if (same && isEqual(same, now)) return { kind: 'file-changed', says: 'follows a new name' };
    const collection = collectionOf(short);
    const isText = collection !== undefined && !unread.has(collection);
    return isText ? { kind: 'file-formatted', says: 'formatting only' } : { kind: 'file-changed', says: 'changed' };
  };
  return [...new Set([...older.bytes.keys(), ...after.bytes.keys()])].sort().flatMap((path) => {
    const subject = path.slice(after.content.folder.length + 1);
    const change = told(path, subject);
    return change ? [{ ...change, file: path, subject, reaches: [] }] : [];
  });
}

/** Pages that exist for readers, with what reaches them. Only what moves the evidence reaches a page. */
function affectedBy(changes: readonly Change[], versions: Versions): AffectedPage[] {
  const moving = changes.filter(({ kind }) => levelOf(kind) === 'evidence');
  const refs = new Map(moving.flatMap(({ reaches }) => reaches).map((ref) => [`${ref.collection} ${ref.id}`, ref]));
  const pages = [...refs.values()].flatMap((ref): AffectedPage[] => {
    const entry = entryOf(versions.after.graph.library, ref.collection, ref.id);
    if (!entry) return [];
    const { file, subject: title } = baseOf(versions, ref.collection, entry);
    const reaching = moving.filter(({ reaches }) => reaches.some(({ collection, id }) => collection === ref.collection && id === ref.id));
    return [{ ref, title, file, through: [...new Set(reaching.map(({ subject }) => subject))].filter((subject) => subject !== title) }];
  });
  const place = ({ ref }: AffectedPage): number => pageOrder.indexOf(ref.collection);
  return pages.sort((a, b) => place(a) - place(b) || (a.ref.id < b.ref.id ? -1 : 1));
}

/**
 * Compares two content folders as of one day. Every file that differs is named in some change; two equal folders have none.
 * Example: a finding turned from `for` to `against` gives a change of kind `finding-direction`, and of kind `count-moved` where
 * the count follows. Drafts are compared as files and reach no count.
 */
export function buildChangeSet(before: Tree, after: Tree, asOf: string): ChangeSet {
  const newer = toVersion(after, asOf);
  const older = toVersion(before, asOf);
  const renamings = findRenamings(older, newer);
  const versions = { before: renamings.length ? toVersion(withNames(before, renamings), asOf) : older, after: newer };
  const said = [
    ...renamings.map((renaming) => renameChange(versions, renaming)),
    ...collectionNames.filter((collection) => !unread.has(collection)).flatMap((collection) => collectionChanges(versions, collection)),
    ...derivedChanges(versions),
  ];
  const changes = [...said, ...fileChanges(older, versions, said)];
  const affected = affectedBy(changes, versions);
  const kinds = Object.keys(changeKinds);
  const groups = (Object.keys(changeGroups) as (keyof typeof changeGroups)[]).map((name) => ({
    name,
    ...changeGroups[name],
    changes: changes
      .filter(({ kind }) => changeKinds[kind].group === name)
      .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
  }));
  return { asOf, opening: summaryOf(changes, affected), groups: groups.filter((group) => group.changes.length > 0), affected };
}
