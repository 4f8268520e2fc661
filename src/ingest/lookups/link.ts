/** Asks for the address of a source, and looks for the passages of its anchors on the page. Keeps nothing of the page. */
import type { Anchor } from '../../schema/finding.ts';
import type { LookupOf } from '../../schema/lookup.ts';
import { findPassage } from '../../library/passage.ts';
import type { Client, FetchRefusal } from '../client/client.ts';
import { toDecoded } from '../encoding.ts';
import { isRefusal } from '../outcome.ts';
import { toPlainText } from '../plain-text.ts';

export type LinkFound = Pick<LookupOf<'link'>, 'state' | 'to' | 'lost'>;

/** A finding by its number, with the ends of its passage. */
export interface Passage {
  readonly number: number;
  readonly anchor: Pick<Anchor, 'starts' | 'ends'>;
}

/** Case and the shape of quotation marks do not matter to a text fragment, so they do not here. */
const loosely = (text: string): string => text.toLowerCase().replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[‐-―]/g, '-');

/** An address in the form in which a change of it would be news: no fragment, no `www.`, no slash at the end, any scheme. */
const plain = (address: string): string =>
  address
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '');

const toText = (html: string): string => toPlainText(html.replace(/<(script|style|template|noscript)\b[\s\S]*?<\/\1>/gi, ' '));

/** Numbers of the passages that a page does not show. A page that is no text, e.g. a PDF, shows nothing to a text fragment and is not looked at. */
function lostIn(bytes: Uint8Array, mediaType: string | undefined, passages: readonly Passage[]): number[] {
  if (passages.length === 0 || (mediaType !== undefined && !/html|text\/plain/i.test(mediaType))) return [];
  const decoded = toDecoded(bytes, mediaType);
  if (isRefusal(decoded)) return [];
  const text = loosely(toText(decoded.text));
  return passages
    .filter(({ anchor }) => findPassage(text, { starts: loosely(anchor.starts), ends: loosely(anchor.ends) }) === undefined)
    .map(({ number }) => number);
}

/** What a refusal says about the address. The others say something about us, or about this hour. */
const states: Readonly<Partial<Record<FetchRefusal['why'], LinkFound['state']>>> = {
  absent: 'gone',
  denied: 'denied',
  unreachable: 'unreachable',
};

/** What came of an address, e.g. `{ state: 'moved', to: 'https://…', lost: [] }`; a refusal only where we were stopped or would not ask. */
export async function fetchLink(client: Client, address: string, passages: readonly Passage[]): Promise<LinkFound | FetchRefusal> {
  const got = await client.fetchBytes(address, { as: 'page' });
  if (isRefusal(got)) {
    const state = states[got.why];
    return state ? { state, lost: [] } : got;
  }
  const moved = plain(got.address) !== plain(address);
  return { state: moved ? 'moved' : 'there', ...(moved && { to: got.address }), lost: lostIn(got.bytes, got.mediaType, passages) };
}
