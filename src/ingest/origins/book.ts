/** A book as Open Library gives it (`jscmd=data`): a catalogue card, with nothing of the book in it. */
import { isIsbn } from '../../schema/identifiers.ts';
import { readIssued } from '../field-date.ts';
import { guessRecordKind } from '../guess.ts';
import { toAuthors } from '../names.ts';
import type { Origin, ExtractedArticle } from '../document.ts';
import { toRecordText } from '../plain-text.ts';
import { listAt, objectAt, parseJson, textAt, textsAt, toJsonSnapshot, type Json } from '../record/values.ts';
import { toRecordArticle } from '../record/record-article.ts';

const NAME = 'Open Library';

function toExtracted(key: string, book: Json, label: boolean): ExtractedArticle {
  const isbn = key.slice('ISBN:'.length);
  const title = [textAt(book, 'title'), textAt(book, 'subtitle')].filter((part) => part !== undefined).join(': ');
  const publishers = listAt(book, 'publishers').flatMap((one) => textAt(one, 'name') ?? []);
  const { issued, doubts } = readIssued([textAt(book, 'publish_date') ?? '']);
  const thirteen = textsAt(book, 'identifiers', 'isbn_13')[0];
  const article = toRecordArticle({
    registrar: NAME,
    title: toRecordText(title) || undefined,
    guess: guessRecordKind(NAME, [], title),
    authors: listAt(book, 'authors').flatMap((author) => toAuthors(textAt(author, 'name') ?? '')),
    issued,
    publisher: publishers[0],
    isbn: isIsbn(isbn) ? isbn : thirteen,
    url: textAt(book, 'url'),
    doubts: [
      ...doubts,
      ...(publishers.length > 1 ? [`Check \`publisher\`: the card names ${publishers.slice(0, 5).join(' and ')}.`] : []),
      'Check the edition on its title page: catalogues mix editions up.',
      'Correct `url`: it leads to the catalogue, not to the publisher.',
    ],
  });
  return { ...(label && { label: key.replace(':', ' ') }), ...toJsonSnapshot({ [key]: book }), article };
}

/** The cards that a text holds, each under its key such as `ISBN:9780306406157`. */
function booksIn(text: string | undefined): [string, Json][] {
  const record = text?.includes('"ISBN:') ? parseJson(text) : undefined;
  const keys = Object.keys(record ?? {});
  return keys.length > 0 && keys.every((key) => /^ISBN:[\dX-]+$/i.test(key)) ? keys.map((key) => [key, objectAt(record, key)]) : [];
}

export const book: Origin = {
  name: 'Open Library record',
  looksFor: 'JSON with keys such as `ISBN:9780306406157`, as openlibrary.org gives it',
  recognise: ({ text }) => (booksIn(text).length > 0 ? 'its keys, which are ISBNs' : undefined),
  toArticles: ({ text }) => {
    const books = booksIn(text);
    return books.map(([key, value]) => toExtracted(key, value, books.length > 1));
  },
};
