/**
 * A lookup: what a registry, a service or a publisher’s server said of a source, and since when. Written by `npm run lookups`
 * in a scheduled job, reviewed in its pull request, and read by builds that have no network. Silence leaves no row.
 */
import { z } from 'zod';
import { day, partialDate } from './date.ts';
import { sourceId } from './id.ts';

/** What a notice does to the work that it is about. A newer version is no retraction, and neither is an erratum. */
export const noticeClasses = {
  retraction: { label: 'a retraction', says: 'the work is withdrawn' },
  concern: { label: 'an expression of concern', says: 'its editors doubt it' },
  correction: { label: 'a correction', says: 'something in it was put right' },
  'newer-version': { label: 'a newer version', says: 'it was updated' },
  other: { label: 'a notice', says: 'something was published about it' },
} as const;
export type NoticeClass = keyof typeof noticeClasses;

/** What the word of a record says, the gravest first: a partial retraction leaves the work standing, in doubt. */
const words: readonly { readonly pattern: RegExp; readonly is: NoticeClass }[] = [
  { pattern: /concern|partial.?retraction/i, is: 'concern' },
  { pattern: /retract|withdraw|remov/i, is: 'retraction' },
  { pattern: /corre[ct]|corrigend|errat|addend|clarif/i, is: 'correction' },
  { pattern: /new.?(?:version|edition)|^update/i, is: 'newer-version' },
];

/** What a notice does to the work, e.g. `noticeClass('ErratumIn') === 'correction'`: an erratum is no retraction, and neither is a new version. */
export const noticeClass = (type: string): NoticeClass => words.find(({ pattern }) => pattern.test(type))?.is ?? 'other';

/** What came of asking for an address. `denied` and `unreachable` may only mean that programs are not let in. */
export const linkStates = {
  moved: 'leads to another address',
  gone: 'is not there any more',
  denied: 'is not given to programs',
  unreachable: 'did not answer',
  there: 'is there',
} as const;
export type LinkState = keyof typeof linkStates;

const source = sourceId.describe('Id of the source that was asked about.');
const on = day.describe('Day on which this was first found; it stays while nothing changes.');

const notices = z.strictObject({
  job: z.literal('notices').describe('What Crossref lists about the work.'),
  source,
  on,
  notices: z
    .array(
      z.strictObject({
        is: z.enum(Object.keys(noticeClasses) as [NoticeClass, ...NoticeClass[]]).describe('What it does to the work.'),
        type: z.string().min(1).describe('The word of the record, e.g. `retraction` or `erratum`.'),
        work: z.string().min(1).describe('DOI of the notice.'),
        on: partialDate.optional().describe('Day of the notice, as far as the record says.'),
        by: z.string().min(1).optional().describe('Who reports it, where that is not the publisher.'),
      }),
    )
    .min(1)
    .describe('The notices, oldest first.'),
});

const registration = z.strictObject({
  job: z.literal('registration').describe('What the registry says of a trial recorded as still running.'),
  source,
  on,
  registry: z.string().min(1).describe('Number in the registry, e.g. `NCT05701917`.'),
  status: z.string().min(1).describe('The status in the words of the registry, e.g. `RECRUITING`.'),
  completion: partialDate.optional().describe('Completion as the registry now gives it.'),
  results: z.boolean().describe('Whether the registry holds results.'),
});

const link = z.strictObject({
  job: z.literal('link').describe('What the server said to the address of a source.'),
  source,
  on,
  address: z.string().min(1).describe('The address that was asked for.'),
  state: z.enum(Object.keys(linkStates) as [LinkState, ...LinkState[]]).describe('What came of it.'),
  to: z.string().min(1).optional().describe('Where it leads now.'),
  lost: z.array(z.number().int().positive()).default([]).describe('Numbers of findings whose passage is not on the page any more.'),
});

export const lookup = z.discriminatedUnion('job', [notices, registration, link]);
export const lookups = z.array(lookup);

export type Lookup = z.infer<typeof lookup>;
export type LookupJob = Lookup['job'];
export type LookupOf<Job extends LookupJob> = Extract<Lookup, { job: Job }>;
