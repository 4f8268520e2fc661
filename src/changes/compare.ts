/** The one walk over the fields of an entry in two versions: it goes by the table of kinds and knows no field by name. */
import { filledBody } from '../evidence/prose-values.ts';
import { collections, type Collection } from '../schema/collections.ts';
import { changeKinds, type Change, type ChangeKind } from './change.ts';
import { baseOf, reachOfFinding, type Base, type Entry } from './entries.ts';
import { fieldWords, lists, type ListRow, type WalkPlace } from './fields.ts';
import { isSame, paragraphChange, splitBody, toneOf, valueWords } from './values.ts';
import type { Versions } from './versions.ts';

/**
 * Which item of a list is which in its newer version: pairs share a mark, mark after mark and in order; the rest was removed or added.
 * Example: `matchItems(['a 1'], ['a 2'], [(item) => item, (item) => item[0]]).pairs.length === 1`.
 */
export function matchItems<T>(before: readonly T[], after: readonly T[], marks: readonly ((item: T) => string | undefined)[]) {
  const [removed, added] = [new Set(before), new Set(after)];
  const newer = new Map<T, T>();
  for (const mark of marks)
    for (const now of added) {
      const value = mark(now);
      const old = value === undefined ? undefined : removed.values().find((one) => mark(one) === value);
      if (old === undefined) continue;
      newer.set(old, now);
      removed.delete(old);
      added.delete(now);
    }
  const pairs = before.flatMap((old) => (newer.has(old) ? [{ before: old, after: newer.get(old) as T }] : []));
  return { pairs, removed: [...removed], added: [...added] };
}

interface FieldKind {
  readonly kind: ChangeKind;
  /** Whether it holds sentences of ours. */
  readonly ours: boolean;
}

/** The kind of each field by collection or list and name, in the order of the table of kinds. */
const fieldKinds: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries(changeKinds).flatMap(([kind, { of }]) =>
    of.flatMap((fields) => {
      const [owners = [], names = []] = fields.split(': ').map((words) => words.split(' '));
      const keys = owners.flatMap((owner) => names.map((name) => `${owner} ${name}`));
      return keys.map((key): [string, FieldKind] => [key.replace('*', ''), { kind: kind as ChangeKind, ours: key.endsWith('*') }]);
    }),
  ),
);

/** The kind of a change of a field; a field that no row of the table names is told as any other. */
export const kindOf = (owner: string, name: string): FieldKind =>
  fieldKinds.get(`${owner} ${name}`) ?? fieldKinds.get(`${owner} ...`) ?? { kind: 'field-other', ours: false };

/** The kind where the wording alone differs, e.g. `finding-reworded` for `finding-claim`. */
function rewordedKind(kind: ChangeKind): ChangeKind {
  const own = kind.replace(/-(?:claim|changed)$/, '-reworded');
  return own !== kind && own in changeKinds ? (own as ChangeKind) : 'text-reworded';
}

const isRecord = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The change of one field. `part` is the key within a field that holds sentences by register. */
function fieldChange(owner: string, name: string, place: WalkPlace, was: unknown, is: unknown, part = ''): Change[] {
  const { kind, ours } = kindOf(owner, name);
  // Sentences by register, and lists of words by word.
  const single = owner in collections && collections[owner as Collection].single;
  if ((ours || single) && !part && (isRecord(was) || isRecord(is))) {
    const [olds, news] = [(was ?? {}) as Entry, (is ?? {}) as Entry];
    const keys = Object.keys({ ...olds, ...news }).filter((key) => !isSame(olds[key], news[key]));
    return keys.flatMap((key) => fieldChange(owner, name, place, olds[key], news[key], `, ${key}`));
  }
  const row = fieldWords[`${owner} ${name}`] ?? { long: name === 'body' };
  const wordsOf = (value: unknown, side: keyof Versions): string | undefined => {
    if (value !== undefined && row.words) return row.words(value as never, place, side);
    return ours && typeof value === 'string' ? value : valueWords(value);
  };
  const [before, after] = [wordsOf(was, 'before'), wordsOf(is, 'after')];
  const tone = ours ? toneOf(before, after) : 'claim';
  if (tone === 'same') return [];
  const says = `${place.prefix}${row.called ?? name}${part}`;
  const change = { ...place.base, kind: tone === 'wording' ? rewordedKind(kind) : (row.kind?.(was, is, kind) ?? kind) };
  if (row.long) {
    const [sizes, gone, come] = paragraphChange(before, after);
    return [{ ...change, says: [says, sizes].filter(Boolean).join(': '), before: gone, after: come }];
  }
  return [before === after ? { ...change, says: `${says}, in its details` } : { ...change, says, before, after }];
}

