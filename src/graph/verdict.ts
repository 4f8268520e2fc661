/** How evidence adds up: the one place that decides it. The rule stands in words below; pages print the same words. */
import { kindRow, type SourceKindRow } from '../schema/kinds.ts';
import type { Asks } from '../schema/question.ts';
import { stances, type Stance } from '../schema/vocabulary.ts';
import type { SourceEntry } from '../library/library.ts';
import type { PlacedFinding, Verdict, VerdictName } from './evidence-graph.ts';
import { countStudies, type StudyCount } from './study.ts';

/** The rule in words, one sentence each, for the method page and under every verdict. */
export const verdictRule: readonly string[] = [
  'Nobody types a verdict: it follows from the findings listed on the page.',
  'A recommendation and a result are never added up: a question that asks what is recommended counts only sources that give recommendations, and a question that asks what happens counts only sources that report results.',
  'Makers’ pages, news, machine-written summaries, narrative reviews, safety notices and instruments are shown and never counted.',
  'A source that has been retracted, withdrawn by its publisher or superseded is shown and never counted.',
  'A source under an expression of concern is counted, and the concern is named at each of its findings: such a notice says that something is doubted, not that it was found to be wrong.',
  'A finding is not counted when its words cannot be compared with the question, or when it only describes and takes no position, unless a description is what was asked for.',
  'In favour and may-on-conditions stand on one side, against and no-difference on the other; only-in-research stands on neither.',
  'Papers that report one and the same trial or registry are one study, and guidance and its leaflet for the public are one voice: they cannot confirm each other.',
  'Silent: nothing counts. Single source: one source counts, or several papers of one study, however many findings they have. Disagree: at least one finding on each side. Agree: all take the same position. Qualify: everything else.',
  'Two descriptions are never called agreement, because the stance does not say whether they match.',
];

/** The verdicts as a reader sees them. */
export const verdicts: Readonly<Record<VerdictName, { readonly label: string; readonly says: string }>> = {
  agree: { label: 'Sources agree', says: 'all counted findings take the same position' },
  qualify: { label: 'Sources qualify each other', says: 'the counted findings differ without contradicting each other' },
  disagree: { label: 'Sources disagree', says: 'counted findings stand on both sides' },
  'single-source': { label: 'Single source', says: 'only one source counts, or several papers of one study' },
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
  return cell === 'describes' && asks !== 'description' ? 'It describes and takes no position.' : undefined;
}

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

/** What counts, e.g. `3 papers from 1 trial count` or `5 sources count, 3 of them papers from 1 trial`. */
function countedInWords({ sources, papers, shared, noun }: StudyCount): string {
  if (!papers) return `${many(sources, 'source')} count`;
  if (noun === 'guidance') {
    const versions = shared === 1 ? `${papers} versions of one guidance` : `${papers} versions of ${shared} guidances`;
    return papers === sources ? `${versions} count` : `${sources} sources count, among them ${versions}`;
  }
  const from = `from ${many(shared, noun, noun === 'study' ? 'studies' : undefined)}`;
  return papers === sources ? `${papers} papers ${from} count` : `${sources} sources count, ${papers} of them papers ${from}`;
}

const quoted = (all: readonly Stance[]): string =>
  (Object.keys(stances) as Stance[])
    .filter((stance) => all.includes(stance))
    .map((stance) => stances[stance].label.toLowerCase())
    .join('; ');

/** The verdict on one question from its placed findings, in whatever order they come. */
export function toVerdict(placed: readonly PlacedFinding[]): Verdict {
  const counting = placed.filter((one) => one.counts);
  const counted = [...new Set(counting.map((one) => one.source.id))].sort();
  const positions = counting.flatMap((one) => (one.cell === 'not-comparable' ? [] : [one.cell]));
  const count = countStudies(counting.map(({ source, studies }) => ({ id: source.id, kind: source.kind, studies })));
  const verdict = (name: VerdictName, because: string): Verdict => ({ name, counted, studies: count.studies, because });
  if (!counted.length) {
    return verdict(
      'silent',
      placed.length ? 'None of the findings counts; each says why.' : 'No source that we hold speaks to this question.',
    );
  }
  if (counted.length === 1) return verdict('single-source', `One source counts. Its position: ${quoted(positions)}.`);
  const sources = countedInWords(count);
  if (count.studies === 1) {
    return verdict('single-source', `${sources}. Their position${new Set(positions).size === 1 ? '' : 's'}: ${quoted(positions)}.`);
  }
  if (positions.some((one) => favourable.includes(one)) && positions.some((one) => unfavourable.includes(one))) {
    return verdict('disagree', `${sources}, and they stand on both sides: ${quoted(positions)}.`);
  }
  if (positions.every((one) => one === 'describes')) {
    return verdict('qualify', `${sources}. Each describes; whether the descriptions match is for the reader to judge.`);
  }
  if (new Set(positions).size === 1) return verdict('agree', `${sources}, and all take the same position: ${quoted(positions)}.`);
  return verdict('qualify', `${sources}; their positions differ without contradicting each other: ${quoted(positions)}.`);
}
