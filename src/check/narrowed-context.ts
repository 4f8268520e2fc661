/** The context of part of the files, for rules that look at one file at a time. */
import { collectionNames, collections } from '../schema/collections.ts';
import type { LintContext, LintEntry } from './lint-context.ts';

/** The context with the entries of the files that `keep` picks; names, lookups and what may be looked up by name stay whole. */
export function narrowedContext(context: LintContext, keep: (path: string) => boolean): LintContext {
  const kept = (entries: readonly LintEntry<never>[]): LintEntry<never>[] => entries.filter(({ file }) => keep(file.path));
  const lists = [...collectionNames.filter((name) => name !== 'lookup').map((name) => collections[name].many), 'pages' as const];
  return {
    ...context,
    ...Object.fromEntries(lists.map((list) => [list, kept(context[list] as readonly LintEntry<never>[])])),
    content: { ...context.content, files: context.content.files.filter(({ path }) => keep(path)) },
    violations: context.violations.filter(({ file }) => keep(file.path)),
  };
}
