/** Two states of the content -> what changed in the evidence, in words. Pure: bytes in, changes out; nothing is thrown for content. */
import type { Library } from '../library/library.ts';
import { sourceName } from '../evidence/source-name.ts';
import type { PageRef } from '../evidence/evidence-graph.ts';
import { approvedCollections, collections, type ApprovedCollection } from '../schema/collections.ts';
import { changeGroups, changeKinds, levelOf, type Change, type ChangeGroupName } from './change.ts';
import type { AffectedPage, Difference } from './difference.ts';
import { fileChanges } from './file-changes.ts';
import { findingChanges } from './finding-changes.ts';
import { listChanges } from './list-changes.ts';
import { openingOf } from './opening.ts';
import { questionChanges, topicChanges } from './page-changes.ts';
import { pairMaps } from './pairing.ts';
import { pathwayChanges } from './pathway-changes.ts';
import { reachOfQuestion, reachOfSource } from './reach.ts';
import { resultChanges } from './result-changes.ts';
import { byName, findRenamings, toSide, withNames, type Renaming, type Sides, type Tree } from './side.ts';
import { sourceChanges } from './source-changes.ts';
import { standingChanges, type Reviewed } from './standing-changes.ts';
import { digestText, textChanges } from './text-changes.ts';
import { derivedChanges } from './verdict-changes.ts';
import { isSame } from './words.ts';
import { formatCount, formatList } from '../words/phrase.ts';

type Base = Pick<Change, 'file' | 'subject' | 'reaches'>;

const names: { readonly [Name in ApprovedCollection]: (entry: never) => string } = {
  source: sourceName,
  question: ({ short }: { short: string }) => short,
  topic: ({ title }: { title: string }) => title,
  pathway: ({ title }: { title: string }) => title,
};

function baseOf(collection: ApprovedCollection, sides: Sides, entry: Reviewed): Base {
  const id = entry.id as never;
  const reach: Readonly<Record<ApprovedCollection, () => PageRef[]>> = {
    source: () => reachOfSource(sides, id),
    question: () => reachOfQuestion(sides, id),
    topic: () => [{ collection: 'topic', id }],
    pathway: () => [{ collection: 'pathway', id }],
  };
  return { file: entry.file, subject: names[collection](entry as never), reaches: reach[collection]() };
}

/** What differs within one entry that is there on both sides, its state of review apart. */
function entryChanges(collection: ApprovedCollection, sides: Sides, before: never, after: never): Change[] {
  if (collection === 'question') return questionChanges(sides, before, after);
  if (collection === 'topic') return topicChanges(before, after);
  if (collection === 'pathway') return pathwayChanges(before, after);
  const base = baseOf('source', sides, after);
  const bodies = [before, after].map(({ body }: { body: string }) => body);
  return [
    ...sourceChanges(sides, before, after),
    ...findingChanges(sides, before, after),
    ...resultChanges(sides, before, after),
    ...textChanges(digestText, base, bodies[0] ?? '', bodies[1] ?? ''),
  ];
}

/** What happens to a draft moves nothing: no reader sees it. */
const asDraft = ({ status, file }: Reviewed, change: Change): Change =>
  status === 'draft' ? { ...change, kind: 'draft-changed', unit: file, reaches: [] } : change;

/** What a source brings or takes along, e.g. `: 2 findings and 1 result`. */
function contentsOf(entry: Reviewed): string {
  const { findings = [], results = [] } = entry as { findings?: readonly unknown[]; results?: readonly unknown[] };
  const parts = [
    ...(findings.length ? [formatCount(findings.length, 'finding')] : []),
    ...(results.length ? [formatCount(results.length, 'result')] : []),
  ];
  return parts.length ? `: ${formatList(parts)}` : '';
}

