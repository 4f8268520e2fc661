/** Examples of works and reviews that no longer hold, or never did. */
import type { Example } from '../rule-example.ts';

const [NEWS, ADVICE] = ['sources/daily-2022-lamps.md', 'sources/society-2021-lamps.md'];
const [TOPIC, PEOPLE] = ['topics/lamps.mdx', 'people.yaml'];
const declared = '    - { on: 2026-11-01, none: true }\n';
const pitfall = '    from: [{ source: lampe-2020-trial, locator: Discussion }]\n';
const fromNews = '    from: [{ source: daily-2022-lamps, locator: First paragraph }]\n';
const approval = '  on: 2026-11-03\n  due: 2027-11-03\n';

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
  'approval-closed': { file: ADVICE, right: 'status: under-review\n', wrong: 'status: approved\n' },
  'review-dates': { file: ADVICE, right: approval, wrong: '  on: 2026-11-03\n  due: 2099-11-03\n' },
  'future-date': { file: ADVICE, right: 'retrieved: 2026-11-02\n', wrong: 'retrieved: 2099-01-01\n' },
  'reviewer-not-active': { file: PEOPLE, right: '  from: 2026-11-01\n', wrong: '  from: 2026-11-10\n' },
  'reviewer-undeclared': { file: PEOPLE, right: declared, wrong: '    - { on: 2026-11-10, none: true }\n' },
  'reviewer-with-interest': {
    file: PEOPLE,
    right: declared,
    wrong: '    - { on: 2026-11-01, with: Bright Works, what: fees for speaking }\n',
  },
  'review-overdue': { file: ADVICE, right: approval, wrong: '  on: 2026-11-03\n  due: 2026-11-10\n' },
} satisfies Readonly<Record<string, Example>>;
