/** Which places a page has that a link can name, as far as content decides them. */
import { citationFragment, itemFragments, referenceFragment, sitePaths, stepFragment } from '../schema/addresses.ts';
import { markdownSlugs } from './body-facts.ts';
import type { Address } from './addresses.ts';
import type { LintEntry, LintContext } from './lint-context.ts';
import { carriersOf } from './uses.ts';
import type { Source } from '../schema/source.ts';

/** Places of findings and results on the page of their source, under every name that they had. */
const itemsOf = ({ id, data }: LintEntry<Source>): string[] =>
  (['finding', 'result'] as const).flatMap((kind) =>
    (data[`${kind}s`] ?? []).flatMap((item) =>
      item?.id ? itemFragments(kind, id, { id: item.id, aliases: (item.aliases ?? []).filter((one) => one !== undefined) }) : [],
    ),
  );

/** Sources with a finding on a question. */
const speakingOn = ({ sources }: LintContext, question: string): string[] =>
  sources.filter(({ data }) => (data.findings ?? []).some((finding) => finding?.question === question)).map(({ id }) => id);

function* citedOn(context: LintContext, { file }: LintEntry<unknown>): Iterable<string> {
  const times = new Map<string, number>();
  for (const { id } of context.bodyOf(file).citations) {
    times.set(id, (times.get(id) ?? 0) + 1);
    yield citationFragment(id, times.get(id) ?? 0);
    yield referenceFragment(id);
  }
}

/**
 * The fragments of a page, or `undefined` where content does not decide them, as on lists and redirects.
 * Example: the fragments of `/sources/nice-2019/` hold `finding-nice-2019--routine-use`.
 */
export function fragmentsOf(context: LintContext, path: string, { collection, id }: Address): ReadonlySet<string> | undefined {
  if (path === sitePaths.references) return new Set(context.names.source.all.map(referenceFragment));
  const source = collection === 'source' ? context.sourceOf.get(id ?? '') : undefined;
  if (source) return new Set([...markdownSlugs(source.file.body), ...itemsOf(source)]);
  const question = collection === 'question' ? context.questions.find((entry) => entry.id === id) : undefined;
  if (question) {
    const refs = speakingOn(context, question.id).map(referenceFragment);
    return new Set([...context.bodyOf(question.file).slugs, ...refs, ...citedOn(context, question)]);
  }
  const topic = collection === 'topic' ? context.topics.find((entry) => entry.id === id) : undefined;
  if (!topic) return undefined;
  const steps = (topic.data.steps ?? []).map((_, index) => stepFragment(index + 1));
  const carried = carriersOf(context).flatMap(({ file, source: name }) =>
    file === topic.file.path && name ? [referenceFragment(name)] : [],
  );
  return new Set([...context.bodyOf(topic.file).slugs, ...steps, ...carried, ...citedOn(context, topic)]);
}
