/** The evidence chain as a reader sees it: a tree of links with their tiers, where it ends, and what hangs on one reference. */
import { chainEnd, chainShare, type ChainEnd } from '../evidence/chain.ts';
import type { ChainLink, EvidenceGraph } from '../evidence/evidence-graph.ts';
import { citationName } from '../evidence/source-name.ts';
import type { SourceEntry } from '../library/library.ts';
import { kindRow, sourceKinds, tiers, type Tier } from '../schema/kinds.ts';
import { sourceUrl } from './urls.ts';
import { capitalise, withinSentence, formatCount, formatList } from '../words/phrase.ts';

export interface ChainView {
  readonly text: string;
  readonly href: string;
  readonly kind: string;
  readonly tier: Tier;
  /** Empty where the kind is not known. */
  readonly tierLabel: string;
  /** `cited 25 times`, or empty. */
  readonly count: string;
  readonly held: boolean;
  readonly restsOn: readonly ChainView[];
}

export const toChain = (link: ChainLink): ChainView => ({
  text: link.source ? `${citationName(link.source).replace(/\.$/, '')}. ${link.source.title}` : (link.support.work ?? ''),
  href: link.source ? sourceUrl(link.source.id) : '',
  kind: link.source ? kindRow(link.source.kind).label : link.support.kind ? sourceKinds[link.support.kind].label : 'Kind not known',
  tier: link.tier,
  tierLabel: link.source || link.support.kind ? tiers[link.tier].label : '',
  count: link.support.count ? `cited ${formatCount(link.support.count, 'time')}` : '',
  held: link.source !== undefined,
  restsOn: link.restsOn.map(toChain),
});

const soundEnds = { primary: 'studies of patients', secondary: 'advice or reviews' } as const;

/** Where a chain ends, e.g. `a summary of summaries and 2 works without a digest here`. */
function endsAt({ tertiary, none, unheld, sound, unresolved }: ChainEnd): string {
  const some = (count: number, one: string, many: string): string[] => (count ? [count === 1 ? one : `${count} ${many}`] : []);
  return formatList([
    ...sound.map((tier) => soundEnds[tier]),
    ...some(tertiary, 'a summary of summaries', 'summaries of summaries'),
    ...some(none, 'a source that is no evidence', 'sources that are no evidence'),
    ...some(unheld, 'a work without a digest here', 'works without a digest here'),
    ...(unresolved ? ['reference numbers that lead to no certain work'] : []),
  ]);
}

export interface ChainBadge {
  readonly weak: boolean;
  /** For a row, e.g. `Cites secondary sources, partly unverified`. Empty for a study of patients and for what names nothing that it rests on. */
  readonly short: string;
  /** The same as sentences, for the page of the source and the tooltip of the row. */
  readonly says: string;
}

/** Depth and end of the chain of one source. */
export function toChainBadge(graph: EvidenceGraph, source: SourceEntry): ChainBadge {
  const end = chainEnd(source, graph.chains.get(source.id) ?? []);
  if (kindRow(source.kind).tier === 'primary' || (!end.depth && !end.weak)) return { weak: false, short: '', says: '' };
  const links = formatCount(end.depth, 'link');
  return {
    weak: end.weak,
    // No number: a digest names some of what a work cites, not all.
    short: !end.sound.length
      ? 'Cites unverified sources'
      : `Cites ${end.sound.join(' and ')} sources${end.weak ? ', partly unverified' : ''}`,
    says: end.depth
      ? `The sources it cites were followed over ${links}, to ${endsAt(end)}.`
      : `The sources it cites cannot be followed: ${endsAt(end)}.`,
  };
}

/** How its citation marks gather on one reference, e.g. `25 of its 34 citation marks …`; empty where nobody counted them. */
export function toShareSentence(graph: EvidenceGraph, source: SourceEntry): string {
  const share = chainShare(source);
  if (!share) return '';
  const part = `${share.marks} of its ${formatCount(share.of, 'citation mark')}`;
  const work = share.work ?? source.restsOn[0];
  const held = work?.source && graph.library.sources.get(work.source);
  const kind = held ? held.kind : work?.kind;
  const what = kind ? ` (${withinSentence(kindRow(kind).label)}, tier: ${tiers[kindRow(kind).tier].label.toLowerCase()})` : '';
  const name = held ? citationName(held) : (work?.work ?? '');
  if (share.work) return `${part} go to one work: ${name}${what}.`;
  const first = work ? ` The first work that it prints is ${capitalise(name)}${what}.` : '';
  return `${part} carry one number, ${share.number}, which leads to no certain work.${first}`;
}
