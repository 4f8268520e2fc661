/** Who is advised against an intervention, on which conditions it is advised, whom trials left out: rows ready to print. */
import { eligibilityOf, type EligibilityGroup, type EligibilityRow } from '../../evidence/eligibility.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { ownPosition, type Position } from '../../evidence/position.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry, TopicEntry } from '../../library/library.ts';
import type { Finding } from '../../schema/finding.ts';
import { coverages, type Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { criterionWords } from '../../parts/criterion-words.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { findingUrl } from '../../parts/urls.ts';
import { withinSentence } from '../../words/phrase.ts';

/** One position of a source, or what one of its findings asks of people. */
export interface CriteriaItem {
  readonly href: string;
  /** Under what it stands in the lines above the sources: each typed condition; whom and what it is about where there is none. */
  readonly points: readonly string[];
  /** What goes with it there: whom it is about, and conditions in words. */
  readonly beside: string;
  /** None where a study tells whom it took in, and in a notice. */
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
/** A source in a line: small, and enough to tell what it says there. */
export interface CriteriaMark extends Pick<CriteriaItem, 'href' | 'position' | 'beside'> {
  /** As people call it, e.g. `NG158, 2020`. */
  readonly name: string;
}
export interface CriteriaLine {
  /** E.g. `Age`, or whom and what advice is about where no condition is typed. */
  readonly criterion: string;
  readonly values: readonly { readonly words: string; readonly marks: readonly CriteriaMark[] }[];
}
export interface CriteriaTable {
  readonly id: EligibilityGroup;
  readonly title: string;
  readonly says: string;
  /** A line a criterion, each with its sources; none in the group that decides nothing. */
  readonly lines: readonly CriteriaLine[];
  readonly rows: readonly CriteriaRow[];
}

const groups: Readonly<Record<EligibilityGroup, { readonly title: string; readonly says: string }>> = {
  'advised-against': {
    title: 'Advised against, or only in research',
    says: 'What guidelines and position statements in force say against it, each with whom it means.',
  },
  'on-conditions': {
    title: 'Advised or permitted on conditions',
    says: 'All conditions of one source hold together. Who meets them is advised it or may have it; of those who do not, the source says nothing more: that is no advice against.',
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

/** Whom and what a finding is about, as far as it is not everybody, e.g. `Children and adolescents; thrombolysis by any route`. */
function aboutOf({ population, intervention, device }: Finding, { populations, interventions, devices }: Vocabulary): string {
  const whom = populations[population]?.everyone ? [] : [labelOf(populations, population)];
  const what = labelOf(interventions, intervention);
  return [...whom, whom.length ? withinSentence(what) : what, ...(device ? [labelOf(devices, device)] : [])].join('; ');
}

/** A condition in words as a rule of entry leaves people out by it, e.g. `no cancer` leaves out `Others: cancer`. */
const entryWords = (condition: string): string =>
  condition.startsWith('no ') ? `Others: ${condition.slice(3)}` : `Taken in only: ${condition}`;

function toItem({ library }: EvidenceGraph, group: EligibilityGroup, { source }: EligibilityRow, finding: Finding): CriteriaItem {
  const { vocabulary } = library;
  const left = group === 'left-out';
  const typed = finding.criteria.map((one) => criterionWords(one, vocabulary, left ? 'leaves' : 'takes'));
  const conditions = left ? finding.conditions.map(entryWords) : finding.conditions;
  const about = aboutOf(finding, vocabulary);
  const words = [...new Set([...typed, ...conditions])];
  const points = left ? words : typed;
  const coverage = finding.coverage ?? source.coverage;
  return {
    href: findingUrl(source.id, finding),
    points: points.length ? points : [about],
    beside: [
      ...(left ? [] : [...(points.length ? [withinSentence(about)] : []), ...conditions]),
      ...(coverage === 'second-hand' ? [withinSentence(coverages[coverage].label)] : []),
    ].join('; '),
    position: left || group === 'notices' ? undefined : ownPosition(finding, source, { asks: 'recommendation' }, vocabulary),
    about,
    says: left ? '' : finding.says,
    words,
    grade: finding.grade ? [finding.grade.scheme, finding.grade.value].join(' · ') : '',
    locator: finding.locator ?? '',
    coverage: coverage === source.coverage ? '' : coverages[coverage].label,
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

/** The lines of a group, typed criteria first: each criterion once, each of its values with the sources that name it, a source once a value and position. */
function linesOf(
  { criteria }: Vocabulary,
  rows: readonly { readonly source: SourceEntry; readonly items: readonly CriteriaItem[] }[],
): CriteriaLine[] {
  const placed = rows.flatMap(({ source, items }) => {
    const name = citationName({ ...source, authors: source.shortTitle ? [] : source.authors });
    return items.flatMap(({ href, position, beside, points }) =>
      points.map((point) => {
        const [criterion = '', words = ''] = point.split(/: (.*)/s);
        return { criterion, words, mark: { href, position, beside, name } };
      }),
    );
  });
  const same = (a: CriteriaMark, b: CriteriaMark): boolean => a.name === b.name && a.position?.name === b.position?.name;
  const typed = Object.keys(criteria).map((on) => labelOf(criteria, on));
  const place = ([criterion]: readonly [string, unknown]): number => (typed.includes(criterion) ? typed.indexOf(criterion) : typed.length);
  const lines = [...Map.groupBy(placed, ({ criterion }) => criterion)].sort((a, b) => place(a) - place(b));
  return lines.map(([criterion, values]) => ({
    criterion,
    values: [...Map.groupBy(values, ({ words }) => words)].map(([words, all]) => ({
      words,
      marks: all.map(({ mark }) => mark).filter((mark, index, marks) => marks.findIndex((other) => same(other, mark)) === index),
    })),
  }));
}

/** The tables of a topic that asks for them, e.g. with `criteria: [cdt]`; none for others. Change a criterion of a digest, and they follow. */
export function criteriaTables(graph: EvidenceGraph, { criteria, id }: Pick<TopicEntry, 'criteria' | 'id'>): readonly CriteriaTable[] {
  const found = eligibilityOf(graph.library, criteria, graph.questionsOfTopic.get(id) ?? []);
  return [...found].map(([group, of]) => {
    const rows = of.map((row) => ({
      source: row.source,
      items: withoutRepeats(
        row.findings.map((finding) => toItem(graph, group, row, finding)),
        group === 'left-out',
      ),
    }));
    return {
      id: group,
      ...groups[group],
      lines: group === 'apart' ? [] : linesOf(graph.library.vocabulary, rows),
      rows: rows.map(({ source, items }) => ({ source: toSourceLine(source, graph.freshness.sources.get(source.id)), items })),
    };
  });
}
