/** What may be left open in a draft and nowhere else. */
import { shown } from '../field-name.ts';
import type { Rule } from '../rule.ts';

export const openTodo: Rule = {
  name: 'open-todo',
  level: 'error',
  local: true,
  says: 'Nothing is left to do on a source that is not a draft.',
  why: 'A reader would get work that its own editor knows is unfinished.',
  *find({ sources }) {
    for (const { file, data, draft } of sources) {
      for (const [index, todo] of (data.todo ?? []).entries()) {
        if (todo === undefined) continue;
        const at = { file: file.path, field: ['todo', index] };
        if (draft) yield { ...at, level: 'warning', message: `Still to do: ${todo}`, fix: 'Do it, then take this line out.' };
        else {
          const message = `\`todo[${index}]\` is still open (${shown(todo)}) and the source is \`${data.status ?? 'not a draft'}\`.`;
          yield { ...at, message, fix: 'Do it and take the line out, or set `status: draft`.' };
        }
      }
      if (draft || !data.outline?.length) continue;
      const message = '`outline` is a help for drafts, and the source is not one.';
      yield { file: file.path, field: ['outline'], at: 'key', message, fix: 'Take `outline` out, or set `status: draft`.' };
    }
  },
};

export const unresolvedCitations: Rule = {
  name: 'unresolved-citations',
  level: 'error',
  local: true,
  says: 'What does not add up in a source is explained to the reader.',
  why: 'A claim whose citation cannot be traced would look like one that can.',
  *find({ sources }) {
    for (const { file, data, draft } of sources) {
      for (const [index, item] of (data.unresolved ?? []).entries()) {
        if (!item || item.explained !== undefined) continue;
        yield {
          file: file.path,
          field: ['unresolved', index],
          ...(draft ? { level: 'warning' as const } : {}),
          message: `\`unresolved[${index}]\` is not explained: ${item.what ?? 'something does not add up'}`,
          fix: 'Add `explained:` with what the reader should be told, or settle it and take the entry out.',
        };
      }
    }
  },
};
