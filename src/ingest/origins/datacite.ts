/** A work as the REST interface of DataCite gives it: reports, theses and preprints whose DOI Crossref does not know. */
import type { Author } from '../../schema/source.ts';
import { toDate, toIssued, toWholeDay } from '../field-date.ts';
import { guessRecordKind } from '../guess.ts';
import { readNames, toAuthor } from '../names.ts';
import type { Origin, ExtractedArticle } from '../document.ts';
import { cleanAt, listAt, objectAt, parseJson, textAt, toJsonSnapshot, without, type Json } from '../record/values.ts';
import { interestDoubts, isNoticeDoubt, noticeDoubt, toRecordArticle, type Notice } from '../record/record-article.ts';

const NAME = 'DataCite';
const VOLATILE =
  /^(?:views?|downloads?|citations?|references?|parts?|partOf|versions?|versionOf)(?:Count|OverTime)$|^(?:state|isActive|reason|source|metadataVersion|created|registered|updated|xml)$/;

function authorOf(creator: Json): Author[] {
  const type = textAt(creator, 'nameType');
  const name = cleanAt(creator, 'name');
  const family = type === 'Organizational' ? undefined : cleanAt(creator, 'familyName');
  const person = !family && (type === 'Personal' || (type === undefined && name?.includes(',')));
  return person ? [...readNames([name ?? '']).authors] : toAuthor(family, cleanAt(creator, 'givenName'), name);
}

function dateOf(work: Json, type: string): string | undefined {
  const row = listAt(work, 'dates').find((date) => textAt(date, 'dateType') === type);
  return toDate(textAt(row, 'date'));
}

function toTitle(work: Json): string | undefined {
  const titles = listAt(work, 'titles');
  const main = titles.find((title) => textAt(title, 'titleType') === undefined) ?? titles[0];
  const subtitle = titles.find((title) => textAt(title, 'titleType') === 'Subtitle');
  return [main, subtitle].flatMap((title) => (title && cleanAt(title, 'title')) ?? []).join(': ') || undefined;
}

function toDoubts(work: Json): string[] {
  const general = textAt(work, 'types', 'resourceTypeGeneral');
  const ofRelation = (relation: string): Notice[] =>
    listAt(work, 'relatedIdentifiers').flatMap((one) => {
      const id = textAt(one, 'relationType') === relation ? textAt(one, 'relatedIdentifier') : undefined;
      return id ? [{ type: 'new_version', work: id }] : [];
    });
  return [
    ...[...ofRelation('IsObsoletedBy'), ...ofRelation('IsPreviousVersionOf')].map(noticeDoubt),
    ...ofRelation('Obsoletes').map(isNoticeDoubt),
    ...(general === 'Preprint' ? ['Say in the digest that this is a preprint, which nobody has reviewed.'] : []),
    ...(general && /^(?:Dataset|Software|Image|Audiovisual|Collection|PhysicalObject|Model|Sound|Workflow)$/.test(general)
      ? [`DataCite files it as “${general}”, which is no article: see whether it is a source at all, or belongs to one.`]
      : []),
    ...interestDoubts(NAME, {
      funders: ['fundingReferences', listAt(work, 'fundingReferences').flatMap((one) => cleanAt(one, 'funderName') ?? [])],
      licences: listAt(work, 'rightsList').flatMap((one) => textAt(one, 'rightsUri') ?? cleanAt(one, 'rights') ?? []),
    }),
  ];
}

const pagesOf = (container: Json): string | undefined => {
  const [first, last] = [textAt(container, 'firstPage'), textAt(container, 'lastPage')];
  return first && last && first !== last ? `${first}-${last}` : first;
};

function toExtracted(record: Json): ExtractedArticle {
  const work = objectAt(record, 'data', 'attributes');
  const title = toTitle(work);
  const container = objectAt(work, 'container');
  const types = [textAt(work, 'types', 'resourceType'), textAt(work, 'types', 'resourceTypeGeneral')].flatMap((type) => type ?? []);
  const { issued, doubts } = toIssued(dateOf(work, 'Issued'), undefined, toDate(textAt(work, 'publicationYear')));
  const abstract = listAt(work, 'descriptions').find((one) => textAt(one, 'descriptionType') === 'Abstract');
  const article = toRecordArticle({
    registrar: NAME,
    title,
    guess: guessRecordKind(NAME, types, title ?? ''),
    authors: listAt(work, 'creators').flatMap(authorOf),
    issued,
    updated: toWholeDay(dateOf(work, 'Updated')),
    container: cleanAt(container, 'title'),
    publisher: cleanAt(work, 'publisher') ?? cleanAt(work, 'publisher', 'name'),
    volume: textAt(container, 'volume'),
    issue: textAt(container, 'issue'),
    pages: pagesOf(container),
    url: textAt(work, 'url'),
    doi: textAt(work, 'doi') ?? textAt(record, 'data', 'id'),
    language: textAt(work, 'language'),
    abstract: abstract && cleanAt(abstract, 'description'),
    doubts: [...doubts, ...toDoubts(work)],
  });
  const attributes = without(work, ...Object.keys(work).filter((key) => VOLATILE.test(key)));
  const kept = { data: { id: textAt(record, 'data', 'id'), type: 'dois', attributes } };
  return { ...toJsonSnapshot(kept), article };
}

/** The record that a text holds, if it is one of DataCite. */
const recordIn = (text: string | undefined): Json | undefined => {
  const record = text?.includes('"dois"') ? parseJson(text) : undefined;
  return textAt(record, 'data', 'type') === 'dois' ? record : undefined;
};

export const dataCite: Origin = {
  name: 'DataCite record',
  looksFor: 'JSON with `data.type: dois`, as api.datacite.org gives it',
  recognise: ({ text }) => (recordIn(text) ? 'its `data.type`' : undefined),
  toArticles: ({ text }) => [toExtracted(recordIn(text) ?? {})],
};
