/** Runs every rule over content and puts what they find in the order of the files. Pure: prints nothing, throws nothing, whatever a rule does. */
import type { Content } from '../library/content.ts';
import type { ContentFile, Place } from '../library/content-file.ts';
import type { Issue } from './issue.ts';
import { locatorOf, type Locator } from './locate.ts';
import { buildLintContext, type LintContext, type LintOptions, type LintEntry } from './lint-context.ts';
import type { Violation, Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { collectionNames, collections } from '../schema/collections.ts';

/** The context with the entries of the files that `keep` picks; names, lookups and what may be looked up by name stay whole. */
function narrowedContext(context: LintContext, keep: (path: string) => boolean): LintContext {
  const kept = (entries: readonly LintEntry<never>[]): LintEntry<never>[] => entries.filter(({ file }) => keep(file.path));
  const lists = [...collectionNames.filter((name) => name !== 'lookup').map((name) => collections[name].many), 'pages' as const];
  return {
    ...context,
    ...Object.fromEntries(lists.map((list) => [list, kept(context[list] as readonly LintEntry<never>[])])),
    content: { ...context.content, files: context.content.files.filter(({ path }) => keep(path)) },
    violations: context.violations.filter(({ file }) => keep(file.path)),
  };
}

export interface CheckOptions extends LintOptions {
  /** Paths of the files that a change touches: warnings of other files are left out. Errors always stand. */
  readonly changed?: ReadonlySet<string> | undefined;
  /** Paths of files in which local rules are known to find no error; only those are run on them that look at other files too. */
  readonly settled?: ReadonlySet<string> | undefined;
  /** Rules to run; all by default. */
  readonly rules?: readonly Rule[] | undefined;
}

const START: Place = { line: 1, column: 1 };

const byPlace = (a: Issue, b: Issue): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.line - b.line ||
  a.column - b.column ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** What is said where a rule breaks on a file: one file must not take the others with it, and whoever mends it must know which. */
const brokenOn = (file: string, error: unknown): Violation => ({
  file,
  place: START,
  level: 'error',
  message: `This rule could not be applied to the file: ${(error as Error).message.replace(/\.?$/, '.')}`,
  fix: 'Look for what is unusual in it; and please report it, because no file should do that.',
});

/** What a rule finds. Where it breaks, it is asked about each file by itself, and the files that break it are named. */
function findWith(rule: Rule, context: LintContext): Violation[] {
  try {
    return [...rule.find(context)];
  } catch (error) {
    const broken: Violation[] = [];
    const found = context.content.files.flatMap(({ path }) => {
      try {
        return [...rule.find(narrowedContext(context, (one) => one === path))].filter(({ file }) => file === path);
      } catch (thrown) {
        broken.push(brokenOn(path, thrown));
        return [];
      }
    });
    return [...found, ...(broken.length ? broken : [brokenOn(context.content.folder, error)])];
  }
}

/** Several rules may break on one file for one reason, which is said once. */
function eachOnce(found: readonly (Violation & { rule: Rule })[]): (Violation & { rule: Rule })[] {
  const told = new Set<string>();
  return found.filter(({ file, message }) => {
    if (!message.startsWith('This rule could not be applied')) return true;
    const key = `${file} ${message}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** What was found in one file, with places. The file is read again at most once, and let go before the next. */
function* placed(file: ContentFile | undefined, found: readonly (Violation & { rule: Rule })[]): Iterable<Issue> {
  let locate: Locator | undefined;
  for (const { rule, file: path, field, at, place, level, message, fix } of found) {
    let where = place;
    if (!where && file && field) where = (locate ??= locatorOf(file))(field, at);
    yield {
      rule: rule.name,
      level: level ?? rule.level,
      file: path,
      line: (where ?? START).line,
      column: (where ?? START).column,
      message,
      fix,
    };
  }
}

/** As `checkContent`, where the context is at hand. */
export function checkContext(
  context: LintContext,
  { rules = allRules, changed, settled }: Omit<CheckOptions, Exclude<keyof LintOptions, 'settled'>>,
): Issue[] {
  const open = settled ? narrowedContext(context, (path) => !settled.has(path) || Boolean(changed?.has(path))) : context;
  const found = eachOnce(rules.flatMap((rule) => findWith(rule, rule.local ? open : context).map((one) => ({ ...one, rule }))));
  const files = new Map(context.content.files.map((file) => [file.path, file]));
  const wanted = found.filter(({ level, rule, file }) => (level ?? rule.level) === 'error' || !changed || changed.has(file));
  return [...Map.groupBy(wanted, (one) => one.file)].flatMap(([path, own]) => [...placed(files.get(path), own)]).sort(byPlace);
}

/**
 * All mistakes in content, all at once, in order of file, line and column.
 * Example: `checkContent(await readContent('content'), { asOf: '2026-11-20' })`.
 */
export const checkContent = (content: Content, options: CheckOptions): Issue[] => checkContext(buildLintContext(content, options), options);
