/** Trials whose result we have not read: what is told of them as of a day, and which texts call a trial running. Pure. */
import type { Source } from '../schema/source.ts';
import { dateInWords } from '../words/date.ts';

type Pending = NonNullable<Source['pending']>;

/** Months until somebody must look again at what says that a trial is running: its result may be out any day. */
export const PENDING_REVIEW_MONTHS = 3;

/** Where a trial stands: it runs, its completion was due, or its result was announced. */
export type PendingStage = 'running' | 'due' | 'announced';

/** The stage as of a day, to the precision of the date: a trial that ends in `2026-05` is due from June on. */
export function stageOf({ completion, announced }: Pending, asOf: string): PendingStage {
  if (announced && announced.on <= asOf) return 'announced';
  return completion !== 'undated' && completion < asOf.slice(0, completion.length) ? 'due' : 'running';
}

/** `on 27 April 2026`, `in April 2026`, `in 2026`. */
const when = (date: string): string => `${date.length === 10 ? 'on' : 'in'} ${dateInWords(date)}`;

/** What is told of a trial whose result we have not read, as a sentence, e.g. `Completion was due on 27 April 2026 (NCT…); …`. */
export function pendingSentence(pending: Pending, asOf: string): string {
  const { registry, completion, announced } = pending;
  switch (stageOf(pending, asOf)) {
    case 'announced':
      return `The result was announced as published ${when(announced?.on ?? '')} (${registry}; ${announced?.where ?? ''}); it has not been read by us.`;
    case 'due':
      return `Completion was due ${when(completion)} (${registry}); its result has not been read by us.`;
    case 'running':
      return completion === 'undated'
        ? `Still running (${registry}); no date of completion is given.`
        : `Still running: completion expected ${when(completion)} (${registry}).`;
  }
}

/** The same as the end of a sentence about a work or a page, e.g. `belongs to a trial whose completion was due on …`. */
export function pendingReason(pending: Pending, asOf: string): string {
  const { registry, completion, announced } = pending;
  switch (stageOf(pending, asOf)) {
    case 'announced':
      return `belongs to a trial (${registry}) whose result was announced as published ${when(announced?.on ?? '')} and has not been read by us`;
    case 'due':
      return `belongs to a trial (${registry}) whose completion was due ${when(completion)}; its result has not been read by us`;
    case 'running':
      return completion === 'undated'
        ? `belongs to a trial that is still running (${registry})`
        : `belongs to a trial that is still running (${registry}), expected to end ${when(completion)}`;
  }
}

const ABOUT = /\b(?:trials?|stud(?:y|ies)|results?|randomi[sz]ed|registr(?:y|ies)|NCT\d{8}|[A-Z][A-Z-]{3,})\b/;
const RUNS =
  /\b(?:(?:is|are|still|now|currently|yet|being)\s+(?:\w+\s+)?(?:running|recruiting|enrolling|in progress|under\s?way|carried on)|ongoing|on-going|await(?:s|ed|ing)?|pending|under\s?way|waited for|wait(?:s|ing)? for (?:its|their|the) results?|(?:has|have|had) (?:not (?:yet )?reported|no results? yet|yet to report)|not yet (?:reported|published|out|ended|complete\w*)|no results? (?:yet|so far)|results? (?:is|are) (?:still )?(?:due|expected|to come|outstanding)|expected (?:to (?:end|report)|in 20\d\d)|due to (?:end|report|finish))\b/i;

/** Whether a text says that a trial is running or that its result is waited for: both in one sentence. */
export const saysTrialRuns = (text: string): boolean =>
  text.split(/(?<=[.!?;:])\s|\n{2,}/).some((sentence) => RUNS.test(sentence) && ABOUT.test(sentence));

/** Whether any text of an entry says so, whatever field it stands in. Names of other entries are no text. */
export function entryTellsOfRunningTrial(entry: Readonly<Record<string, unknown>>): boolean {
  const texts = (value: unknown, key: string): string[] => {
    if (typeof value === 'string') return /^(?:id|file|terms|topics|aliases|source|section|locator|snapshot)$/.test(key) ? [] : [value];
    if (Array.isArray(value)) return value.flatMap((one) => texts(one, key));
    return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, one]) => texts(one, name)) : [];
  };
  return texts(entry, '').some(saysTrialRuns);
}
