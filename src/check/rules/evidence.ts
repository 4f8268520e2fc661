/** What a finding, a number or a statement must carry so that a reader can follow it back and judge it. */
import { partsOf } from '../../schema/vocabulary.ts';
import type { FieldPath } from '../../library/content-file.ts';
import { fieldName } from '../field-name.ts';
import type { LintEntry, LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { carriersOf } from '../uses.ts';

const softened = (draft: boolean): Pick<Violation, 'level'> => (draft ? { level: 'warning' } : {});

function* locatorsMissing(context: LintContext): Iterable<Violation> {
  const missing = (file: string, field: FieldPath, draft: boolean, what: string): Violation => ({
    file,
    field: [...field, 'locator'],
    ...softened(draft),
    message: `${fieldName(field)} has no \`locator\`: ${what} says where in the source it stands.`,
    fix: 'Add `locator:` with the heading, table, paragraph or page.',
  });
  for (const { file, data, draft } of context.sources) {
    for (const [list, what] of [
      ['findings', 'a finding'],
      ['results', 'a number'],
    ] as const) {
      for (const [index, item] of (data[list] ?? []).entries()) {
        if (item && item.locator === undefined) yield missing(file.path, [list, index], draft, what);
      }
    }
  }
  for (const { file, field, draft, locator } of carriersOf(context))
    if (locator === undefined) yield missing(file, field, draft, 'a statement');
  for (const { file, data, draft } of context.pathways) {
    for (const list of ['rules', 'constraints'] as const) {
      for (const [index, item] of (data[list] ?? []).entries()) {
        if (item && item.locator === undefined) yield missing(file.path, [list, index], draft, 'a step of a pathway');
      }
    }
  }
}

export const missingLocator: Rule = {
  name: 'missing-locator',
  level: 'error',
  local: true,
  says: 'Every finding, number and statement says where in its source it stands.',
  why: 'Without a place in the source nobody can check what we say it says.',
  find: locatorsMissing,
};

export const missingInterests: Rule = {
  name: 'missing-interests',
  level: 'error',
  local: true,
  says: 'Every source says who paid for it and who gains; that it is not stated is an answer.',
  why: 'A reader who does not see who paid cannot weigh the finding.',
  *find({ sources }) {
    for (const { file, data, draft } of sources) {
      if (data.interests !== undefined || (file.value as { interests?: unknown } | null)?.interests !== undefined) continue;
      yield {
        file: file.path,
        field: ['interests'],
        ...softened(draft),
        message: '`interests` is missing: every source says who paid for it and who gains.',
        fix: 'Add `interests: { funding: public | society | industry | mixed | unknown, note: "…" }`; `unknown` is an answer.',
      };
    }
  },
};

export const contestedWord: Rule = {
  name: 'contested-word',
  level: 'warning',
  local: true,
  says: 'A source that uses a word which sources draw differently says what it means by it.',
  why: 'Findings about different patients would look as if they agreed or disagreed.',
  *find({ sources, content }) {
    for (const { file, data } of sources) {
      for (const [index, finding] of (data.findings ?? []).entries()) {
        const word = finding?.population;
        if (!word || partsOf(content.library.vocabulary, word) !== null || data.terms?.[word] !== undefined) continue;
        yield {
          file: file.path,
          field: ['findings', index, 'population'],
          message: `\`findings[${index}].population\` is \`${word}\`, which sources draw differently, and \`terms\` does not say what this one means.`,
          fix: `Add \`terms: { ${word}: <sense> }\` with a sense of the glossary; without it the finding is shown as not comparable.`,
        };
      }
    }
  },
};

/** Walks down `restsOn` from one source; gives the loop that leads back to it. */
function loopFrom(start: LintEntry<unknown>, context: LintContext): string[] | undefined {
  const seen = new Set<string>();
  const stack: string[][] = [[start.id]];
  for (let path = stack.pop(); path; path = stack.pop()) {
    for (const support of context.sourceOf.get(path.at(-1) ?? '')?.data.restsOn ?? []) {
      const next = support?.source;
      if (next === start.id) return [...path, next];
      if (next === undefined || next < start.id || seen.has(next)) continue;
      seen.add(next);
      stack.push([...path, next]);
    }
  }
  return undefined;
}

export const chainLoop: Rule = {
  name: 'chain-loop',
  level: 'error',
  says: 'No source rests on itself, not even by way of others.',
  why: 'A chain of evidence that closes on itself rests on nothing.',
  *find(context) {
    for (const entry of context.sources) {
      const loop = entry.data.restsOn?.length ? loopFrom(entry, context) : undefined;
      if (!loop) continue;
      const index = (entry.data.restsOn ?? []).findIndex((support) => support?.source === loop[1]);
      yield {
        file: entry.file.path,
        field: ['restsOn', index],
        message: `\`restsOn\` goes round in a circle: ${loop.map((id) => `\`${id}\``).join(' → ')}.`,
        fix: 'Take out the link that is not there in the works themselves.',
      };
    }
  },
};
