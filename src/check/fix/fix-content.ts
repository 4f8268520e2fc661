/** `npm run validate -- --fix`: everything in content that can be put right without a thought, file by file. Pure; never changes what a file says. */
import type { Content } from '../../library/content.ts';
import type { ContentFile } from '../../library/content-file.ts';
import { collections, type Collection } from '../../schema/collections.ts';
import { withoutInvisible } from '../characters.ts';
import { buildLintContext, type LintContext } from '../lint-context.ts';
import { fixBody } from './body-part.ts';
import type { FixPart } from './edit.ts';
import { fixYaml, type IdsOf } from './yaml-part.ts';

export interface FixedFile extends FixPart {
  /** As in `ContentFile`. */
  readonly path: string;
}

const invisible = 'characters that nobody sees';

function fixFile(file: ContentFile, idsOf: IdsOf): FixedFile {
  const { path, collection, text, yaml, body } = file;
  const start = collections[collection].ending === '.yaml' ? 0 : text.indexOf('\n') + 1;
  const seen = withoutInvisible(yaml);
  const fixed = fixYaml(seen, collection, idsOf);
  const fields = seen === yaml ? fixed : { ...fixed, changes: [invisible, ...fixed.changes] };
  if (!start) {
    const end = fields.text.trim() ? `${fields.text.trimEnd()}\n` : fields.text;
    const changes = end === fields.text ? fields.changes : [...fields.changes, 'one line feed at the end'];
    return { path, text: end, changes, left: fields.left };
  }
  const words = withoutInvisible(body);
  const set = fixBody(words, collections[collection].ending === '.mdx' ? 'mdx' : 'md', idsOf('source'));
  const prose = words === body ? set : { ...set, changes: [invisible, ...set.changes] };
  const closing = text.slice(start + yaml.length, text.length - body.length);
  return {
    path,
    text: `---\n${fields.text}---${closing.endsWith('\n') ? '\n' : ''}${prose.text}`,
    changes: [...fields.changes, ...prose.changes],
    left: [...fields.left, ...prose.left],
  };
}

/** Ids by collection; none of a list that cannot be read, because any might be in it. */
const idsIn =
  ({ names }: LintContext): IdsOf =>
  (collection) =>
    collection in names ? names[collection as Collection].all : [];

/**
 * What a fix makes of every file that can be read, or of those given, in order of path, whether or not it changes anything: compare `text`.
 * Fixing what was fixed changes nothing more.
 */
export function fixContent(content: Content, files: readonly ContentFile[] = content.files): FixedFile[] {
  const idsOf = idsIn(buildLintContext(content, { asOf: '' }));
  return files.filter(({ collection }) => collections[collection].writtenBy === 'editors').map((file) => fixFile(file, idsOf));
}
