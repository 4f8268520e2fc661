/**
 * A map as SVG text: each segment a link with a name, filled by how much the evidence covers there, with bars for how far a
 * contested word reaches. It draws the view on the paths of the figure, knows no anatomy and decides nothing.
 */
import type { Figure } from '../schema/figure.ts';
import { element, escapeText, textElement } from './svg-text.ts';

export type MapCoverage = 'none' | 'few' | 'several' | 'many';

export interface DrawnSegment {
  readonly id: string;
  readonly name: string;
  /** Where the segment leads, and what stands there. */
  readonly href: string;
  readonly leadsTo: string;
  readonly coverage: MapCoverage;
  /** `14 findings` */
  readonly count: string;
}

/** How far a contested word reaches, by the works that use it so. */
export interface DrawnWord {
  readonly id: string;
  readonly word: string;
  /** Names in the figure, e.g. `NICE, IPG651`. */
  readonly who: string;
  /** Segments that the word takes in, from above; drawn as a bar. Empty where the sense does not follow the segments. */
  readonly spans: readonly string[];
}

export interface DrawnMap {
  readonly id: string;
  readonly title: string;
  readonly segments: readonly DrawnSegment[];
  readonly words: readonly DrawnWord[];
  readonly drawing: Pick<Figure, 'picture' | 'frame' | 'outline' | 'beside' | 'segments'>;
}

type DrawnPath = DrawnMap['drawing']['beside'][number];

const LINE = 17;
/** From one bar to the next. */
const BAR = 23;

/** The fills: a word in the legend, a texture here, so that colour is never needed. */
const fills: Readonly<Record<MapCoverage, (id: string) => string>> = {
  many: () => 'var(--accent)',
  several: (id) => `url(#${id}-several)`,
  few: (id) => `url(#${id}-few)`,
  none: () => 'var(--paper)',
};

const patterns = (id: string): string =>
  element(
    'defs',
    {},
    [
      element(
        'pattern',
        { id: `${id}-several`, width: 4.5, height: 4.5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(40)' },
        element('rect', { width: 4.5, height: 4.5, fill: 'var(--paper)' }) +
          element('path', { d: 'M0 0V4.5', stroke: 'var(--accent)', 'stroke-width': 4 }),
      ),
      element(
        'pattern',
        { id: `${id}-few`, width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
        element('rect', { width: 5, height: 5, fill: 'var(--paper)' }) +
          element('circle', { cx: 2.5, cy: 2.5, r: 1.1, fill: 'var(--accent)' }),
      ),
    ].join(''),
  );

const stroke = ({ d, width }: DrawnPath, wider: number, attributes: Readonly<Record<string, string>>): string =>
  element('path', { d, 'stroke-width': width + wider, ...attributes });

function segmentOf({ id, drawing: { frame, segments } }: DrawnMap, segment: DrawnSegment): string {
  const drawn = segments.find((one) => one.id === segment.id);
  if (!drawn) throw new Error(`The map \`${id}\` has a segment \`${segment.id}\` that its drawing lacks.`);
  const [x, y] = drawn.from;
  const fill = fills[segment.coverage](id);
  const name = `${segment.name}, ${segment.count}: ${segment.coverage}. Leads to: ${segment.leadsTo}`;
  const inside = [
    element('rect', {
      class: 'touch',
      x: frame.names - 4,
      y: drawn.label - 18,
      width: frame.width - frame.names + 4,
      height: 2 * LINE + 16,
    }),
    ...drawn.paths.map((path) => stroke(path, 20, { class: 'touch-line' })),
    ...drawn.paths.map((path) => stroke(path, 9, { class: 'halo' })),
    ...drawn.paths.map((path) => stroke(path, 2.6, { class: 'wall' })),
    ...drawn.paths.map((path) => stroke(path, 0, { class: 'filling', stroke: fill })),
    element('path', { class: 'leader', d: `M${x} ${y}L${frame.names - 8} ${drawn.label - 5}` }),
    textElement({ class: 'name', x: frame.names, y: drawn.label }, segment.name),
    textElement({ x: frame.names, y: drawn.label + LINE }, `${segment.count}: ${segment.coverage}`),
  ];
  return element('a', { href: segment.href, class: 'segment', 'data-segment': segment.id, 'aria-label': name }, inside.join(' '));
}

/** A bar down the side for each sense of a contested word that follows the segments. */
function wordOf({ segments }: DrawnMap['drawing'], word: DrawnWord, x: number): string {
  const reaches = segments.filter(({ id }) => word.spans.includes(id)).map(({ reach }) => reach);
  const top = Math.min(...reaches.map(([from]) => from));
  const bottom = Math.max(...reaches.map(([, to]) => to));
  const label = `“${word.word}”, ${word.who}`;
  return [
    element('path', { class: 'bar', 'data-word': word.id, d: `M${x + 6} ${top}H${x}V${bottom}H${x + 6}` }),
    textElement({ class: 'word', transform: `translate(${x - 5} ${bottom}) rotate(-90)` }, label),
  ].join('');
}

/** The whole map. Example: `drawMap(view)` has one `<a>` for each segment of the view. */
export function drawMap(view: DrawnMap): string {
  const { picture, frame, outline, beside } = view.drawing;
  const words = view.words.filter(({ spans }) => spans.length > 0).sort((a, b) => a.spans.length - b.spans.length);
  const body = [
    ...outline.map(({ d, broken }) => element('path', { class: broken ? 'broken' : 'body', d })),
    ...beside.map((path) => stroke(path, 2.6, { class: 'wall faint' })),
    ...beside.map((path) => stroke(path, 0, { class: 'filling', stroke: 'var(--paper)' })),
  ];
  const desc = view.segments.map(({ name, count, coverage }) => `${name}: ${count}, ${coverage}.`).join(' ');
  const attributes = {
    class: 'drawing map-drawing',
    role: 'group',
    'aria-labelledby': `${view.id}-title`,
    'aria-describedby': `${view.id}-desc`,
    viewBox: `0 0 ${frame.width} ${frame.height}`,
  };
  return element(
    'svg',
    attributes,
    [
      `<title id="${view.id}-title">${escapeText(view.title)}</title>`,
      `<desc id="${view.id}-desc">${escapeText(`${picture} ${desc}`)}</desc>`,
      patterns(view.id),
      ...body,
      ...words.map((word, i) => wordOf(view.drawing, word, frame.bars - i * BAR)),
      ...view.segments.map((segment) => segmentOf(view, segment)),
    ].join(''),
  );
}

/** The sample of a legend row as a small square of the same fill. */
export const drawMapSample = (view: Pick<DrawnMap, 'id'>, coverage: MapCoverage): string =>
  element(
    'svg',
    { class: 'sample', viewBox: '0 0 30 14', width: 30, height: 14, 'aria-hidden': 'true' },
    element('path', { class: 'wall', d: 'M1 7H29', 'stroke-width': 12.6 }) +
      element('path', { class: 'filling', d: 'M1 7H29', 'stroke-width': 10, stroke: fills[coverage](view.id) }),
  );
