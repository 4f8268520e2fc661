/** What the results on a question come to, one line for each of its outcomes: never a sum over outcomes, and what is not randomised apart. */
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { capitalise, formatCount, formatList } from '../../words/phrase.ts';
import type { PlacedFinding, VerdictLine } from '../evidence-graph.ts';
import { toEffectGroups, type EffectQuestion } from './rows.ts';
import { effectVerdict, type EffectLine } from './verdict.ts';
import type { EffectDirection } from './words.ts';

const directionWords: Readonly<Partial<Record<EffectDirection, string>>> = {
  fewer: 'fewer',
  more: 'more',
  lower: 'lower',
  higher: 'higher',
  'little-or-none': 'little or no difference',
  'not-settled': 'not settled',
  mixed: 'mixed',
};

/**
 * E.g. `not settled`, `fewer in each of 2 comparisons`, and where not all intervals lie on one side, or some comparisons have none,
 * `not settled (fewer in 5 of 11 comparisons)`; empty where none has an interval that says which way.
 */
function directionsIn(lines: readonly EffectLine[]): string {
  const counts = Map.groupBy(
    lines.filter(({ direction }) => directionWords[direction]),
    ({ direction }) => directionWords[direction] ?? '',
  );
  const [first] = counts.keys();
  if (first === undefined) return '';
  const all = formatCount(lines.length, 'comparison');
  const bare = lines.length - [...counts.values()].reduce((sum, own) => sum + own.length, 0);
  if (counts.size === 1 && !bare) return lines.length === 1 ? first : `${first} in each of ${all}`;
  const told = [...counts].filter(([word]) => word !== 'not settled').map(([word, own]) => `${word} in ${own.length}`);
  const without = bare ? `, without an interval in ${bare}` : '';
  return told.length
    ? `not settled (${formatList(told)} of ${all}${without})`
    : `not settled in ${lines.length - bare} of ${all}${without}`;
}

/** One outcome: what randomised and pooled rows say, then the others. */
function toLine(label: string, lines: readonly EffectLine[]): VerdictLine {
  const decisive = lines.filter(({ rows }) => rows.some(({ basis }) => basis !== 'non-randomised'));
  const others = lines.filter((line) => !decisive.includes(line));
  const [word, beside] = [directionsIn(decisive), directionsIn(others)];
  const says = others.length ? `not randomised: ${beside || 'no interval that says which way'}` : '';
  const none = decisive.length ? 'Reported without an interval' : 'No randomised result';
  return { name: '', label, word: word ? capitalise(word) : none, says, advice: {} };
}

/**
 * The lines of a question on what happens, in the order of its outcomes, e.g. `Major bleeding`: `Not settled`, `not randomised: more in
 * each of 3 comparisons`. Where nothing is compared, one line that says how many studies report. Throws nothing.
 */
export function outcomeLines(placed: readonly PlacedFinding[], question: EffectQuestion, vocabulary: Vocabulary): VerdictLine[] {
  const lines = effectVerdict(toEffectGroups(placed, question, vocabulary), vocabulary).filter(
    ({ rows, together }) => rows.length && !together,
  );
  const named = lines.filter(({ outcome }) => vocabulary.outcomes[outcome]?.kind !== 'other');
  const outcomes = question.outcomes.length ? question.outcomes : [...new Set(named.map(({ outcome }) => outcome))];
  const own = outcomes.flatMap((outcome) => {
    const about = named.filter((line) => line.outcome === outcome);
    return about.length ? [toLine(labelOf(vocabulary.outcomes, outcome), about)] : [];
  });
  // What the list of outcomes has no word for goes by its own, where randomised or pooled rows say which way.
  const beside = lines.filter(
    ({ rows, ...line }) => !named.some((one) => one.outcome === line.outcome) && rows[0]?.basis !== 'non-randomised',
  );
  const telling = beside.filter(({ direction }) => directionWords[direction] && direction !== 'not-settled');
  own.push(...[...Map.groupBy(telling, ({ label }) => label)].map(([label, about]) => toLine(label, about)));
  if (own.length) return own;
  const studies = new Set(placed.filter(({ counts }) => counts).flatMap((one) => one.studies)).size;
  const says = `${formatCount(studies, 'study reports', 'studies report')} it; ${lines.length ? 'each number stands by itself' : 'no comparison is coded here'}`;
  return studies ? [{ name: '', label: '', says, advice: {} }] : [];
}
