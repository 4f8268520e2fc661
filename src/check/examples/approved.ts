/** An approval of the small library, signed by its invented reviewer, and the examples of what is wrong with one. */
import { buildEvidenceGraph } from '../../evidence/build-evidence.ts';
import { toContent } from '../../library/content.ts';
import { withoutDrafts } from '../../library/library.ts';
import type { Example } from '../rule-example.ts';
import { exampleKey, signedFile, type Given } from './signing.ts';
import { EXAMPLE_DAY, smallLibrary } from './small-library.ts';

const files = Object.entries(smallLibrary).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }));
const { library } = toContent(files);
const graph = buildEvidenceGraph(withoutDrafts(library), EXAMPLE_DAY);

const given = { by: 'ria-reviewer', on: '2026-11-03', due: '2027-11-03', key: exampleKey };
/** Of the torch, which no other example touches. */
const term = (fields: Partial<Given> = {}): string => signedFile(graph, ['term', 'torch'], { ...given, ...fields });

const [TERM, DEVICE] = ['approvals/term-torch.yaml', 'approvals/topic-bright-one.yaml'];
const PEOPLE = 'people.yaml';
const ofDevice = { [DEVICE]: ['', signedFile(graph, ['topic', 'bright-one'], given)] } as const;
const declared = '    - { on: 2026-11-01, none: true }\n';

export const approvalExamples = {
  'approval-unknown-page': { file: 'approvals/term-lantern.yaml', right: '', wrong: term() },
  'approval-dates': { file: TERM, right: '', wrong: term({ due: '2099-11-03' }) },
  'approval-not-signed': { file: TERM, right: '', wrong: term().replace('due: 2027-11-03', 'due: 2028-11-03') },
  'approval-key-new': { file: TERM, right: '', wrong: term(), newPeople: true },
  'approval-changed': {
    file: 'terms.yaml',
    right: '  definition: Pine that burns.\n',
    wrong: '  definition: Pine that glows.\n',
    given: { [TERM]: ['', term()] },
  },
  'review-overdue': { file: TERM, right: '', wrong: term({ due: '2026-11-10' }) },
  'unknown-person': { file: TERM, right: '', wrong: term().replace('by: ria-reviewer', 'by: ria-reviewr') },
  'reviewer-not-active': { file: PEOPLE, right: '  from: 2026-11-01\n  keys:\n', wrong: '  from: 2026-11-10\n  keys:\n', given: ofDevice },
  'reviewer-undeclared': { file: PEOPLE, right: declared, wrong: '    - { on: 2026-11-10, none: true }\n', given: ofDevice },
  'reviewer-with-interest': {
    file: PEOPLE,
    right: declared,
    wrong: '    - { on: 2026-11-01, with: Bright Works, what: fees for speaking }\n',
    given: ofDevice,
  },
} satisfies Readonly<Record<string, Example>>;
