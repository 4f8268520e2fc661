/**
 * `npm run bench -- plants [--seed WORD]`: plants fifty mistakes in the content, each alone and in memory, and says how many of them
 * the check notices.
 */
import type { Content } from '../../../src/library/content.ts';
import { toContent } from '../../../src/library/content.ts';
import { readContent } from '../../../src/library/from-files.ts';
import type { SourceEntry } from '../../../src/library/library.ts';
import { collections } from '../../../src/schema/collections.ts';
import { checkContext } from '../../../src/check/check-content.ts';
import type { Issue } from '../../../src/check/issue.ts';
import { buildLintContext, type LintContext } from '../../../src/check/lint-context.ts';
import { table } from '../report-table.ts';
import { carriedItems, citedStretches, digestWords, itemWords, pick, shuffled, type CitedStretch } from './places.ts';
import { plantKinds, planters, type PlantedChange, type Plant, type PlantKind, type Planter } from './plants.ts';

const WANTED = 48;

function toPlant(
  kind: PlantKind,
  { file, line, before }: Pick<Plant, 'file' | 'line' | 'before'>,
  change: PlantedChange,
  cited: readonly SourceEntry[],
): Plant {
  const lines = file.text.split('\n');
  lines[line - 1] = change.after;
  return { kind, file, line, before, against: cited, ...change, text: lines.join('\n') };
}

const fromStretches = (kind: PlantKind, plant: Planter, { content, seed }: Drawing): Plant[] =>
  content.stretches.flatMap((stretch) => {
    const change = plant(stretch, content.library, seed);
    return change && change.after !== stretch.text ? [toPlant(kind, { ...stretch, before: stretch.text }, change, stretch.cited)] : [];
  });

interface Drawing {
  readonly content: Pick<Content, 'files' | 'library'> & { readonly stretches: readonly CitedStretch[] };
  readonly seed: string;
}

/** In each digest what it carries, denied: as an item of `absent`, or as a sentence of its own body. */
function fromDigests({ content: { files, library }, seed }: Drawing, where: 'item' | 'body'): Plant[] {
  return files.flatMap((file) => {
    const source = file.collection === 'source' ? library.sources.get(file.id as never) : undefined;
    if (!source) return [];
    const items = carriedItems(source, library).filter((one) => where === 'item' || one in library.vocabulary.outcomes);
    const item = pick(items, seed, `${file.path} ${where}`);
    const lines = file.text.split('\n');
    const heading = lines.findIndex((text) => text === '## What it leaves out');
    const index =
      where === 'body' ? lines.findIndex((text, at) => at > heading && heading > 0 && /\.$/.test(text)) : lines.indexOf('absent:');
    const before = lines[index];
    if (item === undefined || before === undefined) return [];
    const added = where === 'item' ? `  - { item: ${item}, checked: no }` : `${itemWords(library, item)} was not reported.`;
    const after = where === 'item' ? `${before}\n${added}` : `${before} ${added}`;
    return [toPlant('absence', { file, line: index + 1, before }, { after, how: `added: ${added.trim()}` }, [source])];
  });
}

/** As many as wanted in the order of the seed, at most one in a file. */
function drawn(plants: readonly Plant[], most: number, seed: string): Plant[] {
  const taken = new Set<string>();
  const order = shuffled(plants, seed, ({ kind, file, line, after }) => `${kind} ${file.path} ${line} ${after}`);
  return order.filter(({ file }) => !taken.has(file.path) && taken.add(file.path)).slice(0, most);
}

/**
 * Ten plants of each kind, drawn over all content by a seed, e.g. `drawPlants(await readContent('content'), '1')`; fewer where
 * content has fewer places. False absences are four items of digests, three sentences of their bodies, and three of cited prose.
 */
export function drawPlants({ files, library, ...rest }: Content, seed: string, each = 10): Plant[] {
  const drawing = { content: { files, library, stretches: citedStretches({ files, library, ...rest }) }, seed };
  const third = Math.floor((each * 3) / 10);
  return plantKinds.flatMap((kind) => {
    if (kind !== 'absence') return drawn(fromStretches(kind, planters[kind], drawing), each, seed);
    return [
      ...drawn(fromDigests(drawing, 'item'), each - 2 * third, seed),
      ...drawn(fromDigests(drawing, 'body'), third, seed),
      ...drawn(fromStretches(kind, planters.absence, drawing), third, seed),
    ];
  });
}

const keyOf = ({ file, rule, message }: Issue): string => `${file} ${rule} ${message}`;

/** The content with one file exchanged. Throws where the planted file cannot be read: then the mistake is one of form. */
function withPlant(content: Content, { file, text }: Plant): Content {
  const vocabulary = content.files.filter(({ collection }) => collection === 'vocabulary');
  const raw = [...vocabulary.map((one) => ({ path: one.path, text: one.text })), { path: file.path, text }];
  const bytes = raw.map((one) => ({ path: one.path.slice(content.folder.length + 1), bytes: new TextEncoder().encode(one.text) }));
  const own = toContent(bytes, content.folder);
  const read = own.files.find(({ path }) => path === file.path);
  const { many } = collections[file.collection];
  const entry = (own.library[many] as ReadonlyMap<string, unknown>).get(file.id);
  if (!read || !entry) throw new Error(`The planted \`${file.path}\` is no longer accepted by its schema, so this plant says nothing.`);
  const entries = new Map(content.library[many] as ReadonlyMap<string, unknown>).set(file.id, entry);
  return { ...content, files: content.files.map((one) => (one === file ? read : one)), library: { ...content.library, [many]: entries } };
}

