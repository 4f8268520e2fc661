import { expect, it } from 'vitest';
import { judgeRequest } from '../../../scripts/request-conditions.ts';

const modified = Date.parse('Thu, 26 Nov 2026 10:00:00 GMT');
const file = { size: 10, etag: '"t"', modified };
const [day, before, after] = ['Thu, 26 Nov 2026 10:00:00 GMT', 'Thu, 26 Nov 2026 09:59:59 GMT', 'Thu, 26 Nov 2026 10:00:01 GMT'];

it.each([
  [{}, 200],
  [{ 'if-none-match': '"t"' }, 304],
  [{ 'if-none-match': 'W/"t"' }, 304],
  [{ 'if-none-match': '"a", "t"' }, 304],
  [{ 'if-none-match': '"a" ,W/"t" , "b"' }, 304],
  [{ 'if-none-match': '*' }, 304],
  [{ 'if-none-match': '"a", "b"' }, 200],
  [{ 'if-none-match': 't' }, 200],
  [{ 'if-none-match': '"a"', 'if-modified-since': day }, 200],
  [{ 'if-modified-since': day }, 304],
  [{ 'if-modified-since': after }, 304],
  [{ 'if-modified-since': before }, 200],
  [{ 'if-modified-since': 'soon' }, 200],
  [{ 'if-match': '"t"' }, 200],
  [{ 'if-match': 'W/"t"' }, 412],
  [{ 'if-match': '"a"' }, 412],
  [{ 'if-match': '"a"', 'if-none-match': '"t"' }, 412],
  [{ 'if-match': '"t"', 'if-unmodified-since': before }, 200],
  [{ 'if-unmodified-since': before }, 412],
  [{ 'if-unmodified-since': day }, 200],
  [{ 'if-none-match': '"t"', range: 'bytes=0-1' }, 304],
  [{ range: 'lines=0-1' }, 200],
  [{ range: 'bytes=0-1,3-4' }, 200],
  [{ range: 'bytes=0-1', 'if-range': '"a"' }, 200],
  [{ range: 'bytes=0-1', 'if-range': 'W/"t"' }, 200],
  [{ range: 'bytes=0-1', 'if-range': before }, 200],
  [{ range: 'bytes=10-' }, 416],
  [{ range: 'bytes=-0' }, 416],
  [{ range: 'bytes=4-3' }, 416],
  [{ range: 'bytes=-' }, 416],
  [{ range: 'bytes=1' }, 416],
  [{ range: 'bytes=1-x' }, 416],
])('%j is answered with %i', (headers, status) => {
  expect(judgeRequest(headers, file)).toEqual({ status });
});

it.each([
  ['bytes=0-0', 0, 0],
  ['bytes=0-', 0, 9],
  ['bytes=3-5', 3, 5],
  ['bytes=3-99', 3, 9],
  ['bytes=-3', 7, 9],
  ['bytes=-99', 0, 9],
  ['BYTES= 3 - 5 ', 3, 5],
])('%s is the part from %i to %i of ten bytes', (range, start, end) => {
  expect(judgeRequest({ range }, file)).toEqual({ status: 206, start, end });
  expect(judgeRequest({ range, 'if-range': '"t"' }, file)).toEqual({ status: 206, start, end });
  expect(judgeRequest({ range, 'if-range': day }, file)).toEqual({ status: 206, start, end });
});

it.each(['bytes=0-', 'bytes=-1'])('%s of an empty file is none', (range) => {
  expect(judgeRequest({ range }, { ...file, size: 0 })).toEqual({ status: 416 });
});
