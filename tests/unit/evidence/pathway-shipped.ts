/** The pathways that the site ships, read as the site reads them. */
import { readContent } from '../../../src/library/from-files.ts';
import type { PathwayEntry } from '../../../src/library/library.ts';

const content = readContent('content');

/** One shipped pathway, e.g. `await shippedPathway('nice-2020-ng158-cdt')`. Throws when there is none of that name. */
export async function shippedPathway(id: string): Promise<PathwayEntry> {
  const pathway = (await content).library.pathways.get(id as PathwayEntry['id']);
  if (!pathway) throw new Error(`content/pathways has no \`${id}\` that can be read.`);
  return pathway;
}

export const shippedPathways = async (): Promise<PathwayEntry[]> => [...(await content).library.pathways.values()];
