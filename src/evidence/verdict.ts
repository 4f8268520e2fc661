/** How evidence adds up: the one place that decides it. The rule stands in words below; pages print the same words. */
import type { Finding } from '../schema/finding.ts';
import { kindRow, type SourceKind, type SourceKindRow } from '../schema/kinds.ts';
import type { Asks, Question } from '../schema/question.ts';
import { stances, type Stance } from '../schema/vocabulary.ts';
import type { SourceEntry } from '../library/library.ts';
import type { PlacedFinding, Verdict, VerdictName } from './evidence-graph.ts';
import { sourceName } from './source-name.ts';
import { countStudies, type StudyCount } from './study.ts';
import { capitalise, formatCount } from '../words/phrase.ts';

/** The rule in words, one sentence each, for the method page and under every verdict. */
export const verdictRule: readonly string[] = [
  'Nobody types a verdict: it follows from the findings listed on the page.',
  'A recommendation and a result are never added up: a question that asks what is recommended counts only sources that give recommendations, and a question that asks what happens counts only sources that report results.',
  'Manufacturers’ pages, news, AI-generated summaries, narrative reviews, safety notices and instruments are shown and never counted.',
  'A source that has been retracted, withdrawn by its publisher or superseded is shown and never counted.',
  'A source under an expression of concern is counted, and the concern is named at each of its findings: such a notice says that something is doubted, not that it was found to be wrong.',
  'A finding is not counted when its words cannot be compared with the question, or when it takes no position, unless a description is what was asked for.',
  'A question that asks what happens, how much, or how something is done or meant has no verdict: its page says how many sources address it and how many of them count, and nothing more. Results are read with their numbers, and counting heads says nothing about an effect.',
  'A question that asks what is recommended has a verdict only where every recommendation that counts covers the treatment and the people that it asks about. Where the question wants more than yes or no, where one is about less, where recommendations under one word differ in strength, or where one source stands on both sides, the page gives the count alone and says why.',
  'For and conditional stand on one side, against and no-difference on the other; only-in-research stands on neither.',
  'Papers that report one and the same trial or registry are one study, and guidance and its leaflet for the public are one voice: they cannot confirm each other.',
  'Silent: nothing counts. Single source: one source counts, or several papers of one study, however many findings they have. Disagree: at least one finding on each side. Agree: all take the same position. Qualify: everything else.',
];

/** The verdicts as a reader sees them. */
export const verdicts: Readonly<Record<VerdictName, { readonly label: string; readonly says: string }>> = {
  agree: { label: 'Sources agree', says: 'all counted recommendations take the same position' },
  qualify: { label: 'Sources qualify each other', says: 'the counted recommendations differ without contradicting each other' },
  disagree: { label: 'Sources disagree', says: 'counted recommendations stand on both sides' },
  'single-source': { label: 'Single source', says: 'only one source counts, or several papers of one study' },
  count: { label: 'Counted, not summed up', says: 'what the sources add up to is not said: each is read by itself' },
  silent: { label: 'No source counts', says: 'no source that counts takes a position' },
};

const favourable: readonly Stance[] = ['for', 'conditional'];
const unfavourable: readonly Stance[] = ['against', 'no-difference'];

const carriesWhatIsAsked = (kind: SourceKindRow, asks: Asks): boolean => {
  if (asks === 'description') return true;
  return asks === 'recommendation' ? kind.carries === 'recommendation' : kind.carries === 'result';
};

/*
 * An expression of concern takes no finding out. Editors publish one where the evidence is inconclusive or an inquiry goes
 * on (COPE, Retraction guidelines, https://doi.org/10.24318/cope.2019.1.4), and reviewers decide by its reason whether the data are
 * touched (Cochrane, Policy for managing potentially problematic studies: implementation guidance). No machine reads that
 * reason off a notice: the doubt is said at each finding, and an editor who finds the data in doubt takes the finding out.
 */

