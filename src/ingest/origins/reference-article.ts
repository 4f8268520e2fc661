/** One entry of a reference file -> RawArticle. Metadata carries over; not one sentence of an abstract or a note does. */
import { guessRecordKind, type KindGuess } from '../kind-guess.ts';
import { toLanguage } from '../language.ts';
import type { IngestRefusal } from '../outcome.ts';
import { filled, nothingRead, type RawArticle } from '../raw-article.ts';
import { isJson } from '../record/json-value.ts';
import { readIdentifiers, readIssued, readLanguage, readNames, textOf } from './reference-fields.ts';

/** CSL types of pages and newspapers, which titles do not tell more about. */
const PAGE = /^(?:webpage|post(?:-weblog)?|article-(?:newspaper|magazine)|broadcast)$/;

const guessKind = (type: string, title: string): KindGuess =>
  PAGE.test(type)
    ? { kind: 'news', because: `the reference file calls it \`${type}\`` }
    : guessRecordKind('the reference file', type.startsWith('article-') ? [] : [type], title);

/** The work of one CSL record, e.g. `{ type: 'article-journal', title: 'Gel or plaster' }`, or a refusal that names the field it lacks. */
export function toReferenceArticle(value: unknown): RawArticle | IngestRefusal {
  const record = isJson(value) ? value : {};
  const text = (field: string): string => textOf(record, field);
  const title = text('title');
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
  const abstract = text('abstract');
  const { kind, because } = guessKind(text('type'), title);
  const container = text('container-title');
  const at = identifiers.doi ? `https://doi.org/${identifiers.doi}` : identifiers.url ? 'its `url`' : 'the publisher’s';
  return {
    title,
    kind,
    kindBecause: because,
    authors,
    issued,
    ...filled({
      container,
      publisher: text('publisher'),
      volume: text('volume'),
      issue: text('issue'),
      pages: text('page'),
      number: text('number'),
    }),
    ...identifiers,
    language: readLanguage(record) ?? toLanguage(`${title} ${abstract}`),
    coverage: abstract ? 'abstract' : 'second-hand',
    ...nothingRead,
    text: [abstract, text('keyword'), container].filter(Boolean).join('\n'),
    doubts: [
      ...(doubt ? [doubt] : []),
      ...(cut ? ['Complete `authors`: the entry cuts its list short.'] : []),
      abstract
        ? `Read the work itself at ${at}: the entry holds an abstract and no more, and the snapshot keeps it. Then correct \`coverage\`.`
        : `Read the work at ${at} before you write a finding: the entry holds no text of it. Then correct \`coverage\`.`,
    ],
  };
}
