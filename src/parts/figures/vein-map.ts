/** The deep veins from calf to cava: what the evidence covers in each segment, and which words take it in. */
import { partsOfFinding } from '../../evidence/comparability.ts';
import type { EvidenceGraph, PlacedFinding } from '../../evidence/evidence-graph.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { SourceEntry } from '../../library/library.ts';
import { populations, type Population } from '../../schema/vocabulary.ts';
import { toVerdictView, type VerdictView } from '../finding-row.ts';
import type { Link } from '../shell.ts';
import { shortName } from '../short-name.ts';
import { questionUrl, sourceUrl, veinMapUrl } from '../urls.ts';
import { formatCount } from '../../words/phrase.ts';

export type SegmentId = 'cava' | 'iliac' | 'common-femoral' | 'femoral' | 'popliteal' | 'calf';
export type Coverage = 'none' | 'few' | 'several' | 'many';

export interface VeinSegment {
  readonly id: SegmentId;
  readonly name: string;
  readonly veins: string;
  /** Where the segment leads: the question with the most sources, else its row in the table. */
  readonly href: string;
  readonly leadsTo: string;
  readonly coverage: Coverage;
  /** `14 findings` */
  readonly count: string;
  readonly findings: number;
  /** What clot here is called: populations of our list, then contested words with who uses them so. */
  readonly called: readonly string[];
  /** Questions on clot here, the one with the most counted sources first. */
  readonly questions: readonly (Link & { readonly verdict: VerdictView; readonly sources: string })[];
}

/** How far down a contested word reaches, by the works that use it so. */
export interface VeinWord {
  readonly id: string;
  readonly word: string;
  /** Names in the figure, e.g. `NICE, IPG651`. */
  readonly who: string;
  readonly says: string;
  readonly sources: readonly Link[];
  /** Segments that the word takes in, from above; drawn as a bar. Empty where the sense does not follow the segments. */
  readonly spans: readonly SegmentId[];
}

export interface VeinMapView {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly segments: readonly VeinSegment[];
  readonly words: readonly VeinWord[];
  readonly legend: readonly { readonly coverage: Coverage; readonly label: string }[];
  /** Findings on any DVT of the leg, which name no segment. */
  readonly general: string;
  readonly sources: readonly SourceEntry['id'][];
}

interface Segment {
  readonly id: SegmentId;
  readonly name: string;
  readonly veins: string;
  readonly parts: readonly Population[];
}
const segments: readonly Segment[] = [
  { id: 'cava', name: 'Vena cava', veins: 'inferior vena cava, and filters placed in it', parts: ['iliocaval'] },
  { id: 'iliac', name: 'Iliac', veins: 'common, external and internal iliac veins', parts: ['iliocaval', 'iliofemoral'] },
  { id: 'common-femoral', name: 'Common femoral', veins: 'common femoral vein', parts: ['iliofemoral'] },
  { id: 'femoral', name: 'Femoral', veins: 'femoral and deep femoral veins', parts: ['femoropopliteal'] },
  { id: 'popliteal', name: 'Popliteal', veins: 'popliteal vein', parts: ['femoropopliteal'] },
  { id: 'calf', name: 'Calf', veins: 'posterior tibial, peroneal and anterior tibial veins', parts: ['calf'] },
];

const levels: readonly { coverage: Coverage; from: number; label: string }[] = [
  { coverage: 'many', from: 20, label: 'many: 20 findings or more' },
  { coverage: 'several', from: 6, label: 'several: 6 to 19' },
  { coverage: 'few', from: 1, label: 'few: 1 to 5' },
  { coverage: 'none', from: 0, label: 'none' },
];

/** Word for a number of findings, e.g. `toCoverage(7) === 'several'`. */
export const toCoverage = (findings: number): Coverage => levels.find(({ from }) => findings >= from)?.coverage ?? 'none';

const share = (one: readonly Population[], other: readonly Population[]): boolean => one.some((part) => other.includes(part));

/** Whether a finding or a question speaks of the vena cava: by name, or because a caval filter lies in it. */
const onCava = ({ population, intervention }: { readonly population: Population; readonly intervention: string }): boolean =>
  population === 'iliocaval' || intervention === 'filter';

