/** The shape of every position: up for, down against, open where it is conditional. Drawn in two places, kept in one. */
import type { PositionName } from '../evidence/position.ts';

interface Shape {
  readonly path: string;
  readonly filled: boolean;
}
const up: Shape = { path: 'M8 2 15 14H1z', filled: true };
const openUp: Shape = { path: 'M8 2.6 14 13.4H2z', filled: false };
const down: Shape = { path: 'M8 14 1 2h14z', filled: true };
const openDown: Shape = { path: 'M8 13.4 2 2.6h12z', filled: false };
const line: Shape = { path: 'M3 8h10', filled: false };
const fewer: Shape = { path: 'M13 2v12M11 8H2m3.5-3.5L2 8l3.5 3.5', filled: false };
const more: Shape = { path: 'M3 2v12M5 8h9m-3.5-3.5L14 8l-3.5 3.5', filled: false };

export const positionShapes: Readonly<Record<PositionName, Shape>> = {
  recommends: up,
  suggests: openUp,
  advises: { path: 'M8 2.6 14 13.4H2zM8 8v3', filled: false },
  permits: { path: 'M3 3h10v10H3z', filled: false },
  'only-in-research': { path: 'M8 1.5 14.5 8 8 14.5 1.5 8z', filled: false },
  'suggests-against': openDown,
  'advises-against': { path: 'M8 13.4 2 2.6h12zM8 5v3', filled: false },
  'recommends-against': down,
  'made-none': { path: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z', filled: false },
  favourable: { path: 'M3 10l5-5 5 5', filled: false },
  unfavourable: { path: 'M3 6l5 5 5-5', filled: false },
  fewer,
  lower: fewer,
  more,
  higher: more,
  'not-settled': { path: 'M8 2v12M2 8h12', filled: false },
  reports: line,
  description: line,
  related: line,
  remark: line,
  'gives-none': line,
  'not-comparable': { path: 'M2 5.5h12M2 10.5h12M11 2 5 14', filled: false },
};
