/** What recommendations add up to in one situation: the table of verdicts, with its rule in words. Who counts is settled before. */
import type { Vocabulary } from '../schema/vocabulary.ts';
import { labelOf } from '../schema/word-list.ts';
import { isAdvice } from '../schema/recommendation.ts';
import { reachOf } from './comparability.ts';
import type { AdviceCount, PlacedFinding, AdviceRelation, VerdictLine } from './evidence-graph.ts';
import { sourceName } from './source-name.ts';
import { adviceWords, countAdvice, voiceOf } from './tally.ts';
import { formatCount, formatList, withinSentence } from '../words/phrase.ts';

/** The rule in words, one sentence each. */
export const adviceRule: readonly string[] = [
  'Recommendations are weighed for each situation of a question by itself, by their direction and strength. Strength comes from the source’s own scheme by a printed table; a word that the table does not know is “not stated”.',
  'One organisation is one voice, in however many works: guidance and its leaflet, an edition and its update, of which the newest speaks. “Guidelines” takes in position statements and guidance for the public.',
  'A recommendation counts where it covers the people that the question asks about. Advice on fewer people, or on another intervention, is on another question: it is shown, with the difference named, and not counted.',
  'A question on several methods, such as any removal of clot, is a question on each. Advice on one of them counts for that method, which is named, and is set against other advice only where both speak of one method. Where advice has no method in common, that is said.',
  'No voice: no recommendation found. One voice: one guideline recommends, suggests, suggests against or recommends against it, has it only in research, or, where nobody advises, permits it. It suggests where its recommendation is conditional, and advises where the strength is not stated.',
  'One direction and one strength: guidelines agree. One direction, and strengths that differ or are not stated: they agree in direction, not in strength.',
  'For and against: guidelines differ where no recommendation of the pair is strong, and conflict where one is.',
  'Only in research beside against: guidelines agree against routine use. Only in research beside for: they differ, or conflict where the recommendation for it is strong.',
  'Three directions: the strongest opposed pair gives the word, and the count names the rest. What a regulator or programme permits is named and decides nothing beside advice; who looked and made no recommendation is named.',
];

const ways = ['for', 'against', 'research-only', 'permits'] as const;

interface Statement {
  readonly who: string;
  readonly way: (typeof ways)[number];
  readonly strength: 'strong' | 'conditional' | 'not-stated';
  readonly intervention: string;
  readonly reach: readonly string[];
  readonly kind: PlacedFinding['source']['kind'];
}

const toStatement = (placed: PlacedFinding, vocabulary: Vocabulary): Statement[] => {
  const { direction, strength = 'not-stated', intervention } = placed.finding;
  if (direction === undefined || direction === 'none-made') return [];
  const reach = reachOf(vocabulary, intervention);
  return [{ who: voiceOf(placed), way: direction, strength, intervention, reach, kind: placed.source.kind }];
};

const isOneOf = <T>(values: readonly T[]): boolean => new Set(values).size === 1;

/** From the lightest to the gravest. */
const gravity = ['agree-routine', 'differ', 'conflict'] as const;

/** How two recommendations of different voices on one method are opposed; undefined where they are not. */
function opposition(one: Statement, other: Statement): (typeof gravity)[number] | undefined {
  if (one.who === other.who || one.way === other.way || !one.reach.some((method) => other.reach.includes(method))) return undefined;
  const pair = [one, other];
  if (pair.some(({ way }) => way === 'research-only') && pair.some(({ way }) => way === 'against')) return 'agree-routine';
  return pair.some(({ strength }) => strength === 'strong') ? 'conflict' : 'differ';
}

const verbs = { strong: 'recommend', conditional: 'suggest', 'not-stated': 'advise' } as const;
const nouns: Readonly<Partial<Record<Statement['kind'], string>>> = { 'position-statement': 'position statement' };

/** What statements are about, in words: `it` where they cover all that is asked about. */
type Naming = (statements: readonly Statement[]) => string;

/** What one voice, or all together, say, e.g. `suggests against it`; `s` is the ending of the verb. */
function sayingOf(statements: readonly Statement[], nameOf: Naming, s: '' | 's'): string {
  const sides = ways.map((way) => statements.filter((one) => one.way === way)).filter((side) => side.length > 0);
  const [side = []] = sides;
  if (sides.length > 1) {
    const told = sides.map((own) => sayingOf(own, nameOf, s)).join(' and ');
    return isOneOf(sides.map(nameOf)) ? `${told}, by circumstances` : told;
  }
  const it = nameOf(side);
  if (side[0]?.way === 'research-only') return `allow${s} ${it} only in research`;
  if (side[0]?.way === 'permits') return `permit${s} ${it}`;
  const told = (['strong', 'conditional', 'not-stated'] as const).filter((one) => side.some(({ strength }) => strength === one));
  return `${told.map((one) => `${verbs[one]}${s}`).join(' or ')} ${side[0]?.way === 'against' ? 'against ' : ''}${it}`;
}

const voicesIn = (all: readonly Statement[]): Statement[][] => [...Map.groupBy(all, ({ who }) => who).values()];
const sizeOf = (voice: readonly Statement[]): number => voice.flatMap(({ reach }) => reach).length;

/** What all of these voices speak of: the subject of the one that speaks of least. */
const sharedSubject = (voices: readonly (readonly Statement[])[], nameOf: Naming): string =>
  voices
    .toSorted((one, other) => sizeOf(one) - sizeOf(other))
    .map(nameOf)
    .find((name) => name !== 'it') ?? 'it';

