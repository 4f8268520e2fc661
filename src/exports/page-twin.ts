/** A page as data: what it is and whether it was approved, the fields that it is made from, and what follows from them. Its schema is published beside it. */
import { z } from 'zod';
import { filledBody } from '../evidence/prose-values.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import type { EntryOf, QuestionEntry } from '../library/library.ts';
import { toSummary } from '../parts/summary-of-findings.ts';
import { schemaUrl, withHost } from '../parts/urls.ts';
import { collections, pageCollections, type PageCollection } from '../schema/collections.ts';
import { toJsonSchema, type JsonSchema } from '../schema/json-schema.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { emergencyOf, toPageFacts, type SiteFacts } from './page-facts.ts';
import { jsonFile, type SiteFile } from './site-file.ts';

const text = z.string();
const shape = {
  $schema: text.describe('Where the schema of this file stands.'),
  collection: z.enum(pageCollections).describe('What kind of page it is.'),
  id: text.describe('Id of the entry, stable.'),
  title: text.describe('Heading of the page.'),
  address: text.describe('Address of the page; without a host where the site is not published.'),
  version: text.optional().describe('Hash of what the page is made from.'),
  updated: text.optional().describe('Day of the last change; of a source the day on which its work was read.'),
  review: z
    .strictObject({ state: text, says: text, disclaimer: text })
    .describe('Whether a clinician has approved the page. Pass it on with whatever you take from here.'),
  licence: text.describe('Licence of our words.'),
  emergency: text.optional().describe('What somebody in danger must read first.'),
  body: text.optional().describe('The text below the fields, as Markdown with citations of Pandoc.'),
};
const follows = {
  verdict: z.strictObject({ label: text, because: text }).describe('What the findings come to; derived, never written.'),
  findings: z
    .array(z.strictObject({ source: text, finding: text, position: text, counts: z.boolean(), whyNot: text.optional() }))
    .describe('Every finding on it, by id; its words stand in the twin of its source.'),
  summary: z
    .array(
      z.strictObject({
        ...{ outcome: text, detail: text, position: text, says: text, against: text, without: text, with: text },
        ...{ estimate: text, needed: text, behind: text, certainty: text },
      }),
    )
    .describe('The summary of findings as the page prints it; empty where nothing is compared.'),
};

function followsFrom(graph: EvidenceGraph, question: QuestionEntry): z.infer<z.ZodObject<typeof follows>> {
  const { label = '', because = '' } = graph.verdicts.get(question.id) ?? {};
  const rows = question.asks === 'description' ? [] : toSummary(graph, question);
  return {
    verdict: { label, because },
    findings: (graph.findings.get(question.id) ?? []).map(({ source, finding, position, counts, whyNot }) => ({
      ...{ source: source.id, finding: finding.id, position: position.name, counts },
      ...(whyNot !== undefined && { whyNot }),
    })),
    summary: rows.map((row) => ({
      ...{ outcome: row.outcome, detail: row.detail, position: row.position.label, says: row.says, against: row.against },
      ...{ without: row.without, with: row.with, estimate: row.estimate, needed: row.needed, behind: row.behind, certainty: row.certainty },
    })),
  };
}

/** The page of an entry as data, e.g. `toPageTwin(graph, 'term', term, site).collection === 'term'`. */
export function toPageTwin<C extends PageCollection>(graph: EvidenceGraph, collection: C, entry: EntryOf<C>, site: SiteFacts) {
  const { file: _, body = '', ...rest } = entry as EntryOf<C> & { readonly file?: string; readonly body?: string };
  const { id: __, ...fields } = rest;
  const filled = filledBody(graph.library, body).trim();
  const emergency = emergencyOf(graph, entry);
  return {
    $schema: withHost(schemaUrl(`page-${collection}`), site.url),
    ...toPageFacts(graph, collection, entry, site),
    ...(emergency && { emergency }),
    entry: collections[collection].list ? rest : fields,
    ...(filled && { body: filled }),
    ...(collection === 'question' && followsFrom(graph, entry as QuestionEntry)),
  };
}

/** The schema of the twins of one collection: the fields of an entry in it are those of its file. */
export function twinSchema(collection: PageCollection, vocabulary: Vocabulary): JsonSchema {
  const envelope = z.toJSONSchema(z.strictObject({ ...shape, ...(collection === 'question' && follows) })) as JsonSchema;
  const { $schema: _, title: __, ...file } = toJsonSchema(collection, vocabulary);
  const entry = collections[collection].list ? (file.items ?? {}) : file;
  return {
    ...envelope,
    title: `A page of the collection ${collection} as data`,
    properties: { ...envelope.properties, entry },
    required: [...(envelope.required ?? []), 'entry'],
  };
}

/** The published schemas, e.g. `schemas/page-question.json`. */
export const schemaFilesOf = (vocabulary: Vocabulary): SiteFile[] =>
  pageCollections.map((collection) =>
    jsonFile(`schemas/page-${collection}.json`, twinSchema(collection, vocabulary), 'application/schema+json'),
  );
