/**
 * A flowchart as SVG text: boxes and arrows where dagre puts them. Type keeps its size, so a chart is drawn once narrow, for
 * phones, and once wide. It draws what the view says and decides nothing.
 */
import { Graph, layout } from '@dagrejs/dagre';
import { element, escapeText, round, textElement, wrapText } from './svg-text.ts';

export interface ChartBox {
  readonly id: string;
  readonly kind: 'question' | 'outcome' | 'gap';
  /** Lines that stand by themselves: a question has one, conditions that belong together have one each. */
  readonly lines: readonly string[];
}
export interface ChartArrow {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** True where the arrow ends in silence. */
  readonly silent: boolean;
}
export interface FlowchartView {
  readonly title: string;
  /** The whole chart in sentences. */
  readonly description: string;
  readonly boxes: readonly ChartBox[];
  readonly arrows: readonly ChartArrow[];
}

export type ChartSize = 'narrow' | 'wide';
interface Measures {
  /** Characters in one line of a box and of an arrow's words. */
  readonly box: number;
  readonly arrow: number;
  /** Mean width of a character, height of a line and space around text, in pixels. */
  readonly character: number;
  /** The same in an outcome, which is set in bold where there is room. */
  readonly strong: number;
  readonly line: number;
  readonly padding: number;
  readonly between: number;
  readonly below: number;
}
const measures: Readonly<Record<ChartSize, Measures>> = {
  narrow: { box: 12, arrow: 11, character: 6.6, strong: 6.6, line: 15, padding: 5, between: 4, below: 14 },
  wide: { box: 21, arrow: 18, character: 7.8, strong: 8.7, line: 18, padding: 11, between: 18, below: 20 },
};

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Laid extends Point {
  readonly width: number;
  readonly height: number;
}
interface LaidArrow extends Laid {
  readonly points: readonly Point[];
}

/** Lines of a box; conditions that belong together are set apart by a mark. */
const boxLines = ({ lines }: ChartBox, size: Measures): string[] =>
  lines.length < 2
    ? lines.flatMap((line) => wrapText(line, size.box))
    : lines.flatMap((line) => wrapText(line, size.box - 2).map((part, i) => (i === 0 ? `• ${part}` : `\u00a0\u00a0\u00a0${part}`)));

const widthOf = (box: ChartBox, lines: readonly string[], { character, strong, padding }: Measures): number =>
  Math.max(...lines.map((line) => line.length), 4) * (box.kind === 'outcome' ? strong : character) + 2 * padding;

function textLines(lines: readonly string[], at: Point, size: Measures, anchor: 'start' | 'middle'): string {
  const top = at.y - ((lines.length - 1) * size.line) / 2;
  return lines.map((line, i) => textElement({ x: at.x, y: top + i * size.line, 'text-anchor': anchor, dy: '0.35em' }, line)).join('');
}

function drawBox(box: ChartBox, laid: Laid, size: Measures): string {
  const { x, y, width, height } = laid;
  const lines = boxLines(box, size);
  const several = box.lines.length > 1;
  const frame = element('rect', {
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: box.kind === 'question' ? 3 : 12,
  });
  const text = textLines(lines, { x: several ? x - width / 2 + size.padding : x, y }, size, several ? 'start' : 'middle');
  return element('g', { class: `chart-${box.kind}`, 'data-box': box.id }, frame + text);
}

function drawArrow(arrow: ChartArrow, laid: LaidArrow, size: Measures): string {
  const points = laid.points.map(({ x, y }) => `${round(x)} ${round(y)}`);
  const last = laid.points.at(-1) ?? laid;
  const lines = wrapText(arrow.text, size.arrow);
  const line = element('path', { d: `M${points.join('L')}`, fill: 'none' });
  const head = element('path', { class: 'chart-head', d: `M${round(last.x - 4)} ${round(last.y - 7)}h8l-4 7z` });
  const plate = element('rect', {
    class: 'chart-plate',
    x: laid.x - laid.width / 2,
    y: laid.y - laid.height / 2,
    width: laid.width,
    height: laid.height,
  });
  const name = `${arrow.from} ${arrow.to}`;
  return element(
    'g',
    { class: arrow.silent ? 'chart-arrow chart-silent' : 'chart-arrow', 'data-arrow': name },
    line + head + plate + textLines(lines, laid, size, 'middle'),
  );
}

/**
 * The chart, e.g. `flowchart(view, 'wide', 'chart-wide')`. `id` begins the ids inside it and must be its own on a page.
 * A reader who cannot see it is given the title and the description of the view.
 */
export function flowchart(view: FlowchartView, sizeName: ChartSize, id: string): string {
  const size = measures[sizeName];
  const graph = new Graph({ multigraph: true });
  // Aligned to one side a chart with one long spine is narrower; centred it looks better where there is room.
  const align = sizeName === 'narrow' ? 'UR' : undefined;
  graph.setGraph({ rankdir: 'TB', align, nodesep: size.between, edgesep: size.between, ranksep: size.below, marginx: 2, marginy: 2 });
  for (const box of view.boxes) {
    const lines = boxLines(box, size);
    graph.setNode(box.id, { width: widthOf(box, lines, size), height: lines.length * size.line + 2 * size.padding });
  }
  view.arrows.forEach((arrow, index) => {
    const lines = wrapText(arrow.text, size.arrow);
    const words = { width: Math.max(...lines.map((line) => line.length)) * size.character, height: lines.length * size.line };
    graph.setEdge(arrow.from, arrow.to, { ...words, labelpos: 'c' }, String(index));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as Partial<Laid>;
  const arrows = view.arrows.map((arrow, index) =>
    drawArrow(arrow, graph.edge(arrow.from, arrow.to, String(index)) as unknown as LaidArrow, size),
  );
  const boxes = view.boxes.map((box) => drawBox(box, graph.node(box.id) as unknown as Laid, size));
  const said =
    element('title', { id: `${id}-title` }, escapeText(view.title)) + element('desc', { id: `${id}-desc` }, escapeText(view.description));
  const attributes = {
    class: `flowchart flowchart-${sizeName}`,
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
  return element('svg', attributes, said + arrows.join('') + boxes.join(''));
}
