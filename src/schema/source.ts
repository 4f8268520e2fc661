/** A source: a work that someone published, with our digest of it as the body of the same file. */
import { z } from 'zod';
import { day, partialDate } from './date.ts';
import { absencesOf, design, includes, regimensOf } from './design.ts';
import { finding } from './finding.ts';
import { questionId, sourceId } from './id.ts';
import { sourceKinds } from './kinds.ts';
import { result } from './result.ts';
import { byVocabulary, coverage, funding, imageStatus, importance, status } from './vocabulary.ts';
import { keysOf } from './word-list.ts';

/** Identifiers and volumes look like numbers to YAML; they are text here. */
const text = z
  .preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().min(1))
  .meta({ type: ['string', 'number'] });

const sourceKind = keysOf(sourceKinds);

const tag = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'a tag is small letters and digits with hyphens between, such as `late-news`');

const person = z.strictObject({
  family: z.string().min(1).describe('Family name.'),
  given: z.string().min(1).optional().describe('Given names or initials.'),
});
const organisation = z.strictObject({ organisation: z.string().min(1).describe('Name of the organisation, as it should be printed.') });
const contributor = z.strictObject({ ...person.shape, role: z.string().min(1).describe('What they did, e.g. `interviewee`.') });
const notice = z.strictObject({
  on: day.describe('Day of the notice.'),
  notice: z.string().min(1).describe('Address or DOI of the notice.'),
});

/** One thing that a source leans on: a source with a digest here, or a work without one. */
const support = z
  .strictObject({
    source: sourceId.optional().describe('Id of the source leaned on, if it has a digest here.'),
    work: z.string().min(1).optional().describe('Otherwise the work as the source names it.'),
    kind: sourceKind.optional().describe('Kind of that work, as far as can be told.'),
    mark: text.optional().describe('The mark by which the source cites it, e.g. `1`.'),
    count: z.number().int().positive().optional().describe('How many times the source cites it.'),
  })
  .refine(
    (value) => (value.source === undefined) !== (value.work === undefined),
    'give either `source` (it has a digest here) or `work` (it has none)',
  );

const unresolved = z.strictObject({
  what: z.string().min(1).describe('What does not add up in the source, in one sentence.'),
  marks: z.array(text).default([]).describe('The citation marks concerned.'),
  count: z.number().int().positive().optional().describe('How many times those marks are used.'),
  explained: z
    .string()
    .min(1)
    .optional()
    .describe('What the reader is told about it; printed on the page. Required once the draft is submitted.'),
});

