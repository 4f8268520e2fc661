/** Puts the words of values that prose takes from digests in their places, before citations and glossary terms are looked for. */
import type { RemarkPlugins } from '@astrojs/markdown-remark';
import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import { isValueName, proseValue } from '../evidence/prose-values.ts';
import { readContent } from '../library/from-files.ts';
import type { Library } from '../library/library.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The attributes of a component that are plain text. */
const attributesOf = ({ attributes }: Jsx): Record<string, string> =>
  Object.fromEntries(
    attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [])),
  );

/** Values as text, in place. One without words leaves none: the check has reported it. */
export function fillValues(tree: Root, library: Library): void {
  visit(tree, (node: Nodes, index, parent: Parents | undefined) => {
    if (!isJsx(node) || !isValueName(node.name ?? undefined) || !parent || index === undefined) return undefined;
    const text = { type: 'text' as const, value: proseValue(library, node.name as 'Result', attributesOf(node)).words ?? '' };
    const put: RootContent = node.type === 'mdxJsxFlowElement' ? { type: 'paragraph', children: [text] } : text;
    parent.children.splice(index, 1, put as never);
    return [SKIP, index + 1];
  });
}

/** The same as a plugin of unified, with the digests of a content folder. */
export async function valuesInProse(folder: string): Promise<RemarkPlugins> {
  const { library } = await readContent(folder);
  return [() => (tree: Root) => fillValues(tree, library)];
}
