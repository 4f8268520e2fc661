/** The three registers: that each page says its answer in all of them, cited and short. */
import { registerNames } from '../../schema/vocabulary.ts';
import type { UsedComponent } from '../body-facts.ts';
import type { LintEntry, LintContext } from '../lint-context.ts';
import { readingLevel } from '../reading-level.ts';
import { inBody, type Violation, type Rule } from '../rule.ts';
import { formatCount } from '../../words/phrase.ts';
import { mdxEntries } from '../uses.ts';

const MOST_WORDS = 120;
/** The site aims at readers of 11 to 14. */
const OLDEST_READER = 14;

const registerOf = (component: UsedComponent): string | null | undefined =>
  component.attributes.find((attribute) => attribute.name === 'for')?.value;

function* incomplete(context: LintContext, entries: readonly LintEntry<unknown>[], name: 'Answer' | 'BottomLine'): Iterable<Violation> {
  for (const { file } of entries) {
    const facts = context.bodyOf(file);
    if (facts.problem) continue;
    const own = facts.components.filter((component) => component.name === name);
    for (const register of registerNames) {
      const [first, ...more] = own.filter((component) => registerOf(component) === register);
      const tag = `<${name} for="${register}">`;
      const fix = `Write one to three cited sentences between \`${tag}\` and \`</${name}>\`.`;
      const top = { line: 1, column: 1 };
      if (!first)
        yield {
          file: file.path,
          place: inBody(file, top),
          message: `\`${tag}\` is missing: every page has one for ${registerNames.map((name) => `\`${name}\``).join(', ')}.`,
          fix,
        };
      else if (first.words === 0) yield { file: file.path, place: inBody(file, first.place), message: `\`${tag}\` is empty.`, fix };
      for (const again of more) {
        const message = `\`${tag}\` stands here a second time.`;
        yield { file: file.path, place: inBody(file, again.place), message, fix: 'Keep one, or correct its `for`.' };
      }
    }
  }
}

export const missingAnswer: Rule = {
  name: 'missing-answer',
  level: 'error',
  local: true,
  says: 'Every question is answered once for the public, once for students and once for clinicians.',
  why: 'One group of readers would find no answer, or two.',
  find: (context) => incomplete(context, context.questions, 'Answer'),
};

export const missingBottomLine: Rule = {
  name: 'missing-bottom-line',
  level: 'error',
  local: true,
  says: 'Every topic opens with a bottom line for the public, for students and for clinicians, each once.',
  why: 'One group of readers would have to find the point themselves.',
  find: (context) => incomplete(context, context.topics, 'BottomLine'),
};

const answersOf = (context: LintContext, { file }: LintEntry<unknown>): readonly UsedComponent[] =>
  context.bodyOf(file).components.filter((component) => component.name === 'Answer' && component.words > 0);

export const answerTooLong: Rule = {
  name: 'answer-too-long',
  level: 'warning',
  local: true,
  says: `The answer for clinicians has at most ${MOST_WORDS} words.`,
  why: 'It is read in ten seconds at a bedside or not at all.',
  *find(context) {
    for (const entry of context.questions) {
      for (const answer of answersOf(context, entry)) {
        if (registerOf(answer) !== 'clinician' || answer.words <= MOST_WORDS) continue;
        yield {
          file: entry.file.path,
          place: inBody(entry.file, answer.place),
          message: `The answer for clinicians has ${formatCount(answer.words, 'word')}, expected at most ${MOST_WORDS}.`,
          fix: 'Keep the answer, its strength and its source; move the rest below the answers.',
        };
      }
    }
  },
};

export const uncitedAnswer: Rule = {
  name: 'uncited-answer',
  level: 'error',
  says: 'Every answer cites a source, where any source has a position on the question.',
  why: 'An answer without a source is an opinion of ours.',
  *find(context) {
    const asked = new Set(
      context.sources.flatMap(({ data }) => (data.findings ?? []).map((finding) => finding?.question as string | undefined)),
    );
    for (const entry of context.questions) {
      if (!asked.has(entry.id)) continue;
      for (const answer of answersOf(context, entry)) {
        if (answer.cited) continue;
        yield {
          file: entry.file.path,
          place: inBody(entry.file, answer.place),
          message: `\`<Answer for="${registerOf(answer) ?? ''}">\` cites no source.`,
          fix: 'Put `[@source-id]` behind each clause that a source carries.',
        };
      }
    }
  },
};

export const hardToRead: Rule = {
  name: 'hard-to-read',
  level: 'warning',
  local: true,
  says: `What is written for the public can be read at ${OLDEST_READER}.`,
  why: 'Those who most need a plain answer would not understand it.',
  *find(context) {
    for (const { file } of mdxEntries(context)) {
      for (const part of context.bodyOf(file).components) {
        if ((part.name !== 'Answer' && part.name !== 'BottomLine') || registerOf(part) !== 'public') continue;
        const level = readingLevel(part.prose);
        if (!level || level.age <= OLDEST_READER) continue;
        const age = `${level.age.toFixed(1)} (Flesch–Kincaid grade ${level.grade.toFixed(1)})`;
        yield {
          file: file.path,
          place: inBody(file, part.place),
          message: `\`<${part.name} for="public">\` needs a reading age of ${age}, expected at most ${OLDEST_READER}.`,
          fix: `Split the hardest sentence or use shorter words: “${level.hardest.replace(/[.?!]$/, '')}”.`,
        };
      }
    }
  },
};
