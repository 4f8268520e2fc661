/** The pathways as a list, and a pathway page: whose logic it is, its rules, its chart, the walk through it, and where it is silent or contradicts itself. */
import type { StatementView } from '../../parts/links.ts';
import type { FlowchartView } from '../../figures/flowchart.ts';
import { pageStateOf } from '../../evidence/approval/judge.ts';
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { accountFor, lint, type LintHit } from '../../evidence/pathway/lint.ts';
import { whenWords } from '../../evidence/pathway/words.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { PathwayEntry, SourceEntry } from '../../library/library.ts';
import { kindRow } from '../../schema/kinds.ts';
import { statuses } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { formatDate } from '../../parts/format.ts';
import { toFlowchart } from './chart.ts';
import { toLogicJson, toPathwayField, type PathwayField } from './form.ts';
import { entryShell, reviewStateOf, type ReviewState } from '../../parts/review-state.ts';
import { listShell, type Link, type Shell } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { formatCount, withinSentence } from '../../words/phrase.ts';
import { comparePathwaysUrl, pathwaysUrl, pathwayUrl, sourceUrl } from '../../parts/urls.ts';

export interface RuleView {
  readonly id: string;
  readonly number: number;
  readonly step: string;
  /** One line each; empty for a rule that holds always. */
  readonly conditions: readonly string[];
  readonly outcome: string;
  readonly says: string;
  /** What another source holds against the outcome, with who says so. */
  readonly caution: { readonly says: string; readonly from: StatementView['from'] } | undefined;
  readonly implied: boolean;
  readonly locator: string;
}
interface FlawView {
  readonly mark: string;
  readonly says: string;
  /** The cases concerned, in words; empty where the flaw is about a bound. */
  readonly cases: readonly string[];
  readonly locator: string;
}
export interface PathwayPage {
  readonly shell: Shell;
  readonly summary: string;
  readonly entry: string;
  readonly decides: string;
  readonly source: SourceLine;
  /** Said at the top of what carries no recommendation, e.g. of a machine-written summary; else empty. */
  readonly caution: string;
  readonly emergency: boolean;
  /** Key of the input that asks for the danger; empty for a site without one. */
  readonly danger: string;
  readonly state: ReviewState;
  readonly updated: string;
  readonly rules: readonly RuleView[];
  readonly flaws: readonly FlawView[];
  readonly constraints: readonly { readonly says: string; readonly kept: string; readonly locator: string }[];
  readonly chart: FlowchartView;
  readonly fields: readonly PathwayField[];
  readonly compareHref: string;
  /** For the stepper. */
  readonly logic: string;
}

const marks: Readonly<Record<LintHit['lint'], string>> = {
  gap: 'The source does not say',
  unreachable: 'Nobody gets this far',
  boundary: 'The source contradicts itself',
  constraint: 'The source contradicts itself',
};

/** What a reader must know of a source that carries no recommendation, before anything else. */
export function cautionOf(source: Pick<SourceEntry, 'kind'>): string {
  const { movesVerdict, label } = kindRow(source.kind);
  if (movesVerdict) return '';
  return `Unreviewed ${withinSentence(label)}. Its logic is shown so that it can be examined. It is not a recommendation.`;
}

/** The source of a pathway. Throws when the library lacks it, which the check refuses before. */
export function sourceOf(graph: EvidenceGraph, pathway: PathwayEntry): SourceEntry {
  const source = graph.library.sources.get(pathway.source);
  if (!source) throw new Error(`The library has no source \`${pathway.source}\`, whose logic the pathway \`${pathway.id}\` is.`);
  return source;
}

function toRules(graph: EvidenceGraph, { inputs, rules, outcomes }: PathwayEntry): RuleView[] {
  return rules.map((rule, index) => {
    const outcome = outcomes.find(({ id }) => id === rule.outcome);
    return {
      id: rule.id,
      number: index + 1,
      step: rule.step ?? '',
      conditions: whenWords(inputs, rule.when),
      outcome: outcome?.label ?? rule.outcome,
      says: outcome?.says ?? '',
      caution: outcome?.caution && {
        says: outcome.caution.says,
        from: outcome.caution.from.map((one) => {
          const held = graph.library.sources.get(one.source);
          return {
            href: sourceUrl(one.source),
            text: held ? citationName(held) : one.source,
            locator: one.locator ? `(${one.locator})` : '',
          };
        }),
      },
      implied: rule.implied,
      locator: rule.locator ?? '',
    };
  });
}

