/** Examples of findings, chains, anchors and pathways that a reader could not follow or trust. */
import { sha256 } from '../../library/passage.ts';
import type { Example } from '../rule-example.ts';

const [TRIAL, ADVICE] = ['sources/lampe-2020-trial.md', 'sources/society-2021-lamps.md'];
const PATHWAY = 'pathways/which-lamp.yaml';

const passage = sha256('neither lamp had burned out more often than the other');
const anchor = (starts: string, hash = passage): string => `    anchor: { starts: ${starts}, ends: than the other, sha256: ${hash} }\n`;
const first = '  - { id: first, when: { dark: { is: true } }, outcome: light, locator: Figure 1 }\n';
const second = '  - { id: second, when: { dark: { is: false } }, outcome: wait, locator: Figure 1 }\n';

export const evidenceExamples = {
  'recommendation-without-strength': {
    file: ADVICE,
    right: '    direction: for\n    strength: conditional\n',
    wrong: '    direction: for\n',
  },
  'absence-disproved': {
    file: TRIAL,
    right: 'status: under-review\naliases:',
    wrong: 'absent:\n  - { item: brightness, checked: text }\nstatus: under-review\naliases:',
  },
  'absence-unchecked': {
    file: ADVICE,
    right: 'unresolved:\n',
    wrong: 'absent:\n  - { item: cost, checked: text }\nunresolved:\n',
  },
  'criteria-untyped': {
    file: ADVICE,
    right: '    intervention: lamp\n    locator: Section 4\n',
    wrong: '    intervention: lamp\n    conditions: [dark for at least 3 hours]\n    locator: Section 4\n',
  },
  'id-reused': { file: TRIAL, right: '  - { id: burned-12m,', wrong: '  - { id: both-last,' },
  'result-without-people': { file: TRIAL, right: 'events: 2, total: 9 }', wrong: 'percent: 22 }' },
  'double-counted-study': { file: ADVICE, right: '  - source: lampe-2020-trial\n', wrong: '  - work: Two lamps compared\n' },
  'missing-locator': {
    file: TRIAL,
    right: '    intervention: lamp\n    locator: Results, first paragraph\n',
    wrong: '    intervention: lamp\n',
  },
  'missing-interests': {
    file: TRIAL,
    right: 'interests: { funding: public, note: Paid for by a public fund. }\nstatus: under-review\n',
    wrong: 'status: under-review\n',
  },
  'anchor-not-found': { file: TRIAL, right: anchor('neither lamp'), wrong: anchor('neither of the lamps') },
  'anchor-changed': { file: TRIAL, right: anchor('neither lamp'), wrong: anchor('neither lamp', sha256('neither lamp was ever lit')) },
  'stale-verification': {
    file: 'verifications.yaml',
    right: '[]\n',
    wrong: `- source: lampe-2020-trial\n  snapshot: sha256-${sha256('an older copy of it')}\n  on: 2026-10-01\n  anchors: [${sha256('an older anchor')}]\n`,
  },
  'contested-word': {
    file: TRIAL,
    right: 'terms: { far: beyond-the-bend }\nfindings:\n',
    wrong: 'findings:\n',
  },
  'chain-loop': {
    file: TRIAL,
    right: 'status: under-review\naliases:',
    wrong: 'restsOn:\n  - source: society-2021-lamps\nstatus: under-review\naliases:',
  },
  'pathway-gap': { file: PATHWAY, right: first, wrong: first.replace('{ is: true }', '{ is: true }, hours: { below: 12 }') },
  'pathway-logic': {
    file: PATHWAY,
    right: second,
    wrong: `${second}  - { id: third, when: { dark: { is: true } }, outcome: wait, locator: Figure 1 }\n`,
  },
  'open-todo': {
    file: TRIAL,
    right: 'status: under-review\naliases:',
    wrong: 'status: under-review\ntodo:\n  - Say who paid for the lamps.\naliases:',
  },
  'unresolved-citations': {
    file: ADVICE,
    right: '  - what: One mark has no entry in the list.\n    explained: The reader is told so.\n',
    wrong: '  - what: One mark has no entry in the list.\n',
  },
  'parallel-wording': {
    file: TRIAL,
    right: 'Two lamps were compared.\n',
    wrong: 'After a year neither lamp had burned out more often than the other.\n',
  },
  'stale-fingerprint': {
    file: 'fingerprints/daily-2022-lamps.yaml',
    right: '',
    wrong: `snapshot: sha256-${sha256('another article')}\nwords: 0\nshingles: ""\n`,
  },
  'question-without-finding': {
    file: 'questions/lamp-colour.mdx',
    right: '',
    wrong: `---
question: Does the colour of a lamp matter?
short: Colour of lamps
asks: effect
pico: { population: hall, intervention: lamp, comparator: another colour, outcome: light }
topics: [lamps]
updated: 2026-11-01
status: draft
---

<Answer for="public">Nobody says.</Answer>

<Answer for="student">Nobody says.</Answer>

<Answer for="clinician">Nobody says.</Answer>
`,
  },
} satisfies Readonly<Record<string, Example>>;
