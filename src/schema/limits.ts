/**
 * How much a file of content may hold: the one table. Every limit lies far above the largest honest file, which a test holds
 * (`largest` was measured on the shipped content in November 2026); what lies above it would stop the check, not inform anybody.
 */

export interface LimitRow {
  /** Name of the rule that says so. */
  readonly rule: string;
  readonly most: number;
  /** What the shipped content came to; `most` is at least four times that. */
  readonly largest: number;
  /** What is counted, after a number, e.g. `bytes`. */
  readonly unit: string;
  /** Of what, e.g. `a file with one page`. */
  readonly of: string;
  /** The way out. */
  readonly fix: string;
}

const shorten = 'Keep what readers need and take the rest out: a digest is short, and the article stays where it was published.';
const flatten = 'Write it with fewer levels, one within another: everything here can be said with a few.';

export const limits = {
  page: { rule: 'file-too-large', most: 163_840, largest: 37_709, unit: 'bytes', of: 'a file with one page', fix: shorten },
  list: {
    rule: 'file-too-large',
    most: 8_388_608,
    largest: 147_357,
    unit: 'bytes',
    of: 'a list of many entries',
    fix: 'Take out what is not needed any more, or make it again with the command that its first line names.',
  },
  fingerprint: {
    rule: 'file-too-large',
    most: 4_194_304,
    largest: 6_955,
    unit: 'bytes',
    of: 'a fingerprint',
    fix: 'Make it again from the raw article: `npm run fingerprint`.',
  },
  approval: {
    rule: 'file-too-large',
    most: 1_048_576,
    // None is shipped: the longest statement of a page.
    largest: 123_000,
    unit: 'bytes',
    of: 'an approval',
    fix: 'Let it be made again, and signed: `npm run review -- <kind>/<id>`.',
  },
  body: { rule: 'body-too-long', most: 48_000, largest: 7_090, unit: 'characters', of: 'a body', fix: shorten },
  lines: { rule: 'body-too-long', most: 1_500, largest: 91, unit: 'lines', of: 'a body', fix: shorten },
  text: {
    rule: 'field-too-long',
    most: 4_000,
    largest: 367,
    unit: 'characters',
    of: 'one field',
    fix: 'Say it in a sentence or two; what needs more room belongs in the body.',
  },
  key: {
    rule: 'field-too-long',
    most: 120,
    largest: 26,
    unit: 'characters',
    of: 'the name of a field',
    fix: 'Give the field its right name.',
  },
  entries: {
    rule: 'field-too-long',
    most: 400,
    largest: 41,
    unit: 'entries',
    of: 'a list in a field',
    fix: 'Keep the entries that readers need, or make two files of it.',
  },
  fields: { rule: 'nested-too-deep', most: 24, largest: 6, unit: 'levels', of: 'fields', fix: flatten },
  blocks: { rule: 'nested-too-deep', most: 12, largest: 1, unit: 'levels', of: 'quotations and lists', fix: flatten },
  signs: {
    rule: 'too-many-signs',
    most: 2_500,
    largest: 246,
    unit: 'signs of Markdown',
    of: 'a body',
    fix: 'Write prose, and take out what only looks like Markdown.',
  },
  links: {
    rule: 'too-many-signs',
    most: 400,
    largest: 61,
    unit: 'links and citations',
    of: 'a body',
    fix: 'Keep those that carry a statement.',
  },
  seconds: {
    rule: 'too-slow',
    most: 2,
    largest: 0,
    unit: 'seconds',
    of: 'reading a file',
    fix: 'Look for a line with one sign over and over, or for thousands of short lines, and write it as plain prose.',
  },
} as const satisfies Record<string, LimitRow>;
export type LimitName = keyof typeof limits;

/** A number of a limit as people read it, e.g. `98,304`. */
export const inThousands = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** What stands there and what is allowed, e.g. "The body has 50,000 characters, and a body has at most 48,000." */
export const limitSentence = (name: LimitName, what: string, count: number): string => {
  const { most, unit, of } = limits[name];
  return `${what} has ${inThousands(count)} ${unit}, and ${of} ${/s$/.test(of) ? 'have' : 'has'} at most ${inThousands(most)}.`;
};
