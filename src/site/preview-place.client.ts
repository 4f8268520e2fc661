/** Where a card stands in browsers that cannot anchor it by style sheet. Pure: numbers in, numbers out. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const edge = 8;

/**
 * Top left corner of the card in the window: below the link, above it where there is more room, and never past the sides.
 * Example: `toPlace({ left: 10, top: 20, bottom: 40 }, { width: 300, height: 100 }, { width: 800, height: 600 })` → `{ left: 10, top: 46 }`.
 */
export function toPlace(link: Box, card: Size, view: Size): { left: number; top: number } {
  const below = link.bottom + gap;
  const above = link.top - gap - card.height;
  const fits = below + card.height <= view.height - edge;
  return {
    left: Math.max(edge, Math.min(link.left, view.width - card.width - edge)),
    top: fits || above < 0 ? below : above,
  };
}
