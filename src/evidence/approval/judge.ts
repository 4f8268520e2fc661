/** Whether an approval holds on a day: the one place that decides it, for the check, the pages and the command. Pure. */
import type { EntryOf } from '../../library/library.ts';
import { APPROVAL_FORM, approvalId, approvedPage, LONGEST_APPROVAL_MONTHS, SIGNED_FOR } from '../../schema/approval.ts';
import type { PageCollection } from '../../schema/collections.ts';
import type { Person } from '../../schema/person.ts';
import type { PageState, Status } from '../../schema/vocabulary.ts';
import { dateInWords } from '../../words/date.ts';
import { addMonths } from '../calendar.ts';
import type { EvidenceGraph, JudgedApproval } from '../evidence-graph.ts';
import { differences, differenceWords } from './differences.ts';
import { isSigned, keyBytes, readSignature } from './signature.ts';
import { statementOf, type Stated } from './statement.ts';

/** The rule in words, one sentence or two each, for the editorial policy. */
export const approvalRule: readonly string[] = [
  'An approval covers all that the page states: its answers in every wording, its verdicts, each finding and result that it counts or prints, and of every work behind them the kind, the date, who paid, how much of it we read, and whether it was retracted, withdrawn, doubted, corrected or replaced.',
  'It is signed with an SSH key of the clinician whom it names. Nobody writes that a page is approved: it follows from the signature, and every build works it out anew.',
  'People and keys count only as they stand on the default branch: nobody can add one and use it in the same change.',
  `It holds for ${LONGEST_APPROVAL_MONTHS} months at the most. After that the page says that its review is overdue, and counts as not approved.`,
  'Where anything that it covers changes, nothing is built until the page is approved again or the approval is taken out; a site may choose to print instead that the page changed since it was approved, and what.',
];

type ApprovalEntry = EntryOf<'approval'>;
export type People = ReadonlyMap<string, Person>;

/** Fields of an approval of which its signature is, besides the name of its file. */
export type Unsigned = Pick<ApprovalEntry, 'id' | 'form' | 'by' | 'on' | 'due' | 'covers'>;

/** The text that is signed, whole: of which site and page, by whom, for how long, and what the page states. */
export function signedText({ id, form, by, on, due, covers }: Unsigned, site: string): string {
  const { collection, id: page } = approvedPage(id) ?? { collection: '', id };
  return `Approval, form ${form}\nsite: ${site}\npage: ${collection}/${page}\nby: ${by}\non: ${on}\ndue: ${due}\n\n${covers}`;
}

/** Why a person could not approve anything on a day, as the end of a sentence; undefined for a reviewer of that day. */
export function whyNotReviewer({ roles, from, until }: Person, on: string): string | undefined {
  if (!roles.includes('reviewer')) return 'who is no reviewer';
  if (on < from) return `who began only on ${dateInWords(from)}`;
  return until !== undefined && on > until ? `who left on ${dateInWords(until)}` : undefined;
}

/** What is wrong with the days of an approval, as a sentence; undefined where they can be. */
export function wrongDays({ on, due }: Pick<ApprovalEntry, 'on' | 'due'>, asOf: string): string | undefined {
  const latest = addMonths(on, LONGEST_APPROVAL_MONTHS);
  if (on > asOf) return `It was given on ${dateInWords(on)}, which is still to come.`;
  if (due <= on) return `It holds until ${dateInWords(due)}, which is not after the approval on ${dateInWords(on)}.`;
  return due > latest
    ? `It holds until ${dateInWords(due)}, more than ${LONGEST_APPROVAL_MONTHS} months after ${dateInWords(on)}.`
    : undefined;
}

/** Why a signature is not one of the person's over this approval, as a sentence; undefined where it is. */
export function wrongSignature(approval: ApprovalEntry, person: Person | undefined, site: string): string | undefined {
  const { by, on } = approval;
  const keys = (person?.keys ?? []).filter(({ from, until }) => from <= on && (until === undefined || on <= until));
  if (!keys.length) return `\`${by}\` has no key that signed on ${dateInWords(on)}.`;
  const signature = readSignature(approval.signature);
  if (!signature) return 'The signature cannot be read.';
  if (signature.namespace !== SIGNED_FOR) return `The signature was made for “${signature.namespace}”, not for “${SIGNED_FOR}”.`;
  if (!keys.some(({ key }) => keyBytes(key).equals(signature.key))) return `The signature was made with a key that is none of \`${by}\`.`;
  return isSigned(signedText(approval, site), signature)
    ? undefined
    : 'The signature is not of what stands in this file: something was changed after it was signed, or it was never made for it.';
}

/** Whether an approval is by a reviewer of these people and signed with a key of theirs, e.g. of those who stood there before a change. */
export function isByOneOf(people: People, approval: ApprovalEntry, site: string): boolean {
  const person = people.get(approval.by);
  return person !== undefined && !whyNotReviewer(person, approval.on) && wrongSignature(approval, person, site) === undefined;
}

/** What was asked of an approval, in the order in which it is asked: of several faults the first is told. */
function judged(stated: Stated, approval: ApprovalEntry, asOf: string): Omit<JudgedApproval, 'approval' | 'person'> {
  const { people, site } = stated.library;
  const page = approvedPage(approval.id);
  const now = page && statementOf(stated, page.collection, page.id);
  if (now === undefined) return { state: 'void', fault: 'page', says: 'It is of a page that readers do not get.' };
  const person = people.get(approval.by);
  const why = person && whyNotReviewer(person, approval.on);
  if (!person || why) return { state: 'void', fault: 'person', says: `It is by \`${approval.by}\`, ${why ?? 'who is not on the site'}.` };
  const days = wrongDays(approval, asOf);
  if (days) return { state: 'void', fault: 'dates', says: days };
  const forged = wrongSignature(approval, person, site.name);
  if (forged) return { state: 'void', fault: 'signature', says: forged };
  const given = `${person.name} approved it on ${dateInWords(approval.on)}`;
  if (approval.due < asOf) return { state: 'expired', fault: 'expired', says: `${given} until ${dateInWords(approval.due)}.` };
  if (approval.form !== APPROVAL_FORM)
    return { state: 'changed', fault: 'changed', says: `${given}, in a form that covers less than an approval does today.` };
  const changes = differences(approval.covers, now);
  if (changes.length) return { state: 'changed', fault: 'changed', says: `${given}. Since then ${differenceWords(changes)}.` };
  return { state: 'holds', fault: undefined, says: '' };
}

/** Every approval of the library as of a day, by the name of its file. */
export const judgeApprovals = (stated: Stated, asOf: string): EvidenceGraph['approvals'] =>
  new Map(
    [...stated.library.approvals.values()].map((approval) => [
      approval.id as string,
      { approval, person: stated.library.people.get(approval.by), ...judged(stated, approval, asOf) },
    ]),
  );

/** The approval of a page, whatever became of it, e.g. `approvalOf(graph, 'term', 'phlegmasia')?.state === 'holds'`. */
export const approvalOf = (
  { approvals }: Pick<EvidenceGraph, 'approvals'>,
  collection: PageCollection,
  id: string,
): JudgedApproval | undefined => approvals.get(approvalId(collection, id));

/** How a page stands: as it is written, unless an approval says more. A term, which has no state of its own, waits for a clinician. */
export function pageStateOf(
  graph: Pick<EvidenceGraph, 'approvals'>,
  collection: PageCollection,
  { id, status = 'under-review' }: { readonly id: string; readonly status?: Status },
): PageState {
  const state = approvalOf(graph, collection, id)?.state ?? 'void';
  return state === 'void' ? status : state === 'holds' ? 'approved' : state;
}
