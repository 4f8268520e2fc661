/** How evidence adds up: the one place that decides it. The rule stands in words below; pages print the same words. */
import { kindRow, type SourceKind, type SourceKindRow } from '../schema/kinds.ts';
import type { Asks, Question } from '../schema/question.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { SourceEntry } from '../library/library.ts';
import type { Scope } from './comparability.ts';
import type { PlacedFinding, Verdict, VerdictLine } from './evidence-graph.ts';
import { sourceName } from './source-name.ts';
import { countStudies, type StudyCount } from './study.ts';
import { adviceRule, weighAdvice } from './advice.ts';
import { outcomeLines } from './effect/outcome-words.ts';
import { effectRule } from './effect/verdict.ts';
import { adviceWords, countAdvice } from './tally.ts';
import { capitalise, formatCount, withinSentence } from '../words/phrase.ts';

/** The rule in words, one sentence each, for the method page. */
export const verdictRule: readonly string[] = [
  'Nobody types a verdict or a count: both follow from the findings listed on the page.',
  'A recommendation and a result are never added up: a question that asks what is recommended counts only sources that give recommendations, and a question that asks what happens counts only sources that report results.',
  'Manufacturers’ pages, news, AI-generated summaries and passages, narrative reviews, safety notices and instruments are shown and never counted.',
  'A source that has been retracted, withdrawn by its publisher or superseded is shown and never counted.',
  'A source under an expression of concern is counted, and the concern is named at each of its findings: such a notice says that something is doubted, not that it was found to be wrong.',
  'A finding is not counted when its words cannot be compared with the question, or when it is a remark where a recommendation is asked for.',
  ...adviceRule,
  ...effectRule,
  'Papers that report one and the same trial or registry are one study: they cannot confirm each other.',
];

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

/** Why a finding is not counted, as a sentence; undefined when it is. `newer` names a newer work of its organisation on the same thing. */
export function whyNotCounted(
  source: Pick<SourceEntry, 'kind' | 'retracted' | 'withdrawn' | 'supersededBy'>,
  { comparable, finding, elsewhere, newer }: Pick<PlacedFinding, 'comparable' | 'finding'> & Scope & { readonly newer?: string },
  asks: Asks,
): string | undefined {
  const kind = kindRow(source.kind);
  if (!kind.movesVerdict) return `${kind.plural} are shown and never counted.`;
  if (finding.aiGenerated) return 'AI wrote the passage, not the authors; what it writes is shown and never counted.';
  if (source.retracted) return 'The source has been retracted.';
  if (source.withdrawn) return 'The source has been withdrawn by its publisher.';
  if (source.supersededBy) return 'The source has been superseded.';
  if (!carriesWhatIsAsked(kind, asks)) {
    return asks === 'recommendation'
      ? 'The question asks what is recommended, and this kind of source gives no recommendation.'
      : 'The question asks what happens, and this kind of source reports no result of its own.';
  }
  if (!comparable) return 'Its words cannot be compared with the question.';
  if (asks !== 'recommendation') return undefined;
  if (finding.direction === undefined) return 'A remark, not a recommendation.';
  if (elsewhere) return `On another question: about ${elsewhere} only.`;
  return newer ? `${newer} is a newer work of the same organisation.` : undefined;
}

/** What counts, e.g. `3 papers from 1 trial count` or `5 sources count, 3 of them papers from 1 trial`. */
function countedInWords({ sources, papers, shared, noun }: StudyCount): string {
  if (!papers) return `${formatCount(sources, 'source')} count`;
  const from = `from ${formatCount(shared, noun, noun === 'study' ? 'studies' : undefined)}`;
  const works = `${noun === 'organisation' ? 'works' : 'papers'} ${from}`;
  return papers === sources ? `${papers} ${works} count` : `${sources} sources count, ${papers} of them ${works}`;
}

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

/** Who speaks of less than the question asks about, as sentences. */
function narrowerIn(counting: readonly PlacedFinding[]): string[] {
  const less = Map.groupBy(
    counting.filter(({ narrower }) => narrower),
    ({ narrower = '' }) => narrower,
  );
  const namesIn = (own: readonly PlacedFinding[]): string => [...new Set(own.map(({ source }) => sourceName(source)))].sort().join(', ');
  return [...less].map(([about, own]) => `About ${about} only: ${namesIn(own)}.`).sort();
}

