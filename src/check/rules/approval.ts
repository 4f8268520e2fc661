/** Approvals: of a page that there is, for a possible time, signed by whom they name with a key that counts, and of what the page states today. */
import { isByOneOf } from '../../evidence/approval/judge.ts';
import { buildEvidenceGraph } from '../../evidence/build-evidence.ts';
import type { EvidenceGraph, JudgedApproval } from '../../evidence/evidence-graph.ts';
import { withoutDrafts, type Library } from '../../library/library.ts';
import { approvedPage, LONGEST_APPROVAL_MONTHS } from '../../schema/approval.ts';
import { collections } from '../../schema/collections.ts';
import type { LintContext } from '../lint-context.ts';
import type { Rule, Violation } from '../rule.ts';

const shown = new WeakMap<Library, Library>();

/** What became of every approval. Costs a graph of what readers get, and nothing where nothing is approved. */
export function approvalsIn({ content: { library }, asOf }: LintContext): EvidenceGraph['approvals'] {
  if (!library.approvals.size) return new Map();
  const readers = shown.get(library) ?? withoutDrafts(library);
  shown.set(library, readers);
  return buildEvidenceGraph(readers, asOf).approvals;
}

/** How the page of an approval is named to the command, e.g. `question/lamp-choice`. */
const calledFor = (id: string): string => {
  const { collection, id: page } = approvedPage(id) ?? { collection: '<kind>', id: '<id>' };
  return `${collection}/${page}`;
};
const again = (id: string): string => `\`npm run review -- ${calledFor(id)}\``;

/** A sentence on each approval that has one of the faults. */
function* withFault(
  context: LintContext,
  faults: readonly JudgedApproval['fault'][],
  field: string,
  sentence: (judged: JudgedApproval) => Pick<Violation, 'message' | 'fix' | 'level'>,
): Iterable<Violation> {
  const judged = approvalsIn(context);
  for (const { file, id } of context.approvals) {
    const one = judged.get(id);
    if (one && faults.includes(one.fault)) yield { file: file.path, field: [field], ...sentence(one) };
  }
}

/** Where a file is refused, its page says less than it will, and nothing can be told of it. */
const isWhole = ({ violations, content }: LintContext): boolean => !violations.length && !content.unreadable.length;

export const approvalUnknownPage: Rule = {
  name: 'approval-unknown-page',
  level: 'error',
  says: 'An approval is of a page that readers get: its file is named by the kind of page and its id.',
  why: 'It would be told of nothing, and stand for something that nobody has seen.',
  *find(context) {
    if (isWhole(context))
      yield* withFault(context, ['page'], 'covers', ({ approval }) => ({
        message: `There is no page \`${calledFor(approval.id)}\` that readers get.`,
        fix: `Take the file out, or give it the name of its page: \`question-<id>${collections.approval.ending}\`. A name that changed must be signed anew.`,
      }));
  },
};

export const approvalDates: Rule = {
  name: 'approval-dates',
  formerly: ['review-dates'],
  level: 'error',
  says: `An approval holds from the day on which it was given, for ${LONGEST_APPROVAL_MONTHS} months at the most.`,
  why: 'A page would count as looked at for years in which nobody looks, or from a day that is still to come.',
  find: (context) =>
    withFault(context, ['dates'], 'due', ({ approval, says }) => ({
      message: says,
      fix: `Sign it anew with days that can be: ${again(approval.id)}.`,
    })),
};

export const approvalNotSigned: Rule = {
  name: 'approval-not-signed',
  formerly: ['approval-closed'],
  level: 'error',
  says: 'An approval is signed, whole, with a key of the person whom it names.',
  why: 'Readers would trust an approval that anyone could have typed.',
  find: (context) =>
    withFault(context, ['signature'], 'signature', ({ approval, says }) => ({
      message: says,
      fix: `Let \`${approval.by}\` sign it: ${again(approval.id)}. Or take the file out.`,
    })),
};

export const approvalKeyNew: Rule = {
  name: 'approval-key-new',
  level: 'error',
  says: 'An approval is by a reviewer, and signed with a key, that stood on the default branch before it.',
  why: 'Whoever could bring a person or key and use it in one request could approve anything in any name.',
  *find(context) {
    const { trusted } = context;
    if (!trusted) return;
    for (const { approval, state } of approvalsIn(context).values()) {
      const { by, id } = approval;
      const file = context.approvals.find((one) => one.id === id)?.file;
      if (state === 'void' || !file || isByOneOf(trusted, approval, context.content.library.site.name)) continue;
      yield {
        file: file.path,
        field: ['by'],
        message: `\`${by}\` is no reviewer with this key on the branch that this change is made for: a person or key of the change itself does not count.`,
        fix: `Send the change of ${context.content.folder}/${collections.person.path} by itself, let it be merged, and send the approval after it.`,
      };
    }
  },
};

export const approvalChanged: Rule = {
  name: 'approval-changed',
  level: 'error',
  says: 'A page states what it stated when it was approved: answers, verdicts, counted findings and results, and how the works behind them stand.',
  why: 'Readers would take for approved what no clinician has seen.',
  *find(context) {
    const { changedApproval } = context.content.library.site;
    if (isWhole(context))
      yield* withFault(context, ['changed'], 'covers', ({ approval, says }) => ({
        ...(changedApproval === 'say' && { level: 'warning' as const }),
        message: says,
        fix: `Let a reviewer approve it as it stands now: ${again(approval.id)}. Until then take the file out${changedApproval === 'say' ? ', or let the page say that it changed' : ''}.`,
      }));
  },
};
