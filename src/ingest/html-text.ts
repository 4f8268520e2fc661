/** Plain text out of text that went through HTML once or twice: entities decoded until none is left, tags dropped. */
import { decodeHTML } from 'entities';
import { Parser } from 'htmlparser2';

/** Feeds encode twice at most; a third round is for text that quotes them. */
const ROUNDS = 3;

/** Tags within a word or a sentence: nothing is put in their place. */
const INLINE = /^(?:a|abbr|b|cite|code|em|i|mark|nc|sc|small|span|strong|sub|sup|u)$/;

function withoutTags(text: string): string {
  if (!/<\/?[a-z]/i.test(text)) return text;
  let kept = '';
  const onclosetag = (name: string): void => void (kept += INLINE.test(name) ? '' : ' ');
  const parser = new Parser({ ontext: (piece) => (kept += piece), onclosetag }, { decodeEntities: false });
  parser.end(text);
  return kept;
}

/** Decoded text with white space folded, e.g. `toPlainText('&amp;#160;A&nbsp;<em>b</em> &#8230;') === 'A b …'`. */
export function toPlainText(text: string): string {
  let plain = text;
  for (let i = 0; i < ROUNDS; i++) {
    const decoded = decodeHTML(plain);
    if (decoded === plain) break;
    plain = decoded;
  }
  return withoutTags(plain).replace(/\s+/g, ' ').trim();
}
