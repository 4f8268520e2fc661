/** YAML text -> value. The fast parser reads what is plain and right; the other one says what is wrong and where. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { LineCounter, parseDocument } from 'yaml';
import type { Place, UnreadableFile } from './content-file.ts';
import { tooDeep } from './within-limits.ts';

export type YamlProblem = Omit<UnreadableFile, 'path'>;
export type YamlRead =
  { readonly value: unknown; readonly problem?: undefined } | { readonly problem: YamlProblem; readonly value?: undefined };

/** On what the two parsers differ: anchors, aliases and tags, signed zeros and fractions, digits joined by `_`, a `#` at a quotation mark. */
const UNUSUAL = /(?:^|[\s,[{:-])(?:[*&!]\S|[-+][.0])|\d_|["']#/m;

/** Looking for a key that stands twice costs this parser the square of their number; in a long text the fast one says where. */
const LONG_FOR_KEYS = 32_000;

function slowly(yaml: string, yamlLine: number, fast?: unknown): YamlRead {
  const { reason, mark } = (fast ?? {}) as { readonly reason?: string; readonly mark?: { readonly line: number } };
  const uniqueKeys = yaml.length < LONG_FOR_KEYS;
  if (!uniqueKeys && reason === 'duplicated mapping key')
    return {
      problem: {
        place: { line: yamlLine + (mark?.line ?? 0), column: 1 },
        message: 'A field stands here a second time.',
        fix: 'Keep one of the two.',
      },
    };
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, schema: 'core', logLevel: 'silent', uniqueKeys });
  const error = document.errors[0];
  const at = counter.linePos(error?.pos[0] ?? 0);
  const place: Place = { line: at.line + yamlLine - 1, column: at.col };
  if (!error) {
    try {
      return { value: document.toJS({ maxAliasCount: 0 }) as unknown };
    } catch (thrown) {
      const fix = 'YAML anchors and aliases (`&name`, `*name`) are not read here: write the value out.';
      return { problem: { place, message: `The fields are not valid YAML: ${(thrown as Error).message}.`, fix } };
    }
  }
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(yaml.slice(error.pos[0]))?.[0].trim() ?? '';
    return { problem: { place, message: `The field \`${key}\` stands here a second time.`, fix: 'Keep one of the two.' } };
  }
  const message = `The fields are not valid YAML: ${error.message.replace(/\.$/, '')}.`;
  return {
    problem: { place, message, fix: 'Correct this line; text with a colon or a quotation mark in it wants quotation marks around it.' },
  };
}

function readYaml(yaml: string, yamlLine: number): YamlRead {
  const unusual = UNUSUAL.test(yaml);
  // A long text is read by the fast parser first, because only it finds a key that stands twice in time.
  if (unusual && yaml.length < LONG_FOR_KEYS) return slowly(yaml, yamlLine);
  try {
    const value = load(yaml, { schema: CORE_SCHEMA });
    if (unusual) return slowly(yaml, yamlLine);
    return { value: value === undefined ? null : value };
  } catch (error) {
    return slowly(yaml, yamlLine, error);
  }
}

/**
 * The value of YAML by the core schema of YAML 1.2: dates stay text, e.g. `toYamlValue('on: 2026-11-20').value` is
 * `{ on: '2026-11-20' }`. `yamlLine` is the line of the file on which the text starts. Never throws.
 */
export function toYamlValue(yaml: string, yamlLine = 1): YamlRead {
  try {
    return readYaml(yaml, yamlLine);
  } catch (error) {
    // Both parsers go down level by level, and so far that they run out of room.
    if (error instanceof RangeError) return { problem: tooDeep({ line: yamlLine, column: 1 }) };
    const message = `The fields cannot be read: ${(error as Error).message.replace(/\.?$/, '.')}`;
    return { problem: { place: { line: yamlLine, column: 1 }, message, fix: 'Write them one to a line, as `name: value`.' } };
  }
}
