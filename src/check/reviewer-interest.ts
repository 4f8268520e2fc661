/** Whether a page is about a product of a company, as far as its words and its place in the library tell. Pure. */
import { nameWords } from '../words/fold.ts';
import type { LintEntry, LintContext } from './lint-context.ts';
import { usesOf } from './uses.ts';

/** Words that end the names of companies and tell none from another. */
const FORMS = new Set('ag bv co company corp corporation gmbh group inc incorporated limited llc ltd nv plc sa the'.split(' '));

const nameOf = (company: string): string =>
  nameWords(company)
    .filter((word) => !FORMS.has(word))
    .join(' ');

/** True where one name goes on from the other, e.g. `Example` and `Example Works Ltd`. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  return a !== '' && b !== '' && (`${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `));
}

const contains = (text: string, name: string): boolean => name !== '' && ` ${nameWords(text).join(' ')} `.includes(` ${name} `);

/**
 * How a page is about a product of a company, as the end of a sentence, e.g. "names `Widget Pro`, which it makes";
 * undefined when nothing tells. A page counts that names the company or a device of it, or that the page of such a device cites.
 */
export function interestIn(context: LintContext, { file, id }: LintEntry<unknown>, company: string): string | undefined {
  if (contains(file.text, nameOf(company))) return 'names it';
  const devices = context.topics.filter(({ data }) => data.maker !== undefined && isSame(data.maker, company));
  for (const { data, file: device } of devices) {
    if (device === file) return 'is about its product';
    if (data.title && contains(file.text, nameWords(data.title).join(' '))) return `names \`${data.title}\`, which it makes`;
  }
  const paths = new Map(devices.map((device) => [device.file.path, device.data.title ?? device.id]));
  const cited =
    file.collection === 'source' && paths.size > 0 ? usesOf(context).find((use) => use.id === id && paths.has(use.where.file)) : undefined;
  return cited && `is a source on \`${paths.get(cited.where.file) ?? ''}\`, which it makes`;
}
