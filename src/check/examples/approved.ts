/** An approval of the small library, signed by its invented reviewer, and the examples of what is wrong with one. */
import { signedText, type Unsigned } from '../../evidence/approval/judge.ts';
import { statementOf } from '../../evidence/approval/statement.ts';
import { buildEvidenceGraph } from '../../evidence/build-evidence.ts';
import { toContent } from '../../library/content.ts';
import { APPROVAL_FORM, approvalId } from '../../schema/approval.ts';
import type { PageCollection } from '../../schema/collections.ts';
import type { Example } from '../rule-example.ts';
import { exampleKey, signWith } from './signing.ts';
import { withoutDrafts } from '../../library/library.ts';
import { EXAMPLE_DAY, smallLibrary } from './small-library.ts';

const indented = (text: string): string => text.trimEnd().replace(/^/gm, '  ');

/** The file of an approval, as `npm run review` writes it. */
export const approvalFile = ({ form, by, on, due, covers }: Omit<Unsigned, 'id'>, signature: string): string =>
  `form: ${form}\nby: ${by}\non: ${on}\ndue: ${due}\ncovers: |\n${indented(covers)}\nsignature: |\n${indented(signature)}\n`;

const files = Object.entries(smallLibrary).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
const { library } = toContent(files);
const graph = buildEvidenceGraph(withoutDrafts(library), EXAMPLE_DAY);

/** The approval of one of its pages by the reviewer of the lamps, signed, with other fields where they are given. */
export function exampleApproval(collection: PageCollection, page: string, fields: Partial<Unsigned> = {}): string {
  const id = approvalId(collection, page) as Unsigned['id'];
  const covers = statementOf(graph, collection, page) ?? '';
  const approval = { id, form: APPROVAL_FORM, by: 'ria-reviewer', on: '2026-11-03', due: '2027-11-03', covers, ...fields } as Unsigned;
  return approvalFile(approval, signWith(exampleKey, signedText(approval, library.site.name)));
}

const [TERM, DEVICE] = ['approvals/term-torch.yaml', 'approvals/topic-bright-one.yaml'];
const PEOPLE = 'people.yaml';
const term = exampleApproval('term', 'torch');
const given = { [DEVICE]: ['', exampleApproval('topic', 'bright-one')] } as const;
const declared = '    - { on: 2026-11-01, none: true }\n';

export const approvalExamples = {
  'approval-unknown-page': { file: 'approvals/term-lantern.yaml', right: '', wrong: term },
  'approval-dates': { file: TERM, right: '', wrong: exampleApproval('term', 'torch', { due: '2099-11-03' }) },
  'approval-not-signed': { file: TERM, right: '', wrong: term.replace('due: 2027-11-03', 'due: 2028-11-03') },
  'approval-key-new': { file: TERM, right: '', wrong: term, newPeople: true },
  'approval-changed': {
    file: 'terms.yaml',
    right: '  definition: Pine that burns.\n',
    wrong: '  definition: Pine that glows.\n',
    given: { [TERM]: ['', term] },
  },
  'review-overdue': { file: TERM, right: '', wrong: exampleApproval('term', 'torch', { due: '2026-11-10' }) },
  'unknown-person': { file: TERM, right: '', wrong: term.replace('by: ria-reviewer', 'by: ria-reviewr') },
  'reviewer-not-active': { file: PEOPLE, right: '  from: 2026-11-01\n  keys:\n', wrong: '  from: 2026-11-10\n  keys:\n', given },
  'reviewer-undeclared': { file: PEOPLE, right: declared, wrong: '    - { on: 2026-11-10, none: true }\n', given },
  'reviewer-with-interest': {
    file: PEOPLE,
    right: declared,
    wrong: '    - { on: 2026-11-01, with: Bright Works, what: fees for speaking }\n',
    given,
  },
} satisfies Readonly<Record<string, Example>>;
