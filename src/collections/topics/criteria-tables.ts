/** Who is advised against an intervention, on which conditions it is advised, whom trials left out: rows ready to print. */
import { eligibilityOf, type EligibilityGroup, type EligibilityRow } from '../../evidence/eligibility.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { ownPosition, type Position } from '../../evidence/position.ts';
import type { TopicEntry } from '../../library/library.ts';
import { boundNames, type Criterion } from '../../schema/criterion.ts';
import type { Finding } from '../../schema/finding.ts';
import { coverages, type Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { criterionWords } from '../../parts/criterion-words.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { findingUrl } from '../../parts/urls.ts';
import { formatList, orList, withinSentence } from '../../words/phrase.ts';

/** One position of a source, or what one of its findings asks of people. */
export interface CriteriaItem {
  readonly href: string;
  /** None where a study tells whom it took in. */
  readonly position: Position | undefined;
  readonly about: string;
  readonly says: string;
  readonly words: readonly string[];
  readonly grade: string;
  readonly locator: string;
  /** What this was read from, where that is not what its source was read from. */
  readonly coverage: string;
}
export interface CriteriaRow {
  readonly source: SourceLine;
  readonly items: readonly CriteriaItem[];
}
export interface CriteriaTable {
  readonly id: EligibilityGroup;
  readonly title: string;
  readonly says: string;
  readonly rows: readonly CriteriaRow[];
}

const groups: Readonly<Record<EligibilityGroup, { readonly title: string; readonly says: string }>> = {
  'advised-against': {
    title: 'Advised against, or only in research',
    says: 'What guidelines and position statements in force say against it, each with whom it means.',
  },
  'on-conditions': {
    title: 'Advised or permitted on conditions',
    says: 'Who meets the conditions is advised it or may have it. Of those who do not, the source says nothing more: that is no advice against.',
  },
  notices: { title: 'Notices of regulators', says: 'What a regulator has made known of one product.' },
  'left-out': {
    title: 'Left out of studies',
    says: 'People whom a study did not take in. To be left out of a trial is no advice against treatment: it means that the figures of the trial do not speak about these people.',
  },
  apart: {
    title: 'Not counted: reviews, superseded advice, industry and AI',
    says: 'Narrative reviews, advice that was replaced, manufacturers, news and AI-generated summaries. They are shown and decide nothing.',
  },
};

const opposite = { above: 'at most', atLeast: 'less than', below: 'at least', atMost: 'more than' } as const;

/** Whom a typed condition leaves out, e.g. `{ on: 'age', atLeast: 16, atMost: 75 }` leaves out `Age: less than 16 or more than 75 years`. */
export function leftOutWords(criterion: Criterion, { criteria }: Pick<Vocabulary, 'criteria'>): string {
  const row = criteria[criterion.on];
  const named = (values: readonly string[]): string => orList(values.map((value) => withinSentence(row?.values?.[value] ?? value)));
  const numbers = boundNames.flatMap((name) => (criterion[name] === undefined ? [] : `${opposite[name]} ${criterion[name]}`));
  const out = [
    ...(numbers.length ? [`${orList(numbers)} ${row?.unit ?? ''}`.trimEnd()] : []),
    ...(criterion.is ? [`not ${named(criterion.is)}`] : []),
    ...(criterion.isNot ? [named(criterion.isNot)] : []),
  ];
  return `${labelOf(criteria, criterion.on)}: ${orList(out)}`;
}

/** Whom and what a finding is about, as far as it is not everybody, e.g. `Children and adolescents; thrombolysis by any route`. */
function aboutOf({ population, intervention, device }: Finding, { populations, interventions, devices }: Vocabulary): string {
  const whom = populations[population]?.everyone ? [] : [labelOf(populations, population)];
  const what = labelOf(interventions, intervention);
  return formatList([[...whom, whom.length ? withinSentence(what) : what, ...(device ? [labelOf(devices, device)] : [])].join('; ')]);
}

function toItem({ library }: EvidenceGraph, group: EligibilityGroup, { source }: EligibilityRow, finding: Finding): CriteriaItem {
  const { vocabulary } = library;
  const left = group === 'left-out';
  const typed = finding.criteria.map((one) => (left ? leftOutWords(one, vocabulary) : criterionWords(one, vocabulary)));
  return {
    href: findingUrl(source.id, finding),
    position: left ? undefined : ownPosition(finding, source, { asks: 'description', outcomes: [] }, vocabulary),
    about: aboutOf(finding, vocabulary),
    says: left ? '' : finding.says,
    words: [...new Set([...typed, ...finding.conditions.map((one) => (left ? `Taken in only: ${one}` : one))])],
    grade: finding.grade ? [finding.grade.scheme, finding.grade.value].join(' · ') : '',
    locator: finding.locator ?? '',
    coverage: finding.coverage && finding.coverage !== source.coverage ? coverages[finding.coverage].label : '',
  };
}

/** What two items have in common is said once: the later is left out where it adds no word and no other position or subject. */
function withoutRepeats(items: readonly CriteriaItem[], left: boolean): CriteriaItem[] {
  const said = new Set<string>();
  return items.flatMap((item) => {
    const key = JSON.stringify([item.position?.name, item.about, item.words, item.locator]);
    if (!left) return said.has(key) ? [] : (said.add(key), [item]);
    const words = item.words.filter((word) => !said.has(word));
    for (const word of words) said.add(word);
    return words.length ? [{ ...item, words }] : [];
  });
}

/** The tables of a topic that asks for them, e.g. with `criteria: [cdt]`; none for others. Change a criterion of a digest, and they follow. */
export function criteriaTables(graph: EvidenceGraph, { criteria, id }: Pick<TopicEntry, 'criteria' | 'id'>): readonly CriteriaTable[] {
  const found = eligibilityOf(graph.library, criteria, graph.questionsOfTopic.get(id) ?? []);
  return [...found].map(([group, rows]) => ({
    id: group,
    ...groups[group],
    rows: rows.map((row) => ({
      source: toSourceLine(row.source, graph.freshness.sources.get(row.source.id)),
      items: withoutRepeats(
        row.findings.map((finding) => toItem(graph, group, row, finding)),
        group === 'left-out',
      ),
    })),
  }));
}
