/** Which advice of a source a stretch of our words is about: findings by likeness, or by the number of their statement. */
import type { CitedClaim } from './claims.ts';
import { wordsOfClaim } from './claims.ts';
import type { DigestFigures, FindingData } from './digest-figures.ts';
import { likeness, windowsAt, type ToFeatures } from './likeness.ts';
import { strengthWords } from './strength-words.ts';

/** Whole words of a list, as a pattern. */
export const whole = (words: string, flags = 'giu'): RegExp => new RegExp(String.raw`(?<![\p{L}-])(?:${words})(?![\p{L}-])`, flags);
/** The words of strength, each as it is looked for. */
export const patterns = strengthWords.map((row) => ({ ...row, said: whole(row.words), carried: whole(row.carriedBy) }));
/** A finding counts as meant where it is at least so like the words as the likest. */
const NEAR = 0.7;
const AROUND = 0.5;
/** Advice that is less like the words than so much of the likest finding is not what they are about. */
const FAR_OFF = 0.5;
const NEAR_UNIT = 0.5;

export interface MeantAdvice {
  readonly findings: readonly FindingData[];
  /** Those that might be meant. */
  readonly around: readonly FindingData[];
  /** What they say; where nothing is advised, what the digest says in the places most like ours. */
  readonly words: readonly string[];
  /** Both of it. */
  readonly allWords: readonly string[];
}

/** A source with its digest, and whether its kind gives recommendations. */
export interface CitedSource {
  readonly digest: DigestFigures;
  readonly advises: boolean;
}

/** So like a finding has words to be before a narrow stretch of them is told by it. */
const TELLING = 4;
/** A finding on the question of the page is meant sooner than another, and much sooner where the words at hand alone fit it as well. */
const [ON_QUESTION, FITTING, AS_WELL] = [1.25, 2.5, 0.6];

const withoutStrength = (text: string): string =>
  patterns.reduce((rest, { said }) => rest.replace(said, (word) => ' '.repeat(word.length)), text);

/** What a finding says, without the name of its place: `Recommendation 2` recommends nothing. */
const saidBy = ({ says, grade, conditions = [] }: FindingData): string =>
  [says, grade?.value, grade?.words, ...conditions].filter(Boolean).join(' · ');

/** The findings that the words around a place are most likely about, with what the digest says there. */
export function meantBy(claim: CitedClaim, at: number, { digest }: CitedSource, toFeatures: ToFeatures): MeantAdvice {
  // The words of strength themselves would find the findings of that strength.
  const text = withoutStrength(wordsOfClaim(claim));
  const far = withoutStrength(`${claim.sentence.before} ${claim.sentence.text.slice(claim.sentence.from, claim.sentence.to)}`);
  const [narrow, wide] = windowsAt(text, at).map(([from, to]) => {
    const like = likeness(digest, toFeatures, text.slice(from, to), far);
    const near = likeness(digest, toFeatures, text.slice(from, to), '');
    const advising = digest.units.flatMap(({ finding }, index) => ((finding?.direction ?? finding?.grade) ? [{ finding, index }] : []));
    const isOn = ({ question }: FindingData): boolean => question === claim.question;
    const nearest = (on: boolean): number =>
      Math.max(0, ...advising.filter(({ finding }) => isOn(finding) === on).map(({ index }) => near[index] ?? 0));
    const boost = nearest(true) >= AS_WELL * nearest(false) ? FITTING : ON_QUESTION;
    const findings = advising.map(({ finding, index }) => ({
      finding,
      words: saidBy(finding),
      like: (like[index] ?? 0) * (isOn(finding) ? boost : 1),
    }));
    const best = Math.max(0, ...digest.units.map(({ finding }, index) => (finding ? (like[index] ?? 0) : 0)));
    return { like, findings: findings.filter((one) => one.like >= FAR_OFF * best), top: Math.max(0, ...findings.map((one) => one.like)) };
  });
  const seen = narrow && narrow.top >= TELLING ? narrow : wide;
  if (!seen) return { findings: [], around: [], words: [], allWords: [] };
  const numbered = numberedBy(digest, text, at);
  const near = numbered.length
    ? numbered.map((finding) => ({ finding, words: saidBy(finding) }))
    : seen.findings.filter((one) => one.like >= NEAR * seen.top);
  const best = Math.max(0, ...seen.like);
  const advised = near.filter(({ finding }) => finding.direction);
  const own = (advised.length ? advised : near).map(({ words }) => words);
  const others = digest.units.flatMap((unit, index) =>
    (seen.like[index] ?? 0) >= NEAR_UNIT * best ? [unit.finding ? saidBy(unit.finding) : unit.text] : [],
  );
  return {
    findings: near.map(({ finding }) => finding),
    around: seen.findings.filter((one) => one.like >= AROUND * seen.top).map(({ finding }) => finding),
    // Where advice is meant it decides; elsewhere the words of the digest do.
    words: advised.length ? own : [...own, ...others],
    allWords: [...own, ...others],
  };
}

/** Findings by the number of their statement, where one stands in brackets after the place: `recommends a filter (13, strong)`. */
function numberedBy(digest: DigestFigures, text: string, at: number): FindingData[] {
  const [, number, part] = /^[^;()]*\((\d{1,2})(?:\s(i{1,3}))?,/u.exec(text.slice(at)) ?? [];
  return number ? ofStatement(digest, number, part) : [];
}

/** Findings of one statement, e.g. of `Statement 2 (i)`. */
export const ofStatement = ({ units }: DigestFigures, number: string, part: string | undefined): FindingData[] =>
  units.flatMap(({ finding }) =>
    finding && new RegExp(String.raw`(?<!\d)${number}(?!\d)${part ? String.raw` \(${part}\)` : ''}`).test(finding.locator ?? '')
      ? [finding]
      : [],
  );
