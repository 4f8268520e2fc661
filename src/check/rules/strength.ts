/** Strength in prose: that a sentence advises no more, and nothing else, than the source that it cites. */
import { directions, isAdvice, strengths } from '../../schema/recommendation.ts';
import { sourceKinds } from '../../schema/kinds.ts';
import type { LintContext } from '../lint-context.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { digestFigures, type FindingData } from '../reading/digest-figures.ts';
import { featuresBy, type ToFeatures } from '../reading/likeness.ts';
import { meantBy, ofStatement, patterns, whole, type CitedSource, type MeantAdvice } from '../reading/meant-advice.ts';
import { gradeWords, takenBack, type StrengthWord } from '../reading/strength-words.ts';
import type { Rule } from '../rule.ts';

const FIX = 'Use the word that the source uses, or one that is weaker; what another source says more strongly is cited from there.';

const TAKEN_BACK = new RegExp(String.raw`(?<!\p{L})${takenBack}(?:\s[\p{L}-]+){0,2}\s$`, 'iu');
const AGAINST = /^\s+against(?!\p{L})/iu;
/** Before a word that is asked about and not said: `how long a stent should be`. */
const ASKED = /(?<!\p{L})(?:how|what|which|whether|who|whom|when|where|why)(?:\s[\p{L}-]+){0,6}\s$/iu;
const WEAK = /(?<!\p{L})(?:weak|weakly|conditional|conditionally)(?!\p{L})/iu;
const STRONG = /(?<!\p{L})strong(?:ly)?(?!\p{L})/iu;
const QUOTED = /[“"][^”"]*$/u;

const shown = ({ direction, strength, locator }: FindingData): string =>
  `${directions[direction ?? 'none-made'].label.toLowerCase()}${strength ? `, ${strengths[strength].label.toLowerCase()}` : ''}${locator ? ` (${locator})` : ''}`;

const advice = (findings: readonly FindingData[]): FindingData[] => findings.filter(({ direction }) => direction !== undefined);

function isCarried({ force }: StrengthWord, { advises }: CitedSource, { findings }: MeantAdvice): boolean {
  const own = advice(findings);
  switch (force) {
    case 'recommends':
      return own.some(({ strength }) => strength === 'strong');
    case 'obliges':
      return own.some(({ strength, direction }) => strength === 'strong' || direction === 'research-only');
    case 'suggests':
      return !advises || own.some(({ direction }) => isAdvice(direction)) || findings.some(({ grade }) => grade);
    case 'lets':
      return !advises || !own.length || own.some(({ direction }) => direction === 'permits' || direction === 'for');
    case 'proves':
      return false;
  }
}

/** A word that advises strongly needs the advice itself to be so; a weaker one may stand beside it. */
const wordsFor = ({ force }: StrengthWord, { words, allWords }: MeantAdvice): readonly string[] =>
  force === 'recommends' || force === 'obliges' ? words : allWords;

/** Whether a digest says such a word and does not take it back: “weaker than offer” offers nothing. */
const holds = (words: string, carried: RegExp): boolean =>
  Array.from(words.matchAll(carried)).some(({ index }) => !TAKEN_BACK.test(words.slice(0, index)));

/** Whether all that is meant points the other way. */
function isOpposed({ force }: StrengthWord, after: string, { around }: MeantAdvice): boolean {
  const own = advice(around);
  return (
    own.length > 0 &&
    force !== 'proves' &&
    AGAINST.test(after) &&
    own.every(({ direction }) => direction === 'for' || direction === 'permits')
  );
}

export function* strengthFaults(claim: CitedClaim, source: CitedSource, toFeatures: ToFeatures): Iterable<{ at: number; message: string }> {
  const text = wordsOfClaim(claim);
  const [id = ''] = claim.sources;
  for (const row of patterns)
    for (const { 0: word, index: at } of text.matchAll(row.said)) {
      const before = text.slice(0, at);
      if (TAKEN_BACK.test(before) || QUOTED.test(before) || (row.force === 'obliges' && ASKED.test(before))) continue;
      const meant = meantBy(claim, at, source, toFeatures);
      if (row.force === 'recommends' && WEAK.test(text) && !STRONG.test(text)) {
        yield { at, message: `The word “${word}” stands beside a grade that is weak or conditional.` };
        continue;
      }
      const said = advice(meant.findings).slice(0, 2).map(shown).join('; ') || 'no advice at all';
      if (isOpposed(row, text.slice(at + word.length), meant))
        yield { at, message: `The word “${word}” points the other way than \`${id}\`, which has: ${said}.` };
      else if (!isCarried(row, source, meant) && !wordsFor(row, meant).some((words) => holds(words, row.carried)))
        yield { at, message: `The word “${word}” is stronger than \`${id}\`, which has there: ${said}.` };
    }
  if (source.advises)
    for (const { 0: said, index: at } of text.matchAll(AT_ODDS))
      yield { at, message: `The words “${said}” are at odds: what is only suggested or preferred is not strong.` };
  yield* certaintyFaults(claim, text, source);
  yield* gradeFaults(claim, text, source, toFeatures);
}

