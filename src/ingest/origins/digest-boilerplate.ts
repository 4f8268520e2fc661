/** What a news digest wraps around a teaser: its own headings, credit lines, and the tails that feeds leave behind. */

import type { Heading } from '../raw-article.ts';

/** Headings that digests put around every item, in the languages met so far. */
const BOILERPLATE =
  /^(?:l['’]essentiel|en bref|à retenir|résumé|lien source|liens?|source|sources?|source link|original article|the gist|at a glance|in brief|key points?|summary|lire la suite|read more|zusammenfassung|das wichtigste|quelle|link zur quelle|resumen|fuente|sommario|fonte)$/i;
const SAME_LETTERS = 20;
const CREDIT = /^[*_]*(?:crédit(?: image| photo)?|image credit|photo credit|credit|bildnachweis|foto)\s*:/i;

/** Headings of the article in a digest's body, and its prose without credit lines, pictures and bare addresses. */
export function digestHeadings(body: string): { readonly headings: Heading[]; readonly prose: string } {
  const headings: Heading[] = [];
  const prose: string[] = [];
  for (const raw of body.split('\n')) {
    const line = raw.trim();
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    if (heading) {
      const text = heading[2] ?? '';
      if (!BOILERPLATE.test(text)) headings.push({ text, level: heading[1]?.length ?? 1 });
    } else if (line && !line.startsWith('![') && !CREDIT.test(line) && !/^<?https?:\/\/\S+>?$/.test(line)) {
      prose.push(line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1'));
    }
  }
  return { headings, prose: prose.join(' ') };
}

/** A credit without the addresses in it, e.g. `digestCredit('Ann Example — https://example.org/a.png') === 'Ann Example'`. */
export const digestCredit = (credit: string): string =>
  credit
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[\s—–|-]+$/u, '')
    .replace(/\s+/g, ' ')
    .trim();

/** True when two titles open with the same letters, however they are quoted or cut short. */
function opensAlike(a: string, b: string): boolean {
  const [first, second] = [a, b].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, SAME_LETTERS),
  );
  return first !== undefined && second !== undefined && second !== '' && (first.startsWith(second) || second.startsWith(first));
}

export interface Tailless {
  readonly text: string;
  /** The site that the tail names. */
  readonly site?: string;
  /** True when the text stops before its end. */
  readonly brokenOff: boolean;
}

/**
 * A teaser without the feed's tail, e.g. `… of widgets […] The post Widgets appeared first on Example News.` becomes
 * `… of widgets` from `Example News`, broken off. A tail that was itself cut short goes too.
 */
export function withoutTail(text: string, title: string): Tailless {
  const full = /\s*The post .{1,300}? (?:first appeared|appeared first) on (.{2,80}?)\.?\s*$/s.exec(text);
  const cut = full ?? /\s*(?:The post|L['’]article)\s+(.{0,300})$/s.exec(text);
  const isTail = full !== null || (cut !== null && opensAlike(title, cut[1] ?? ''));
  const kept = isTail && cut ? text.slice(0, cut.index) : text;
  const end = /\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.)\s*$/.exec(kept);
  return { text: (end ? kept.slice(0, end.index) : kept).trim(), ...(full?.[1] && { site: full[1] }), brokenOff: end !== null };
}
