/** Examples of records, works and reviews that no longer hold, or never did, and of what registries said. */
import type { Example } from '../rule-example.ts';

const [NEWS, ADVICE] = ['sources/daily-2022-lamps.md', 'sources/society-2021-lamps.md'];
const TOPIC = 'topics/lamps.mdx';
const pitfall = '    from: [{ source: lampe-2020-trial, locator: Discussion }]\n';
const fromNews = '    from: [{ source: daily-2022-lamps, locator: First paragraph }]\n';
const TRIAL = 'sources/lampe-2020-trial.md';
const gist = 'gist: In this trial neither lamp lasted longer than the other.\n';
const pico = 'pico: { population: hall, intervention: lamp, comparator: another lamp, outcome: light }\n';
const status = 'status: under-review\naliases:';
const row = (text: string): Pick<Example, 'file' | 'right' | 'wrong'> => ({ file: 'lookups.yaml', right: '', wrong: text });

export const standingExamples = {
  'cites-draft': { file: TOPIC, right: pitfall, wrong: fromNews },
  'cites-retracted': {
    file: TOPIC,
    right: pitfall,
    wrong: fromNews,
    given: { [NEWS]: ['status: draft\n', 'status: submitted\nretracted: { on: 2026-10-01, notice: 10.5555/lamps.notice }\n'] },
  },
  'cites-superseded': {
    file: TOPIC,
    right: pitfall,
    wrong: fromNews,
    given: { [NEWS]: ['status: draft\n', 'status: submitted\nsupersededBy: society-2021-lamps\n'] },
  },
  'future-date': { file: ADVICE, right: 'retrieved: 2026-11-02\n', wrong: 'retrieved: 2099-01-01\n' },
  'missing-gist': { file: TRIAL, right: gist, wrong: '' },
  'gist-too-long': {
    file: TRIAL,
    right: gist,
    wrong: `gist: ${'In this trial neither lamp lasted longer than the other, '.repeat(4).trim()}\n`,
  },
  'undated-record': { file: TRIAL, right: 'issued: 2020-05\n', wrong: 'issued: undated\n' },
  'pending-without-date': {
    file: TRIAL,
    right: status,
    wrong: 'status: under-review\npending: { registry: NCT00000000, completion: undated }\naliases:',
  },
  'emergency-first': { file: 'pathways/which-lamp.yaml', right: 'emergency: false\n', wrong: '' },
  'emergency-missing': { file: 'questions/lamp-choice.mdx', right: pico, wrong: pico.replace('hall', 'cellar') },
  'unrecorded-notice': row(`- job: notices
  source: lampe-2020-trial
  on: 2026-11-10
  notices:
    - { is: retraction, type: retraction, work: 10.5555/lamps.notice, on: 2026-10-01 }
`),
  'stale-registration': {
    ...row(`- job: registration
  source: lampe-2020-trial
  on: 2026-11-10
  registry: NCT00000001
  status: COMPLETED
  results: true
`),
    given: { [TRIAL]: ['status: under-review\n', 'status: under-review\npending: { registry: NCT00000001, completion: 2027-01 }\n'] },
  },
  'dead-address': row(`- job: link
  source: daily-2022-lamps
  on: 2026-11-10
  address: https://daily.example/lamps
  state: gone
`),
} satisfies Readonly<Record<string, Example>>;
