/** Citations in bodies: that they render, and that they stand only where they may. */
import { shown } from '../field-name.ts';
import { inBody, type Rule } from '../rule.ts';
import { mdxEntries } from '../uses.ts';

export const citationNotRendered: Rule = {
  name: 'citation-not-rendered',
  level: 'error',
  local: true,
  says: 'Every citation stands where the citation engine reads it, in brackets and in plain text.',
  why: 'A reader would see the raw key instead of a name and a link.',
  *find(context) {
    for (const { file } of mdxEntries(context)) {
      for (const citation of context.bodyOf(file).citations) {
        if (citation.renders) continue;
        yield {
          file: file.path,
          place: inBody(file, citation),
          message: `The citation of ${shown(citation.id)} is not rendered as it should be: ${citation.reason ?? 'it is not read there'}.`,
          fix: `Write it in plain text as \`[@${citation.id}]\`, \`[@${citation.id}, p. 3]\` or \`[@${citation.id}; @other-source]\`.`,
        };
      }
    }
  },
};

export const citationInSource: Rule = {
  name: 'citation-in-source',
  level: 'error',
  local: true,
  says: 'A digest cites nothing in prose; what its source leans on is in `restsOn`.',
  why: 'The key would stand on the page as typed, and the chain of evidence would miss a link.',
  *find(context) {
    for (const { file } of context.sources) {
      for (const citation of context.bodyOf(file).citations) {
        yield {
          file: file.path,
          place: inBody(file, citation),
          message: `The digest cites \`@${citation.id}\`, and citations in digests are not rendered.`,
          fix: `Name it in \`restsOn:\` as \`- source: ${citation.id}\` and take the key out of the text.`,
        };
      }
    }
  },
};
