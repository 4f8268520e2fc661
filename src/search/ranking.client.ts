/** Puts pages in order: by what they have of what was asked, and by what they are called. Pure but for the engine that it asks. */
import type { PageKind } from '../schema/collections.ts';
import type { NameMatch, Names } from './names.client.ts';
import type { QueryReading, Unit } from './reading.client.ts';

/** The part of Pagefind's interface that ranking needs. */
export interface Engine {
  readonly search: (words: string) => Promise<{ readonly results: readonly EngineResult[] }>;
}

export interface EngineResult {
  readonly id: string;
  readonly score: number;
}

export interface Ranking {
  /** Pages by their number in the index, the best first. */
  readonly ids: readonly string[];
  /** True when no page has all that was asked, so those that have most of it stand here. */
  readonly partly: boolean;
  /** Figures, identifiers and phrases that no page has. */
  readonly lacking: readonly string[];
}

/** How much the name of a page counts beside its text; what a page has under another name counts a little less. */
const nameWeight = 0.9;
const otherWording = 0.8;
/** Below this share of what was asked, a page is no answer; up to so many full answers, partial ones are shown too. */
const leastShare = 0.45;
const few = 3;
const almost = 0.999;
/** From this share of its name on, a page may have less of what was asked. */
const leastPart = 0.4;
/**
 * Question and topic pages are written to answer; the rest is what they rest on. In the order in which pages come whose name is
 * exactly what was asked: those that explain first.
 */
const kindWeight: Readonly<Record<PageKind, number>> = {
  Topic: 1.1,
  Term: 1,
  Question: 1.12,
  Source: 1,
  Pathway: 0.95,
  Figure: 0.9,
  About: 0.75,
};
const kindOrder = Object.keys(kindWeight);
/** What asks for more than one thing and is no name of a page is a question: a definition does not answer it. */
const termWeight = 0.75;
/** Who types a patient asks what is advised, which a page on many sources answers and the record of one does not. */
const sourceOfPatient = 0.8;

type Scores = ReadonlyMap<string, number>;

interface Tally {
  score: number;
  share: number;
}

/** The pages for what was read, the best first. */
export async function toRanking(engine: Engine, names: Names, { words, units, spellings, situation }: QueryReading): Promise<Ranking> {
  const scores = await scoreWords(engine, spellings);
  const tallies = tally(units, scores);
  const other = units.map(({ wordings }) => wordings.at(-1)?.join(' ')).join(' ');
  const matches = names.match(words, other);
  const best = Math.max(1e-9, ...[...tallies.values()].map(({ score }) => score));
  const all = new Set([...tallies.keys(), ...[...matches].filter(([, { exact }]) => exact > 0).map(([id]) => id)]);
  const bound = units.filter((unit) => unit.bound).map(({ wordings: [[word = ''] = []] }) => ({ word, pages: scores.get(word) }));
  const isNamed = [...matches.values()].some(({ exact }) => exact > 0);
  const rows = [...all]
    .filter((id) => bound.every(({ pages }) => pages?.has(id)))
    .map((id) => {
      const { score, share } = tallies.get(id) ?? { score: 0, share: 0 };
      const match = matches.get(id);
      const page = (match?.page ?? 'Source') as PageKind;
      const isDefinition = page === 'Term' && (units.length > 1 || situation !== undefined) && !isNamed;
      const ofPatient = situation && (names.pageOf(id) ?? 'Source') === 'Source' ? sourceOfPatient : 1;
      const weight = isDefinition ? termWeight : (kindWeight[page] ?? 1) * ofPatient;
      return { id, share, match, score: weight * (score / best + nameWeight * (match?.part ?? 0)) };
    });
  const full = rows.filter(({ share, match }) => share > almost || (match?.exact ?? 0) > 0);
  const least = full.length >= few ? almost : leastShare;
  const kept = rows.filter(
    ({ share, match }) => share >= least || (match?.exact ?? 0) > 0 || (share >= leastShare && (match?.part ?? 0) >= leastPart),
  );
  kept.sort((a, b) => tier(b.match) - tier(a.match) || b.score - a.score || (a.id < b.id ? -1 : 1));
  const lacking = bound.filter(({ pages }) => !pages?.size).map(({ word }) => word.replaceAll('"', ''));
  return { ids: kept.map(({ id }) => id), partly: full.length === 0 && kept.length > 0, lacking };
}

/** Pages of that very name first, by title before other names, then by kind. */
const tier = (match: NameMatch | undefined): number =>
  match === undefined || match.exact === 0 ? 0 : match.exact * 10 + kindOrder.length - kindOrder.indexOf(match.page);

async function scoreWords(engine: Engine, spellings: QueryReading['spellings']): Promise<ReadonlyMap<string, Scores>> {
  return new Map(await Promise.all([...spellings].map(async ([word, all]) => [word, await scoreWord(engine, all)] as const)));
}

async function scoreWord(engine: Engine, spellings: readonly string[]): Promise<Scores> {
  const scores = new Map<string, number>();
  const answers = await Promise.all(spellings.map((spelling) => engine.search(spelling)));
  for (const { results } of answers) for (const { id, score } of results) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  return scores;
}

/**
 * For each page the sum over what was asked, and the share of it that the page has; a rare word is a greater share. What a page must
 * have counts as much as all the rest, so that the page that is called so leads and none is left out for lack of another word.
 */
function tally(units: readonly Unit[], scores: ReadonlyMap<string, Scores>): Map<string, Tally> {
  const pages = new Map<string, Tally>();
  const own = units.map(({ wordings: [words = []] }) =>
    words.reduce((sum, word) => sum + Math.max(0.5, ...(scores.get(word)?.values() ?? [])), 0),
  );
  const sumOf = (bound: boolean): number => own.reduce((sum, weight, at) => sum + ((units[at]?.bound ?? false) === bound ? weight : 0), 0);
  const raised = Math.max(1, sumOf(false) / Math.max(1e-9, sumOf(true)));
  const factors = units.map(({ bound }) => (bound ? raised : 1));
  const whole = sumOf(false) + raised * sumOf(true);
  units.forEach(({ wordings }, place) => {
    for (const id of new Set(wordings.flat().flatMap((word) => [...(scores.get(word)?.keys() ?? [])]))) {
      const { score, share } = bestWording(id, wordings, scores);
      const page = pages.get(id) ?? { score: 0, share: 0 };
      page.score += score * (factors[place] ?? 1);
      page.share += (share * (own[place] ?? 0) * (factors[place] ?? 1)) / whole;
      pages.set(id, page);
    }
  });
  for (const page of pages.values()) page.score *= page.share ** 1.5;
  return pages;
}

function bestWording(id: string, wordings: readonly (readonly string[])[], scores: ReadonlyMap<string, Scores>): Tally {
  let best: Tally = { score: 0, share: 0 };
  wordings.forEach((words, place) => {
    const had = words.filter((word) => scores.get(word)?.has(id));
    const share = had.length / words.length;
    // Another name counts only whole: a word of it alone may mean anything.
    if (place > 0 && share < 1) return;
    const sum = had.reduce((total, word) => total + (scores.get(word)?.get(id) ?? 0), 0);
    const score = (place > 0 ? otherWording : 1) * share * sum;
    if (share > best.share || (share === best.share && score > best.score)) best = { score, share };
  });
  return best;
}
