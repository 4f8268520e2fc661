/** Examples of sentences that say something else, or more, than the sources that they cite. */
import type { Example } from '../rule-example.ts';

const QUESTION = 'questions/lamp-choice.mdx';
const right = 'One is a trial and one is [advice](/sources/society-2021-lamps/).\n';
const after = (says: string) => ({ file: QUESTION, right, wrong: `${right}${says}\n` });
const answer = (says: string): string => `<Answer for="public">\n\n${says}\n\n</Answer>\n`;

export const claimExamples = {
  'number-not-carried': after('After 12 months 4 of 9 lamps had burned out [@lampe-2020-trial].'),
  'strength-not-carried': after('The society recommends a lamp where it is dark [@society-2021-lamps].'),
  'intervention-mismatch': after('A torch lasted as long [@lampe-2020-trial].'),
  'another-work-named': {
    ...after('In GLOW each lamp lasted as long [@society-2021-lamps].'),
    given: { 'sources/lampe-2020-trial.md': ['title: Two lamps compared\n', 'title: Two lamps compared\nshortTitle: GLOW\n'] },
  },
  'citation-off-topic': after(
    'A journal compared them in a trial, with money from a public fund: neither lasted longer, and what it costs is left out of results [@society-2021-lamps].',
  ),
  'quotation-not-found': after('A lamp may be “as bright as the sun at noon” [@society-2021-lamps].'),
  'locator-not-in-digest': after('A lamp may be used where it is dark [@society-2021-lamps, section 9].'),
  'registers-apart': {
    file: QUESTION,
    right: answer('Both lamps last as long [@lampe-2020-trial].'),
    wrong: answer('After 12 months 2 of 9 lamps had burned out [@lampe-2020-trial].'),
  },
  'claim-of-absence': after('The trial does not report what a lamp costs [@lampe-2020-trial].'),
} satisfies Readonly<Record<string, Example>>;