export const source = byVocabulary(({ device, absence, intervention }, vocabulary) =>
  z
    .strictObject({
      kind: sourceKind.describe('What kind of work it is.'),
      title: z.string().min(1).describe('Title as published.'),
      shortTitle: z
        .string()
        .min(1)
        .max(40)
        .optional()
        .describe('Name by which the work is known, e.g. the acronym of a trial; stands in for authors that are not known.'),
      gist: z
        .string()
        .min(1)
        .optional()
        .describe('What the work found or says, in one sentence of at most 30 plain words; stands at the head of its page and in lists.'),
      tags: z
        .array(tag)
        .max(8)
        .default([])
        .describe('Short labels of the news digest that it came through, in small letters with hyphens, e.g. `interventional-news`.'),
      importance: importance
        .optional()
        .describe('How much weight the news digest that it came through gave it. Left out where it gave none.'),
      authors: z
        .array(z.union([person, organisation]))
        .min(1)
        .optional()
        .describe('Authors in order, people or organisations.'),
      contributors: z.array(contributor).min(1).optional().describe('Others who contributed to it, with their role.'),
      issued: partialDate.describe('Date of publication as precise as known; `undated` is an answer.'),
      updated: day.optional().describe('Date of last update as shown by the publisher.'),
      container: z.string().min(1).optional().describe('Journal, newspaper or site that it stands in.'),
      publisher: z.string().min(1).optional().describe('Publisher, where that is not the container.'),
      volume: text.optional().describe('Volume.'),
      issue: text.optional().describe('Issue.'),
      pages: text.optional().describe('Pages, e.g. `2240-2252`.'),
      number: text.optional().describe("The publisher's own number, e.g. `IPG651`."),
      doi: text.optional().describe('DOI without https://doi.org/.'),
      pmid: text.optional().describe('PubMed identifier.'),
      registry: text.optional().describe('Trial registry number, e.g. `NCT00790335`.'),
      isbn: text.optional().describe('ISBN.'),
      recordFrom: z
        .string()
        .min(1)
        .optional()
        .describe(
          'Where authors, year, journal, volume and pages were seen, if not in the work itself, e.g. `the reference list of Smith 2021`.',
        ),
      url: z
        .url({ protocol: /^https?$/, error: 'an address starts with https:// or http://' })
        .optional()
        .describe("Address at the publisher's, never a mirror."),
      language: z
        .string()
        .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'a language is written `en`, `fr` or `pt-BR`')
        .describe('Language of the work.'),
      retrieved: day.describe('Day on which we read it.'),
      coverage: coverage.describe('What our digest was made from.'),
      snapshot: z
        .string()
        .regex(/^sha256-[0-9a-f]{64}$/, 'a snapshot is `sha256-` and 64 hexadecimal digits')
        .optional()
        .describe('Hash of the raw article as ingested.'),
      interests: z
        .strictObject({
          funding: funding.describe(
            'Who paid: public, society (a professional society’s own funds), industry, mixed, or unknown if it does not say.',
          ),
          note: z.string().min(1).describe('Who paid and who gains, in one sentence.'),
        })
        .optional()
        .describe('Who paid for it and who gains. Required before a digest is submitted; `unknown` is an answer.'),
      rights: z
        .strictObject({
          licence: z.string().min(1).describe('Licence, or `all rights reserved`.'),
          image: z
            .strictObject({
              credit: z.string().min(1).describe('Who made the picture, as it should be printed.'),
              status: imageStatus.describe('Whether it may be shown.'),
              address: z
                .string()
                .min(1)
                .optional()
                .describe('Path of the picture on our site, once its rights are cleared, e.g. `/picture.svg`.'),
            })
            .optional()
            .describe('The picture of the article, if it has one: credit and whether it may be shown.'),
        })
        .optional()
        .describe('What may be done with the work and its picture.'),
      jurisdiction: z.string().min(1).optional().describe('Country or body to which it applies, e.g. `England`.'),
      givenBy: text.optional().describe('Organisation whose advice it is, by one name in all its works: they are one voice.'),
      restsOn: z.array(support).default([]).describe('What this source leans on: the evidence chain.'),
      design: design.optional().describe('How the study was made, each fact with its place.'),
      regimens: regimensOf(device, intervention).describe('What was given and how, as used or described in the source: never advice.'),
      includes: includes.optional().describe('For a review: the studies that it takes in.'),
      absent: absencesOf(absence).describe(
        'What the source does not report, each item checked against the raw article or marked as not checked.',
      ),
      silentOn: z
        .array(questionId)
        .default([])
        .describe('Questions on which it says nothing: the word of an editor who has read all of it for them.'),
      unresolved: z.array(unresolved).default([]).describe('What does not add up in the source and cannot be settled by us.'),
      status,
      supersededBy: sourceId.optional().describe('Id of the source that replaces it.'),
      retracted: notice.optional().describe('Retraction: day and notice.'),
      withdrawn: notice.optional().describe('Withdrawal or removal by its publisher: day and notice. Counts as a retraction.'),
      concern: notice.optional().describe('Expression of concern: day and notice.'),
      corrected: notice.optional().describe('Correction: day and notice.'),
      pending: z
        .strictObject({
          registry: text.describe('Trial registry number, e.g. `NCT05701917`.'),
          completion: partialDate.describe('Month or day on which the registry expects it to be complete.'),
          announced: z
            .strictObject({
              on: day.describe('Day on which its result was announced as published.'),
              where: z.string().min(1).describe('Who announced it and where that was seen, in a few words.'),
            })
            .optional()
            .describe('Its result is published and we have not read it: when that was announced, and where it was seen.'),
        })
        .optional()
        .describe('For a trial whose result we have not read: registry number and expected completion.'),
      aliases: z
        .array(z.string().regex(/^\/\S*$/, 'an alias is a path that starts with /'))
        .default([])
        .describe('Old addresses that must keep working.'),
      terms: z.record(z.string(), z.string()).default({}).describe('What this source means by a contested word: word, then sense.'),
      findings: z.array(finding(vocabulary)).default([]).describe('What the source says on our questions, one finding each.'),
      results: z.array(result(vocabulary)).default([]).describe('The numbers that the source reports.'),
      todo: z.array(z.string().min(1)).default([]).describe('What the editor must still do. Empty before a digest is submitted.'),
      outline: z.array(z.string().min(1)).default([]).describe('Headings of the raw article: locators to choose from. Drafts only.'),
    })
    .superRefine((fields, context) => {
      for (const [index, { results }] of fields.findings.entries())
        for (const [place, name] of results.entries())
          if (!fields.results.some(({ id }) => id === name))
            context.addIssue({
              code: 'custom',
              path: ['findings', index, 'results', place],
              message: `a result named \`${name}\` is not among the results of this source`,
            });
    }),
);

export type Source = z.infer<ReturnType<typeof source>>;
export type Author = NonNullable<Source['authors']>[number];
export type Support = Source['restsOn'][number];
