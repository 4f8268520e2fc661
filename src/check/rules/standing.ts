/** How works and pages stand: published, retracted, replaced, approved, due for review, shown with rights. */
import { pageDue, sourceDue } from '../../evidence/freshness.ts';
import { entryTellsOfRunningTrial } from '../../evidence/pending.ts';
import type { Source } from '../../schema/source.ts';
import type { Review } from '../../schema/review.ts';
import type { LintEntry, LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { approvedEntries, usesOf, type SourceUse } from '../uses.ts';
import { dateInWords } from '../../words/date.ts';

type Sentence = Pick<Violation, 'message' | 'fix'>;

/** Every use of a source by a page that readers get, where `about` has something to say of it. */
function* usesWhere(context: LintContext, about: (source: LintEntry<Source>, use: SourceUse) => Sentence | undefined): Iterable<Violation> {
  for (const use of usesOf(context)) {
    const source = context.sourceOf.get(use.id);
    const sentence = source && !use.draft ? about(source, use) : undefined;
    if (sentence) yield { ...use.where, ...sentence };
  }
}

export const citesDraft: Rule = {
  name: 'cites-draft',
  level: 'error',
  says: 'Pages that readers get cite only sources that readers get.',
  why: 'The entry in the reference list would lead to a page that is not there.',
  find: (context) =>
    usesWhere(context, ({ id, draft }, { said }) =>
      draft
        ? {
            message: `${said} names \`${id}\`, which is a draft.`,
            fix: 'Finish and submit the draft, or set this page to `status: draft`.',
          }
        : undefined,
    ),
};

export const citesRetracted: Rule = {
  name: 'cites-retracted',
  level: 'warning',
  says: 'No page leans on a work that was retracted, withdrawn or doubted by its editors, without saying so.',
  why: 'What was taken back or is in doubt may be false.',
  find: (context) =>
    usesWhere(context, ({ id, data }, { said }) => {
      const [how, notice] = data.retracted
        ? (['was retracted', data.retracted] as const)
        : (['was withdrawn by its publisher', data.withdrawn] as const);
      if (notice)
        return {
          message: `${said} names \`${id}\`, which ${how}${notice.on ? ` on ${dateInWords(notice.on)}` : ''}.`,
          fix: `Look for another source, or say in the text that it ${how}.`,
        };
      return data.concern
        ? {
            message: `${said} names \`${id}\`, about which an expression of concern was published${data.concern.on ? ` on ${dateInWords(data.concern.on)}` : ''}.`,
            fix: 'Say in the text what is doubted, or look for another source.',
          }
        : undefined;
    }),
};

export const citesSuperseded: Rule = {
  name: 'cites-superseded',
  level: 'warning',
  says: 'Pages cite the version that holds today.',
  why: 'Advice that its own publisher replaced may be wrong by now.',
  find: (context) =>
    usesWhere(context, ({ id, data: { supersededBy } }, { said }) =>
      supersededBy
        ? {
            message: `${said} names \`${id}\`, which was replaced by \`${supersededBy}\`.`,
            fix: `Cite \`${supersededBy}\` if it says so too.`,
          }
        : undefined,
    ),
};

export const reviewOverdue: Rule = {
  name: 'review-overdue',
  level: 'warning',
  local: true,
  says: 'Every page is looked at again before its review falls due.',
  why: 'Medical pages go out of date without looking different.',
  *find(context) {
    const pages = approvedEntries(context).filter(({ file }) => file.collection !== 'source');
    const dues: [LintEntry<unknown>, string | undefined][] = [
      ...context.sources.map((entry): [LintEntry<unknown>, string | undefined] => {
        const { kind, retrieved, review } = entry.data;
        const awaits = entry.data.pending !== undefined || entryTellsOfRunningTrial({ ...entry.data, body: entry.file.body });
        return [entry, kind && retrieved ? sourceDue({ kind, retrieved, review }, awaits) : undefined];
      }),
      ...pages.map((entry): [LintEntry<unknown>, string | undefined] => {
        const { updated, review } = entry.data;
        const awaits = entryTellsOfRunningTrial({ ...entry.data, body: entry.file.body });
        return [entry, updated ? pageDue({ updated, review }, awaits) : undefined];
      }),
    ];
    for (const [{ file, draft, data }, due] of dues) {
      if (draft || due === undefined || due >= context.asOf) continue;
      const own = (data as { review?: Review }).review?.due !== undefined;
      const read = file.collection === 'source' ? 'retrieved' : 'updated';
      yield {
        file: file.path,
        field: own ? ['review', 'due'] : [read],
        message: `The review was due on ${dateInWords(due)}${own ? '' : ` by the date of \`${read}\``}; today is ${dateInWords(context.asOf)}.`,
        fix: `Look at it again and set ${own ? '`review.on` and `review.due`' : `\`${read}\` to the day on which you did`}.`,
      };
    }
  },
};