function collectionChanges(collection: ApprovedCollection, sides: Sides): Change[] {
  const map = (library: Library) => byName<Reviewed>(library[collections[collection].many]);
  const { pairs, gone, come } = pairMaps(map(sides.before.library), map(sides.after.library));
  return [
    ...gone.map((entry): Change => {
      const base = baseOf(collection, sides, entry);
      return sides.after.paths.has(entry.file)
        ? { ...base, kind: 'entry-refused', says: 'no longer passes the check; what it said is missing below' }
        : asDraft(entry, { ...base, kind: `${collection}-removed`, says: `removed${contentsOf(entry)}`, before: entry.file });
    }),
    ...come.flatMap((entry): Change[] => {
      const base = baseOf(collection, sides, entry);
      const says = `${sides.before.paths.has(entry.file) ? 'can be read again' : 'new'}${contentsOf(entry)}`;
      return [
        asDraft(entry, { ...base, kind: `${collection}-added`, says, after: entry.file }),
        ...standingChanges(base, undefined, entry),
      ];
    }),
    ...pairs
      .filter(({ before, after }) => !isSame(before, after))
      .flatMap(({ before, after }) => [
        ...entryChanges(collection, sides, before as never, after as never).map((change) =>
          before.status === 'draft' ? asDraft(after, change) : change,
        ),
        ...standingChanges(baseOf(collection, sides, after), before, after),
      ]),
  ];
}

const renameChanges = (sides: Sides, before: Sides['before'], renamings: readonly Renaming[]): Change[] =>
  renamings.flatMap((renaming): Change[] => {
    const { collection, alias } = renaming;
    const entry = byName<Reviewed>(sides.after.library[collections[collection].many]).get(renaming.after);
    const old = byName<Reviewed>(before.library[collections[collection].many]).get(renaming.before);
    if (!entry || !old) return [];
    const says = alias ? 'renamed; the old address still leads here' : 'renamed without an alias: the old address is lost';
    return [{ ...baseOf(collection, sides, entry), kind: `${collection}-renamed`, says, before: old.file, after: entry.file }];
  });

/** Pages that exist for readers, with what reaches them. Only what moves the evidence reaches a page. */
function affectedBy(changes: readonly Change[], sides: Sides): AffectedPage[] {
  const moving = changes.filter(({ kind }) => levelOf(kind) === 'evidence');
  const through = new Map<string, { readonly ref: PageRef; readonly by: Set<string> }>();
  for (const { reaches, subject } of moving) {
    for (const ref of reaches) {
      const key = `${ref.collection} ${ref.id}`;
      const row = through.get(key) ?? { ref, by: new Set() };
      row.by.add(subject);
      through.set(key, row);
    }
  }
  const pages = [...through.values()].flatMap(({ ref, by }): AffectedPage[] => {
    const { questions, topics, pathways, terms } = sides.after.graph.library;
    const entry = { question: questions, topic: topics, pathway: pathways, term: terms }[ref.collection].get(ref.id as never) as
      { short?: string; title?: string; name?: string; file?: string } | undefined;
    const file = entry?.file ?? `${sides.after.content.folder}/terms.yaml`;
    const title = entry?.short ?? entry?.title ?? entry?.name ?? ref.id;
    return entry ? [{ ref, title, file, through: [...by].filter((subject) => subject !== title) }] : [];
  });
  const order = ['question', 'topic', 'pathway', 'term'];
  return pages.sort((a, b) => order.indexOf(a.ref.collection) - order.indexOf(b.ref.collection) || (a.ref.id < b.ref.id ? -1 : 1));
}

/**
 * Compares two content folders as of one day. Every file that differs is named in some change; two equal folders have none.
 * Example: a finding turned from `for` to `against` gives a change of kind `finding-stance`, and of kind `verdict-moved` where
 * the verdict follows. Drafts are compared as files and reach no verdict.
 */
export function buildDifference(before: Tree, after: Tree, asOf: string): Difference {
  const newer = toSide(after, asOf);
  const older = toSide(before, asOf);
  const renamings = findRenamings(older.library, newer.library);
  const renamed = withNames(before, renamings);
  const sides: Sides = { before: renamings.length ? toSide(renamed, asOf) : older, after: newer };
  const said = [
    ...renameChanges(sides, older, renamings),
    ...approvedCollections.flatMap((collection) => collectionChanges(collection, sides)),
    ...listChanges(sides),
    ...derivedChanges(sides),
  ];
  const changes = [...said, ...fileChanges({ before, renamed, after, side: newer, said })];
  const affected = affectedBy(changes, sides);
  const kinds = Object.keys(changeKinds);
  const groups = (Object.keys(changeGroups) as ChangeGroupName[])
    .map((name) => ({
      name,
      ...changeGroups[name],
      changes: changes
        .filter(({ kind }) => changeKinds[kind].group === name)
        .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    }))
    .filter((group) => group.changes.length > 0);
  return { asOf, opening: openingOf(changes, affected), groups, affected };
}
