/** How messages name fields and values, in the words of the file. */
import type { FieldPath } from '../library/content-file.ts';
import { orList } from '../words/phrase.ts';

const join = (path: FieldPath): string =>
  path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${step}` : step), '');

/** A field by name, e.g. `findings[1].question` in backquotes; in a list file "`name` of entry 3". */
export function fieldName(path: FieldPath): string {
  const [first, ...rest] = path;
  if (typeof first !== 'number') return path.length ? `\`${join(path)}\`` : 'the file';
  return rest.length ? `\`${join(rest)}\` of entry ${first + 1}` : `entry ${first + 1}`;
}

/** A value as a message shows it: quoted as in the file and cut where it is long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 57)}…` : line}\``;
}

/** `a`, `b` or `c`, in backquotes; long lists are cut. */
export function oneOf(names: readonly string[], most = 20): string {
  const quoted = names.slice(0, most).map((name) => `\`${name}\``);
  if (names.length > most) return `${quoted.join(', ')} and ${names.length - most} more`;
  return orList(quoted) || 'nothing';
}