const AT_ODDS = /(?<!\p{L})(?:strong(?:ly)? (?:suggest\p{L}*|preference)|(?:recommend\p{L}*|insist\p{L}*) weakly)(?!\p{L})/giu;
const GRADE = /\(([^()]*)\)|(?<=(?:suggest|recommend|advis)\p{L}*(?: against| for)?,)( [^;.()]*)/gu;
const GRADE_WORD = whole(Object.keys(gradeWords).join('|'), 'giu');
const CERTAINTY = /(?<!\p{L})(very low|low|moderate|high)(?=\s?(?:certainty|[,;)]|$))/giu;
const CLASS = /(?<![\p{L}])(?:Class )?(I{1,3}[ab]?),? (?:level )?([ABC])(?!\p{L})/gu;

/** Grades in brackets, as in `(6, weak, moderate certainty)`: by the number of the statement where there is one. */
const CERTAIN = /(?<!\p{L})(very low|low|moderate|high)(?:-| )certainty(?!\p{L})/giu;

/** Certainty in words: that the digest gives this level to something. */
function* certaintyFaults({ sources }: CitedClaim, text: string, { digest }: CitedSource): Iterable<{ at: number; message: string }> {
  for (const { 0: said, 1: level = '', index: at } of text.matchAll(CERTAIN)) {
    const word = whole(level.toLowerCase() === 'low' ? '(?<!very )low' : level, 'iu');
    if (!digest.units.some((unit) => /certain/i.test(unit.text) && word.test(unit.text)))
      yield { at, message: `The grade “${said}” does not stand in the digest of \`${sources[0] ?? ''}\`.` };
  }
}

function* gradeFaults(
  claim: CitedClaim,
  text: string,
  source: CitedSource,
  toFeatures: ToFeatures,
): Iterable<{ at: number; message: string }> {
  if (!source.advises) return;
  const [id = ''] = claim.sources;
  for (const { 1: bracketed, 2: behind, index } of text.matchAll(GRADE)) {
    const inside = bracketed ?? behind ?? '';
    const at = index + 1;
    const number = /^(\d{1,2})(?:\s(i{1,3}))?,/u.exec(inside);
    const numbered = number?.[1] ? ofStatement(source.digest, number[1], number[2]) : [];
    const findings = (numbered.length ? numbered : meantBy(claim, index - 1, source, toFeatures).findings).filter(
      ({ grade, strength }) => grade ?? strength,
    );
    if (!findings.length) continue;
    const graded = findings.map(({ grade, certainty }) => `${grade?.value ?? ''} ${grade?.words ?? ''} ${certainty ?? ''}`.toLowerCase());
    const has = findings
      .slice(0, 2)
      .map((one) => `“${one.grade?.value ?? shown(one)}”`)
      .join(' or ');
    for (const { 0: word } of inside.matchAll(GRADE_WORD))
      if (
        !findings.some(({ strength }) => strength === gradeWords[word.toLowerCase()]) &&
        !graded.some((words) => words.includes(word.toLowerCase()))
      )
        yield { at, message: `The grade “${word}” is not the strength of this in \`${id}\`, which has ${has}.` };
    if (GRADE_WORD.test(inside) || /certainty/.test(inside))
      for (const { 1: level = '' } of inside.matchAll(CERTAINTY))
        if (!graded.some((words) => whole(level.toLowerCase(), 'u').test(words.replace(level === 'low' ? /very low/g : /$^/, ''))))
          yield { at, message: `The grade “${level}” is not the certainty of this in \`${id}\`, which has ${has}.` };
    for (const { 0: said, 1: rank = '', 2: level = '' } of inside.matchAll(CLASS))
      if (
        !findings.some(
          ({ grade }) =>
            new RegExp(String.raw`\b${rank}\b`).test(grade?.value ?? '') && new RegExp(String.raw`\b${level}\b`).test(grade?.value ?? ''),
        )
      )
        yield { at, message: `The grade “${said}” is not the grade of this in \`${id}\`, which has ${has}.` };
    GRADE_WORD.lastIndex = 0;
  }
}

export function sourceFor({ sourceOf, content }: LintContext, id: string): CitedSource | undefined {
  const entry = sourceOf.get(id);
  const kind = entry?.data.kind;
  return entry && kind
    ? { digest: digestFigures(entry, content.library.vocabulary), advises: sourceKinds[kind].carries === 'recommendation' }
    : undefined;
}

/** What is wrong in a claim by every source that it is laid to. */
export function claimFaults(claim: CitedClaim, context: LintContext, toFeatures: ToFeatures): { at: number; message: string }[] {
  const [first, ...others] = claim.sources.flatMap((id) => {
    const source = sourceFor(context, id);
    return source ? [[...strengthFaults({ ...claim, sources: [id] }, source, toFeatures)]] : [];
  });
  return (first ?? []).filter(({ at }) => others.every((faults) => faults.some((one) => one.at === at)));
}

export const strengthNotCarried: Rule = {
  name: 'strength-not-carried',
  level: 'error',
  says: 'A sentence advises no more strongly, and in no other direction, than the source that it cites.',
  why: 'A suggestion that is told as a recommendation is followed as one.',
  *find(context) {
    const toFeatures = featuresBy(context);
    for (const claim of claimsOf(context)) {
      if (claim.sentence.kind === 'heading') continue;
      for (const { at, message } of claimFaults(claim, context, toFeatures)) yield { ...claim.where(at), message, fix: FIX };
    }
  },
};