/** How many voices speak of all methods where they have only one in common, e.g. `; 1 speaks of all methods`. */
function wholeVoices(all: readonly Statement[], nameOf: Naming): string {
  const whole = voicesIn(all).filter((voice) => nameOf(voice) === 'it').length;
  return whole && sharedSubject(voicesIn(all), nameOf) !== 'it' ? `; ${formatCount(whole, 'speaks', 'speak')} of all methods` : '';
}

/** The relation of statements none of which is opposed to another. */
function unopposed(all: readonly Statement[]): AdviceRelation {
  const voices = voicesIn(all);
  if (voices.length < 2) return voices.length ? 'one' : 'none';
  const methods = (voices[0] ?? []).flatMap(({ reach }) => reach);
  const shared = methods.some((one) => voices.every((own) => own.some(({ reach }) => reach.includes(one))));
  if (!isOneOf(all.map(({ way }) => way)) || !shared) return 'apart';
  const strengths = isAdvice(all[0]?.way) ? all.map(({ strength }) => strength) : ['strong'];
  return isOneOf(strengths) && strengths[0] !== 'not-stated' ? 'agree' : 'agree-direction';
}

/** A verdict in words, from all that decide, those of them that are opposed, and how a subject is named. */
type Wording = (all: readonly Statement[], opposed: readonly (readonly Statement[])[], nameOf: Naming) => string;

/** Where a quarrel is about one method only, e.g. ` on catheter-directed thrombolysis`. */
function onMethod(opposed: readonly (readonly Statement[])[], nameOf: Naming): string {
  const subjects = opposed.map((pair) => sharedSubject(voicesIn(pair), nameOf));
  return subjects.includes('it') ? '' : ` on ${formatList([...new Set(subjects)].sort())}`;
}

const sideOf = (all: readonly Statement[], side: Statement['way']): Statement[] => all.filter(({ way }) => way === side);

const wordsOf: Readonly<Record<AdviceRelation, Wording>> = {
  none: () => 'No recommendation found',
  one: (all, _, nameOf) => {
    const noun = isOneOf(all.map(({ kind }) => kind)) ? nouns[all[0]?.kind ?? 'guideline'] : undefined;
    return `One ${noun ?? 'guideline'} ${sayingOf(all, nameOf, 's')}`;
  },
  agree: (all, _, nameOf) =>
    `Guidelines agree: they ${sayingOf(all, () => sharedSubject(voicesIn(all), nameOf), '')}${wholeVoices(all, nameOf)}`,
  'agree-direction': (all, _, nameOf) => {
    const known = all.some(({ strength }) => strength !== 'not-stated');
    const direction = `${all[0]?.way === 'against' ? 'against' : 'for'} ${sharedSubject(voicesIn(all), nameOf)}`;
    return `Guidelines agree in direction, not in strength: ${direction}${known ? '' : ', with no strength stated'}${wholeVoices(all, nameOf)}`;
  },
  'agree-routine': (all, _, nameOf) => {
    const research = sideOf(all, 'research-only');
    const [of, it] = [nameOf(sideOf(all, 'against')), nameOf(research)];
    const allowing = voicesIn(research).length;
    return `Guidelines agree against routine use${of === 'it' ? '' : ` of ${of}`}; ${allowing} allow${allowing === 1 ? 's' : ''} ${it === of ? 'it' : it} in research`;
  },
  differ: (all, opposed, nameOf) => {
    const sides = [...sideOf(all, 'for'), ...sideOf(all, 'against')];
    const on = onMethod(opposed, nameOf);
    if (isOneOf(sides.map(({ way }) => way))) return `Guidelines differ${on}: for it, or only in research`;
    return `Guidelines differ${on}, ${sides.every(({ strength }) => strength === 'conditional') ? 'all conditional' : 'all conditional or not stated'}`;
  },
  conflict: (_, opposed, nameOf) => `Guidelines conflict${onMethod(opposed, nameOf)}`,
  apart: () => 'Guidelines speak of different methods',
};

/** What all that count in one situation come to, e.g. `{ relation: 'one', word: 'One guideline suggests it', says: '1 conditional for' }`. */
export function weighAdvice(
  own: readonly PlacedFinding[],
  asked: string,
  vocabulary: Vocabulary,
): Required<Pick<VerdictLine, 'word' | 'relation' | 'says' | 'advice'>> {
  const all = own.flatMap((placed) => toStatement(placed, vocabulary));
  const advising = all.filter(({ way }) => way !== 'permits');
  const deciding = advising.length ? advising : all;
  const pairs = deciding.flatMap((one, place) => deciding.slice(place + 1).map((other) => [one, other] as const));
  const opposed = Map.groupBy(pairs, ([one, other]) => opposition(one, other));
  const gravest = gravity.findLast((one) => opposed.has(one));
  const relation = gravest ?? unopposed(deciding);
  const methods = reachOf(vocabulary, asked);
  const nameOf: Naming = (statements) => {
    const reached = statements.flatMap(({ reach }) => reach);
    if (reached.includes(asked) || (methods.length > 1 && methods.slice(1).every((one) => reached.includes(one)))) return 'it';
    const named = statements.map(({ intervention }) => withinSentence(labelOf(vocabulary.interventions, intervention)));
    return formatList([...new Set(named)].sort());
  };
  const advice: AdviceCount = countAdvice(own);
  const looked = own
    .filter(({ finding }) => finding.direction === 'none-made')
    .map(({ source }) => source.shortTitle ?? sourceName(source));
  const who = looked.length ? ` (${[...new Set(looked)].sort().join(', ')})` : '';
  return { relation, word: wordsOf[relation](deciding, opposed.get(gravest) ?? [], nameOf), says: adviceWords(advice) + who, advice };
}
