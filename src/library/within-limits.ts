/** Whether a file keeps to the limits, asked before anything is parsed and before anything walks over what was. Pure; throws nothing. */
import { limits, limitSentence, type LimitName } from '../schema/limits.ts';
import { collections, type Collection } from '../schema/collections.ts';
import type { FieldPath, Place, UnreadableFile } from './content-file.ts';

export type Breach = Omit<UnreadableFile, 'path'>;

const START: Place = { line: 1, column: 1 };

const breach = (name: LimitName, what: string, count: number, place: Place = START): Breach => ({
  place,
  message: limitSentence(name, what, count),
  fix: limits[name].fix,
  rule: limits[name].rule,
});

/** The limit for the size of a file, e.g. `page` for a source. */
export const sizeLimit = (collection: Collection): 'page' | 'list' | 'fingerprint' | 'approval' =>
  collection === 'fingerprint' || collection === 'approval' ? collection : collections[collection].list ? 'list' : 'page';

/** No file of content may have more bytes than that, whatever it is; nothing beyond needs to be read from disk. */
export const MOST_BYTES = Math.max(limits.page.most, limits.list.most, limits.fingerprint.most);

/** What is wrong with the size of a file. A file that was read only as far as `MOST_BYTES` counts as larger. */
export const oversize = (collection: Collection, bytes: number): Breach | undefined =>
  bytes > limits[sizeLimit(collection)].most ? breach(sizeLimit(collection), 'The file', bytes) : undefined;

/** What a file comes to that parsers went too deep into to come back. */
export const tooDeep = (place: Place): Breach => ({
  place,
  message: `The fields lie within one another deeper than can be read, and ${limits.fields.most} levels are the most.`,
  fix: limits.fields.fix,
  rule: limits.fields.rule,
});

/** What is said of a file whose reading did not come to an end. */
export const tooSlow = (seconds: number = limits.seconds.most): Breach => ({
  place: START,
  message: `The file could not be read within ${seconds} seconds.`,
  fix: limits.seconds.fix,
  rule: limits.seconds.rule,
});

const pathIn = (field: FieldPath): string =>
  `\`${field.map((step) => (typeof step === 'string' && step.length > 60 ? `${step.slice(0, 57)}…` : step)).join('.')}\``;

/** What is too long, too many or too deep in the fields of a file; the first of it, in order. */
export function fieldsBeyond(value: unknown, collection: Collection, place: Place): Breach | undefined {
  // Hashes of an article are one long text, and so is what an approval covers; the rows of a list are what the file is for.
  const most =
    collection === 'fingerprint'
      ? { text: limits.fingerprint.most, entries: limits.fingerprint.most }
      : { text: collection === 'approval' ? limits.approval.most : limits.text.most, entries: limits.entries.most };
  const look = (node: unknown, field: FieldPath): Breach | undefined => {
    if (field.length > limits.fields.most) return breach('fields', `What begins with ${pathIn(field.slice(0, 3))}`, field.length, place);
    if (typeof node === 'string') return node.length > most.text ? breach('text', pathIn(field), node.length, place) : undefined;
    if (typeof node !== 'object' || node === null) return undefined;
    const rows = collections[collection].list && field.length === 0;
    if (Array.isArray(node) && !rows && node.length > most.entries) return breach('entries', pathIn(field), node.length, place);
    for (const [key, child] of Object.entries(node)) {
      if (key.length > limits.key.most) return breach('key', `The name ${pathIn([key])}`, key.length, place);
      const found = look(child, [...field, Array.isArray(node) ? Number(key) : key]);
      if (found) return found;
    }
    return undefined;
  };
  return look(value, []);
}

const SIGNS = /[[\]<>@`*_~|{}\\&!]/g;
const LINKS = /\]\(|\]\[|\]:|@|:\/\/|www\./g;
/** Marks of quotations and lists at the start of a line, each with the blanks before it. */
const OPENERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*/;
const OPENER = />|[-+*]|\d{1,9}[.)]/g;
/** A list within a list is indented by two blanks or more. */
const STEP = 2;

const count = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0;

/** How deep the quotations and lists of a line can lie within one another, e.g. 3 for `> - 1. a`. */
function depthOf(line: string): number {
  const opened = OPENERS.exec(line)?.[0] ?? '';
  if (!opened) return 0;
  const blanks = opened.replace(/\t/g, '    ').match(/^ */)?.[0].length ?? 0;
  return Math.floor(blanks / STEP) + count(opened, OPENER);
}

/** How much there is in a body that parsers look at twice or oftener. */
export const signsIn = (body: string): number => count(body, SIGNS);

/** What is too long, too deep or too much in a body. `line` is the line of the file on which the body starts. */
export function bodyBeyond(body: string, line: number): Breach | undefined {
  const place = { line, column: 1 };
  if (body.length > limits.body.most) return breach('body', 'The body', body.length, place);
  const lines = body.split('\n');
  if (lines.length > limits.lines.most) return breach('lines', 'The body', lines.length, place);
  const signs = signsIn(body);
  if (signs > limits.signs.most) return breach('signs', 'The body', signs, place);
  const links = count(body, LINKS);
  if (links > limits.links.most) return breach('links', 'The body', links, place);
  for (const [index, text] of lines.entries()) {
    const depth = depthOf(text);
    if (depth > limits.blocks.most) return breach('blocks', 'This line', depth, { line: line + index, column: 1 });
  }
  return undefined;
}
