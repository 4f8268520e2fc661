/** `npm run validate -- --fix`: everything in content that can be put right without a thought, file by file. Pure; never changes what a file says. */
import type { Content } from '../../library/content.ts';
import type { ContentFile } from '../../library/content-file.ts';
import { nouns, type Noun } from '../../schema/nouns.ts';
import { withoutInvisible } from '../characters.ts';
import { buildProof, type Proof } from '../proof.ts';
import { fixBody } from './body-part.ts';
import type { Part } from './part.ts';
import { fixYaml, type IdsOf } from './yaml-part.ts';

export interface FixedFile extends Part {
  /** As in `ContentFile`. */
  readonly path: string;
}

/** Lists that programs write and nobody edits. */
const written: ReadonlySet<Noun> = new Set<Noun>(['sighting', 'fingerprint', 'lookup']);

const invisible = 'characters that nobody sees';

function fixFile(file: ContentFile, idsOf: IdsOf): FixedFile {
  const { path, noun, text, yaml, body } = file;
  const start = nouns[noun].ending === '.yaml' ? 0 : text.indexOf('\n') + 1;
  const seen = withoutInvisible(yaml);
  const fixed = fixYaml(seen, noun, idsOf);
  const fields = seen === yaml ? fixed : { ...fixed, changes: [invisible, ...fixed.changes] };
  if (!start) {
    const end = fields.text.trim() ? `${fields.text.trimEnd()}\n` : fields.text;
    const changes = end === fields.text ? fields.changes : [...fields.changes, 'one line feed at the end'];
    return { path, text: end, changes, left: fields.left };
  }
  const words = withoutInvisible(body);
  const set = fixBody(words, nouns[noun].ending === '.mdx' ? 'mdx' : 'md', idsOf('source'));
  const prose = words === body ? set : { ...set, changes: [invisible, ...set.changes] };
  const closing = text.slice(start + yaml.length, text.length - body.length);
  return {
    path,
    text: `---\n${fields.text}---${closing.endsWith('\n') ? '\n' : ''}${prose.text}`,
    changes: [...fields.changes, ...prose.changes],
    left: [...fields.left, ...prose.left],
  };
}

/** Ids by noun; none of a list that cannot be read, because any might be in it. */
const idsIn =
  ({ names }: Proof): IdsOf =>
  (noun) =>
    noun in names ? names[noun as Noun].all : [];

/**
 * What a fix makes of every file that can be read, or of those given, in order of path, whether or not it changes anything: compare `text`.
 * Fixing what was fixed changes nothing more.
 */
export function fixContent(content: Content, files: readonly ContentFile[] = content.files): FixedFile[] {
  const idsOf = idsIn(buildProof(content, { asOf: '' }));
  return files.filter(({ noun }) => !written.has(noun)).map((file) => fixFile(file, idsOf));
}
