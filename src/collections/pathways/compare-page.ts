/** Pathways side by side: what each asks, where two part on the same inputs, and where only one speaks. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { comparePathways, joinInputs, type Parting } from '../../evidence/pathway/compare.ts';
import type { PathwayEntry } from '../../library/library.ts';
import { labelOf as wordLabel } from '../../schema/word-list.ts';
import { cautionOf, sourceOf, toLogicJson } from './page.ts';
import { toInputField, type InputField } from '../../parts/input-field.ts';
import { shellBelow, type Shell } from '../../parts/shell.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { withinSentence } from '../../words/phrase.ts';
import { comparePathwaysUrl, pathwayUrl } from '../../parts/urls.ts';

interface ComparedPathway {
  readonly href: string;
  readonly name: string;
  readonly decides: string;
  readonly caution: string;
  readonly source: SourceLine;
  readonly logic: string;
}
/** Cases with what they have in common said once. */
export interface CasesView {
  readonly always: string;
  /** One of these besides; empty when nothing else matters. */
  readonly any: readonly string[];
}
export interface PairView {
  readonly id: string;
  readonly title: string;
  readonly first: string;
  readonly second: string;
  /** Said where the two are not about the same thing; else empty. */
  readonly apart: string;
  /** What each says of the danger of the disease: comes before all other cases. Undefined where neither asks. */
  readonly emergency: { readonly asked: string; readonly first: string; readonly second: string } | undefined;
  readonly rows: readonly { readonly cases: CasesView; readonly first: string; readonly second: string }[];
  readonly alone: readonly { readonly says: string; readonly cases: CasesView }[];
  readonly count: string;
}
export interface PathwayComparePage {
  readonly shell: Shell;
  readonly pathways: readonly ComparedPathway[];
  readonly inputs: readonly { readonly name: string; readonly asked: readonly boolean[] }[];
  readonly fields: readonly InputField[];
  /** The joined inputs, for the browser. */
  readonly inputsJson: string;
  /** Key of the input that asks for the danger; empty for a site without one. */
  readonly danger: string;
  readonly pairs: readonly PairView[];
}

const inWords = (cases: Parting['cases']): CasesView => {
  const always = (cases[0] ?? []).filter((condition) => cases.every((conditions) => conditions.includes(condition)));
  const rest = cases.map((conditions) => conditions.filter((condition) => !always.includes(condition)).join(' · '));
  return { always: always.join(' · '), any: rest.includes('') ? [] : rest };
};
const labelOf = ({ outcomes }: PathwayEntry, id: string | undefined): string =>
  outcomes.find((one) => one.id === id)?.label ?? 'Not addressed';

function toPair(graph: EvidenceGraph, first: PathwayEntry, second: PathwayEntry): PairView {
  const { vocabulary, site } = graph.library;
  const danger = site.emergency.pathway;
  const { emergency, part, alone, counts } = comparePathways(first, second, danger?.key);
  const asks = [...first.inputs, ...second.inputs].find(({ key }) => key === danger?.key);
  const [one, other] = [first, second].map((pathway) => toSourceLine(sourceOf(graph, pathway)).name);
  const [this_, that] = [first, second].map(({ intervention }) => withinSentence(wordLabel(vocabulary.interventions, intervention)));
  return {
    id: `${first.id}-${second.id}`,
    title: `${one} and ${other}`,
    first: one ?? first.id,
    second: other ?? second.id,
    apart:
      first.intervention === second.intervention
        ? ''
        : `The first is about ${this_}, the second about ${that}: what they say differs partly because they are not about the same treatment.`,
    emergency: asks && { asked: `${asks.name}: yes`, first: labelOf(first, emergency.first), second: labelOf(second, emergency.second) },
    rows: part.map((row) => ({ cases: inWords(row.cases), first: labelOf(first, row.first), second: labelOf(second, row.second) })),
    alone: [
      { says: `Only ${one} addresses these`, cases: alone.first },
      { says: `Only ${other} addresses these`, cases: alone.second },
    ]
      .filter(({ cases }) => cases.length > 0)
      .map(({ says, cases }) => ({ says, cases: inWords(cases) })),
    count: `${asks && danger ? `Apart from ${danger.danger}, of` : 'Of'} ${counts.cases} cases that their rules can tell apart, they differ in ${counts.part}, agree in ${counts.together}, and ${counts.first + counts.second} are addressed by only one of them. Cases are combinations of answers, not patients.`,
  };
}

export function pathwayComparePage(graph: EvidenceGraph): PathwayComparePage {
  const all = [...graph.library.pathways.values()];
  const joined = joinInputs(all);
  return {
    shell: shellBelow('pathways', {
      title: 'Compare all algorithms',
      description: 'The published algorithms on the same answers, and the combinations where two of them differ.',
      path: comparePathwaysUrl,
      leads: 'clinician',
      search: {
        page: 'Pathway',
        kind: 'Comparison',
        date: '',
        summary: 'Where published algorithms differ on the same inputs.',
        aliases: ['algorithm', 'compare'],
        filters: [],
      },
    }),
    pathways: all.map((pathway) => {
      const source = sourceOf(graph, pathway);
      const line = toSourceLine(source, graph.freshness.sources.get(source.id));
      return {
        href: pathwayUrl(pathway.id),
        name: line.name,
        decides: wordLabel(graph.library.vocabulary.interventions, pathway.intervention),
        caution: cautionOf(source),
        source: line,
        logic: toLogicJson(pathway),
      };
    }),
    inputs: joined.map(({ key, name }) => ({ name, asked: all.map(({ inputs }) => inputs.some((input) => input.key === key)) })),
    fields: joined.map(toInputField),
    inputsJson: JSON.stringify(joined),
    danger: graph.library.site.emergency.pathway?.key ?? '',
    pairs: all.flatMap((first, i) => all.slice(i + 1).map((second) => toPair(graph, first, second))),
  };
}
