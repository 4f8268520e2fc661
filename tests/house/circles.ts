/** Finds files that import each other in a circle, directly or through others; an import of types counts like any other. */
import { posix } from 'node:path';
import { importsIn } from './modules.ts';

/** The shortest way from a file back to itself, with both ends; undefined where none leads back. */
function wayBack(start: string, importsOf: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of importsOf.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

/**
 * One sentence for each circle that is the shortest through one of its files, in order of its first path.
 * Example: `src/a.ts imports itself in a circle: src/a.ts → src/b.ts → src/a.ts; …`.
 */
export function circlesIn(files: ReadonlyMap<string, string>): string[] {
  const importsOf = new Map(
    [...files].map(([path, text]) => [
      path,
      importsIn(path, text)
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => posix.join(posix.dirname(path), specifier.replace(/\?.*$/, '')))
        .filter((target) => files.has(target)),
    ]),
  );
  const told = new Map<string, string>();
  for (const path of [...files.keys()].sort()) {
    const circle = wayBack(path, importsOf);
    const key = circle && [...new Set(circle)].sort().join(' ');
    if (!key || told.has(key)) continue;
    told.set(
      key,
      `${path} imports itself in a circle: ${circle.join(' → ')}; move what they share to the lower file or to one of its own.`,
    );
  }
  return [...told.values()];
}
