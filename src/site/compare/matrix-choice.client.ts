/** What a reader asked the comparison for, as an address says it: a filter of the table, or two sources. Pure: it knows words, not the page. */
import type { PairFinding, PairSource } from './pair-data.ts';

/** What the table can be narrowed by, in the order of an address. */
export const matrixFacets = ['population', 'intervention', 'source', 'strength', 'funding'] as const;
export type MatrixFacet = (typeof matrixFacets)[number];
export type Choice = Readonly<Record<MatrixFacet, readonly string[]>>;

/** What is chosen or said of each facet, by a function of its name, e.g. `toChoice((name) => new URLSearchParams(search).getAll(name))`. */
export const toChoice = (values: (name: MatrixFacet) => readonly string[]): Choice =>
  Object.fromEntries(matrixFacets.map((name) => [name, values(name)])) as Choice;

/** The address of a choice, e.g. `?population=calf&strength=suggests`; empty for no choice. */
export function toQuery(choice: Choice): string {
  const query = new URLSearchParams(matrixFacets.flatMap((name) => choice[name].map((value) => [name, value])));
  return query.size ? `?${query}` : '';
}

/** Whether a mark is asked for: it has one of the values chosen of every facet; one without a choice asks for all. */
export const matches = (choice: Choice, mark: Choice): boolean =>
  matrixFacets.every((name) => !choice[name].length || choice[name].some((value) => mark[name].includes(value)));

/** The two sources that a fragment names, each empty where it does not, e.g. `#a=stevens-2021-chest&b=kakkos-2021-esvs`. */
export function fromPairFragment(hash: string): readonly [a: string, b: string] {
  const query = new URLSearchParams(hash.slice(1));
  return [query.get('a') ?? '', query.get('b') ?? ''];
}

export interface PairRow {
  readonly href: string;
  readonly text: string;
  /** What each says, in the order asked for; without findings it is silent, or not coded. */
  readonly sides: readonly { readonly findings: readonly PairFinding[]; readonly silent: boolean }[];
}

/** The questions on which one of two sources speaks, those on which both do first. */
export function pairRows(sources: readonly PairSource[]): PairRow[] {
  const spoken = new Map(sources.flatMap(({ questions }) => questions.map((one) => [one.number, one] as const)));
  const rows = [...spoken.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, href, text }) => ({
      href,
      text,
      sides: sources.map(({ questions, silent }) => ({
        findings: questions.find((one) => one.number === number)?.findings ?? [],
        silent: silent.includes(number),
      })),
    }));
  return rows.toSorted((a, b) => speaking(b) - speaking(a));
}

/** How many of the two speak on a question. */
export const speaking = ({ sides }: PairRow): number => sides.filter(({ findings }) => findings.length > 0).length;
