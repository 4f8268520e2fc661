/** What changed in the lists: terms, shelves, people and the record of anchors. */
import { collections, type Collection } from '../schema/collections.ts';
import type { Term } from '../schema/term.ts';
import type { Change, ChangeKind } from './change.ts';
import { pairMaps } from './pairing.ts';
import { reachOfTerm } from './reach.ts';
import type { Side, Sides } from './side.ts';
import { isSame, toneOf, valueWords } from './words.ts';

const fileOf = ({ content }: Side, collection: Collection): string => `${content.folder}/${collections[collection].path}`;

const sensesOf = ({ senses }: Term): string | undefined =>
  valueWords(senses.map(({ id, says, covers }) => `${id}: ${says} (${covers.join(', ')})`));

function termPairChanges(base: Pick<Change, 'file' | 'subject' | 'reaches' | 'unit'>, before: Term, after: Term): Change[] {
  const names = ['name', 'abbreviations', 'synonyms', 'unlinked', 'languages', 'seeAlso', 'lookalikes'] as const;
  const changes: Change[] = [];
  if (!isSame(before.senses, after.senses)) {
    const [was, is] = [sensesOf(before), sensesOf(after)];
    changes.push({ ...base, kind: 'term-senses', says: 'senses', before: was, after: is });
  }
  for (const field of ['definition', 'contested'] as const) {
    const tone = toneOf(before[field], after[field]);
    const kind: ChangeKind = tone === 'claim' ? 'term-changed' : 'term-reworded';
    if (tone !== 'same') changes.push({ ...base, kind, says: field, before: before[field], after: after[field] });
  }
  if (!isSame(before.from, after.from))
    changes.push({
      ...base,
      kind: 'term-changed',
      says: 'who carries the definition',
      before: valueWords(before.from),
      after: valueWords(after.from),
    });
  for (const field of names.filter((name) => !isSame(before[name], after[name])))
    changes.push({ ...base, kind: 'field-changed', says: field, before: valueWords(before[field]), after: valueWords(after[field]) });
  return changes;
}

function termChanges(sides: Sides): Change[] {
  const { pairs, gone, come } = pairMaps(sides.before.library.terms, sides.after.library.terms);
  const base = (term: Term) => ({
    file: fileOf(sides.after, 'term'),
    subject: term.name,
    unit: term.id,
    reaches: reachOfTerm(sides, term.id),
  });
  return [
    ...gone.map((one): Change => ({ ...base(one), kind: 'term-removed', says: 'removed', before: one.definition })),
    ...come.map((one): Change => ({ ...base(one), kind: 'term-added', says: 'new', after: one.definition })),
    ...pairs.flatMap(({ before, after }) => termPairChanges(base(after), before, after)),
  ];
}

interface ListRow {
  readonly collection: Collection;
  readonly map: 'sections' | 'people' | 'sightings';
  readonly kind: ChangeKind;
  readonly called: (row: never) => string;
}

/** Lists that are compared row by row as a whole. */
const rows: readonly ListRow[] = [
  { collection: 'section', map: 'sections', kind: 'field-changed', called: ({ title }: { title: string }) => `Section “${title}”` },
  { collection: 'person', map: 'people', kind: 'person-changed', called: ({ name }: { name: string }) => name },
  {
    collection: 'sighting',
    map: 'sightings',
    kind: 'field-changed',
    called: ({ source }: { source: string }) => `Anchors of ${source} found by machine`,
  },
];

function rowChanges(sides: Sides, { collection, map, kind, called }: ListRow): Change[] {
  const olds: ReadonlyMap<string, object> = sides.before.library[map];
  const news: ReadonlyMap<string, object> = sides.after.library[map];
  const { pairs, gone, come } = pairMaps(olds, news);
  const base = (row: object) => ({
    kind,
    file: fileOf(sides.after, collection),
    subject: called(row as never),
    unit: called(row as never),
    reaches: [],
  });
  const order = (list: ReadonlyMap<string, object>): string => [...list.keys()].join(', ');
  const moved = !gone.length && !come.length && order(olds) !== order(news);
  return [
    ...gone.map((row): Change => ({ ...base(row), says: 'removed' })),
    ...come.map((row): Change => ({ ...base(row), says: 'new' })),
    ...pairs
      .filter(({ before, after }) => !isSame(before, after))
      .flatMap(({ before, after }) => {
        const value = (row: object, field: string): unknown => (row as Readonly<Record<string, unknown>>)[field];
        const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
          (one) => !isSame(value(before, one), value(after, one)),
        );
        return fields.map((field): Change => ({
          ...base(after),
          says: field,
          before: valueWords(value(before, field)),
          after: valueWords(value(after, field)),
        }));
      }),
    ...(moved
      ? [
          {
            kind: 'field-changed' as const,
            file: fileOf(sides.after, collection),
            subject: collections[collection].path,
            says: 'order',
            reaches: [],
          },
        ]
      : []),
  ];
}

/** Every change in the files that hold a list. */
export const listChanges = (sides: Sides): Change[] => [...termChanges(sides), ...rows.flatMap((row) => rowChanges(sides, row))];
