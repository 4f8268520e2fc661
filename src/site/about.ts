/** The words of the method and policy pages that stand elsewhere as rules: printed from there, so that they cannot drift apart. */
import { approvalRule } from '../evidence/approval/judge.ts';
import { WORDS_A_MINUTE } from '../evidence/approval/statement.ts';
import { positions } from '../evidence/position.ts';
import { verdictRule } from '../evidence/verdict.ts';
import { sourceKinds, tiers } from '../schema/kinds.ts';
import { directions, strengths } from '../schema/recommendation.ts';
import { SIGNED_FOR } from '../schema/approval.ts';
import { coverages, statuses, type Vocabulary } from '../schema/vocabulary.ts';
import { toShell, type Link, type Shell } from '../parts/shell.ts';
import * as urls from '../parts/urls.ts';

export interface Named {
  readonly label: string;
  readonly says: string;
}

export const methodWords = {
  coverages: Object.values(coverages) as readonly Named[],
  directions: Object.values(directions) as readonly Named[],
  strengths: Object.values(strengths) as readonly Named[],
  positions: Object.values(positions) as readonly Named[],
  tiers: Object.entries(tiers).map(([tier, { label, says }]) => ({
    label,
    says,
    kinds: Object.values(sourceKinds)
      .filter((row) => row.tier === tier)
      .map((row) => row.plural)
      .join(', '),
  })),
  verdictRule,
};

/** The printed table of grading words, e.g. `{ label: 'NICE, …', rows: [{ strength: 'Strong', words: 'offer, do not offer' }] }`. */
export const gradingTable = ({ grading }: Vocabulary) =>
  Object.values(grading).map(({ label, words }) => ({
    label,
    rows: (['strong', 'conditional'] as const).map((strength) => ({
      strength: strengths[strength].label,
      words: Object.keys(words)
        .filter((word) => words[word] === strength)
        .join(', '),
    })),
  }));

export const policyWords = {
  statuses: Object.values(statuses) as readonly Named[],
  approvalRule,
  wordsAMinute: WORDS_A_MINUTE,
  signedFor: SIGNED_FOR,
};

const pages = {
  about: {
    path: urls.aboutUrl,
    title: 'About',
    description: 'What this site is for, what it will not do, and where to read how it is made.',
  },
  method: {
    path: urls.methodUrl,
    title: 'Method',
    description: 'How an article becomes a digest, what a finding is, and how evidence adds up.',
  },
  policy: {
    path: urls.policyUrl,
    title: 'Editorial policy',
    description: 'Who may change what, what the review states mean, how a clinician approves a page, and what we refuse to publish.',
  },
  accessibility: {
    path: urls.accessibilityUrl,
    title: 'Accessibility',
    description: 'What was tested, how to use the site by keyboard, and what is not yet right.',
  },
  licences: {
    path: urls.licencesUrl,
    title: 'Licences',
    description: 'Under which licences the texts, the program and what others wrote come to you.',
  },
  disclaimer: { path: urls.disclaimerUrl, title: 'Disclaimer', description: 'What you may and may not rely on.' },
} as const;

/** Shell of one of the about pages, e.g. `aboutShell('method')`; the first says what it is about, `site`. */
export function aboutShell(name: keyof typeof pages, site = ''): Shell {
  const page = { ...pages[name], title: `${pages[name].title} ${site}`.trim() };
  const home: Link = { href: urls.homeUrl, text: 'Home' };
  return toShell({
    ...page,
    menu: urls.aboutUrl,
    leads: 'public',
    breadcrumbs: name === 'about' ? [home] : [home, { href: urls.aboutUrl, text: 'About' }],
    search: { page: 'About', kind: 'About', date: '', summary: page.description, aliases: [], filters: [] },
  });
}
