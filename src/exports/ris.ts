/** Sources as RIS, for reference managers: one tag a line, lines end in CR LF, as the format asks. */
import type { SourceEntry } from '../library/library.ts';
import { workType } from './csl.ts';

/** One line: a line break within a value would start a tag that nobody wrote. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** `2017-12-07` gives `2017/12/07`; RIS leaves a missing part empty. */
const toRisDate = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}/${month}/${day}`;
};

/** Tags in order as a record; what is undefined is left out. */
export const toRisText = (tags: readonly (readonly [tag: string, value: string | undefined])[]): string =>
  tags.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join('');

/** One source as a RIS record, e.g. starting with `TY  - JOUR`. */
export function toRis(source: SourceEntry): string {
  const [start, end] = source.pages?.split(/[-–—]/) ?? [];
  const dated = source.issued !== 'undated';
  return toRisText([
    ['TY', workType(source).ris],
    ['ID', source.id],
    ...(source.authors ?? []).map(
      (author) =>
        ['AU', 'organisation' in author ? author.organisation : [author.family, author.given].filter(Boolean).join(', ')] as const,
    ),
    ['TI', source.title],
    ['T2', source.container],
    ['PB', source.publisher],
    ['PY', dated ? source.issued.slice(0, 4) : undefined],
    ['DA', dated ? toRisDate(source.issued) : undefined],
    ['VL', source.volume],
    ['IS', source.issue],
    ['M1', source.number],
    ['SP', start],
    ['EP', end],
    ['DO', source.doi],
    ['AN', source.pmid],
    ['SN', source.isbn],
    ['UR', source.url],
    ['Y2', source.url === undefined ? undefined : toRisDate(source.retrieved)],
    ['LA', source.language],
    ['ER', ''],
  ]);
}
