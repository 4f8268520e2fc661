/** Text out of the fields of records: markup of journals taken off, entities decoded, white space folded. */
import { decodeHTML } from 'entities';

const ATTRIBUTES = String.raw`(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*/?>`;
/** Elements that stand in titles and abstracts of records. Others are text: `p<q` is no markup. */
const TAG = new RegExp(
  String.raw`</?(?:jats:[\w-]+|mml:[\w-]+|a|abbr|abstract|b|bold|br|em|i|inline-formula|ital|italic|li|list|list-item|math|msub|msup|p|roman|sc|scp|sec|small|span|strong|sub|sup|title|tt|u|ul|underline|xref)${ATTRIBUTES}`,
  'gi',
);
/** Those that end a line or a heading, so that words on both sides stay apart. */
const BLOCK = new RegExp(String.raw`</?(?:jats:)?(?:br|li|list|list-item|p|sec|title)${ATTRIBUTES}`, 'gi');
const ROUNDS = 3;

const strip = (text: string): string => text.replace(BLOCK, ' ').replace(TAG, '');

/** Plain text, e.g. `toRecordText('Gel &amp;amp; <i>H<sub>2</sub>O</i>') === 'Gel & H2O'`. */
export function toRecordText(text: string): string {
  let plain = strip(text);
  for (let round = 0; round < ROUNDS; round++) {
    const decoded = strip(decodeHTML(plain));
    if (decoded === plain) break;
    plain = decoded;
  }
  return plain
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}
