/** Examples of files that cannot be read or go beyond a limit, of words of the vocabulary, and of names that lead nowhere or that two things share. */
import type { Example } from '../rule-example.ts';
import { smallLibrary } from './small-library.ts';
import { limits } from '../../schema/limits.ts';

const [TRIAL, ADVICE] = ['sources/lampe-2020-trial.md', 'sources/society-2021-lamps.md'];
const QUESTION = 'questions/lamp-choice.mdx';
const [VOCABULARY, SITE, HOUSE] = ['vocabulary.yaml', 'site.yaml', 'figures/house.yaml'];
const TOPIC = 'topics/lamps.mdx';
const BODY = 'Advice in short.\n';
const SUMMARY = 'summary: A page of the example.\n';

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
  'scope-untold': { file: SITE, right: 'outside:\n  - { what: Candles, instead: The candle makers }\n', wrong: '' },
  'missing-file': { file: SITE, right: smallLibrary[SITE] ?? '', wrong: '' },
  'unused-word': {
    file: VOCABULARY,
    right: '  lamp: { label: A lamp }\n',
    wrong: '  lamp: { label: A lamp }\n  candle: { label: A candle }\n',
  },
  'word-without-border': { file: VOCABULARY, right: '  cellar: { label: Cellar }\n', wrong: '  cellar: { label: Cellar, covers: null }\n' },
  'outcome-without-direction': {
    file: VOCABULARY,
    right: '  burned-out: { label: Burned out, better: fewer }\n',
    wrong: '  burned-out: { label: Burned out }\n',
  },
  'figure-place': { file: HOUSE, right: '  - id: cellar\n', wrong: '  - id: hall\n' },
  'file-too-large': { file: ADVICE, right: BODY, wrong: 'Advice at length. '.repeat(limits.page.most / 18 + 1) },
  'body-too-long': { file: ADVICE, right: BODY, wrong: 'Advice at length. '.repeat(limits.body.most / 18 + 1) },
  'field-too-long': { file: TOPIC, right: SUMMARY, wrong: `summary: ${'A page of the example. '.repeat(limits.text.most / 23 + 1)}\n` },
  'nested-too-deep': { file: ADVICE, right: BODY, wrong: `${'> '.repeat(limits.blocks.most + 1)}Advice in short.\n` },
  'too-many-signs': { file: ADVICE, right: BODY, wrong: `${'*'.repeat(limits.signs.most + 1)} Advice in short.\n` },
  'too-slow': { file: TOPIC, right: '## More\n', wrong: `export const lamps = [\n${'1,\n\n'.repeat(700)}`, slow: true },
  'forbidden-character': { file: ADVICE, right: BODY, wrong: 'Advice in \u202etrohs.\n' },
  'mixed-script': { file: ADVICE, right: BODY, wrong: 'Advi\u0441e in short.\n' },
} satisfies Readonly<Record<string, Example>>;
