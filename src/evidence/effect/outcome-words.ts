/** What the results on a question come to, one line for each outcome: never a sum over outcomes, and what is not randomised apart. */
import { kindRow } from '../../schema/kinds.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { capitalise, formatCount, formatList } from '../../words/phrase.ts';
import type { PlacedFinding, VerdictLine } from '../evidence-graph.ts';
import { isPooling, isRestated } from './estimates.ts';
import { toEffectGroups, type EffectQuestion, type EffectRow } from './rows.ts';
import { oneOf } from './several.ts';
import { countedRows, effectVerdict, type EffectLine } from './verdict.ts';
import { directionOf, type EffectDirection, type OutcomeFacts } from './words.ts';

const directionWords: Readonly<Partial<Record<EffectDirection, string>>> = {
  fewer: 'fewer',
  more: 'more',
  lower: 'lower',
  higher: 'higher',
  'little-or-none': 'little or no difference',
  'not-settled': 'not settled',
  mixed: 'mixed',
};

/** Who speaks once on an outcome, in the order in which they are said. */
const nouns = { study: ['study', 'studies'], review: ['review', 'reviews'], guideline: ['guideline', 'guidelines'] } as const;
interface Voice {
  readonly noun: keyof typeof nouns;
  /** Undefined where no interval says which way. */
  readonly word: string | undefined;
}

const nounOf = ({ source, result }: EffectRow): Voice['noun'] =>
  !isPooling(source) || isRestated(source, result) ? 'study' : kindRow(source.kind).carries === 'recommendation' ? 'guideline' : 'review';

/** Each study, review and guideline once, whatever it reports of strata, times and definitions; a study told again not beside itself. */
function voicesIn(rows: readonly EffectRow[], facts: OutcomeFacts): Voice[] {
  const studies = new Set(rows.filter(({ source }) => !isPooling(source)).flatMap((row) => row.studies));
  const isTold = ({ source, result }: EffectRow): boolean =>
    isRestated(source, result) && (source.includes?.studies ?? []).some((one) => one.source !== undefined && studies.has(one.source));
  const keyOf = ({ id, source, result, studies: own }: EffectRow): string =>
    isPooling(source) ? (isRestated(source, result) ? id : source.id) : own.join(' ');
  const voices = Map.groupBy(
    rows.filter((row) => !isTold(row)),
    keyOf,
  );
  return [...voices.values()].flatMap((own) => {
    const telling = own.filter(({ estimates }) => directionOf(estimates, facts) !== 'reports');
    const first = telling.filter(({ source, studies: names }) => names.includes(source.id));
    const direction = oneOf((first.length ? first : telling).map(({ estimates }) => directionOf(estimates, facts)));
    return own[0] ? [{ noun: nounOf(own[0]), word: directionWords[direction] }] : [];
  });
}

/** Some voices out of all, e.g. `2 of 4 studies and 1 guideline`. */
function shareOf(some: readonly Voice[], all: readonly Voice[]): string {
  const told = (Object.keys(nouns) as Voice['noun'][]).flatMap((noun) => {
    const [part, whole] = [some, all].map((voices) => voices.filter((one) => one.noun === noun).length) as [number, number];
    if (!part) return [];
    const [one, many] = nouns[noun];
    const total = formatCount(whole, one, many);
    return whole === 1 ? total : part === whole ? `each of ${total}` : `${part} of ${total}`;
  });
  return formatList(told);
}

/**
 * E.g. `not settled`, `fewer in 1 study`, `fewer in each of 2 studies`, and where not all say the same, or some have no interval,
 * `not settled (fewer in 2 of 4 studies and 1 guideline)`; empty where none has an interval that says which way.
 */
function wordsOf(voices: readonly Voice[]): string {
  const saying = voices.filter(({ word }) => word);
  const bare = voices.filter(({ word }) => !word);
  const [first, ...more] = new Set(saying.map(({ word }) => word));
  if (!first) return '';
  const all = shareOf(saying, voices);
  if (!more.length && !bare.length) return voices.length === 1 && first === 'not settled' ? first : `${first} in ${all}`;
  const told = [first, ...more]
    .filter((word) => word !== 'not settled')
    .map(
      (word) =>
        `${word} in ${shareOf(
          saying.filter((one) => one.word === word),
          voices,
        )}`,
    );
  const alike = voices.every(({ noun }) => noun === voices[0]?.noun);
  const without = bare.length ? `, without an interval in ${alike ? bare.length : shareOf(bare, voices)}` : '';
  return told.length ? `not settled (${formatList(told)}${without})` : `not settled in ${all}${without}`;
}

/** One outcome: what randomised and pooled rows say, then the others. */
function toLine(label: string, lines: readonly EffectLine[], facts: OutcomeFacts): VerdictLine {
  const rows = lines.flatMap((line) => [...countedRows(line.rows), ...line.apart]);
  const [decisive, others] = [
    rows.filter(({ basis }) => basis !== 'non-randomised'),
    rows.filter(({ basis }) => basis === 'non-randomised'),
  ];
  const [word, beside] = [wordsOf(voicesIn(decisive, facts)), wordsOf(voicesIn(others, facts))];
  const says = others.length ? `not randomised: ${beside || 'no interval that says which way'}` : '';
  const none = decisive.length ? 'Reported without an interval' : 'No randomised result';
  return { name: '', label, word: word ? capitalise(word) : none, says, advice: {} };
}

const isTelling = ({ direction }: EffectLine): boolean => directionWords[direction] !== undefined && direction !== 'not-settled';

/**
 * The lines of a question on what happens, those of its outcomes first, e.g. `Major bleeding`: `Not settled`, `not randomised: more in
 * each of 3 studies`. Where nothing is compared, one line that says how many studies report. Throws nothing.
 */
export function outcomeLines(placed: readonly PlacedFinding[], question: EffectQuestion, vocabulary: Vocabulary): VerdictLine[] {
  const lines = effectVerdict(toEffectGroups(placed, question, vocabulary), vocabulary).filter(
    ({ rows, together }) => rows.length && !together,
  );
  const { outcomes } = vocabulary;
  const isNamed = ({ outcome }: EffectLine): boolean => outcomes[outcome]?.kind !== 'other';
  const isRandomised = ({ rows }: EffectLine): boolean => rows.some(({ basis }) => basis !== 'non-randomised');
  const isAsked = ({ outcome }: EffectLine): boolean => !question.outcomes.length || question.outcomes.includes(outcome);
  // Harms stand beside what is asked about. What no list has a word for goes by its own, where randomised or pooled rows say which way.
  const shown = lines
    .filter((line) => (isNamed(line) ? isAsked(line) || isRandomised(line) || isTelling(line) : isRandomised(line) && isTelling(line)))
    .toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const own = [...Map.groupBy(shown, (line) => (isNamed(line) ? line.outcome : line.label)).values()].flatMap((about) => {
    const [first, ...more] = about;
    if (!first) return [];
    // What stands beside goes by the words of its sources, where they have one wording, e.g. `Death, none put down to the treatment`.
    const isOne = !isNamed(first) || (!isAsked(first) && more.every(({ label }) => label === first.label));
    return [toLine(isOne ? first.label : labelOf(outcomes, first.outcome), about, outcomes[first.outcome] ?? {})];
  });
  if (own.length) return own;
  const studies = new Set(placed.filter(({ counts }) => counts).flatMap((one) => one.studies)).size;
  const says = `${formatCount(studies, 'study reports', 'studies report')} it; ${lines.length ? 'each number stands by itself' : 'no comparison is coded here'}`;
  return studies ? [{ name: '', label: '', says, advice: {} }] : [];
}
