/** The shape of every position: up for, down against, open where it is conditional. Drawn in two places, kept in one. */
import type { Stance } from '../schema/vocabulary.ts';

export const stanceShapes: Record<Stance | 'not-comparable', { readonly path: string; readonly filled: boolean }> = {
  for: { path: 'M8 2 15 14H1z', filled: true },
  conditional: { path: 'M8 2.6 14 13.4H2z', filled: false },
  'research-only': { path: 'M8 1.5 14.5 8 8 14.5 1.5 8z', filled: false },
  against: { path: 'M8 14 1 2h14z', filled: true },
  'no-difference': { path: 'M2 5.5h12M2 10.5h12', filled: false },
  describes: { path: 'M3 8h10', filled: false },
  'not-comparable': { path: 'M2 5.5h12M2 10.5h12M11 2 5 14', filled: false },
};
