/** Files that cannot be read, files beyond a limit, and files that stand where nothing reads them. */
import { collections, collectionNames } from '../../schema/collections.ts';
import { ID_PATTERN } from '../../schema/id.ts';
import { nearest } from '../nearest.ts';
import type { LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { slug } from '../fix/spelling.ts';
import { inThousands, limits, type LimitName } from '../../schema/limits.ts';

/** What could not be read, as far as one rule says it; undefined stands for this one. */
const unreadableBy = ({ content }: LintContext, rule: string | undefined): Violation[] =>
  content.unreadable.filter((file) => file.rule === rule).map(({ path, place, message, fix }) => ({ file: path, place, message, fix }));

export const unreadableFile: Rule = {
  name: 'unreadable-file',
  level: 'error',
  says: 'Every file is UTF-8 text with valid YAML, and no key stands twice.',
  why: 'What cannot be read is missing from the site, together with everything that leans on it.',
  find: (context) => unreadableBy(context, undefined),
};

const places = collectionNames.map((collection) =>
  collections[collection].list ? collections[collection].path : `${collections[collection].path}/<id>${collections[collection].ending}`,
);

function strayFix(path: string): string {
  const [folder = '', ...rest] = path.split('/');
  const collection = collectionNames.find((name) => !collections[name].list && collections[name].path === folder);
  if (collection && rest.length > 1) return `Move it up, directly into \`${folder}/\`: folders in it are not read.`;
  if (collection)
    return `Files in \`${folder}/\` end with \`${collections[collection].ending}\`: rename it, or move it out of the content folder.`;
  const tops = collectionNames.map((name) => collections[name].path);
  const near = nearest(folder, tops);
  if (near) return `Move it to \`${near}\`.`;
  return `Move it out. Content lies in ${places.map((place) => `\`${place}\``).join(', ')}.`;
}

function* misnamed({ content }: LintContext): Iterable<Violation> {
  const start = { line: 1, column: 1 };
  for (const { path } of content.strays) {
    const inside = path.slice(content.folder.length + 1);
    yield { file: path, place: start, message: `Nothing reads \`${inside}\`: it is not where content lies.`, fix: strayFix(inside) };
  }
  for (const { path, collection, id } of content.files) {
    if (collections[collection].list || ID_PATTERN.test(id)) continue;
    const better = slug(id);
    yield {
      file: path,
      place: start,
      message: `The file name \`${id}\` is its id and its address, expected lower-case letters, digits and single hyphens.`,
      fix: better ? `Rename it to \`${better}${collections[collection].ending}\`.` : 'Rename it, for example to `nice-2019-ipg651`.',
    };
  }
}

export const invalidFileName: Rule = {
  name: 'invalid-file-name',
  level: 'error',
  says: 'Every file lies where its noun is read, under a name of lower-case letters, digits and hyphens.',
  why: 'A file in the wrong place is silently left out, and a name that is no address breaks links.',
  find: misnamed,
};

/** What one rule allows, e.g. "48,000 characters in a body". */
const allowed = (rule: string): string =>
  (Object.keys(limits) as LimitName[])
    .filter((name) => limits[name].rule === rule)
    .map((name) => `${inThousands(limits[name].most)} ${limits[name].unit} in ${limits[name].of}`)
    .join(', ');

const limitRule = (name: string, says: string, why: string): Rule => ({
  name,
  level: 'error',
  says: `${says}: at most ${allowed(name)}.`,
  why,
  find: (context) => unreadableBy(context, name),
});

const stopped = 'One file could stop the check of all others, and with it every correction that waits.';

export const limitRules: readonly Rule[] = [
  limitRule('file-too-large', 'No file is larger than its kind needs', stopped),
  limitRule('body-too-long', 'No body is longer than anybody reads', stopped),
  limitRule(
    'field-too-long',
    'No field is longer than its place on a page',
    'A field that fills a page hides all others, in lists, in search and in what is exported.',
  ),
  limitRule('nested-too-deep', 'Nothing lies within something else deeper than it can be read', stopped),
  limitRule('too-many-signs', 'No body has more Markdown in it than prose needs', stopped),
  limitRule('too-slow', 'Every file can be read in a moment', stopped),
];