/** Why a finding does not count towards the verdict, as a sentence; undefined when it does. */
export function whyNotCounted(
  source: Pick<SourceEntry, 'kind' | 'retracted' | 'withdrawn' | 'supersededBy'>,
  cell: PlacedFinding['cell'],
  asks: Asks,
): string | undefined {
  const kind = kindRow(source.kind);
  if (!kind.movesVerdict) return `${kind.plural} are shown and never counted.`;
  if (source.retracted) return 'The source has been retracted.';
  if (source.withdrawn) return 'The source has been withdrawn by its publisher.';
  if (source.supersededBy) return 'The source has been superseded.';
  if (!carriesWhatIsAsked(kind, asks)) {
    return asks === 'recommendation'
      ? 'The question asks what is recommended, and this kind of source gives no recommendation.'
      : 'The question asks what happens, and this kind of source reports no result of its own.';
  }
  if (cell === 'not-comparable') return 'Its words cannot be compared with the question.';
  return cell === 'describes' && asks !== 'description' ? 'It is neither for nor against.' : undefined;
}

/** What counts, e.g. `3 papers from 1 trial count` or `5 sources count, 3 of them papers from 1 trial`. */
function countedInWords({ sources, papers, shared, noun }: StudyCount): string {
  if (!papers) return `${formatCount(sources, 'source')} count`;
  if (noun === 'guidance') {
    const versions = shared === 1 ? `${papers} versions of one guidance` : `${papers} versions of ${shared} guidances`;
    return papers === sources ? `${versions} count` : `${sources} sources count, among them ${versions}`;
  }
  const from = `from ${formatCount(shared, noun, noun === 'study' ? 'studies' : undefined)}`;
  return papers === sources ? `${papers} papers ${from} count` : `${sources} sources count, ${papers} of them papers ${from}`;
}

const quoted = (all: readonly Stance[]): string =>
  (Object.keys(stances) as Stance[])
    .filter((stance) => all.includes(stance))
    .map((stance) => stances[stance].label.toLowerCase())
    .join('; ');

const randomised: ReadonlySet<SourceKind> = new Set<SourceKind>(['trial', 'subgroup-analysis']);