function toConstraints(pathway: PathwayEntry, hits: readonly LintHit[]): PathwayPage['constraints'] {
  return pathway.constraints.map((one) => {
    const broken = hits.some((hit) => hit.lint === 'constraint' && hit.about.startsWith(`${one.id}: `));
    const kept = broken ? 'The algorithm breaks it in some cases: see above.' : 'The algorithm keeps to it in every case.';
    return { says: one.says, kept: one.kind === 'unasked' ? one.unasked : kept, locator: one.locator ?? '' };
  });
}

export function pathwayPage(graph: EvidenceGraph, pathway: PathwayEntry): PathwayPage {
  const source = sourceOf(graph, pathway);
  const state = reviewStateOf(graph, 'pathway', pathway);
  const line = toSourceLine(source, graph.freshness.sources.get(source.id));
  const hits = lint(pathway);
  const danger = graph.library.site.emergency.pathway?.key ?? '';
  return {
    shell: entryShell('pathways', pathway, state, {
      title: pathway.title,
      description: pathway.summary,
      path: pathwayUrl(pathway.id),
      leads: 'clinician',
      search: {
        page: 'Pathway',
        kind: `Pathway · ${withinSentence(line.kind)}`,
        summary: pathway.summary,
        aliases: ['algorithm', 'flowchart', line.authors],
        filters: [
          { name: 'review', value: state.label },
          { name: 'tier', value: line.tierLabel },
        ],
      },
    }),
    summary: pathway.summary,
    entry: pathway.entry,
    decides: labelOf(graph.library.vocabulary.interventions, pathway.intervention),
    source: line,
    caution: cautionOf(source),
    emergency: pathway.emergency || pathway.inputs.some(({ key }) => key === danger),
    danger,
    state,
    updated: formatDate(pathway.updated),
    rules: toRules(graph, pathway),
    flaws: accountFor(hits, pathway.acknowledged).hits.map(({ hit, acknowledged }) => ({
      mark: marks[hit.lint],
      says: acknowledged?.says ?? hit.says,
      cases: hit.cases.map((conditions) => conditions.join(' · ')),
      locator: acknowledged?.locator ?? '',
    })),
    constraints: toConstraints(pathway, hits),
    chart: toFlowchart(pathway, `Flowchart: ${pathway.title}`),
    fields: pathway.inputs.map(toPathwayField),
    compareHref: comparePathwaysUrl,
    logic: toLogicJson(pathway),
  };
}

export interface PathwayRow {
  readonly href: string;
  readonly title: string;
  readonly summary: string;
  readonly decides: string;
  readonly size: string;
  readonly flaws: string;
  readonly caution: string;
  readonly status: string;
  readonly source: SourceLine;
}

/** Pathways in order of id. */
const pathwayRows = (graph: EvidenceGraph): PathwayRow[] =>
  [...graph.library.pathways.values()].map((pathway) => {
    const source = sourceOf(graph, pathway);
    const silent = lint(pathway).filter((hit) => hit.lint === 'gap').length;
    const against = lint(pathway).length - silent;
    return {
      href: pathwayUrl(pathway.id),
      title: pathway.title,
      summary: pathway.summary,
      decides: labelOf(graph.library.vocabulary.interventions, pathway.intervention),
      size: `${formatCount(pathway.inputs.length, 'input')}, ${formatCount(pathway.rules.length, 'rule')}`,
      flaws: [silent ? formatCount(silent, 'gap') : '', against ? formatCount(against, 'contradiction') : ''].filter(Boolean).join(', '),
      caution: cautionOf(source),
      status: statuses[pageStateOf(graph, 'pathway', pathway)].label,
      source: toSourceLine(source, graph.freshness.sources.get(source.id)),
    };
  });

interface PathwayListPage {
  readonly shell: Shell;
  readonly rows: readonly PathwayRow[];
  readonly compare: Link;
}

export const pathwayListPage = (graph: EvidenceGraph): PathwayListPage => ({
  shell: listShell(
    'Pathways',
    pathwaysUrl,
    'Published algorithms, each as its source has it: to be walked through, and read against itself. None of them is advice.',
  ),
  rows: pathwayRows(graph),
  compare: { href: comparePathwaysUrl, text: 'Compare all algorithms' },
});
