/** Says how far an article is about our subject, from our words and the names of our terms in it, and why. Decides nothing about drafts. */
import type { Library } from '../library/library.ts';
import { term } from '../schema/term.ts';
import { Hearing, isSilent, type Sides, toNameIndex, toPieces, type NamePiece } from './subject.ts';

interface Relevance {
  /** 0 for no sign of the subject; `DVT` once in a title, and nothing else, is 2. */
  readonly score: number;
  readonly onTopic: boolean;
  /** e.g. `relevance 1.4, below 2.0: thrombectomy ×3, clots; nothing on veins`. */
  readonly because: string;
}

/** A title, and all the text there is. */
interface Judged {
  readonly title: string;
  readonly text: string;
}
export type Judge = (article: Judged) => Relevance;

/**
 * Where an article begins to be ours. Measured: our own digests on clot score 2.6 and more, invented articles on strokes, hearts,
 * varicose veins and football 1.6 and less. A title alone has less room, and half of it is enough. relevance.test.ts pins both.
 */
export const THRESHOLD = { article: 2, title: 1 } as const;
const IN_TITLE = 3;
const MOST_NAMED = 6;

interface Tally {
  readonly spelling: string;
  readonly sides: Sides;
  body: number;
  title: number;
}

/** Each further mention says less than the one before; one in the title says as much as three. */
const gain = ({ body, title }: Tally): number => Math.log2(1 + body + IN_TITLE * title);
const weight = (tally: Tally): number => tally.sides.reduce((sum, loudness) => sum + loudness, 0) * gain(tally);

function shown({ spelling, body, title }: Tally): string {
  const times = body + title > 1 ? ` ×${body + title}` : '';
  return `${spelling}${times}${title > 0 ? ' (title)' : ''}`;
}

function explain(tallies: readonly Tally[], score: number, threshold: number, lacking: string | undefined): string {
  const named = tallies
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_NAMED)
    .map(shown);
  const side = score >= threshold ? 'at least' : 'below';
  const rounded = (Math.floor(score * 10) / 10).toFixed(1);
  return `relevance ${rounded}, ${side} ${threshold.toFixed(1)}: ${named.join(', ') || 'none of our words'}${named.length > 0 && lacking ? `; nothing on ${lacking}` : ''}`;
}

/**
 * A judge that knows a site, e.g. `toJudge(library)({ title: 'Clot removal for DVT', text: '' })` is on topic.
 * The score is the harmonic mean of what is said on each side of the subject, so that much of the one does not make up for
 * none of the other. Undefined without terms or a subject: then nothing can be judged.
 */
export function toJudge({ terms, vocabulary, site }: Pick<Library, 'terms' | 'vocabulary' | 'site'>): Judge | undefined {
  const { sides: subject } = site.subject;
  if (terms.size === 0 || subject.length === 0) return undefined;
  const specific = Object.entries(vocabulary.interventions).filter(([, one]) => one.specific);
  const named = specific.map(([id, { label, names }]) => term(vocabulary).parse({ id, name: label, synonyms: names, definition: label }));
  const hearing = new Hearing(site.subject, new Set([...specific.flatMap(([, one]) => one.terms), ...named.map(({ id }) => id)]));
  const index = toNameIndex([...terms.values(), ...named]);
  const sidesOf = new Map([...index.values()].flat().map((name) => [name, hearing.ofName(name.name, name.term)]));

  return ({ title, text }) => {
    const tallies = new Map<string, Tally>();
    const count = ({ of, spelling }: NamePiece, where: 'title' | 'body'): void => {
      const sides = (of && sidesOf.get(of)) ?? hearing.ofWord(spelling);
      if (isSilent(sides)) return;
      const key = of?.term.id ?? `“${spelling.toLowerCase()}”`;
      const tally = tallies.get(key) ?? { spelling, sides, body: 0, title: 0 };
      tally[where]++;
      tallies.set(key, tally);
    };
    for (const piece of toPieces(title, index)) count(piece, 'title');
    for (const piece of toPieces(text, index)) count(piece, 'body');

    const all = [...tallies.values()];
    const said = subject.map((_, side) => all.reduce((total, tally) => total + (tally.sides[side] ?? 0) * gain(tally), 0));
    const score = said.includes(0) ? 0 : said.length / said.reduce((sum, each) => sum + 1 / each, 0);
    const threshold = text.trim() ? THRESHOLD.article : THRESHOLD.title;
    const lacking = subject.find((_, side) => said[side] === 0)?.name;
    return { score, onTopic: score >= threshold, because: explain(all, score, threshold, lacking) };
  };
}
