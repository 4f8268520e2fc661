/**
 * The ingest pipeline: one document in, one outcome for each of its articles out. The stages follow one another so:
 * known bytes are recognised (`same-work.ts`); `parse-in-worker.ts` has `parse-document.ts` decode the document
 * (`document.ts`), and the first of the `origins/` that recognises its text makes it into articles (`raw-article.ts`);
 * each article is looked up among the sources that exist (`same-work.ts`), judged (`relevance.ts`) and drafted with a list for
 * the editor (`draft.ts`, `citation-audit/`). Touches no disk; the script writes what comes out.
 */
import { toSlug } from './plain-text.ts';
import { sha256 } from '../library/passage.ts';
import { buildDraft, toDraftText } from './draft.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { changesIn, findNamesakes, recogniseBytes, recogniseSource, type Recognition } from './same-work.ts';
import { SourceIndex, toKnownSource, type KnownSource } from './source-index.ts';
import { endingOf, type ExtractedArticle, type InputDocument } from './document.ts';
import { isRefusal, type ArticleOutcome, type IngestOutcome, type IngestRefusal, type RawArticle } from './raw-article.ts';
import { parseInWorker } from './parse-in-worker.ts';
import type { ParsedDocument } from './parse-document.ts';
import type { Judge } from './relevance.ts';
import { ID_PATTERN } from '../schema/id.ts';

/** Words of titles that tell nothing apart. */
const DULL = new Set(
  'about after also among approach because before between during does from happens into should their there these those through under using what when where which while with without would your'.split(
    ' ',
  ),
);
const NAME_WORDS = 3;

/** Words of a title from the most telling to the least: longest first, at least four letters, then numbers for want of words. */
function* wordsOf(title: string): Generator<string> {
  const words = toSlug(title).split('-');
  const telling = [...new Set(words)].filter((word) => word.length > 3 && !DULL.has(word));
  yield* telling.sort((a, b) => b.length - a.length);
  const stem = telling[0] ?? (words[0] || 'article');
  if (telling.length === 0) yield stem;
  for (let n = 2; ; n++) yield `${stem}-${n}`;
}

/**
 * A new id, e.g. `buildSourceId({ by: 'Example Society', year: '2019', title: 'Widgets explained' }, taken)` gives
 * `example-society-2019-explained`. Where that is taken the next word of the title is tried, then a number.
 */
export function buildSourceId(
  of: { readonly by: string; readonly year: string; readonly title: string },
  taken: ReadonlySet<string>,
): string {
  const name = toSlug(of.by).split('-').slice(0, NAME_WORDS).join('-') || 'source';
  for (const word of wordsOf(of.title)) {
    const id = `${name}-${of.year}-${word}`;
    if (!taken.has(id) && ID_PATTERN.test(id)) return id;
  }
  throw new Error('The words of a title came to an end, though numbers never do.');
}

const nameOf = ({ authors, publisher, container }: RawArticle): string => {
  const [first] = authors;
  if (first && 'family' in first) return first.family;
  return publisher ?? container ?? first?.organisation ?? 'source';
};

interface IngestOptions {
  /** How messages name the content folder. */
  readonly folder?: string;
  /** Tells what is on topic; left out, everything is. */
  readonly judge?: Judge | undefined;
  /** The words of the disease. */
  readonly vocabulary?: Vocabulary | undefined;
  /** True where a person named this very document: then an article that is off topic is drafted, with a doubt. */
  readonly named?: boolean;
  /** How a document is parsed; left out, in a worker with bounds on time and memory. */
  readonly parse?: (document: InputDocument) => Promise<ParsedDocument | IngestRefusal>;
}

/** What is known already, and in what the article differs from what was taken then. */
function toKnown({ source, sign }: Recognition, hash: string, article?: RawArticle): IngestOutcome {
  const same = source.snapshot === `sha256-${hash}`;
  const notes = [
    ...(article ? changesIn(article, source) : []),
    ...(source.snapshot !== undefined && !same ? ['its text differs from the one taken then, so see whether the digest still holds'] : []),
  ];
  return { state: 'known', file: source.file, because: [`the same ${sign}`, ...notes].join('; '), ...(same ? { hash } : {}) };
}

