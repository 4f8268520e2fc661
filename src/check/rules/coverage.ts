/** Pages that nothing stands behind. */
import { usesOf } from '../uses.ts';
import type { Rule } from '../rule.ts';

export const questionWithoutFinding: Rule = {
  name: 'question-without-finding',
  level: 'warning',
  says: 'Every question has a source with a position on it.',
  why: 'A question that no source addresses may be one that nobody connected.',
  *find({ questions, sources }) {
    const asked = new Set(sources.flatMap(({ data }) => (data.findings ?? []).map((finding) => finding?.question as string | undefined)));
    for (const { file, id } of questions) {
      if (asked.has(id)) continue;
      const message = `No source has a finding on \`${id}\`.`;
      yield {
        file: file.path,
        field: ['question'],
        message,
        fix: `Add a finding with \`question: ${id}\` to each source that says something on it.`,
      };
    }
  },
};

export const topicWithoutSource: Rule = {
  name: 'topic-without-source',
  level: 'error',
  local: true,
  says: 'Every topic cites a source.',
  why: 'A page about treatment that rests on nothing is an opinion of ours.',
  *find(context) {
    const used = new Set(usesOf(context).map((use) => use.where.file));
    for (const { file } of context.topics) {
      if (used.has(file.path) || context.bodyOf(file).problem) continue;
      const message = 'The topic cites no source, neither in its text nor in its statements.';
      yield {
        file: file.path,
        field: ['title'],
        message,
        fix: 'Put `[@source-id]` behind what a source carries, and take out what none does.',
      };
    }
  },
};
