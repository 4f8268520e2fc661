/** Examples of bodies that would not come out on the page as they were meant. */
import type { Example } from '../rule-example.ts';

const [QUESTION, TOPIC, TRIAL] = ['questions/lamp-choice.mdx', 'topics/lamps.mdx', 'sources/lampe-2020-trial.md'];

const answer = (register: string, says: string): string => `<Answer for="${register}">\n\n${says}\n\n</Answer>\n`;
const cited = 'Both lamps last as long [@lampe-2020-trial].';
const bottomLine = '<BottomLine for="student">\n\nA lamp gives light [@lampe-2020-trial].\n\n</BottomLine>\n';
const see = 'See [the question](/questions/lamp-choice/#why-they-differ).\n';
const digest = 'What a lamp costs.\n';

/** One sentence after another until the answer is too long to be read in ten seconds. */
const long = Array.from({ length: 12 }, (_, i) => `Lamp number ${i + 1} was lit for a year and was as bright as new.`).join(' ');

export const proseExamples = {
  'citation-not-rendered': {
    file: QUESTION,
    right: answer('student', cited),
    wrong: answer('student', '**Both lamps last as long [@lampe-2020-trial].**'),
  },
  'citation-in-source': { file: TRIAL, right: digest, wrong: 'What a lamp costs [@society-2021-lamps].\n' },
  'missing-answer': { file: QUESTION, right: answer('student', cited), wrong: '' },
  'missing-bottom-line': { file: TOPIC, right: bottomLine, wrong: '' },
  'answer-too-long': { file: QUESTION, right: answer('clinician', cited), wrong: answer('clinician', `${long} [@lampe-2020-trial]`) },
  'hard-to-read': {
    file: QUESTION,
    right: answer('public', cited),
    wrong: answer(
      'public',
      'Longitudinal observation demonstrates approximately equivalent durability of the comparator apparatus [@lampe-2020-trial].',
    ),
  },
  'uncited-answer': { file: QUESTION, right: answer('student', cited), wrong: answer('student', 'Both lamps last as long.') },
  'mdx-code': { file: TOPIC, right: see, wrong: 'There are {2 * 4} lamps.\n' },
  'unknown-value': {
    file: QUESTION,
    right: 'One is a trial and one is',
    wrong: 'One is a trial (<Result of="lampe-2020-trial" id="burned-2m" as="counts" />) and one is',
  },
  'raw-html': { file: TRIAL, right: digest, wrong: 'What a lamp <b>costs</b>.\n' },
  'unsafe-link': { file: TRIAL, right: digest, wrong: 'What a lamp [costs](javascript:price).\n' },
  'image-without-rights': { file: TRIAL, right: digest, wrong: 'What a lamp costs: ![price list](/pictures/prices.png)\n' },
  'topic-without-source': {
    file: 'topics/candles.mdx',
    right: '',
    wrong: `---
kind: concept
title: Candles
summary: A page of the example.
section: basics
objectives: [Say what it is.]
pitfalls:
  - { says: It drips., from: [] }
updated: 2026-11-01
status: under-review
---

<BottomLine for="public">A candle gives light.</BottomLine>

<BottomLine for="student">A candle gives light.</BottomLine>

<BottomLine for="clinician">A candle gives light.</BottomLine>
`,
  },
} satisfies Readonly<Record<string, Example>>;
