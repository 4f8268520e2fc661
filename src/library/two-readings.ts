/** Texts that we and Astro would cut into lines, or into fields and body, at different places: a page must be judged as it is printed. */
import type { UnreadableFile } from './content-file.ts';

/**
 * Why a file would be read in two ways, or undefined. `yaml` are its fields, from the second line on; empty where all of it is YAML.
 * Example: `twoReadings('---\na: b\n---c', 'a: b\n---c')?.place.line === 3`.
 */
export function twoReadings(text: string, yaml: string): Omit<UnreadableFile, 'path'> | undefined {
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
