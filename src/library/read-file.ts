/** One file of `content/` -> its parts and what its YAML holds, or why it cannot be read. Pure; throws nothing. */
import { collections, type Collection } from '../schema/collections.ts';
import type { ContentFile, UnreadableFile } from './content-file.ts';
import { bodyBeyond, fieldsBeyond, oversize } from './within-limits.ts';
import { toYamlValue } from './yaml-value.ts';

/**
 * Why a file would be read in two ways, or undefined. `yaml` are its fields, from the second line on; empty where all of it is YAML.
 * Example: `twoReadings('---\na: b\n---c', 'a: b\n---c')?.place.line === 3`.
 */
function twoReadings(text: string, yaml: string): Omit<UnreadableFile, 'path'> | undefined {
  const at = text.indexOf('\r');
  if (at >= 0)
    return {
      place: { line: text.slice(0, at).split('\n').length, column: 1 },
      message: 'The line ends with a carriage return alone, which some programs take for the end of a line and some do not.',
      fix: 'Save the file again with line feeds.',
    };
  const rule = yaml.split('\n').findIndex((line) => /^(?:---|\+\+\+)/.test(line));
  if (rule < 0) return undefined;
  return {
    place: { line: rule + 2, column: 1 },
    message: 'The line begins with `---` or `+++`, which ends the fields of a file, and the fields go on below it.',
    fix: 'Indent the line, or begin it with something else.',
  };
}

interface RawBytes {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const FRONTMATTER = /^---[ \t]*\n([\s\S]*?)(?<=\n)---[ \t]*(?:\n|$)/;

const lines = (text: string): number => text.split('\n').length;

function decode(bytes: Uint8Array): string | { line: number } {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    return { line: lines(new TextDecoder('latin1').decode(bytes).split(/[\u0080-\u00ff]/)[0] ?? '') };
  }
}

/** File name without ending, e.g. `idOf('sources/nice-2019.md') === 'nice-2019'`. */
export const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '');

function readParts(raw: RawBytes, collection: Collection, folder: string): ContentFile | UnreadableFile {
  const path = `${folder}/${raw.path}`;
  const start = { line: 1, column: 1 };
  const large = oversize(collection, raw.bytes.length);
  if (large) return { path, ...large };
  const text = decode(raw.bytes);
  if (typeof text !== 'string') {
    return {
      path,
      place: { line: text.line, column: 1 },
      message: 'The file is not UTF-8 text.',
      fix: 'Save it again with the encoding UTF-8.',
    };
  }
  const id = idOf(raw.path);
  const whole = collections[collection].ending === '.yaml';
  const match = whole ? null : FRONTMATTER.exec(text);
  if (!whole && !match) {
    return {
      path,
      place: start,
      message: 'The file has no frontmatter, expected fields between two lines of `---` at its very top.',
      fix: 'Start the file with `---`, the fields, and `---` again.',
    };
  }
  const yaml = whole ? text : (match?.[1] ?? '');
  const twofold = twoReadings(text, whole ? '' : yaml);
  if (twofold) return { path, ...twofold };
  const yamlLine = whole ? 1 : 2;
  const head = match?.[0] ?? '';
  const body = whole ? '' : text.slice(head.length);
  const bodyLine = whole ? lines(text) : lines(head);
  const long = bodyBeyond(body, bodyLine);
  if (long) return { path, ...long };
  const read = toYamlValue(yaml, yamlLine);
  if (read.problem) return { path, ...read.problem };
  const beyond = fieldsBeyond(read.value, collection, { line: yamlLine, column: 1 });
  if (beyond) return { path, ...beyond };
  return {
    path,
    collection,
    id,
    text,
    yaml,
    yamlLine,
    value: read.value,
    body,
    bodyLine,
  };
}

export const isUnreadable = (file: ContentFile | UnreadableFile): file is UnreadableFile => 'message' in file;

/** What is said of a file that a reader or a schema broke on: nobody foresaw it, and it must not stop the other files. */
export const breakage = (error: unknown): Omit<UnreadableFile, 'path'> => ({
  place: { line: 1, column: 1 },
  message: `Reading the file ended with an error: ${(error as Error).message.replace(/\.?$/, '.')}`,
  fix: 'Look for what is unusual in it; and please report it, because no file should do that.',
});

/** A file read, e.g. `readFile({ path: 'terms.yaml', bytes }, 'term', 'content')`. */
export function readFile(file: RawBytes, collection: Collection, folder: string): ContentFile | UnreadableFile {
  try {
    return readParts(file, collection, folder);
  } catch (error) {
    return { path: `${folder}/${file.path}`, ...breakage(error) };
  }
}
