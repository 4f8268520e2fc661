/** Any two sources side by side: the sources to choose from, and all that each says, as a file of its own that is fetched when a reader asks. */
import type { EvidenceGraph, PlacedFinding } from '../../evidence/evidence-graph.ts';
import { coiOf } from '../../evidence/interests.ts';
import type { PositionName } from '../../evidence/position.ts';
import { silenceOf } from '../../evidence/silence.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry } from '../../library/library.ts';
import { coiGroup } from '../../parts/coi.ts';
import { toFindingRow } from '../../parts/finding-row.ts';
import { formatYear, shortName } from '../../parts/format.ts';
import { toSourceLine } from '../../parts/source-line.ts';
import { questionUrl, sourceUrl } from '../../parts/urls.ts';
import type { SourceId } from '../../schema/id.ts';
import { kindRow, tiers } from '../../schema/kinds.ts';
import { foldLetters } from '../../words/fold.ts';

/** One finding of one of the two. */
export interface PairFinding {
  readonly href: string;
  readonly position: PositionName;
  readonly label: string;
  readonly counts: boolean;
  readonly says: string;
  /** The source’s own grade, as printed; this and what follows is empty where there is none. */
  readonly grade: string;
  /** Situations of the question that it speaks to. */
  readonly when: string;
  /** Where it stands in the source. */
  readonly place: string;
  /** Why it is not counted, or how its words were read. */
  readonly note: string;
}

export interface PairSource {
  readonly href: string;
  readonly name: string;
  /** Kind, year, jurisdiction and funding, e.g. `Guideline · 2020 · England · Funding: public money`. */
  readonly about: string;
  /** The questions on which it speaks, each with its number in the list of all. */
  readonly questions: readonly {
    readonly number: number;
    readonly href: string;
    readonly text: string;
    readonly findings: readonly PairFinding[];
  }[];
  /** Numbers of the questions on which it was found to say nothing. */
  readonly silent: readonly number[];
}

export type SourceChoices = readonly {
  readonly label: string;
  readonly options: readonly { readonly value: SourceId; readonly label: string; readonly href: string }[];
}[];

const guidelines = 'Guidelines and other recommendations';

const groupOf = (source: SourceEntry): string => {
  const { carries, tier } = kindRow(source.kind);
  if (carries === 'recommendation') return guidelines;
  return coiOf(source) ? coiGroup.label : `${tiers[tier].label} sources`;
};

/** Names as a menu lists them: short for guidelines, e.g. `ASH, 2020`; of others as citations print them. */
const menuName = (source: SourceEntry): string => {
  const [short, year] = [shortName(source), formatYear(source.issued)];
  return kindRow(source.kind).carries !== 'recommendation' ? citationName(source) : short.includes(year) ? short : `${short}, ${year}`;
};

/** Sources that have findings, in groups by name: guidelines first, then by tier, and last what has a conflict of interest. */
export function toSourceChoices(placed: readonly PlacedFinding[]): SourceChoices {
  const sources = [...new Map(placed.map(({ source }) => [source.id, source])).values()];
  const order = [guidelines, ...Object.values(tiers).map(({ label }) => `${label} sources`), coiGroup.label];
  const groups = Map.groupBy(sources, groupOf);
  return order.flatMap((label) => {
    const named = (groups.get(label) ?? []).map((source) => ({ value: source.id, label: menuName(source), href: sourceUrl(source.id) }));
    const options = named.toSorted((a, b) => (foldLetters(a.label) < foldLetters(b.label) ? -1 : 1));
    return options.length ? [{ label, options }] : [];
  });
}

function toPairFinding(graph: EvidenceGraph, placed: PlacedFinding): PairFinding {
  const { href, position, says, counts, grade, situations, locator, note, whyNot } = toFindingRow(graph, placed);
  return {
    href,
    position: position.name,
    label: position.label,
    counts,
    says: placed.finding.gist ?? says,
    grade,
    when: situations.join(' · '),
    place: locator,
    note: [counts ? '' : `Not counted: ${whyNot}`, note].filter(Boolean).join(' '),
  };
}

/** Everything that one source says, question by question, e.g. `toPairSource(graph, source).about`. */
export function toPairSource(graph: EvidenceGraph, source: SourceEntry): PairSource {
  const line = toSourceLine(source, graph.freshness.sources.get(source.id));
  const about = [line.kind, formatYear(source.issued), source.jurisdiction, `Funding: ${line.fundingLabel.toLowerCase()}`, line.staleness];
  const all = [...graph.library.questions.values()];
  const questions = all.map(({ id, short }, number) => ({
    number,
    href: questionUrl(id),
    text: short,
    findings: (graph.findings.get(id) ?? []).filter((one) => one.source.id === source.id).map((one) => toPairFinding(graph, one)),
  }));
  return {
    href: line.href,
    name: line.name,
    about: about.filter(Boolean).join(' · '),
    questions: questions.filter(({ findings }) => findings.length > 0),
    silent: all.flatMap((question, number) => (silenceOf(graph.library, source, question) ? [number] : [])),
  };
}
