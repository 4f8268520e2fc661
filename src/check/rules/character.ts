/** Characters of text: none that nobody sees, none that turns what stands around it, no word in two alphabets, no host in disguise. */
import { decodeHTML } from 'entities';
import type { ContentFile, FieldPath, Place } from '../../library/content-file.ts';
import { collections, type Collection } from '../../schema/collections.ts';
import { characterKinds, disguisedHost, mixedWords, strangeCharacters, type CharacterKind, type StrangeCharacter } from '../characters.ts';
import { fieldName } from '../field-name.ts';
import type { LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { formatCount } from '../../words/phrase.ts';

/** What stands in a file besides characters as such: `&#x202e;` in a body, `\u202e` between quotation marks of YAML or braces of MDX. */
interface Written {
  readonly text: string;
  readonly field?: FieldPath;
  /** Where the text begins, for what is no field. */
  readonly place?: Place;
}

const placeAt = (text: string, at: number): Place => {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
};

function* textsIn(value: unknown, field: FieldPath = []): Iterable<Written> {
  if (typeof value === 'string') yield { text: value, field };
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(key) : key;
      if (typeof step === 'string') yield { text: step, field: [...field, step] };
      yield* textsIn(child, [...field, step]);
    }
}

const ESCAPES = /&(?:#\d+|#x[\da-f]+|[a-z]\w*);|\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})/gi;
const character = (hex: string): string => (parseInt(hex, 16) <= 0x10ffff ? String.fromCodePoint(parseInt(hex, 16)) : '\ufffd');

/** A body with what stands for a character replaced by it, line for line; escapes of code count in MDX alone. */
const decoded = (body: string, isMdx: boolean): string =>
  body.replace(ESCAPES, (written: string, ...hex: (string | undefined)[]) => {
    const code = hex.slice(0, 3).find((one) => one !== undefined);
    if (code !== undefined && !isMdx) return written;
    return (code === undefined ? decodeHTML(written) : character(code)).replace(/\n/g, ' ');
  });

const isMdx = (collection: Collection): boolean => collections[collection].ending === '.mdx';

/** Everything that is written in a file, each thing once: the text as it lies there, and what its escapes come to. */
function* writtenIn(file: ContentFile): Iterable<Written> {
  yield { text: file.text, place: { line: 1, column: 1 } };
  if (file.yaml.includes('\\')) yield* textsIn(file.value);
  if (/[&\\]/.test(file.body)) {
    const body = decoded(file.body, isMdx(file.collection));
    if (body !== file.body) yield { text: body, place: { line: file.bodyLine, column: 1 } };
  }
}

const whereIs = ({ field, place, text }: Written, at: number): Pick<Violation, 'field' | 'place'> => {
  if (field) return { field };
  const found = placeAt(text, at);
  return { place: { line: found.line + (place?.line ?? 1) - 1, column: found.column } };
};

function* strangeIn(file: ContentFile): Iterable<Violation> {
  const told = new Set<CharacterKind>();
  for (const written of writtenIn(file)) {
    const byKind = Map.groupBy(strangeCharacters(written.text), ({ kind }) => kind);
    for (const [kind, all] of byKind) {
      const [first] = all as [StrangeCharacter];
      // One sentence a kind is enough: a file that was copied from a PDF may have hundreds.
      if (told.has(kind)) continue;
      told.add(kind);
      const { label, fix } = characterKinds[kind];
      const more = all.length > 1 ? `, and ${formatCount(all.length - 1, 'other')} like it in this file` : '';
      const where = written.field ? `${fieldName(written.field)} holds` : 'Here stands';
      yield { file: file.path, ...whereIs(written, first.at), message: `${where} ${label} (${first.code})${more}.`, fix };
    }
  }
}

export const forbiddenCharacter: Rule = {
  name: 'forbidden-character',
  level: 'error',
  local: true,
  says: 'Text holds no character that nobody sees: no control characters, nothing that turns its direction, nothing without a width or a meaning.',
  why: 'A reader, a search and a reviewer would each see another text.',
  *find(context) {
    for (const file of context.content.files) yield* strangeIn(file);
  },
};

const ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;

function* mixedIn(context: LintContext, file: ContentFile): Iterable<Violation> {
  const told = new Set<string>();
  for (const written of writtenIn(file)) {
    for (const { word, at } of mixedWords(written.text)) {
      if (told.has(word)) continue;
      told.add(word);
      yield {
        file: file.path,
        ...whereIs(written, at),
        message: `\`${word}\` is written in two alphabets: some of its letters only look like the others.`,
        fix: 'Type the word anew in one alphabet; a single Greek letter as a symbol, as in `TNFα` or `β-blocker`, may stand.',
      };
    }
    for (const { 0: address, index } of written.text.matchAll(ADDRESS)) {
      const wrong = disguisedHost(address);
      if (!wrong || told.has(wrong)) continue;
      told.add(wrong);
      yield { file: file.path, ...whereIs(written, index), message: `The host of this address ${wrong}.`, fix: hostFix };
    }
  }
  if (!file.body) return;
  for (const { address, place } of context.bodyOf(file).links) {
    const wrong = disguisedHost(address);
    if (!wrong || told.has(wrong)) continue;
    told.add(wrong);
    yield {
      file: file.path,
      place: { line: place.line + file.bodyLine - 1, column: place.column },
      message: `The host of this link ${wrong}.`,
      fix: hostFix,
    };
  }
}

const hostFix = 'Look up where the work really lies, and copy the address from there.';

export const mixedScript: Rule = {
  name: 'mixed-script',
  level: 'error',
  local: true,
  says: 'Every word is written in one alphabet, and every host is what it seems to be.',
  why: 'A word with a foreign letter in it is found by no search, and an address with one leads somewhere else.',
  *find(context) {
    for (const file of context.content.files) yield* mixedIn(context, file);
  },
};