/** The article with a doubt for each source of its title that is another work. */
function withNamesakes(article: RawArticle, index: SourceIndex): RawArticle {
  const doubts = findNamesakes(article, index).map(
    ({ source, shared }) =>
      `${source.file} has the same title and ${shared.with} and another ${shared.apart.map((field) => `\`${field}\``).join(', ')}: see that they are two works.`,
  );
  return { ...article, doubts: [...doubts, ...article.doubts] };
}

/** The article as it will be drafted, or why it will not be: what is off topic is drafted only for the person who named it. */
function toJudged(article: RawArticle, { judge, named = true }: IngestOptions): RawArticle | string {
  const headings = article.headings.map((heading) => heading.text).join('\n');
  const relevance = judge?.({ title: article.title, text: `${headings}\n${article.text}` });
  if (!relevance || relevance.onTopic) return article;
  if (!named) return relevance.because;
  return { ...article, doubts: [`Ask whether it belongs here at all: ${relevance.because}.`, ...article.doubts] };
}

/** What becomes of one article. `because` completes "recognised as …", e.g. `leaflet, recognised by its ISBN`. */
function toOutcome(
  { article, bytes }: ExtractedArticle,
  because: string,
  index: SourceIndex,
  retrieved: string,
  options: IngestOptions,
): IngestOutcome {
  if (isRefusal(article)) return { state: 'refused', ...article };
  const hash = sha256(bytes);
  const known = recogniseSource(article, hash, index);
  if (known) return toKnown(known, hash, article);
  const judged = toJudged(withNamesakes(article, index), options);
  if (typeof judged === 'string') return { state: 'off-topic', reason: judged };
  const fields = buildDraft(judged, { retrieved, hash, vocabulary: options.vocabulary });
  const text = toDraftText(fields);
  if (typeof text !== 'string') return { state: 'refused', ...text };
  const dated = article.issued === 'undated' ? article.updated : article.issued;
  const id = buildSourceId({ by: nameOf(article), year: dated?.slice(0, 4) ?? 'undated', title: article.title }, index.ids);
  return { state: 'drafted', id, fields, text, hash, because };
}

/**
 * What becomes of each article of a document, in its order. `held` are the sources that exist; an index gets each new draft
 * added. Bytes that a source was made from before are known at sight, without being read again.
 * Example: with a source of the same ISBN held, one outcome `{ state: 'known', file: 'content/sources/….md', … }`.
 */
export async function ingestDocument(
  document: InputDocument,
  held: SourceIndex | readonly KnownSource[],
  retrieved: string,
  options: IngestOptions = {},
): Promise<readonly ArticleOutcome[]> {
  const index = held instanceof SourceIndex ? held : new SourceIndex(held);
  const whole = { bytes: document.bytes, ending: endingOf(document, '.txt') };
  const hash = sha256(document.bytes);
  const seen = recogniseBytes(hash, index);
  if (seen) return [{ ...whole, outcome: toKnown(seen, hash) }];
  const { folder = 'content', named = true, parse = parseInWorker } = options;
  const read = await parse(document);
  if (isRefusal(read)) return [{ ...whole, outcome: { state: 'refused', ...read } }];
  return read.taken.map((taken) => {
    const picked = { ...options, named: named && read.taken.length === 1 };
    const outcome = toOutcome(taken, `${read.origin}, recognised by ${read.because}`, index, retrieved, picked);
    if (outcome.state === 'drafted') index.add(toKnownSource(outcome.id, `${folder}/sources/${outcome.id}.md`, outcome.fields));
    const { label, bytes, ending, article } = taken;
    return { ...(label !== undefined && { label }), bytes, ending, ...(isRefusal(article) ? {} : { article }), outcome };
  });
}
