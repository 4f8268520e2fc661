/** A work as the REST interface of Crossref gives it: `message` with the fields that the publisher deposited. */
import type { Author } from '../../schema/source.ts';
import { toIssued } from '../field-date.ts';
import { guessRecordKind } from '../guess.ts';
import { readRegistry } from '../identifiers.ts';
import { toAuthor } from '../names.ts';
import type { Origin, ExtractedArticle } from '../document.ts';
import {
  cleanAt,
  datePartsAt,
  listAt,
  objectAt,
  parseJson,
  textAt,
  textsAt,
  toJsonSnapshot,
  without,
  type Json,
} from '../record/values.ts';
import { interestDoubts, isNoticeDoubt, noticeDoubt, readUpdate, toRecordArticle, type Notice } from '../record/record-article.ts';

const NAME = 'Crossref';
/** Counters and housekeeping that change while the work stays the same. */
const VOLATILE = ['indexed', 'deposited', 'is-referenced-by-count', 'score', 'prefix', 'member', 'source'];
/** Works that stand in something; for others the publisher is who answers for them. */
const IN_CONTAINER = /^(?:journal-article|proceedings-article|book-chapter|reference-entry|posted-content)$/;

const authorOf = (author: Json): Author[] =>
  toAuthor(cleanAt(author, 'family'), cleanAt(author, 'given'), cleanAt(author, 'name')?.replace(/^(?:on behalf of|for) (?:the )?/i, ''));

const toNotice = (update: Json): Notice => {
  const { type = 'notice', work = 'without DOI', ...rest } = readUpdate(update);
  return { type, work, ...rest };
};

/** The publisher and Retraction Watch may report the same notice; once is enough. */
const eachOnce = (notices: readonly Notice[]): Notice[] =>
  [...new Map(notices.toReversed().map((notice) => [`${notice.type} ${notice.work.toLowerCase()}`, notice])).values()].toReversed();

function toTitle(work: Json): string | undefined {
  const title = cleanAt(work, 'title', 0);
  const subtitle = cleanAt(work, 'subtitle', 0);
  return title && subtitle && !title.toLowerCase().includes(subtitle.toLowerCase()) ? `${title}: ${subtitle}` : title;
}

function toDoubts(work: Json): string[] {
  const references = listAt(work, 'reference').length;
  const conflicts = listAt(work, 'assertion').some((one) =>
    /conflict|competing|disclosure|ethics/i.test(textAt(one, 'group', 'name') ?? ''),
  );
  const ofOthers = eachOnce(listAt(work, 'update-to').map(toNotice)).map(isNoticeDoubt);
  const published = listAt(work, 'relation', 'is-preprint-of').flatMap((one) => textAt(one, 'id') ?? []);
  return [
    ...eachOnce(listAt(work, 'updated-by').map(toNotice)).map(noticeDoubt),
    ...ofOthers,
    ...(textAt(work, 'type') === 'posted-content'
      ? [
          `Say in the digest that this is a preprint, which nobody has reviewed.${published[0] ? ` It was published as ${published[0]}: ingest that one instead.` : ''}`,
        ]
      : []),
    ...interestDoubts(NAME, {
      funders: ['funder', listAt(work, 'funder').flatMap((funder) => cleanAt(funder, 'name') ?? [])],
      conflicts: conflicts && 'assertion',
      licences: listAt(work, 'license').flatMap((licence) => textAt(licence, 'URL') ?? []),
    }),
    ...(references > 0 ? [`The record lists ${references} references: write in \`restsOn\` those that its findings lean on.`] : []),
  ];
}

/** Registry numbers as registries print them: Crossref stores them in lower case. */
function toRegistry(work: Json): { registry?: string; doubts: string[] } {
  const printed = listAt(work, 'clinical-trial-number').flatMap((one) => textAt(one, 'clinical-trial-number') ?? []);
  const numbers = printed.map((number) => readRegistry(number) ?? number.toUpperCase());
  const [first, ...more] = [...new Set(numbers)];
  if (!first) return { doubts: [] };
  return {
    registry: first,
    doubts: more.length > 0 ? [`See whether the work is about other trials too: the record names ${more.slice(0, 5).join(', ')}.`] : [],
  };
}

function toExtracted(work: Json, label: string | undefined): ExtractedArticle {
  const type = textAt(work, 'type') ?? '';
  const title = toTitle(work);
  const { issued, doubts } = toIssued(
    datePartsAt(work, 'published-online'),
    datePartsAt(work, 'published-print'),
    datePartsAt(work, 'published') ?? datePartsAt(work, 'issued'),
  );
  const { registry, doubts: trials } = toRegistry(work);
  const article = toRecordArticle({
    registrar: NAME,
    title,
    guess: guessRecordKind(NAME, [type], title ?? ''),
    authors: listAt(work, 'author').flatMap(authorOf),
    issued,
    container: cleanAt(work, 'container-title', 0),
    publisher: IN_CONTAINER.test(type) ? undefined : cleanAt(work, 'publisher'),
    volume: textAt(work, 'volume'),
    issue: textAt(work, 'issue') ?? textAt(work, 'journal-issue', 'issue'),
    pages: textAt(work, 'page') ?? textAt(work, 'article-number'),
    url: textAt(work, 'resource', 'primary', 'URL'),
    doi: textAt(work, 'DOI'),
    isbn: textsAt(work, 'ISBN')[0],
    registry,
    language: textAt(work, 'language'),
    abstract: cleanAt(work, 'abstract'),
    doubts: [...doubts, ...trials, ...toDoubts(work)],
  });
  const kept = { status: 'ok', 'message-type': 'work', message: without(work, ...VOLATILE) };
  return { ...(label !== undefined && { label }), ...toJsonSnapshot(kept), article };
}

const isWork = (work: Json): boolean => textAt(work, 'DOI') !== undefined && Array.isArray(work['title']);

function worksIn(text: string | undefined): Json[] {
  if (!text?.includes('"message')) return [];
  const record = parseJson(text);
  const type = textAt(record, 'message-type');
  if (type === 'work-list') return listAt(record, 'message', 'items').filter(isWork);
  return type === 'work' ? [objectAt(record, 'message')] : [];
}

export const crossref: Origin = {
  name: 'Crossref record',
  looksFor: 'JSON with `message-type: work`, as api.crossref.org gives it',
  recognise: ({ text }) => (worksIn(text).length > 0 ? 'its `message-type`' : undefined),
  toArticles: ({ text }) => {
    const works = worksIn(text);
    return works.map((work) => toExtracted(work, works.length > 1 ? `DOI ${textAt(work, 'DOI') ?? 'unknown'}` : undefined));
  },
};
