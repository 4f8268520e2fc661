/**
 * The vein map as SVG text: each segment a link with a name, filled by how much the evidence covers there, with bars for how
 * far down a contested word reaches. It draws the view on the paths of `vein-paths.ts` and decides nothing.
 */
import type { VeinMapView, VeinSegment, VeinWord } from '../parts/figures/vein-map.ts';
import { element, escapeText, textElement } from './svg-text.ts';
import { drawnSegments, frame, groin, kneecap, otherSide, outline, type DrawnSegment, type VeinPath } from './vein-paths.ts';

const LABEL = 200;
const LINE = 17;

/** The fills: a word in the legend, a texture here, so that colour is never needed. */
const fills: Readonly<Record<VeinSegment['coverage'], (id: string) => string>> = {
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

const stroke = ({ d, width }: VeinPath, wider: number, attributes: Readonly<Record<string, string>>): string =>
  element('path', { d, 'stroke-width': width + wider, ...attributes });

function segmentOf(view: VeinMapView, segment: VeinSegment): string {
  const drawn: DrawnSegment = drawnSegments[segment.id];
  const [x, y] = drawn.from;
  const fill = fills[segment.coverage](view.id);
  const name = `${segment.name}, ${segment.count}: ${segment.coverage}. Leads to: ${segment.leadsTo}`;
  const inside = [
    element('rect', { class: 'touch', x: LABEL - 4, y: drawn.label - 18, width: frame.width - LABEL + 4, height: 2 * LINE + 16 }),
    ...drawn.veins.map((vein) => stroke(vein, 20, { class: 'touch-line' })),
    ...drawn.veins.map((vein) => stroke(vein, 9, { class: 'halo' })),
    ...drawn.veins.map((vein) => stroke(vein, 2.6, { class: 'wall' })),
    ...drawn.veins.map((vein) => stroke(vein, 0, { class: 'blood', stroke: fill })),
    element('path', { class: 'leader', d: `M${x} ${y}L${LABEL - 8} ${drawn.label - 5}` }),
    textElement({ class: 'name', x: LABEL, y: drawn.label }, segment.name),
    textElement({ x: LABEL, y: drawn.label + LINE }, `${segment.count}: ${segment.coverage}`),
  ];
  return element('a', { href: segment.href, class: 'segment', 'data-segment': segment.id, 'aria-label': name }, inside.join(' '));
}

/** A bar down the side for each sense of a contested word that follows the segments. */
function wordOf(word: VeinWord, x: number): string {
  const reaches = word.spans.map((id) => drawnSegments[id].reach);
  const top = Math.min(...reaches.map(([from]) => from));
  const bottom = Math.max(...reaches.map(([, to]) => to));
  const label = `“${word.word}”, ${word.who}`;
  return [
    element('path', { class: 'bar', 'data-word': word.id, d: `M${x + 6} ${top}H${x}V${bottom}H${x + 6}` }),
    textElement({ class: 'word', transform: `translate(${x - 5} ${bottom}) rotate(-90)` }, label),
  ].join('');
}

/** The whole map. Example: `drawVeinMap(view)` has one `<a>` for each segment of the view. */
export function drawVeinMap(view: VeinMapView): string {
  const words = view.words.filter(({ spans }) => spans.length > 0).sort((a, b) => a.spans.length - b.spans.length);
  const body = [
    element('path', { class: 'body', d: outline.join('') }),
    element('path', { class: 'body', d: kneecap }),
    element('path', { class: 'groin', d: groin }),
    stroke(otherSide, 2.6, { class: 'wall faint' }),
    stroke(otherSide, 0, { class: 'blood', stroke: 'var(--paper)' }),
  ];
  const desc = view.segments.map(({ name, count, coverage }) => `${name}: ${count}, ${coverage}.`).join(' ');
  const attributes = {
    class: 'drawing veins',
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
      `<desc id="${view.id}-desc">${escapeText(`The right leg and the pelvis from the front. ${desc}`)}</desc>`,
      patterns(view.id),
      ...body,
      ...words.map((word, i) => wordOf(word, 62 - i * 23)),
      ...view.segments.map((segment) => segmentOf(view, segment)),
    ].join(''),
  );
}

/** The sample of a legend row as a small square of the same fill. */
export const drawVeinSample = (view: Pick<VeinMapView, 'id'>, coverage: VeinSegment['coverage']): string =>
  element(
    'svg',
    { class: 'sample', viewBox: '0 0 30 14', width: 30, height: 14, 'aria-hidden': 'true' },
    element('path', { class: 'wall', d: 'M1 7H29', 'stroke-width': 12.6 }) +
      element('path', { class: 'blood', d: 'M1 7H29', 'stroke-width': 10, stroke: fills[coverage](view.id) }),
  );
