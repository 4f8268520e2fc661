/** Names of interventions and of works in running text, from the vocabulary, the glossary and the short titles of sources. */
import { takenInBy, type Intervention } from '../../schema/vocabulary.ts';
import type { LintContext } from '../lint-context.ts';

/** A name where it stands in a text. */
export interface NamedThing {
  readonly said: string;
  readonly at: number;
  /** Everything that goes by this name. */
  readonly means: ReadonlySet<string>;
}

export type NameFinder = (text: string) => NamedThing[];

const isAbbreviation = (name: string): boolean => !/\s/.test(name) && (name.match(/\p{Lu}/gu)?.length ?? 0) > 1;
const plain = (name: string): string => name.toLowerCase().replaceAll('-', ' ');

/** Finds names, longest first, whole words: abbreviations in their own letters, all else in any case and with either hyphen or space. */
function finderOf(names: ReadonlyMap<string, ReadonlySet<string>>): NameFinder {
  if (!names.size) return () => [];
  const meanings = new Map<string, Set<string>>();
  for (const [name, means] of names) {
    const key = isAbbreviation(name) ? name : plain(name);
    meanings.set(key, new Set([...(meanings.get(key) ?? []), ...means]));
  }
  const parts = [...meanings.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ -]'));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${parts.join('|')})s?(?![\p{L}\p{N}])`, 'giu');
  return (text) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: said, index: at }) => {
      const means = [said, said.replace(/s$/, ''), plain(said), plain(said).replace(/s$/, '')].flatMap((one) => meanings.get(one) ?? [])[0];
      return means ? [{ said, at, means }] : [];
    });
}

const add = (names: Map<string, Set<string>>, name: string | undefined, means: string): void => {
  if (name) names.set(name, (names.get(name) ?? new Set()).add(means));
};

/** Finds interventions by their labels, the names of their terms and devices; what everybody is given beside them is found by itself. */
export function interventionFinder({ content, terms }: LintContext, which: 'given' | 'against' = 'given'): NameFinder {
  const { vocabulary } = content.library;
  const names = new Map<string, Set<string>>();
  const byId = new Map(terms.map((term) => [term.id, term.data]));
  for (const [id, row] of Object.entries(vocabulary.interventions)) {
    if ((id === vocabulary.comparison?.against) !== (which === 'against') || !row.terms.length) continue;
    // One word alone, as `Compression`, means other things as well.
    for (const name of [row.label, ...row.names]) if (/\s/.test(name)) add(names, name, id);
    for (const one of row.terms) {
      const term = byId.get(one);
      for (const name of [term?.name, ...(term?.abbreviations ?? []), ...(term?.synonyms ?? [])]) add(names, name, id);
    }
  }
  for (const { label, names: others, intervention } of Object.values(vocabulary.devices))
    if (which === 'given') for (const name of [label, ...others]) add(names, name, intervention);
  return finderOf(names);
}

/** Whether findings or results on these could be told under a name that means one of those: the same, or a wider name for them. */
export const canMean = ({ content }: LintContext, means: Iterable<Intervention>, held: ReadonlySet<Intervention>): boolean =>
  [...means].some((one) => held.has(one) || takenInBy(content.library.vocabulary, one).some((part) => held.has(part)));

/** Whether they are on something wider than what is named, of which the name may be a part. */
export const isPartOf = ({ content }: LintContext, means: Iterable<Intervention>, held: ReadonlySet<Intervention>): boolean =>
  [...held].some((whole) => [...means].some((one) => takenInBy(content.library.vocabulary, whole).includes(one)));

/** Names in short titles that are written like one: `ATTRACT`, `NG158`. */
const NAME = /(?<![\p{L}\p{N}])(?:\p{Lu}-)?\p{Lu}[\p{Ll}]*\p{Lu}[\p{L}\p{N}]*(?![\p{L}\p{N}])/gu;

/** Abbreviations of common nouns, such as IVUS for intravascular ultrasound: a short title that begins with one names no work by it. */
const commonIn = ({ terms }: LintContext): ReadonlySet<string | undefined> =>
  new Set(terms.flatMap(({ data }) => (data.name && !/\p{Lu}/u.test(data.name) ? (data.abbreviations ?? []) : [])));

/** Finds works and those who publish them by the names in their short titles, and by what the glossary has for the same. */
export function workFinder(context: LintContext): NameFinder {
  const { sources, terms } = context;
  const names = new Map<string, Set<string>>();
  const common = commonIn(context);
  for (const { data } of sources) {
    const own = [
      data.shortTitle,
      ...(data.authors ?? []).map((author) => (author && 'organisation' in author ? author.organisation : undefined)),
    ];
    for (const text of own) {
      const [name] = text?.match(NAME) ?? [];
      if (name && name.length > 2 && text?.startsWith(name) && !common.has(name)) add(names, name, name);
    }
  }
  for (const { data } of terms) {
    const all = [data.name, ...(data.abbreviations ?? []), ...(data.synonyms ?? [])].flatMap((name) => name ?? []);
    const known = all.find((name) => names.has(name)) ?? all.flatMap((name) => name.match(NAME) ?? []).find((name) => names.has(name));
    if (known && all.includes(known)) for (const name of all) add(names, name, known);
  }
  return finderOf(names);
}
