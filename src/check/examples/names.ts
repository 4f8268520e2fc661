/** Examples of files that cannot be read, and of names that lead nowhere or that two things share. */
import type { Example } from '../rule-example.ts';

const [TRIAL, ADVICE] = ['sources/lampe-2020-trial.md', 'sources/society-2021-lamps.md'];
const QUESTION = 'questions/lamp-choice.mdx';

export const nameExamples = {
  'unreadable-file': { file: ADVICE, right: 'kind: guideline\n', wrong: 'kind: guideline\nkind: news\n' },
  'invalid-file-name': {
    file: 'terms/Lamp.yaml',
    right: '',
    wrong: '- id: lamp\n  name: lamp\n  definition: A thing that gives light.\n',
  },
  'invalid-field': { file: ADVICE, right: 'coverage: abstract\n', wrong: 'coverage: abstact\n' },
  'unknown-source': { file: ADVICE, right: 'source: lampe-2020-trial\n', wrong: 'source: lampe-2020-trail\n' },
  'unknown-question': {
    file: TRIAL,
    right: '  - id: both-last\n    question: lamp-choice\n',
    wrong: '  - id: both-last\n    question: lamp-chioce\n',
  },
  'unknown-situation': {
    file: ADVICE,
    right: '    intervention: lamp\n    locator: Section 4\n',
    wrong: '    intervention: lamp\n    situations: [moonless]\n    locator: Section 4\n',
  },
  'unknown-topic': { file: QUESTION, right: 'topics: [lamps]\n', wrong: 'topics: [lamps, lamp]\n' },
  'unknown-section': {
    file: 'topics/lamps.mdx',
    right: 'title: Lamps\nsummary: A page of the example.\nsection: basics\n',
    wrong: 'title: Lamps\nsummary: A page of the example.\nsection: basic\n',
  },
  'unknown-term': { file: QUESTION, right: 'terms: [lamp]\n', wrong: 'terms: [lampe]\n' },
  'unknown-person': { file: ADVICE, right: '  by: ria-reviewer\n', wrong: '  by: ria-reviewr\n' },
  'invalid-identifier': {
    file: TRIAL,
    right: 'doi: 10.5555/lamps.2020\n',
    wrong: 'doi: https://doi.org/10.5555/lamps.2020\n',
  },
  'duplicate-identifier': {
    file: ADVICE,
    right: 'issued: 2021\n',
    wrong: 'issued: 2021\ndoi: 10.5555/lamps.2020\n',
  },
  'duplicate-id': {
    file: 'terms.yaml',
    right: '- id: far\n  name: far\n',
    wrong: '- id: lamp\n  name: lantern\n  definition: A lamp to carry.\n- id: far\n  name: far\n',
  },
  'alias-collision': { file: TRIAL, right: 'aliases: [/papers/two-lamps/]\n', wrong: 'aliases: [/topics/lamps/]\n' },
  'broken-link': {
    file: QUESTION,
    right: 'One is a trial and one is [advice](/sources/society-2021-lamps/).\n',
    wrong: 'One is a trial and one is [advice](/sources/society-2021-lamp/).\n',
  },
  'broken-fragment': {
    file: 'topics/lamps.mdx',
    right: 'See [the question](/questions/lamp-choice/#why-they-differ).\n',
    wrong: 'See [the question](/questions/lamp-choice/#why-they-difer).\n',
  },
} satisfies Readonly<Record<string, Example>>;
