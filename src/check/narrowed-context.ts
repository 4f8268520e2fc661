/** The context of part of the files, for rules that look at one file at a time. */
import type { LintEntry, LintContext } from './lint-context.ts';

/** The context with the entries of the files that `keep` picks; names, and what may be looked up by name, stay whole. */
export function narrowedContext(context: LintContext, keep: (path: string) => boolean): LintContext {
  const kept = <T extends LintEntry<unknown>>(entries: readonly T[]): T[] => entries.filter(({ file }) => keep(file.path));
  return {
    ...context,
    content: { ...context.content, files: context.content.files.filter(({ path }) => keep(path)) },
    sources: kept(context.sources),
    questions: kept(context.questions),
    topics: kept(context.topics),
    pathways: kept(context.pathways),
    terms: kept(context.terms),
    sections: kept(context.sections),
    sightings: kept(context.sightings),
    fingerprints: kept(context.fingerprints),
    people: kept(context.people),
    pages: kept(context.pages),
    violations: context.violations.filter(({ file }) => keep(file.path)),
  };
}
