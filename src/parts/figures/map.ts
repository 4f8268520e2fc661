/** A map of a disease: what the evidence covers in each segment of a figure, and which words take it in. */
import { partsOfFinding } from '../../evidence/comparability.ts';
import type { EvidenceGraph, PlacedFinding } from '../../evidence/evidence-graph.ts';
import { citationName } from '../../evidence/source-name.ts';
import type { DrawnMap, DrawnSegment, DrawnWord, MapCoverage } from '../../figures/map.ts';
import type { FigureEntry, SourceEntry } from '../../library/library.ts';
import type { Figure } from '../../schema/figure.ts';
import { partsOf, type Population } from '../../schema/vocabulary.ts';
import { labelOf } from '../../schema/word-list.ts';
import { toVerdictView, type VerdictView } from '../finding-row.ts';
import type { Link } from '../shell.ts';
import { shortName } from '../short-name.ts';
import { figureUrl, questionUrl, sourceUrl } from '../urls.ts';
import { formatCount } from '../../words/phrase.ts';

/** A segment: where it leads is the question with the most sources, else its row in the table. */
export interface MapSegment extends DrawnSegment {
  readonly says: string;
  readonly findings: number;
  /** What it is called: populations of our list, then contested words with who uses them so. */
  readonly called: readonly string[];
  /** Questions on it, the one with the most counted sources first. */
  readonly questions: readonly (Link & { readonly verdict: VerdictView })[];
}

export interface MapWord extends DrawnWord {
  readonly says: string;
  readonly sources: readonly Link[];
}

export interface MapView extends DrawnMap {
  readonly href: string;
  readonly name: string;
  /** Head of the column with what each segment is called. */
  readonly called: string;
  readonly segments: readonly MapSegment[];
  readonly words: readonly MapWord[];
  readonly legend: readonly { readonly coverage: MapCoverage; readonly label: string }[];
  /** Findings that name no segment; empty for a figure without such a population. */
  readonly general: string;
  readonly sources: readonly SourceEntry['id'][];
}

type Segment = Figure['segments'][number];

const levels: readonly { coverage: MapCoverage; from: number; label: string }[] = [
  { coverage: 'many', from: 20, label: 'many: 20 findings or more' },
  { coverage: 'several', from: 6, label: 'several: 6 to 19' },
  { coverage: 'few', from: 1, label: 'few: 1 to 5' },
  { coverage: 'none', from: 0, label: 'none' },
];

/** Word for a number of findings, e.g. `toCoverage(7) === 'several'`. */
export const toCoverage = (findings: number): MapCoverage => levels.find(({ from }) => findings >= from)?.coverage ?? 'none';

const share = (one: readonly Population[], other: readonly Population[]): boolean => one.some((part) => other.includes(part));

/** What a finding or a question is on: its own word, and the parts that it is read as. */
interface Subject {
  readonly population: Population;
  readonly intervention: string;
  readonly parts: readonly Population[];
}

/** Whether that lies in a segment: by an intervention that lies there, or by a place that is no more than a part of the whole. */
const isIn = ({ populations, interventions, named }: Segment, general: Population | undefined, on: Subject): boolean =>
  interventions.includes(on.intervention) ||
  (named ? populations.includes(on.population) : on.population !== general && share(on.parts, populations));

function questionsOn(graph: EvidenceGraph, segment: Segment, general: Population | undefined): MapSegment['questions'] {
  const rank = { recommendation: 0, effect: 1, description: 2 };
  const on = [...graph.library.questions.values()].filter(({ pico }) =>
    isIn(segment, general, { ...pico, parts: partsOf(graph.library.vocabulary, pico.population) ?? [] }),
  );
  const counted = (id: (typeof on)[number]['id']): number => graph.verdicts.get(id)?.counted.length ?? 0;
  return on
    .sort((a, b) => counted(b.id) - counted(a.id) || rank[a.asks] - rank[b.asks] || (a.id < b.id ? -1 : 1))
    .flatMap(({ id, question }) => {
      const verdict = graph.verdicts.get(id);
      return verdict ? [{ href: questionUrl(id), text: question, verdict: toVerdictView(verdict) }] : [];
    });
}

/** How each source uses a contested word, one row for each sense. */
function wordsOf({ library }: EvidenceGraph, { words, segments }: Figure): MapWord[] {
  const { terms, sources, vocabulary } = library;
  return words.flatMap(({ population: word, bars }) =>
    ([...terms.values()].find(({ id }) => id === word)?.senses ?? []).flatMap((sense) => {
      const using = [...sources.values()].filter((source) => source.terms[word] === sense.id && !source.supersededBy);
      const parts = sense.covers.flatMap((part) => partsOf(vocabulary, part) ?? []);
      if (!using.length) return [];
      const names = [...new Set(using.map(shortName))];
      return [
        {
          id: `${word}-${sense.id}`,
          word,
          who: names.length > 2 ? `${names.slice(0, 2).join(', ')} +${names.length - 2}` : names.join(', '),
          says: sense.says,
          sources: using.map((source) => ({ href: sourceUrl(source.id), text: citationName(source) })),
          spans: bars ? segments.filter(({ populations }) => share(populations, parts)).map(({ id }) => id) : [],
        },
      ];
    }),
  );
}

/** The map of a figure. Every segment has a name, a count and somewhere to lead. */
export function toMap(graph: EvidenceGraph, figure: FigureEntry): MapView {
  const { library } = graph;
  const { id, title, name, called, segments, general } = figure;
  const whole = general?.population;
  const placed = [...graph.findings.values()].flat().filter(({ counts }) => counts);
  const subjectOf = ({ finding, source }: PlacedFinding): Subject => ({ ...finding, parts: partsOfFinding(finding, source, library) });
  const on = (segment: Segment): readonly PlacedFinding[] => placed.filter((one) => isIn(segment, whole, subjectOf(one)));
  const words = wordsOf(graph, figure);
  const held = new Map(segments.map((segment) => [segment.id, on(segment)]));
  const naming = new Set([...held.values()].flat());
  return {
    id,
    href: figureUrl(id),
    title,
    name,
    called,
    segments: segments.map((segment): MapSegment => {
      const own = held.get(segment.id) ?? [];
      const questions = questionsOn(graph, segment, whole);
      const [first] = questions;
      const spoken = words.filter(({ spans }) => spans.includes(segment.id)).map(({ word, who }) => `“${word}” as ${who} uses it`);
      return {
        id: segment.id,
        name: segment.name,
        says: segment.says,
        href: first?.href ?? `${figureUrl(id)}#segment-${segment.id}`,
        leadsTo: first?.text ?? 'no question names it alone; see the table',
        coverage: toCoverage(own.length),
        count: formatCount(own.length, 'finding'),
        findings: own.length,
        called: [...segment.populations.map((part) => labelOf(library.vocabulary.populations, part)), ...spoken],
        questions,
      };
    }),
    words,
    legend: levels.map(({ coverage, label }) => ({ coverage, label })),
    general: general
      ? `${formatCount(
          placed.filter(({ finding }) => finding.population === whole).length,
          'more finding that counts is',
          'more findings that count are',
        )} ${general.says}.`
      : '',
    sources: [...new Set(placed.filter((one) => naming.has(one)).map(({ source }) => source.id))],
    drawing: figure,
  };
}