/** Sources by what they are, e.g. `2 randomised, 1 review, 3 others`. */
function kindsInWords(sources: readonly SourceEntry[]): string {
  const groups = Map.groupBy(sources, ({ kind }) =>
    randomised.has(kind)
      ? 'randomised'
      : kind === 'systematic-review'
        ? 'review'
        : kindRow(kind).carries === 'recommendation'
          ? 'advice'
          : 'other',
  );
  const size = (name: 'randomised' | 'review' | 'advice' | 'other'): number => groups.get(name)?.length ?? 0;
  return [
    size('randomised') ? `${size('randomised')} randomised` : '',
    size('review') ? formatCount(size('review'), 'review') : '',
    size('advice') ? `${size('advice')} giving advice` : '',
    size('other') ? formatCount(size('other'), 'other') : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The strength of a recommendation by its own grade: strong, conditional, both, or not stated where no grade tells. */
export function strengthOf({ grade }: Pick<Finding, 'grade'>): 'strong' | 'conditional' | 'both' | 'not stated' {
  const text = `${grade?.value ?? ''}; ${grade?.words ?? ''}`;
  const strong = /\bstrong\b|\bclass (?:I|III)\b|^(?:grade )?1[ABC]?\b/i.test(text);
  const conditional = /\b(?:weak|conditional)\b|\bclass II[ab]?\b|^(?:grade )?2[ABC]?\b/i.test(text);
  return strong ? (conditional ? 'both' : 'strong') : conditional ? 'conditional' : 'not stated';
}

/** A favourable finding whose own sentence also says what is advised against: two recommendations under one word. */
const isTwofold = ({ finding }: PlacedFinding): boolean =>
  favourable.includes(finding.stance) && /\b(?:recommends?|suggests?|advis\w+|and|but) against\b/i.test(finding.says);

/** Why recommendations that count cannot be put under one word, as sentences; none where they can. */
function whyNoVerdict(counting: readonly PlacedFinding[]): string[] {
  const less = Map.groupBy(
    counting.filter((one) => one.narrower),
    (one) => one.narrower ?? '',
  );
  const namesIn = (own: readonly PlacedFinding[]): string => [...new Set(own.map(({ source }) => sourceName(source)))].sort().join(', ');
  const narrower = [...less].map(([about, own]) => `On a narrower question (${about}): ${namesIn(own)}.`).sort();
  const bySource = Map.groupBy(counting, ({ source }) => source.id);
  const on = (side: readonly Stance[]) => (one: PlacedFinding) => side.includes(one.finding.stance);
  const split = [...bySource.values()].filter((own) => own.some(isTwofold) || (own.some(on(favourable)) && own.some(on(unfavourable))));
  const twoSided = [...new Set(split.flatMap(([one]) => (one ? [sourceName(one.source)] : [])))].sort();
  const strengths = [...Map.groupBy(counting, ({ finding }) => finding.stance)].filter(([, own]) => {
    const known = new Set(own.map(({ finding }) => strengthOf(finding)).filter((strength) => strength !== 'not stated'));
    return known.size > 1 || known.has('both');
  });
  return [
    ...narrower,
    ...twoSided.map((name) => `${name} recommends it for some and advises against it for others.`),
    ...(strengths.length ? ['Their strengths differ.'] : []),
  ];
}

/** What a question asks, as far as its verdict goes. */
export type Asked = Pick<Question, 'asks' | 'question'>;

/** A question that wants more than yes or no: how long, when, who. No position is an answer to it. */
const wantsMore = (question: string): boolean => /^(?:how|when|where|which|what|who|whom|why)\b/i.test(question.trim());

/** The verdict on one question from its placed findings, in whatever order they come. */
export function toVerdict(placed: readonly PlacedFinding[], { asks, question }: Asked): Verdict {
  const counting = placed.filter((one) => one.counts);
  const sourcesIn = (all: readonly PlacedFinding[]): SourceEntry[] => [...new Map(all.map(({ source }) => [source.id, source])).values()];
  const counted = sourcesIn(counting)
    .map(({ id }) => id)
    .sort();
  const positions = counting.flatMap((one) => (one.cell === 'not-comparable' ? [] : [one.cell]));
  const count = countStudies(counting.map(({ source, studies }) => ({ id: source.id, kind: source.kind, studies })));
  const verdict = (name: VerdictName, because: string, label = verdicts[name].label): Verdict => ({
    name,
    label,
    counted,
    studies: count.studies,
    because,
  });
  const speaking = sourcesIn(placed).length;
  /** The count alone, with the reasons why it is not more. */
  const countAlone = (...why: string[]): Verdict => {
    const told = `${counted.length || 'none'} counted`;
    const kinds = kindsInWords(sourcesIn(counting));
    const shared = count.papers ? [`${countedInWords(count)}.`] : [];
    const says = [kinds ? `${capitalise(kinds)}.` : 'None of the findings counts; each says why.', ...shared, ...why];
    return verdict('count', says.join(' '), `${formatCount(speaking, 'source')}, ${told}`);
  };
  if (!placed.length) return verdict('silent', 'No source here addresses this question.', 'No source');
  if (asks !== 'recommendation') return countAlone();
  if (!counted.length) return verdict('silent', 'None of the findings counts; each says why.');
  if (wantsMore(question)) return countAlone('No position is an answer to what is asked here.');
  const reasons = whyNoVerdict(counting);
  if (reasons.length) return countAlone(...reasons);
  if (counted.length === 1) return verdict('single-source', `One source counts. Its position: ${quoted(positions)}.`);
  const sources = countedInWords(count);
  if (count.studies === 1) {
    return verdict('single-source', `${sources}. Their position${new Set(positions).size === 1 ? '' : 's'}: ${quoted(positions)}.`);
  }
  if (positions.some((one) => favourable.includes(one)) && positions.some((one) => unfavourable.includes(one))) {
    return verdict('disagree', `${sources}, and they stand on both sides: ${quoted(positions)}.`);
  }
  if (new Set(positions).size === 1) {
    const stated =
      counted.length - new Set(counting.filter(({ finding }) => strengthOf(finding) === 'not stated').map(({ source }) => source.id)).size;
    const strength = stated && stated < counted.length ? ` ${stated} of them ${stated === 1 ? 'states' : 'state'} a strength.` : '';
    return verdict('agree', `${sources}, and all take the same position: ${quoted(positions)}.${strength}`);
  }
  return verdict('qualify', `${sources}; their positions differ without contradicting each other: ${quoted(positions)}.`);
}
