/**
 * A site with hostile content in it, built in a copy of the project that is thrown away. Where the check is to be passed by, the
 * copy's gate stands open; the project has no such switch.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { checkContent } from '../src/check/check-content.ts';
import { toContent, type RawFile } from '../src/library/content.ts';
import { readRawFiles } from '../src/library/from-files.ts';
import { copyProject } from './project-copy.ts';
import { hostile } from './unit/integrations/hostile.ts';

const AS_OF = '2026-11-20';
const root = new URL('..', import.meta.url).pathname;

export interface Planted {
  /** Files of a content folder by path, those of the small valid library among them. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of the files that hold something hostile. */
  readonly hostile: readonly string[];
}

type Leaf = readonly (string | number)[];

/** Fields that name something; their values are closed, and the check says so. */
const closed =
  /^(?:id|kind|issued|updated|retrieved|status|question|source|doi|pmid|registry|url|aliases|review|section|topics|terms|asOf)$/;

function leavesOf(value: unknown, path: Leaf = []): Leaf[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    closed.test(key) ? [] : leavesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withLeaves(value: unknown, leaves: readonly Leaf[], text: string): Record<string, unknown> {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  for (const leaf of leaves) {
    let at = copy;
    for (const step of leaf.slice(0, -1)) at = at[step] as typeof at;
    at[leaf.at(-1) ?? ''] = text;
  }
  return copy;
}

const toRaw = (files: ReadonlyMap<string, string>): RawFile[] =>
  [...files].map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));

/** The files with an error, by path below the content folder. */
const errorsIn = (files: ReadonlyMap<string, string>): Set<string> =>
  new Set(
    checkContent(toContent(toRaw(files)), { asOf: AS_OF }).flatMap(({ file, level }) =>
      level === 'error' ? [file.slice('content/'.length)] : [],
    ),
  );

const page = (fields: unknown, body: string): string => `---\n${stringify(fields)}---\n${body}`;
const split = (text: string): [unknown, string] => {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return [parse(yaml, { schema: 'core' }), body];
};

/** Each hostile text in every field of a file at once that takes it, e.g. in the title and the locators of a source. */
function fieldFiles(base: ReadonlyMap<string, string>, template: string, name: (index: number) => string): Map<string, string> {
  const [fields, body] = split(base.get(template) ?? '');
  for (const key of ['doi', 'pmid', 'registry', 'aliases', 'url']) Reflect.deleteProperty(fields as object, key);
  const leaves = leavesOf(fields);
  const single = new Map<string, string>();
  for (const [index, text] of hostile.yaml.entries())
    for (const [at, leaf] of leaves.entries()) single.set(name(index * 1000 + at), page(withLeaves(fields, [leaf], text), body));
  const errors = errorsIn(new Map([...base, ...single]));
  return new Map(
    hostile.yaml.map((text, index) => {
      const taken = leaves.filter((_, at) => !errors.has(name(index * 1000 + at)));
      return [name(index), page(withLeaves(fields, taken, text), body)];
    }),
  );
}

async function readBase(): Promise<Map<string, string>> {
  const raw = await readRawFiles('tests/fixtures/content');
  return new Map(raw.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

/** A source for each of some Markdown bodies and a question for each of some MDX bodies, e.g. `sources/hostile-2020-body0.md`. */
function bodyFiles(base: ReadonlyMap<string, string>, markdown: readonly string[], mdx: readonly string[]): Map<string, string> {
  const [fields] = split(base.get('sources/example-2022-draft.md') ?? '');
  const [asked, answers] = split(base.get('questions/widget-choice.mdx') ?? '');
  const source = { ...(fields as object), status: 'under-review', findings: [] };
  return new Map([
    ...markdown.map((body, index) => {
      const own = { ...source, title: `Hostile ${index}`, url: `https://daily.example/${index}` };
      return [`sources/hostile-2020-body${index}.md`, page(own, body)] as const;
    }),
    ...mdx.map((body, index) => {
      const own = { ...(asked as object), question: `Hostile ${index}?` };
      return [`questions/hostile-body${index}.mdx`, page(own, `${answers}\n${body}\n`)] as const;
    }),
  ]);
}

/** What the last reading of the build stops, as it should: a second heading of the first level, and a place that a list does not have. */
const stoppedLater = /^#\s|#<b>/m;

/** Everything hostile that passes the check: bodies of sources and questions, and texts in the fields of sources, questions and topics. */
export async function plantPassing(): Promise<Planted> {
  const base = await readBase();
  const bodies = [hostile.markdown, hostile.mdx].map((all) => all.filter((body) => !stoppedLater.test(body)));
  let made = new Map([
    ...bodyFiles(base, bodies[0] ?? [], bodies[1] ?? []),
    ...fieldFiles(base, 'sources/example-2020-trial.md', (index) => `sources/hostile-2020-field${index}.md`),
    ...fieldFiles(base, 'questions/widget-choice.mdx', (index) => `questions/hostile-field${index}.mdx`),
    ...fieldFiles(base, 'topics/fitting-a-widget.mdx', (index) => `topics/hostile-field${index}.mdx`),
  ]);
  // A file that is left out may be what another is held against: once more, until nothing is left to say.
  for (let errors = errorsIn(new Map([...base, ...made])); errors.size > 0; errors = errorsIn(new Map([...base, ...made])))
    made = new Map([...made].filter(([path]) => !errors.has(path)));
  return { files: new Map([...base, ...made]), hostile: [...made.keys()] };
}

/** Bodies as they are, whatever the check says of them. */
export async function plantBodies(markdown: readonly string[], mdx: readonly string[]): Promise<Planted> {
  const base = await readBase();
  const made = bodyFiles(base, markdown, mdx);
  return { files: new Map([...base, ...made]), hostile: [...made.keys()] };
}

/** Replaces text in a file of the copy; throws when it is not there. */
async function change(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text)
    throw new Error(`${file} has nothing like ${String(from)}, so the planted site would not be what it is meant to be.`);
  await writeFile(file, changed);
}

export interface PlantedSite {
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Builds a site of planted content, without search, cards and the form, whose steps read no markup. Throws with what the build said. */
export async function buildPlanted({ files }: Planted, { gate }: { gate: 'shut' | 'open' }): Promise<PlantedSite> {
  const { folder: project, build, close } = await copyProject();
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(project, 'content', path)), { recursive: true });
      await writeFile(join(project, 'content', path), text);
    }
    await mkdir(join(project, 'public', 'pictures'));
    await cp(join(root, 'public/icons/apple-touch-icon.png'), join(project, 'public/pictures/widget.png'));
    await change(join(project, 'astro.config.mjs'), /search\(\),[\s\S]*?(?=distCheck\()/, '');
    // What the page of the form asks for; the form itself is the longest part of a build.
    await mkdir(join(project, 'public', 'admin'), { recursive: true });
    for (const name of ['admin.js', 'admin.css']) await writeFile(join(project, 'public', 'admin', name), '');
    if (gate === 'open') await change(join(project, 'src/check/gate.ts'), /const open = .*/, 'const open = true;');
    await build(AS_OF);
  } catch (error) {
    await close();
    throw error;
  }
  return { folder: join(project, 'dist'), close };
}
