import { describe, expect, it } from 'vitest';
import { readProgramDate } from '../../../src/ingest/program-date.ts';

describe('a date as programs print it', () => {
  it.each([
    ['Mon, 05 Jan 2026 23:30:00 EST', '2026-01-05'],
    ['Mon, 5 Jan 26 10:00:00 +0100', '2026-01-05'],
    ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06'],
    ['Mon Jan  5 10:00:00 2026', '2026-01-05'],
    ['Thursday, 5 March 2026 at 10:00', '2026-03-05'],
    ['lun., 05 janv. 2026 10:00:00 +0100', '2026-01-05'],
    ['Di, 06 Okt 2026 08:00:00 +0200', '2026-10-06'],
    ['1 de enero de 2026', '2026-01-01'],
    ['2026年01月05日', '2026-01-05'],
    ['2026.01.05', '2026-01-05'],
    ['20260105T101010', '2026-01-05'],
    ['1767600000', '2026-01-05'],
    ['01/13/2026 10:00', '2026-01-13'],
    ['06.10.2026', '2026-10-06'],
    ['5/5/2026', '2026-05-05'],
    ['2026-01', '2026-01'],
  ])('%s is %s', (printed, issued) => expect(readProgramDate(printed)).toEqual({ issued }));

  it.each([
    ['05/01/2026', 'where the month comes first'],
    ['Thu, 31 Jun 2026 10:00:00 GMT', 'no day that exists'],
    ['Thu, 01 Jan 1970 00:00:00 +0000', 'where they have no date'],
    ['0000-00-00', 'where they have no date'],
    ['yesterday', 'no day could be read'],
  ])('%s is none, and the reason is said: %s', (printed, why) => {
    expect(readProgramDate(printed)).toEqual({ why: expect.stringContaining(why) as string });
  });
});
