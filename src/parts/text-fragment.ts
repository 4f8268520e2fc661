/** Addresses that open a page at a passage (URL Fragment Text Directives, WICG). */
import type { Anchor } from '../schema/finding.ts';

/** `-`, `,` and `&` have a meaning inside a text directive, so they are always percent-encoded. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');

/** `textFragmentUrl('https://a.org/b', { starts: 'no benefit', ends: 'at 24 months' })` → `https://a.org/b#:~:text=no%20benefit,at%2024%20months`. */
export const textFragmentUrl = (url: string, { starts, ends }: Pick<Anchor, 'starts' | 'ends'>): string =>
  `${url.split('#')[0]}#:~:text=${encode(starts)},${encode(ends)}`;
