/** Examples of records and pathways that tell a reader too little: no gist, no date, a limb in danger that does not come first. */
import type { Example } from '../rule-example.ts';

const TRIAL = 'sources/lampe-2020-trial.md';
const gist = 'gist: In this trial neither lamp lasted longer than the other.\n';
const pico = 'pico: { population: hall, intervention: lamp, comparator: another lamp, outcome: light }\n';
const status = 'status: under-review\naliases:';

export const recordExamples = {
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
} satisfies Readonly<Record<string, Example>>;