function itemChanges<T>(
  row: ListRow<T>,
  name: string,
  kind: ChangeKind,
  place: WalkPlace,
  olds: readonly T[],
  news: readonly T[],
): Change[] {
  const { added = kind, removed = kind, called, whole, pair, about, moved } = row;
  const matched = matchItems(olds, news, row.marks);
  const baseFor = (...items: readonly T[]): Base => {
    const unit = [place.base.unit, name, ...items.map((one) => `${olds.indexOf(one)} ${news.indexOf(one)}`)].join(' ');
    const questions = about && items.flatMap((one) => about(one, place.versions));
    const reaches = questions ? reachOfFinding(place.versions, place.entry.id as never, questions) : place.base.reaches;
    return { ...place.base, unit, reaches };
  };
  const isMoved =
    olds.length + news.length === 2 * matched.pairs.length &&
    matched.pairs.some(({ before, after }) => olds.indexOf(before) !== news.indexOf(after));
  return [
    ...matched.removed.map((one) => ({ ...baseFor(one), kind: removed, says: called(one, place, 'gone'), before: whole(one, place) })),
    ...matched.added.map((one) => ({ ...baseFor(one), kind: added, says: called(one, place, 'new'), after: whole(one, place) })),
    ...matched.pairs.flatMap(({ before, after }): Change[] => {
      if (isSame(before, after)) return [];
      const [base, says] = [baseFor(before, after), called(after, place, '')];
      if (typeof pair === 'string')
        return fieldChanges(pair, { ...place, base, prefix: `${says}: `, items: { before, after } }, before as Entry, after as Entry);
      const told = pair(before, after);
      return told ? [{ ...base, kind, says, before: whole(before, place), after: whole(after, place), ...told }] : [];
    }),
    ...(moved && isMoved ? [{ ...place.base, kind, says: moved.says, before: moved.order?.(olds), after: moved.order?.(news) }] : []),
  ];
}

/** All that differs between two records field by field, those of the table of kinds first and in its order. */
export function fieldChanges(owner: string, place: WalkPlace, before: Entry, after: Entry): Change[] {
  const known = [...fieldKinds.keys()].filter((key) => key.startsWith(`${owner} `)).map((key) => key.slice(owner.length + 1));
  return [...new Set([...known, ...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (isSame(was, is)) return [];
    const list = lists[`${owner} ${name}`];
    if (!list) return fieldChange(owner, name, place, was, is);
    const [olds, news] = [was ?? [], is ?? []].map((value) => [value].flat()) as [never[], never[]];
    return itemChanges(list, name, kindOf(owner, name).kind, place, olds, news);
  });
}

/** How a body is told: what its elements hold by register, and the rest of it. */
const bodies: Readonly<Partial<Record<Collection, (body: string) => Entry>>> = {
  source: (digest) => ({ digest }),
  question: (body) => {
    const { registers, rest } = splitBody(body, 'Answer');
    return { answer: registers, explanation: rest };
  },
  topic: (body) => {
    const { registers, rest } = splitBody(body, 'BottomLine');
    return { bottomLine: registers, text: rest };
  },
};

/** All that differs within one entry that is there in both versions; its body counts as fields. */
export function entryChanges(versions: Versions, collection: Collection, before: Entry, after: Entry): Change[] {
  // As readers get it: a number that is taken from a digest from now on, and is the same, has not changed.
  const inFields = ({ body = '', ...fields }: Entry, side: keyof Versions): Entry => {
    const words = filledBody(versions[side].content.library, body);
    return { ...fields, ...(bodies[collection]?.(words) ?? { body: words }) };
  };
  const place = { versions, entry: after, base: baseOf(versions, collection, after), prefix: '' };
  return fieldChanges(collection, place, inFields(before, 'before'), inFields(after, 'after'));
}
