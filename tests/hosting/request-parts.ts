/** Requests for parts of a page and under conditions, as RFC 9110 has them: the half of the table that goes by the state of the file. */
import { html, page, type Expected, type RequestRow } from './request-row.ts';

const path = '/topics/';
const old = 'Thu, 01 Jan 1970 00:00:00 GMT';
const later = 'Thu, 01 Jan 2099 00:00:00 GMT';
const unmodified = { status: 304, headers: { vary: 'Accept-Encoding', 'content-encoding': null } };

const ranged: RequestRow[] = [
  ['bytes=0-4', 0, 4],
  ['bytes=5-', 5, -1],
  ['bytes=-5', -5, -1],
  ['bytes=-99999999', 0, -1],
  ['bytes=10-99999999', 10, -1],
].map(([range, first, last]) => ({
  asks: `for a part, ${range as string}`,
  path,
  headers: { range: range as string },
  expect: { status: 206, headers: html, file: 'topics/index.html', part: [first as number, last as number] },
}));

const conditional: RequestRow[] = [
  ['if-none-match', 'ETag', unmodified],
  ['if-none-match', 'W/ETag', unmodified],
  ['if-none-match', '"a", W/ETag, "b"', unmodified],
  ['if-none-match', '*', unmodified],
  ['if-none-match', '"a"', page],
  ['if-modified-since', 'Last-Modified', unmodified],
  ['if-modified-since', later, unmodified],
  ['if-modified-since', old, page],
  ['if-modified-since', 'yesterday', page],
  ['if-match', 'ETag', page],
  ['if-match', '*', page],
  ['if-match', '"a"', { status: 412 }],
  ['if-unmodified-since', later, page],
  ['if-unmodified-since', old, { status: 412 }],
].map(([header, value, expect]) => ({
  asks: `under a condition, ${header as string}: ${value as string}`,
  path,
  headers: { [header as string]: value as string },
  expect: expect as Expected,
}));

const resumed: RequestRow[] = [
  ['ETag', true],
  ['Last-Modified', true],
  ['W/ETag', false],
  ['"a"', false],
  [old, false],
  [later, false],
].map(([value, fresh]) => ({
  asks: `for the rest if it is still the same, If-Range: ${value as string}`,
  path,
  headers: { range: 'bytes=5-9', 'if-range': value as string },
  expect: fresh ? { status: 206, headers: html, file: 'topics/index.html', part: [5, 9] } : page,
}));

export const parts: readonly RequestRow[] = [
  ...ranged,
  {
    asks: 'for a part behind the end',
    path,
    headers: { range: 'bytes=99999999-' },
    expect: { status: 416, headers: { 'content-range': 'bytes */SIZE' } },
  },
  ...['bytes=5-2', 'bytes=x'].map((range) => ({
    asks: `for a part that is none, ${range}`,
    path,
    headers: { range },
    expect: { status: 416, headers: { 'content-range': 'bytes */SIZE' } },
    but: { caddy: { expect: { status: 416 }, because: 'it does not say how long the file is' } },
  })),
  {
    asks: 'for the last nought bytes',
    path,
    headers: { range: 'bytes=-0' },
    expect: { status: 416 },
    but: { caddy: { expect: page, because: 'by itself it would send a part of nothing; its configuration has it send the whole' } },
  },
  { asks: 'for several parts, and gets the whole', path, headers: { range: 'bytes=0-1,4-5' }, expect: page },
  { asks: 'in a unit that nobody knows', path, headers: { range: 'lines=0-4' }, expect: page },
  ...conditional,
  ...resumed,
];
