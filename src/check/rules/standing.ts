/** How works and pages stand: published, retracted, replaced, approved, due for review, shown with rights. */
import type { ApprovedCollection } from '../../schema/collections.ts';
import type { SourceKind } from '../../schema/kinds.ts';
import { approvedUntil, pageDue, sourceDue } from '../../evidence/freshness.ts';
import { entryTellsOfRunningTrial } from '../../evidence/pending.ts';
import type { Source } from '../../schema/source.ts';
import type { LintEntry, LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { approvedEntries, usesOf, type SourceUse } from '../uses.ts';
import { approvalsIn } from './approval.ts';
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
    const approvals = approvalsIn(context);
    for (const { file, id } of context.approvals) {
      const { state, says } = approvals.get(id) ?? {};
      if (state === 'expired')
        yield {
          file: file.path,
          field: ['due'],
          message: `${says} Today is ${dateInWords(context.asOf)}, so the page counts as not approved.`,
          fix: 'Let a reviewer look at it again and sign it anew, or take this file out.',
        };
    }
    for (const { file, id, data, draft } of approvedEntries(context)) {
      const { updated, kind, retrieved } = data;
      const until = approvedUntil({ approvals }, file.collection as ApprovedCollection, id);
      const awaits = data.pending !== undefined || entryTellsOfRunningTrial({ ...data, body: file.body });
      const isSource = file.collection === 'source';
      const due =
        isSource && retrieved
          ? kind && sourceDue({ kind: kind as SourceKind, retrieved }, awaits, until)
          : updated && !isSource
            ? pageDue({ updated }, awaits, until)
            : undefined;
      // An approval that has run out was told above.
      if (draft || due === undefined || due >= context.asOf || due === until) continue;
      const read = isSource ? 'retrieved' : 'updated';
      yield {
        file: file.path,
        field: [read],
        message: `The review was due on ${dateInWords(due)} by the date of \`${read}\`; today is ${dateInWords(context.asOf)}.`,
        fix: `Look at it again and set \`${read}\` to the day on which you did.`,
      };
    }
  },
};