/** Parts named by a finding; none for one that is on any DVT of the leg, because it names no segment. */
const namedParts = ({ finding, source }: PlacedFinding, terms: EvidenceGraph['library']['terms']): readonly Population[] =>
  finding.population === 'any' ? [] : partsOfFinding(finding, source, terms);

function questionsOn(graph: EvidenceGraph, segment: Segment): VeinSegment['questions'] {
  const rank = { recommendation: 0, effect: 1, description: 2 };
  const on = [...graph.library.questions.values()].filter(({ pico }) =>
    segment.id === 'cava' ? onCava(pico) : pico.population !== 'any' && share(populations[pico.population].covers ?? [], segment.parts),
  );
  const counted = (id: (typeof on)[number]['id']): number => graph.verdicts.get(id)?.counted.length ?? 0;
  return on
    .sort((a, b) => counted(b.id) - counted(a.id) || rank[a.asks] - rank[b.asks] || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, question }) => {
      const verdict = graph.verdicts.get(id);
      const sources = formatCount(counted(id), 'source counts', 'sources count');
      return verdict ? [{ href: questionUrl(id), text: question, verdict: toVerdictView(verdict), sources }] : [];
    });
}

/** How each source uses a contested word, one row for each sense. */
function wordsOf(graph: EvidenceGraph): VeinWord[] {
  const { terms, sources } = graph.library;
  return (['distal', 'proximal'] as const).flatMap((word) =>
    [...terms.values()]
      .filter(({ id }) => id === word)
      .flatMap((term) => term.senses)
      .flatMap((sense) => {
        const using = [...sources.values()].filter((source) => source.terms[word] === sense.id && !source.supersededBy);
        const parts = sense.covers.flatMap((part) => populations[part].covers ?? []);
        if (!using.length) return [];
        const names = [...new Set(using.map(shortName))];
        return [
          {
            id: `${word}-${sense.id}`,
            word,
            who: names.length > 2 ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : names.join(', '),
            says: sense.says,
            sources: using.map((source) => ({ href: sourceUrl(source.id), text: citationName(source) })),
            // The senses of “proximal” divide the femoral from the popliteal vein, which one population holds together.
            spans: word === 'distal' ? segments.filter((segment) => share(segment.parts, parts)).map(({ id }) => id) : [],
          },
        ];
      }),
  );
}

/** The vein map. Every segment has a name, a count and somewhere to lead. */
export function toVeinMap(graph: EvidenceGraph): VeinMapView {
  const placed = [...graph.findings.values()].flat().filter(({ counts }) => counts);
  const words = wordsOf(graph);
  const { terms } = graph.library;
  const rows = segments.map((segment): VeinSegment => {
    const { id, name, veins, parts } = segment;
    const own = placed.filter((one) => (id === 'cava' ? onCava(one.finding) : share(namedParts(one, terms), parts)));
    const questions = questionsOn(graph, segment);
    const [first] = questions;
    const spoken = words.filter(({ spans }) => spans.includes(id)).map(({ word, who }) => `“${word}” as ${who} uses it`);
    return {
      id,
      name,
      veins,
      href: first?.href ?? `${veinMapUrl}#segment-${id}`,
      leadsTo: first?.text ?? 'no question names it alone; see the table',
      coverage: toCoverage(own.length),
      count: formatCount(own.length, 'finding'),
      findings: own.length,
      called: [...parts.map((part) => populations[part].label), ...spoken],
      questions,
    };
  });
  const general = placed.filter(({ finding }) => finding.population === 'any').length;
  const naming = placed.filter((one) => onCava(one.finding) || segments.some(({ parts }) => share(namedParts(one, terms), parts)));
  return {
    id: 'vein-map',
    href: veinMapUrl,
    title: 'The deep veins, and what the evidence covers in each',
    segments: rows,
    words,
    legend: levels.map(({ coverage, label }) => ({ coverage, label })),
    general: `${formatCount(general, 'more finding that counts is', 'more findings that count are')} on any DVT of the leg, naming no segment.`,
    sources: [...new Set(naming.map(({ source }) => source.id))],
  };
}
