/** What a reader asked the matrix for, as an address says it. Pure: it knows words, not the page. */

export interface Choice {
  readonly population: readonly string[];
  readonly intervention: readonly string[];
}

/** `?population=calf&population=iliofemoral` → `{ population: ['calf', 'iliofemoral'], intervention: [] }`. */
export function toChoice(search: string): Choice {
  const query = new URLSearchParams(search);
  return { population: query.getAll('population'), intervention: query.getAll('intervention') };
}

/** The way back: empty for no choice. */
export function toQuery({ population, intervention }: Choice): string {
  const query = new URLSearchParams([
    ...population.map((value) => ['population', value]),
    ...intervention.map((value) => ['intervention', value]),
  ]);
  return query.size ? `?${query}` : '';
}

/** Whether a mark is asked for: any of the populations and any of the interventions; a group without a choice asks for all. */
export const matches = (choice: Choice, mark: { readonly populations: readonly string[]; readonly intervention: string }): boolean =>
  (!choice.population.length || choice.population.some((value) => mark.populations.includes(value))) &&
  (!choice.intervention.length || choice.intervention.includes(mark.intervention));
