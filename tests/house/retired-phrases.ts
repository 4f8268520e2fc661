/** Finds phrases that the site no longer uses, in a page as readers meet it or in a file of text or data. Pure but for reading its list. */
import { readFileSync } from 'node:fs';
import { Parser } from 'htmlparser2';
import { parse } from 'yaml';

/** One row of `retired-phrases.yaml`, which says what its fields mean. */
export interface RetiredPhrase {
  readonly phrase: string;
  readonly match?: string;
  readonly as?: 'label';
  readonly in?: 'not-public';
  readonly use: string;
  readonly except?: readonly { readonly path: string; readonly why: string }[];
}

export const retiredPhrases = parse(readFileSync(new URL('retired-phrases.yaml', import.meta.url), 'utf8')) as readonly RetiredPhrase[];

/** Words that stand together: the whole text of an element is a label, all of a page a text, an attribute, a value or a line both. */
interface Words {
  readonly text: string;
  readonly as: 'label' | 'text' | 'both';
  readonly public: boolean;
}

const SHOWN_ATTRIBUTES = new Set(['title', 'aria-label', 'alt', 'placeholder', 'label', 'content']);
/** What stands in code is typed as it is in files, where `second-hand` and `describes` are values. */
const UNREAD = new Set(['script', 'style', 'pre', 'code']);
/** Text as one line. Addresses keep their old words, so that links hold. */
const plain = (text: string): string =>
  text
    .replace(/(?:https?:\/)?\/[\w./#-]+\/\S*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Words of a page: `lead-part` elements for the public are told apart, and data in it (JSON-LD) is read as values. */
export function wordsOfPage(html: string): Words[] {
  const words: Words[] = [];
  const open: { text: string; readonly name: string; readonly public: boolean; readonly unread: boolean; readonly data: boolean }[] = [];
  const all = { public: '', other: '' };
  const parser = new Parser({
    onopentag(name, attributes) {
      const above = open.at(-1);
      const isPublic = (above?.public ?? false) || attributes['data-for'] === 'public';
      const data = attributes['type'] === 'application/ld+json';
      open.push({ text: '', name, public: isPublic, unread: (above?.unread ?? false) || UNREAD.has(name), data });
      for (const [key, value] of Object.entries(attributes))
        if (SHOWN_ATTRIBUTES.has(key)) words.push({ text: plain(value), as: 'both', public: isPublic });
      all[isPublic ? 'public' : 'other'] += ' ';
    },
    ontext(text) {
      const here = open.at(-1);
      if (here) here.text += text;
      if (!here?.unread) all[here?.public ? 'public' : 'other'] += text;
    },
    onclosetag() {
      const closed = open.pop();
      if (!closed) return;
      if (closed.data) words.push(...wordsOfData(closed.text));
      const above = open.at(-1);
      if (above && !closed.unread) above.text += ` ${closed.text} `;
      if (!closed.unread) words.push({ text: plain(closed.text), as: 'label', public: closed.public });
      all[closed.public ? 'public' : 'other'] += ' ';
    },
  });
  parser.end(html);
  return [...words, { text: plain(all.public), as: 'text', public: true }, { text: plain(all.other), as: 'text', public: false }];
}

/** A name for programs, e.g. `second-hand` where a field of data has one of few values: nobody reads it. */
const isName = (text: string): boolean => /^[a-z\d]+(?:-[a-z\d]+)+$/.test(text);

/** Words of a JSON file: every value that is a text and no name for programs, e.g. `wordsOfData('["In favour"]')`. */
export function wordsOfData(json: string): Words[] {
  const words: Words[] = [];
  JSON.parse(json, (_key, value: unknown) => {
    if (typeof value === 'string' && !isName(value)) words.push({ text: plain(value), as: 'both', public: false });
    return value;
  });
  return words;
}

/** Words of a plain file: each line, without the code in it. */
export const wordsOfText = (text: string): Words[] =>
  text.split('\n').map((line) => ({ text: plain(line.replace(/`[^`]*`/g, ' ')), as: 'both', public: false }));

/** Words of a program: what stands in its quotation marks. */
export const wordsOfProgram = (code: string): Words[] =>
  [...code.matchAll(/`[^`]*`|"[^"\n]*"|'[^'\n]*'/g)].flatMap(([literal]) => wordsOfText(literal.slice(1, -1)));

const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is retired among these words, a sentence a phrase, e.g. `a.html: “In full” is retired, use “Details”: In full`. */
export function findRetired(path: string, words: readonly Words[], rows: readonly RetiredPhrase[] = retiredPhrases): string[] {
  return rows
    .filter(({ except = [] }) => !except.some((one) => path.startsWith(one.path)))
    .flatMap(({ phrase, match = escaped(phrase), as, in: where, use }) => {
      const pattern = new RegExp(as === 'label' ? `^(?:${match})[.:]?$` : match, 'iu');
      const unread = as === 'label' ? 'text' : 'label';
      const hit = words.find((one) => one.as !== unread && !(where === 'not-public' && one.public) && pattern.test(one.text));
      if (!hit) return [];
      const at = Math.max(0, hit.text.search(pattern) - 30);
      return [`${path}: “${phrase}” is retired, use “${use}”: ${hit.text.slice(at, at + 90)}`];
    });
}
