/** Papers and reviews of one study: tied together, so that nobody counts the same people twice. */
import type { Source } from '../../schema/source.ts';
import { reportsPatients } from '../../evidence/study.ts';
import { foldLetters } from '../../words/fold.ts';
import { fieldName, shown } from '../field-name.ts';
import type { LintEntry } from '../lint-context.ts';
import type { Rule } from '../rule.ts';

type Entry = LintEntry<Source>;

const plain = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Names by which a work that has a digest here is told again: its short title and its title. */
function namesOf(sources: readonly Entry[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, data } of sources)
    for (const name of [data.shortTitle, data.title]) if (name && !names.has(plain(name))) names.set(plain(name), id);
  return names;
}

/** Everything that a source leans on, however many steps away, by id. */
function below(entry: Entry, sourceOf: ReadonlyMap<string, Entry>): ReadonlySet<string> {
  const met = new Set([entry.id]);
  for (const id of met) for (const support of sourceOf.get(id)?.data.restsOn ?? []) if (support?.source) met.add(support.source);
  return met;
}

export const doubleCountedStudy: Rule = {
  name: 'double-counted-study',
  level: 'error',
  says: 'Papers of one study say so, and a review names the studies with a digest here by their id.',
  why: 'The same people would be counted twice, and one trial would confirm itself.',
  *find({ sources, sourceOf }) {
    const names = namesOf(sources);
    const reporting = sources.filter(({ data }) => data.kind && reportsPatients(data.kind));
    const trials = reporting.filter(({ data }) => /^[\p{Lu}\d][\p{L}\d-]*\p{Lu}[\p{L}\d-]*$/u.test(data.shortTitle ?? ''));
    for (const entry of sources) {
      const { file, data, id } = entry;
      const works = [
        ...(data.includes?.studies ?? []).map((one, index) => ({ work: one?.work, field: ['includes', 'studies', index, 'work'] })),
        ...(data.restsOn ?? []).map((one, index) => ({ work: one?.work, field: ['restsOn', index, 'work'] })),
      ];
      for (const { work, field } of works) {
        const held = work === undefined ? undefined : names.get(plain(work));
        if (held === undefined || held === id) continue;
        yield {
          file: file.path,
          field,
          message: `${fieldName(field)} is ${shown(work)}, which has a digest here: \`${held}\`. As a work without one it would count beside it.`,
          fix: `Write \`source: ${held}\` instead of \`work\`.`,
        };
      }
      if (!reporting.includes(entry)) continue;
      const own = below(entry, sourceOf);
      const twin = trials.find(
        (trial) =>
          trial !== entry &&
          !own.has(trial.id) &&
          !below(trial, sourceOf).has(id) &&
          (trial.data.registry === undefined || trial.data.registry !== data.registry) &&
          plain(data.shortTitle ?? data.title ?? '').startsWith(`${plain(trial.data.shortTitle ?? '')} `),
      );
      if (twin)
        yield {
          file: file.path,
          field: [data.shortTitle ? 'shortTitle' : 'title'],
          message: `${shown(data.shortTitle ?? data.title)} is named after \`${twin.id}\` (${shown(twin.data.shortTitle)}), and nothing ties the two: they would count as two studies.`,
          fix: `Add \`restsOn: [{ source: ${twin.id} }]\`, or the registry number that both carry.`,
        };
    }
  },
};
