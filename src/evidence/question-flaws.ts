/** Flaws of questions: who answers them, and who paid for the answer. Pure. */
import type { SourceEntry } from '../library/library.ts';
import type { EditorialInput, Flawed } from './desk.ts';
import type { PlacedFinding } from './evidence-graph.ts';
import { formatCount } from '../words/phrase.ts';

const questionsWhere = ({ graph }: EditorialInput, says: (placed: readonly PlacedFinding[]) => string | undefined): Flawed[] =>
  [...graph.findings].flatMap(([id, placed]) => {
    const said = says(placed);
    return said === undefined ? [] : [{ collection: 'question', id, says: said }];
  });

const sourcesOf = (placed: readonly PlacedFinding[]): SourceEntry[] => [...new Set(placed.map(({ source }) => source))];

/** Questions to which only summaries of summaries, news and makers speak. */
export const tertiaryOnly = (desk: EditorialInput): Flawed[] =>
  questionsWhere(desk, (placed) =>
    placed.length && placed.every(({ tier }) => tier === 'tertiary' || tier === 'none')
      ? `${formatCount(sourcesOf(placed).length, 'source')} address${sourcesOf(placed).length === 1 ? 'es' : ''} it, and none studies patients or appraises who did.`
      : undefined,
  );

/** Questions whose verdict rests on what industry paid for. */
export const interestOnly = (desk: EditorialInput): Flawed[] =>
  questionsWhere(desk, (placed) => {
    const counting = sourcesOf(placed.filter(({ counts }) => counts));
    return counting.length && counting.every(({ interests }) => interests?.funding === 'industry')
      ? `Industry paid for ${counting.length === 1 ? 'the one source that counts' : `all ${counting.length} sources that count`}.`
      : undefined;
  });
