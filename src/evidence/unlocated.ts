/** Findings, numbers and statements that do not say where in their source they stand. Pure. */
import { statementsOf } from './citations.ts';
import type { EditorialInput, Flawed } from './desk.ts';

const without = (items: readonly { readonly locator?: string | undefined }[]): number =>
  items.filter(({ locator }) => locator === undefined).length;

/** One row for each entry that lacks a place, with how many it lacks. */
export function unlocated({ graph: { library } }: EditorialInput): Flawed[] {
  const says = (count: number): string => `${count} ${count === 1 ? 'place is' : 'places are'} missing.`;
  const rows: (Flawed & { readonly missing: number })[] = [];
  const add = (hit: Omit<Flawed, 'says'>, missing: number): void => void rows.push({ ...(hit as Flawed), says: says(missing), missing });
  for (const { id, findings, results } of library.sources.values()) add({ collection: 'source', id }, without([...findings, ...results]));
  for (const topic of library.topics.values())
    add({ collection: 'topic', id: topic.id }, without(statementsOf(topic).flatMap(({ from }) => from)));
  for (const { id, rules, constraints } of library.pathways.values())
    add({ collection: 'pathway', id }, without([...rules, ...constraints]));
  for (const { id, from } of library.terms.values()) add({ collection: 'term', id }, without(from));
  return rows.filter(({ missing }) => missing > 0);
}
