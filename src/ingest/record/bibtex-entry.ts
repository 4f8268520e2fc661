/** A BibTeX file as a whole: cut into its entries, each into its fields, with macros put in and fields of parents taken over. A broken entry spoils no other; what cannot be told is a doubt. */
import { monthAbbreviations, monthNames } from '../../words/date.ts';

export interface BibtexEntry {
  /** Type in small letters, e.g. `article`. */
  readonly type: string;
  /** The citation key, e.g. `kahn2014`; empty where none can be read. */
  readonly key: string;
  /** The entry as it stands in the file. */
  readonly text: string;
  /** False where its braces do not close. */
  readonly closed: boolean;
}

export interface BibtexFile {
  readonly entries: readonly BibtexEntry[];
  /** `@string` definitions by the name that they define, in small letters. */
  readonly strings: ReadonlyMap<string, string>;
  /** Openings of entries that a second count finds within an entry, by that entry; a brace was lost there. */
  readonly within: ReadonlyMap<BibtexEntry, readonly string[]>;
  /** Characters that stand in entries, definitions, preambles and comments; the rest is text that BibTeX passes over. */
  readonly covered: number;
}

const OPENING = /@([A-Za-z]\w*)[ \t]*\r?\n?[ \t]*[{(]/g;
const NO_ENTRY = /^(?:comment|preamble|string)$/i;
/** An opening with its key and first field, which the second count looks for wherever it stands. */
const COUNTED = /(?<=^|[\s})])@([A-Za-z]\w*)\s*[{(]\s*([^,={}"\n]*?)\s*,\s*[\w+-]+\s*=\s*[{"\w]/g;

/** Length of the entry at the start of a text, or undefined when its braces never close. */
function lengthOf(text: string): number | undefined {
  const open = text.search(/[{(]/);
  const round = text[open] === '(';
  let [depth, brackets, quoted] = [0, 0, false];
  for (let i = open; i < text.length; i++) {
    const sign = text[i];
    if (sign === '\\') i++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0 && !round) return i + 1;
    else if (!round || depth > 0) continue;
    else if (sign === '"') quoted = !quoted;
    else if (sign === '(' && !quoted) brackets++;
    else if (sign === ')' && !quoted && --brackets === 0) return i + 1;
  }
  return undefined;
}

/** The entries and definitions of a file, e.g. `cutBibtex('@misc{a, title={B}}').entries[0]?.key === 'a'`. Entries may stand anywhere on a line. */
export function cutBibtex(text: string): BibtexFile {
  const openings = [...text.matchAll(OPENING)].filter(({ index }) => !/[\w.-]/.test(text[index - 1] ?? ''));
  const lineStarts = openings
    .map(({ index }) => index)
    .filter((index) => /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', index - 1) + 1, index)));
  const entries: BibtexEntry[] = [];
  const strings = new Map<string, string>();
  let [end, line, covered] = [0, 0, 0];
  for (const opening of openings) {
    if (opening.index < end) continue;
    const type = (opening[1] ?? '').toLowerCase();
    while ((lineStarts[line] ?? text.length) <= opening.index && line < lineStarts.length) line++;
    const next = lineStarts[line] ?? text.length;
    // A comment may hold entries; an entry that reaches into the next one has lost a brace of its own.
    const length = lengthOf(text.slice(opening.index, NO_ENTRY.test(type) ? text.length : next));
    const closed = length !== undefined;
    end = closed ? opening.index + length : next;
    const chunk = text.slice(opening.index, end).trim();
    covered += chunk.length;
    const name =
      /^[^{(]*[{(]\s*([^,={}"\n]*?)\s*(?:[,}]|\n|$)/.exec(chunk)?.[1] ??
      (type === 'string' ? /[{(]\s*([^\s={}"]+)\s*=/.exec(chunk)?.[1] : undefined) ??
      '';
    if (type === 'string' && closed && name) strings.set(name.toLowerCase(), chunk);
    if (!NO_ENTRY.test(type)) entries.push({ type, key: name, text: chunk, closed });
  }
  const within = new Map(
    entries.map(
      (entry) => [entry, [...entry.text.slice(1).matchAll(COUNTED)].map(([, type = '', key = '']) => `@${type}{${key}`)] as const,
    ),
  );
  return { entries, strings, covered, within: new Map([...within].filter(([, inside]) => inside.length > 0)) };
}

/** A piece of a value: text as written, or the name of a macro. */
interface Piece {
  readonly text: string;
  readonly macro: boolean;
}

export interface BibtexFields {
  /** Pieces of each value, by the name of the field in small letters. */
  readonly fields: ReadonlyMap<string, readonly Piece[]>;
  readonly doubts: readonly string[];
}

/** Length of a braced or quoted text at the start of a text. */
function lengthOfValue(text: string): number {
  const quote = text[0] === '"';
  let depth = 0;
  for (let i = quote ? 1 : 0; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0 && !quote) return i + 1;
    else if (text[i] === '"' && quote && depth === 0) return i + 1;
  }
  return text.length;
}

/** The fields of an entry, e.g. `title` of `@misc{a, title = "B" # c}` in two pieces. A comma that is missing and a line that is commented out stop nobody. */
export function readFields({ text, key }: BibtexEntry): BibtexFields {
  const head = /^[^{(]*[{(]\s*/.exec(text)?.[0] ?? '';
  const keyed = text.slice(head.length);
  let rest = keyed.slice(keyed.startsWith(key) && !/^[\w+-]+\s*=/.test(keyed) ? key.length : 0).slice(0, -1);
  const fields = new Map<string, Piece[]>();
  const doubts: string[] = [];
  let [last, comma] = ['', true];
  while (rest.trim() !== '') {
    const gap = /^(?:\s|%[^\n]*(?:\n|$))*(,?)(?:[\s,]|%[^\n]*(?:\n|$))*/.exec(rest);
    comma ||= gap?.[1] === ',' || last === '';
    rest = rest.slice(gap?.[0].length);
    const [start, name = ''] = /^([^\s=,{}"#%]+)\s*=\s*/.exec(rest) ?? [];
    if (start === undefined) {
      const skipped = /^(?:"[^"]*"|\{[^{}]*\}|[^,])*/.exec(rest)?.[0] || rest.slice(0, 1);
      if (rest !== '' && /\w/.test(skipped))
        doubts.push(`Check the entry: “${skipped.trim().slice(0, 60)}” stands where a field and \`=\` were expected, and was left out.`);
      rest = rest.slice(skipped.length);
      continue;
    }
    const field = name.toLowerCase();
    if (!comma) doubts.push(`Check the entry: a comma is missing between \`${last}\` and \`${field}\`; both were read.`);
    if (fields.has(field)) doubts.push(`Check \`${field}\`: the entry gives it twice, and the later one was taken.`);
    rest = rest.slice(start.length);
    const pieces: Piece[] = [];
    for (let more = true; more;) {
      const length = /^[{"]/.test(rest) ? lengthOfValue(rest) : (/^[^\s,#{}"%]*/.exec(rest)?.[0].length ?? 0);
      const value = rest.slice(0, length);
      if (/^[{"]/.test(value)) pieces.push({ text: value.slice(1, -1), macro: false });
      else if (value) pieces.push({ text: value, macro: !/^\d/.test(value) });
      rest = rest.slice(length);
      const joined = /^\s*#\s*/.exec(rest)?.[0];
      more = joined !== undefined;
      rest = rest.slice(joined?.length ?? 0);
    }
    fields.set(field, pieces);
    [last, comma] = [field, false];
  }
  return { fields, doubts };
}

const MONTHS = new Set(['sept', ...monthAbbreviations, ...monthNames.map((name) => name.toLowerCase())]);

export interface Resolved {
  readonly values: ReadonlyMap<string, string>;
  readonly doubts: readonly string[];
}

/** Values as text: macros of the file put in, months by their names. A macro that nothing defines is a doubt, and its field is left out. */
function resolve({ fields, doubts: noted }: BibtexFields, strings: BibtexFile['strings']): Resolved {
  const doubts = [...noted];
  const textOf = (piece: Piece, seen: readonly string[]): string | undefined => {
    const name = piece.text.toLowerCase();
    if (!piece.macro || MONTHS.has(name)) return piece.text;
    const definition = strings.get(name);
    if (definition === undefined || seen.includes(name)) return undefined;
    const [, defined] = [...readFields({ type: 'string', key: '', text: definition, closed: true }).fields][0] ?? [];
    const parts = defined?.map((each) => textOf(each, [...seen, name]));
    return parts?.every((part) => part !== undefined) ? parts.join('') : undefined;
  };
  const values = new Map<string, string>();
  for (const [field, pieces] of fields) {
    const parts = pieces.map((piece) => textOf(piece, []));
    const unknown = pieces.filter((_, i) => parts[i] === undefined).map(({ text }) => `\`${text}\``);
    const alone = unknown.length > 0 && pieces.length === 1;
    if (!alone) values.set(field, parts.map((part, i) => part ?? pieces[i]?.text ?? '').join(''));
    if (unknown.length === 0) continue;
    const what = alone ? 'is left out' : 'stands there by its name';
    doubts.push(
      `Look up \`${field}\`: the entry gives it by the short name ${unknown.join(' and ')}, which no \`@string\` of this file explains and which ${what}.`,
    );
  }
  return { values, doubts };
}

/** Fields of a parent that say what the parent is, and not its part. */
const OWN =
  /^(?:ids|crossref|xref|entryset|entrysubtype|label|options|presort|related.*|sort.*|shorttitle|abstract|annotation|keywords|doi|url|urldate|eprint.*|pages|pagetotal|author|title|subtitle|titleaddon|booktitle|booksubtitle|journal.*)$/;
const DEEPEST = 5;

/** The values of an entry with what its parents lend it by `crossref` and `xdata`; a parent that the file lacks is a doubt. */
export function resolveEntry(entry: BibtexEntry, file: BibtexFile, byKey: ReadonlyMap<string, BibtexEntry>, depth = 0): Resolved {
  const own = resolve(readFields(entry), file.strings);
  const values = new Map(own.values);
  const doubts = [...own.doubts];
  for (const link of ['xdata', 'crossref']) {
    for (const name of (own.values.get(link) ?? '').split(link === 'xdata' ? /\s*,\s*/ : /$^/).filter(Boolean)) {
      const parent = byKey.get(name.toLowerCase());
      if (!parent || depth >= DEEPEST) {
        doubts.push(
          `Complete the entry: it takes fields from the entry \`${name}\` (\`${link}\`), which ${parent ? 'leads back to itself' : 'this file does not hold; export both together'}.`,
        );
        continue;
      }
      const { values: lent, doubts: above } = resolveEntry(parent, file, byKey, depth + 1);
      doubts.push(...above.filter((doubt) => doubt.startsWith('Complete the entry') && !doubts.includes(doubt)));
      const within = link === 'crossref';
      // An entry that has no title of its own is another name of its parent.
      const alias = !own.values.has('title') && parent.type === entry.type;
      for (const [field, value] of lent) if (!values.has(field) && !(within && !alias && OWN.test(field))) values.set(field, value);
      // What the parent itself stands in is not what the part stands in.
      const given = resolve(readFields(parent), file.strings).values;
      const [whole, more] = given.has('booktitle')
        ? [given.get('booktitle'), given.get('booksubtitle')]
        : [lent.get('title'), lent.get('subtitle')];
      const journal = within && parent.type === 'periodical' ? lent.get('title') : (lent.get('journaltitle') ?? lent.get('journal'));
      if (within && whole && parent.type !== 'article' && parent.type !== 'periodical' && !values.has('booktitle'))
        values.set('booktitle', more ? `${whole}: ${more}` : whole);
      if (within && journal && !values.has('journaltitle') && !values.has('journal')) values.set('journaltitle', journal);
    }
  }
  return { values, doubts };
}