interface Found {
  readonly plant: Plant;
  readonly issues: readonly Issue[];
}

/** What the check says of a plant that it did not say before, in the planted file and in the digests that it contradicts. */
function findPlant(plant: Plant, context: LintContext, before: ReadonlySet<string>): Found {
  const { asOf, content } = context;
  const near = new Set([plant.file.path, ...plant.against.map(({ file }) => file)]);
  const settled = new Set(content.files.map(({ path }) => path).filter((path) => !near.has(path)));
  const bodies = new Map(context.pages.filter(({ file }) => file !== plant.file).map(({ file }) => [file.path, context.bodyOf(file)]));
  const planted = withPlant(content, plant);
  const added = (issues: readonly Issue[]): Issue[] => issues.filter((issue) => near.has(issue.file) && !before.has(keyOf(issue)));
  const quick = added(checkContext(buildLintContext(planted, { asOf, settled, bodies }), { changed: near, settled }));
  // A miss must not come from what was left out to be quick.
  return { plant, issues: quick.length ? quick : added(checkContext(buildLintContext(planted, { asOf }), {})) };
}

const isCaught = ({ issues }: Found): boolean => issues.length > 0;
const isError = ({ issues }: Found): boolean => issues.some(({ level }) => level === 'error');

/** Why a plant may have been missed, as far as that can be told from the digests; empty where it cannot. */
function reasonOf({ kind, file, how, against }: Plant): string {
  if (kind === 'absence' && file.collection === 'source') return 'it stands in a digest itself, where nothing is cited';
  const put = / → (.+?)(?:,.*)?$/.exec(how)?.[1];
  const holder = put === undefined ? undefined : against.find((source) => digestWords(source).toLowerCase().includes(put.toLowerCase()));
  return holder ? `the digest of ${holder.id} holds “${put}” as well, of something else` : '';
}

function printMiss({ plant }: Found): void {
  const { kind, file, line, before, after, how } = plant;
  console.log(`\nMissed, ${kind}: ${file.path}:${line}: ${how}\n  before  ${before}\n  after   ${after.replace('\n', '\n          ')}`);
  const reason = reasonOf(plant);
  if (reason) console.log(`  why     ${reason}`);
}

/** Plants, checks and prints; with `all` what was caught too. True where enough was caught. */
export async function reportPlants({
  folder,
  asOf,
  seed,
  all = false,
}: {
  folder: string;
  asOf: string;
  seed: string;
  all?: boolean;
}): Promise<boolean> {
  const content = await readContent(folder);
  const context = buildLintContext(content, { asOf });
  const standing = checkContext(context, {});
  const before = new Set(standing.map(keyOf));
  const found = drawPlants(content, seed).map((plant) => findPlant(plant, context, before));
  console.log(`\nMistakes planted in ${folder}, drawn with \`--seed ${seed}\`\n`);
  const row = (name: string, own: readonly Found[]): string[] => {
    const caught = own.filter(isCaught);
    const errors = caught.filter(isError).length;
    return [name, ...[own.length, caught.length, errors, caught.length - errors].map(String)];
  };
  const ofKind = (kind: PlantKind): Found[] => found.filter(({ plant }) => plant.kind === kind);
  const rows = plantKinds.map((kind) => row(kind, ofKind(kind)));
  console.log(table([['kind', 'planted', 'caught', 'by an error', 'by a warning alone'], ...rows, row('together', found)]));
  for (const kind of plantKinds) {
    const rules = ofKind(kind).flatMap(({ issues }) => [...new Set(issues.map(({ rule }) => rule))]);
    const counts = [...Map.groupBy(rules, (rule) => rule)].map(([rule, { length }]) => `${rule} ${length}`);
    console.log(`  ${kind}, by ${counts.join(', ') || 'no rule'}`);
  }
  for (const one of found) if (!isCaught(one)) printMiss(one);
  if (all)
    for (const { plant, issues } of found.filter(isCaught))
      console.log(
        `\nCaught, ${plant.kind}: ${plant.file.path}:${plant.line}: ${plant.how}\n  ${issues.map(({ rule, level, message }) => `${level} ${rule}: ${message}`).join('\n  ')}`,
      );
  const cited = new Set(citedStretches(content).map(({ file, line }) => `${file.path}:${line}`)).size;
  const alarms = standing.filter(({ rule }) => rule === 'number-not-carried' || rule === 'strength-not-carried');
  console.log(
    `\nWithout a plant: ${alarms.length} issues of number-not-carried and strength-not-carried on ${cited} lines with a citation (at most one in 200)`,
  );
  for (const { file, line, message } of alarms) console.log(`  ${file}:${line}: ${message}`);
  const caught = found.filter(isCaught).length;
  console.log(`\n${caught} of ${found.length} caught, ${WANTED} wanted`);
  return caught >= WANTED;
}
