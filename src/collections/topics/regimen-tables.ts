/** What was given, by intervention and source: rows ready to print. */
import type { EvidenceGraph } from '../../evidence/evidence-graph.ts';
import { regimensOfIntervention, type Regimen } from '../../evidence/regimens.ts';
import type { TopicEntry } from '../../library/library.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { toSourceLine, type SourceLine } from '../../parts/source-line.ts';
import { orList } from '../../words/phrase.ts';

export interface RegimenItem {
  readonly agent: string;
  /** Dose, route, duration and device, as far as the digest has them; a part that it does not have is not there. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly locator: string;
}
export interface RegimenTable {
  readonly id: string;
  readonly title: string;
  /** What the lists are and what they are not; above the first. */
  readonly says: string;
  readonly rows: readonly { readonly source: SourceLine; readonly items: readonly RegimenItem[] }[];
}

/** What stands above every list of regimens. */
const notice =
  'This is what was given in studies, or what a source describes, as far as our digests have it. It is no advice on dosing: for a patient, the label of the drug and the local protocol count.';

/** Regimens as items; those that differ in the device alone are one, e.g. with `Device: AngioJet or Trellis`. */
function toItems(regimens: readonly Regimen[], { devices }: Vocabulary): RegimenItem[] {
  const alike = Map.groupBy(regimens, ({ device, ...rest }) => JSON.stringify([device !== undefined, rest]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const { agent, dose, route, duration, locator = '' } = first;
    const facts = [
      { label: 'Dose', text: dose },
      { label: 'Route', text: route },
      { label: 'Duration', text: duration },
      { label: 'Device', text: orList(same.flatMap(({ device }) => (device ? [labelOf(devices, device)] : []))) },
    ];
    return [{ agent, facts: facts.flatMap(({ label, text }) => (text ? [{ label, text }] : [])), locator }];
  });
}

/** The tables of a topic that asks for them, e.g. with `regimens: [cdt]`, in the order in which it names interventions; none for others. */
export const regimenTables = ({ library, freshness }: EvidenceGraph, { regimens }: Pick<TopicEntry, 'regimens'>): readonly RegimenTable[] =>
  regimens
    .map((intervention) => ({
      id: `regimens-${intervention}`,
      title: labelOf(library.vocabulary.interventions, intervention),
      rows: regimensOfIntervention(library, intervention).map(({ source, regimens: own }) => ({
        source: toSourceLine(source, freshness.sources.get(source.id)),
        items: toItems(own, library.vocabulary),
      })),
    }))
    .filter(({ rows }) => rows.length > 0)
    .map((table, index) => ({ ...table, says: index === 0 ? notice : '' }));
