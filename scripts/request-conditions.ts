/** What a request asks to be spared or given in part, as RFC 9110 has it: `If-…` and `Range`. Pure: the state of the file is handed in. */
import type { IncomingHttpHeaders } from 'node:http';

/** What a file is compared by. */
export interface FileState {
  readonly size: number;
  /** Strong: another for every change and every coding, e.g. `"1f-18c2d"`. */
  readonly etag: string;
  /** Last change in whole seconds, as milliseconds since 1970. */
  readonly modified: number;
}

export type ConditionAnswer =
  | { readonly status: 200 | 304 | 412 | 416 }
  /** Both ends belong to the part. */
  | { readonly status: 206; readonly start: number; readonly end: number };

const tagsIn = (list: string): string[] => list.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
const names = (list: string, etag: string): boolean => tagsIn(list).some((tag) => tag === '*' || tag === etag);
const namesWeakly = (list: string, etag: string): boolean => names(list.replaceAll('W/"', '"'), etag);
/** Milliseconds of a date, or undefined for what is none, which counts as not sent. */
const dayIn = (text: string | undefined): number | undefined => {
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
};

/** The part that a header `Range` asks for; undefined where the whole file is the answer, null where there is no such part. */
function partOf(range: string, size: number): { start: number; end: number } | undefined | null {
  const wanted = /^bytes=(.*)$/i.exec(range.trim())?.[1];
  // Another unit is not ours. Several parts at once nobody needs here, and a server may send the whole.
  if (wanted === undefined || wanted.includes(',')) return undefined;
  const [, first = '', last = ''] = /^\s*(\d*)\s*-\s*(\d*)\s*$/.exec(wanted) ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return last === '0' || size === 0 ? null : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
  return start < size && start <= end ? { start, end } : null;
}

/**
 * What is answered, e.g. `{ status: 206, start: 5, end: 9 }` for the last five of ten bytes (`Range: bytes=-5`),
 * and `{ status: 304 }` where `If-None-Match` names the tag of the file, weakly or not, alone or in a list.
 */
export function judgeRequest(headers: IncomingHttpHeaders, { size, etag, modified }: FileState): ConditionAnswer {
  const match = headers['if-match'];
  if (match !== undefined ? !names(match, etag) : modified > (dayIn(headers['if-unmodified-since']) ?? Infinity)) return { status: 412 };
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined ? namesWeakly(noneMatch, etag) : modified <= (dayIn(headers['if-modified-since']) ?? -Infinity))
    return { status: 304 };
  const { range } = headers;
  const condition = headers['if-range']?.toString();
  if (range === undefined || (condition !== undefined && condition !== etag && dayIn(condition) !== modified)) return { status: 200 };
  const part = partOf(range, size);
  return part === undefined ? { status: 200 } : part === null ? { status: 416 } : { status: 206, ...part };
}