/** What a question asks, as far as its count goes. */
export type Asked = Pick<Question, 'asks' | 'outcomes' | 'situations' | 'pico'>;

/** The counts of a question: one for each of its situations, and one for what names none of them; none of a description without. */
function linesOf(
  placed: readonly PlacedFinding[],
  counting: readonly PlacedFinding[],
  asked: Asked,
  vocabulary: Vocabulary,
): VerdictLine[] {
  const { asks, situations, pico } = asked;
  if (asks === 'effect') return outcomeLines(placed, asked, vocabulary);
  if (asks === 'description' && !situations.length) return [];
  const line = (name: string, label: string, own: readonly PlacedFinding[]): VerdictLine => {
    if (asks === 'recommendation') return { name, label, ...weighAdvice(own, pico.intervention, vocabulary) };
    const advice = countAdvice(own);
    const described = formatCount(new Set(own.map(({ source }) => source.id)).size, 'source');
    return { name, label, says: [described, adviceWords(advice)].filter(Boolean).join(': '), advice };
  };
  const lines = situations.map(({ id, label }) =>
    line(
      id,
      label,
      counting.filter(({ finding }) => finding.situations.includes(id)),
    ),
  );
  const rest = counting.filter(({ finding }) => !situations.some(({ id }) => finding.situations.includes(id)));
  if (situations.length && !rest.length) return lines;
  return [...lines, line('', situations.length ? 'No situation named' : '', rest)];
}

/** What recommendations or results come to in all situations and outcomes: one word where all come to the same, e.g. `Guidelines conflict`. */
function wordIn(lines: readonly VerdictLine[]): string {
  const words = [...new Set(lines.map(({ word = '' }) => word))];
  const [only, second] = lines;
  if (only && !second && only.label) return `${only.label}: ${withinSentence(only.word ?? '')}`;
  return words.length === 1 ? (words[0] ?? '') : lines.map(({ label, word = '' }) => `${label}: ${withinSentence(word)}`).join('; ');
}

/** The verdict on one question from its placed findings, in whatever order they come. */
export function toVerdict(placed: readonly PlacedFinding[], asked: Asked, vocabulary: Vocabulary): Verdict {
  const counting = placed.filter((one) => one.counts);
  const sourcesIn = (all: readonly PlacedFinding[]): SourceEntry[] => [...new Map(all.map(({ source }) => [source.id, source])).values()];
  const counted = sourcesIn(counting)
    .map(({ id }) => id)
    .sort();
  const count = countStudies(counting.map(({ source, studies }) => ({ id: source.id, kind: source.kind, studies })));
  const speaking = sourcesIn(placed).length;
  const advises = asked.asks === 'recommendation';
  const lines = counting.length || advises ? linesOf(placed, counting, asked, vocabulary) : [];
  const voices = count.papers ? `, from ${formatCount(count.studies, 'organisation')}` : '';
  const weighed = counted.length && `${counted.length} of ${formatCount(speaking, 'source')} counted${voices}`;
  const kinds = advises ? weighed : kindsInWords(sourcesIn(counting));
  const says = [
    kinds ? `${capitalise(kinds)}.` : speaking ? 'None of the findings counts; each says why.' : 'No source here addresses this question.',
    ...(advises ? narrowerIn(counting) : count.papers ? [`${countedInWords(count)}.`] : []),
  ].join(' ');
  const told = lines.map(({ label, word, says: number }) => {
    const line = word && number ? `${word} (${number})` : (word ?? number);
    return label ? `${label}: ${withinSentence(line)}.` : `${capitalise(line)}.`;
  });
  return {
    label:
      advises || lines.some(({ word }) => word)
        ? wordIn(lines)
        : speaking
          ? `${formatCount(speaking, 'source')}, ${counted.length || 'none'} counted`
          : 'No source',
    says,
    because: (advises ? [...told, says] : [says, ...told]).join(' '),
    lines,
    counted,
    studies: count.studies,
  };
}
