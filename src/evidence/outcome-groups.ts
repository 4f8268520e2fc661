/** Every comparison that any source prints on one outcome, as groups of rows that no question has narrowed. */
import type { Library } from '../library/library.ts';
import { kindRow } from '../schema/kinds.ts';
import type { Result } from '../schema/result.ts';
import type { Outcome } from '../schema/vocabulary.ts';
import { toEffectGroups, type EffectGroup, type EffectRow } from './effect/rows.ts';
import type { PlacedFinding } from './evidence-graph.ts';
import { positions } from './position.ts';
import { buildStudies } from './study.ts';

/**
 * The groups of one outcome, e.g. `outcomeGroups(library, 'pts-any')`: first those of what the vocabulary compares, then those of every
 * other thing given. They are made as those of a question that asks for all of it. Throws nothing.
 */
export function outcomeGroups(library: Library, outcome: Outcome): EffectGroup[] {
  const { comparison } = library.vocabulary;
  const position = { name: 'reports', ...positions.reports } as const;
  const { of } = buildStudies(library);
  const sources = [...library.sources.values()].filter(({ results }) => results.some((one) => one.outcome === outcome));
  const placed = sources.map((source): PlacedFinding => {
    const byAi = (id: string): boolean => source.findings.some((one) => one.aiGenerated && one.results.includes(id));
    const results = source.results.flatMap(({ id, ...one }) => (one.outcome === outcome && !byAi(id) ? [id] : []));
    // As if one finding carried all of them; what a result does not say of its people stays unsaid.
    const carried = { id: outcome, aliases: [], question: outcome, says: outcome, population: '', intervention: '', situations: [] };
    const finding = { ...carried, criteria: [], conditions: [], results } as unknown as PlacedFinding['finding'];
    const studies = of.get(source.id) ?? [source.id];
    return {
      ...{ source, finding, number: 0, tier: kindRow(source.kind).tier, studies },
      ...{ comparable: true, position, own: position, counts: true },
    };
  });
  const givenIn = ({ arms }: Result): string | undefined => arms.find(({ intervention }) => intervention !== undefined)?.intervention;
  const given = sources.flatMap(({ results }) => results.flatMap((one) => (one.outcome === outcome ? (givenIn(one) ?? []) : [])));
  const asked = new Set(given.map((one) => (comparison?.given.includes(one) ? comparison.whole : one)));
  const isWhole = (one: string): boolean => one === comparison?.whole;
  const met = new Set<string>();
  return [...asked]
    .toSorted((a, b) => Number(isWhole(b)) - Number(isWhole(a)))
    .flatMap((intervention) => {
      const pico = { population: '', intervention, comparator: '', outcome: '' };
      return toEffectGroups(placed, { pico, outcomes: [outcome] }, library.vocabulary).flatMap((group) => {
        // A comparison is read as its source prints it, unless the vocabulary says which side is given.
        const asPrinted = ({ turned, result }: EffectRow): boolean => !turned || isWhole(intervention) || !result.arms[0]?.intervention;
        const rows = group.rows.filter((row) => !met.has(row.id) && asPrinted(row));
        for (const { id } of rows) met.add(id);
        return rows.length ? [{ ...group, rows }] : [];
      });
    });
}
