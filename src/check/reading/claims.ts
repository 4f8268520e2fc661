/** What pages of ours claim, sentence by sentence, with the sources that it is laid to: prose of topics and questions, and cited statements. */
import type { ContentFile, FieldPath } from '../../library/content-file.ts';
import { fieldValues } from '../field-guide.ts';
import { deckCards, textsOf } from '../deck-cards.ts';
import type { LintContext, LintEntry } from '../lint-context.ts';
import { inBody, type Violation } from '../rule.ts';
import { mdxEntries } from '../uses.ts';
import { CELL, placeIn, type TextBlock } from './blocks.ts';
import { keysOf, sentencesIn, type CitedKey, type Sentence } from './sentences.ts';

/** Some words of ours and the sources that they are laid to. */
export interface CitedClaim {
  readonly file: ContentFile;
  /** Id of the question, where the page is one. */
  readonly question?: string;
  /** The whole text that it stands in; `from` and `to` are places there. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** The sources cited at its end, or in its `from`; all those of the sentence where it leads up to none. */
  readonly sources: readonly string[];
  /** False where it leads up to no citation of its own. */
  readonly own: boolean;
  /** Of a cell: the words at the head of its column. */
  readonly head?: string | undefined;
  readonly sentence: SentenceOfOurs;
  /** Where a character of the text stands. */
  where(at: number): Pick<Violation, 'file' | 'field' | 'place'>;
}

export interface SentenceOfOurs {
  readonly text: string;
  readonly kind: TextBlock['kind'] | 'statement';
  readonly within?: TextBlock['within'];
  readonly keys: readonly CitedKey[];
  /** All sources that it cites. */
  readonly sources: readonly string[];
  readonly from: number;
  readonly to: number;
  /** The sentence before it in the same block. */
  readonly before: string;
}

const ids = (keys: readonly CitedKey[]): string[] => [...new Set(keys.map(({ id }) => id))];

type Part = Pick<CitedClaim, 'from' | 'to' | 'sources' | 'own' | 'head'>;

/** The cells of a row: each laid to the sources in it, or at the head of its column, or elsewhere in its row. */
function cellsOf(block: TextBlock): Part[] {
  const all = ids(keysOf(block.text));
  const cells = block.text.split(CELL);
  let from = 0;
  const parts = cells.map((cell, index) => {
    const [own, head] = [ids(keysOf(cell)), ids(keysOf(block.head?.[index] ?? ''))];
    const part = {
      from,
      to: from + cell.length,
      sources: own.length ? own : head.length ? head : all,
      own: all.length + head.length > 0,
      // What cites nothing itself is no sentence on the work that its column is of.
      head: own.length ? block.head?.[index] : undefined,
    };
    from = part.to + CELL.length;
    return part;
  });
  // Where one citation speaks for the whole row, its cells are read as one.
  const one = parts[0];
  const head = parts.find((part) => part.head !== undefined)?.head;
  return one && parts.every(({ sources }) => sources.join() === one.sources.join()) ? [{ ...one, to: block.text.length, head }] : parts;
}

/** The clauses of a sentence: each laid to the sources at its end, the words after the last to all of the sentence. */
const partsOf = ({ clauses, from, to }: Sentence, all: readonly string[]): Part[] =>
  all.length
    ? clauses.map((clause) => ({
        from: clause.from,
        to: clause.to,
        sources: clause.keys.length ? ids(clause.keys) : all,
        own: clause.keys.length > 0,
      }))
    : [{ from, to, sources: [], own: false }];

function* inBodies(context: LintContext): Iterable<CitedClaim> {
  for (const { file, id } of mdxEntries(context)) {
    const question = file.collection === 'question' ? { question: id } : {};
    for (const block of context.bodyOf(file).blocks) {
      const where = (at: number) => ({ file: file.path, place: inBody(file, placeIn(block, at)) });
      const { text, kind, within } = block;
      const sentences = kind === 'row' ? [{ from: 0, to: text.length, clauses: [] }] : sentencesIn(text);
      let previous = 0;
      for (const { from, to, clauses } of sentences) {
        const keys = keysOf(text.slice(from, to), from);
        const sentence: SentenceOfOurs = {
          text,
          kind,
          ...(within ? { within } : {}),
          keys,
          sources: ids(keys),
          from,
          to,
          before: text.slice(previous, from),
        };
        previous = from;
        const parts = kind === 'row' ? cellsOf(block) : partsOf({ clauses, from, to }, sentence.sources);
        for (const part of parts) yield { file, ...question, text, sentence, where, ...part };
      }
    }
  }
}

interface Carried {
  readonly says?: string;
  readonly definition?: string;
  readonly from?: readonly ({ readonly source?: string } | undefined)[];
}

const carried = fieldValues(
  ({ properties }) => properties?.['from'] !== undefined && (properties['says'] ?? properties['definition']) !== undefined,
);

/** Of a text in a field each sentence, all laid to the same sources. */
function* inText(file: ContentFile, path: FieldPath, text: string, sources: readonly string[]): Iterable<CitedClaim> {
  let previous = 0;
  for (const { from, to } of sentencesIn(text)) {
    const sentence: SentenceOfOurs = { text, kind: 'statement', keys: [], sources, from, to, before: text.slice(previous, from) };
    previous = from;
    yield { file, text, from, to, sources, own: true, sentence, where: () => ({ file: file.path, field: path }) };
  }
}

function* inCards(context: LintContext): Iterable<CitedClaim> {
  for (const card of deckCards(context))
    for (const { field, text, sources } of textsOf(context, card)) if (sources.length) yield* inText(card.deck.file, field, text, sources);
}

function* inFields(entries: readonly LintEntry<unknown>[]): Iterable<CitedClaim> {
  for (const entry of entries) {
    for (const { field, value } of carried(entry)) {
      const row = value as Carried;
      const text = row.says ?? row.definition;
      const sources = [...new Set((row.from ?? []).flatMap((one) => one?.source ?? []))];
      if (!text || !sources.length) continue;
      const path: FieldPath = [...field, row.says === undefined ? 'definition' : 'says'];
      yield* inText(entry.file, path, text, sources);
    }
  }
}

const known = new WeakMap<LintContext, readonly CitedClaim[]>();

/** Every claim of topics, questions, terms and cards, in order; worked out once. Headings are claims without a source. */
export function claimsOf(context: LintContext): readonly CitedClaim[] {
  const held = known.get(context);
  if (held) return held;
  const claims = [
    ...inBodies(context),
    ...inFields([...context.topics, ...context.questions, ...context.terms, ...context.pathways]),
    ...inCards(context),
  ];
  known.set(context, claims);
  return claims;
}

/** The words of a claim, with all else of its text made blank, so that places stay the same. */
export const wordsOfClaim = ({ text, from, to }: Pick<CitedClaim, 'text' | 'from' | 'to'>): string =>
  `${' '.repeat(from)}${text.slice(from, to).replace(/\[[^[\]]*@[^[\]]*\]/gu, (group) => ' '.repeat(group.length))}`;
