/** One entry of a reference file -> RawArticle. Metadata carries over; not one sentence of an abstract or a note does. */
import { toLanguage } from '../language.ts';
import { nothingRead } from '../nothing-read.ts';
import type { IngestRefusal } from '../outcome.ts';
import type { RawArticle } from '../raw-article.ts';
import { isRecord, readIdentifiers, readIssued, readLanguage, readNames, textOf } from './reference-fields.ts';
import { guessReferenceKind } from './reference-kind.ts';

const asIs = (record: Readonly<Record<string, unknown>>, field: string, name: string): Readonly<Record<string, string>> => {
  const text = textOf(record, field);
  return text ? { [name]: text } : {};
};

/** The work of one CSL record, e.g. `{ type: 'article-journal', title: 'Gel or plaster' }`, or a refusal that names the field it lacks. */
export function toReferenceArticle(value: unknown): RawArticle | IngestRefusal {
  const record = isRecord(value) ? value : {};
  const title = textOf(record, 'title');
  if (!title) {
    return {
      field: 'title',
      reason: '`title` is missing or empty, expected the title of the work.',
      hint: 'Complete the entry in your reference manager and export it again.',
    };
  }
  const { authors, cut } = readNames(record);
  const { issued, doubt } = readIssued(record);
  const identifiers = readIdentifiers(record);
  const abstract = textOf(record, 'abstract');
  const { kind, because } = guessReferenceKind(textOf(record, 'type'), title);
  const container = textOf(record, 'container-title');
  const at = identifiers.doi ? `https://doi.org/${identifiers.doi}` : identifiers.url ? 'its `url`' : 'the publisher’s';
  return {
    title,
    kind,
    kindBecause: because,
    authors,
    issued,
    ...(container && { container }),
    ...asIs(record, 'publisher', 'publisher'),
    ...asIs(record, 'volume', 'volume'),
    ...asIs(record, 'issue', 'issue'),
    ...asIs(record, 'page', 'pages'),
    ...asIs(record, 'number', 'number'),
    ...identifiers,
    language: readLanguage(record) ?? toLanguage(`${title} ${abstract}`),
    coverage: abstract ? 'abstract' : 'second-hand',
    ...nothingRead,
    text: [abstract, textOf(record, 'keyword'), container].filter(Boolean).join('\n'),
    doubts: [
      ...(doubt ? [doubt] : []),
      ...(cut ? ['Complete `authors`: the entry cuts its list short.'] : []),
      abstract
        ? `Read the work itself at ${at}: the entry holds an abstract and no more, and the snapshot keeps it. Then correct \`coverage\`.`
        : `Read the work at ${at} before you write a finding: the entry holds no text of it. Then correct \`coverage\`.`,
    ],
  };
}
