/** Which places a page has that a link can name, as far as content decides them. A test holds the names against `views/urls.ts`. */
import { markdownSlugs } from './body-facts.ts';
import type { Address } from './addresses.ts';
import type { Entry, Proof } from './proof.ts';
import { carriersOf } from './uses.ts';

const findingsOf = (id: string, count: number): string[] => Array.from({ length: count }, (_, index) => `finding-${id}-${index + 1}`);

/** Numbers of a source's findings on a question, as fragments. */
const findingsOn = (proof: Proof, question: string): string[] =>
  proof.sources.flatMap(({ id, data }) =>
    (data.findings ?? []).flatMap((finding, index) => (finding?.question === question ? [`finding-${id}-${index + 1}`] : [])),
  );

function* citedOn(proof: Proof, { file }: Entry<unknown>): Iterable<string> {
  const times = new Map<string, number>();
  for (const { id } of proof.bodyOf(file).citations) {
    times.set(id, (times.get(id) ?? 0) + 1);
    yield `cite-${id}-${times.get(id)}`;
    yield `ref-${id}`;
  }
}

/**
 * The fragments of a page, or `undefined` where content does not decide them, as on lists and redirects.
 * Example: the fragments of `/sources/nice-2019/` hold `finding-nice-2019-1`.
 */
export function fragmentsOf(proof: Proof, path: string, { noun, id }: Address): ReadonlySet<string> | undefined {
  if (path === '/references/') return new Set(proof.names.source.all.map((name) => `ref-${name}`));
  const source = noun === 'source' ? proof.sourceOf.get(id ?? '') : undefined;
  if (source) return new Set([...markdownSlugs(source.file.body), ...findingsOf(source.id, source.data.findings?.length ?? 0)]);
  const question = noun === 'question' ? proof.questions.find((entry) => entry.id === id) : undefined;
  if (question) {
    const found = findingsOn(proof, question.id);
    const refs = found.map((fragment) => fragment.replace(/^finding-(.*)-\d+$/, 'ref-$1'));
    return new Set([...proof.bodyOf(question.file).slugs, ...found, ...refs, ...citedOn(proof, question)]);
  }
  const topic = noun === 'topic' ? proof.topics.find((entry) => entry.id === id) : undefined;
  if (!topic) return undefined;
  const steps = (topic.data.steps ?? []).map((_, index) => `step-${index + 1}`);
  const carried = carriersOf(proof).flatMap(({ file, source: name }) => (file === topic.file.path && name ? [`ref-${name}`] : []));
  return new Set([...proof.bodyOf(topic.file).slugs, ...steps, ...carried, ...citedOn(proof, topic)]);
}
