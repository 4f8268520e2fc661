/** Examples of what registries and servers say, and no digest yet. */
import type { Example } from '../rule-example.ts';

const TRIAL = 'sources/lampe-2020-trial.md';
const row = (text: string): Pick<Example, 'file' | 'right' | 'wrong'> => ({ file: 'lookups.yaml', right: '', wrong: text });

export const lookupExamples = {
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
