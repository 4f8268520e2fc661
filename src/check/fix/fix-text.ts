/** One file fixed by itself, without the content around it: for who writes a file and holds no others. Pure. */
import { collections, type Collection } from '../../schema/collections.ts';
import { fixBody } from './body-part.ts';
import { fixYaml } from './yaml-part.ts';

const PARTS = /^---\n([\s\S]*?\n)?---\n?([\s\S]*)$/;
const noIds = (): readonly string[] => [];

/**
 * The text of a file as `fixContent` would set it, but for ids, which want the other files to be held against.
 * Text without fields between two lines of `---` comes back as it is.
 */
export function fixText(collection: Collection, text: string): string {
  const { ending } = collections[collection];
  if (ending === '.yaml') return fixYaml(text, collection, noIds).text;
  const [all, yaml = '', body = ''] = PARTS.exec(text) ?? [];
  if (all === undefined) return text;
  return `---\n${fixYaml(yaml, collection, noIds).text}---\n${fixBody(body, ending === '.mdx' ? 'mdx' : 'md', []).text}`;
}
