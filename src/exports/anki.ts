/**
 * Decks for Anki: a package (a zip with an SQLite database, schema 11, as the AnkiDroid project describes it:
 * https://github.com/ankidroid/Anki-Android/wiki/Database-Structure) and a text file. What was learned there hangs on the GUID of a
 * note, which follows from the id of its card; ids of the note type and of decks never change. The same cards give the same bytes.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { strToU8, zipSync } from 'fflate';
import { askedText, type CardView } from '../parts/card.ts';
import { withHost } from '../parts/urls.ts';

/** The cards of one topic, with the names of the decks that it lies in, e.g. `['Patency', 'Harms', 'Bleeding']`. */
export interface AnkiDeck {
  readonly path: readonly string[];
  readonly tags: readonly string[];
  readonly cards: readonly CardView[];
}

/** What every card says of where it comes from. */
export interface AnkiOrigin {
  readonly site: string;
  /** Address of the site with host, e.g. `https://patency.example`. */
  /** Address of the site, e.g. `https://clots.example/`; undefined where it has none, and then nothing leads there. */
  readonly url: string | undefined;
  readonly licence: { readonly name: string; readonly url: string };
  /** Day of the build: a note that was made on a later day replaces an older one when it is imported again. */
  readonly day: string;
}

/** Fields of a note, in order; the first one sorts. */
const fieldNames = ['Question', 'Answer', 'Sources', 'Address', 'Licence', 'Suspended'] as const;

const NOTE_TYPE = 1_764_240_000_000;
const SEPARATOR = '\u001F';
/** A moment of its own for each name, as Anki makes ids of moments: milliseconds between 2001 and 2020. */
const idFor = (name: string): number => 1_000_000_000_000 + (Number.parseInt(hex(name).slice(0, 12), 16) % 600_000_000_000);
const hex = (text: string): string => createHash('sha1').update(text).digest('hex');

/** GUID of the note of a card, e.g. `ankiGuid('attract-bleeding')`: ten letters and digits. */
export const ankiGuid = (card: string): string =>
  createHash('sha256').update(`card ${card}`).digest('base64url').replace(/[-_]/g, 'x').slice(0, 10);

/** The check sum by which Anki finds duplicates: the first field without markup, the first 8 digits of its SHA-1 as a number. */
export const ankiChecksum = (field: string): number => Number.parseInt(hex(withoutMarkup(field)).slice(0, 8), 16);
const withoutMarkup = (html: string): string => html.replace(/<[^>]*>/g, '');

const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const listed = (tag: 'ol' | 'ul', items: readonly string[]): string =>
  items.length ? `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>` : '';
/** A link, or the text alone where the address has no host: in Anki it would lead nowhere. */
const linked = (href: string, text: string): string =>
  URL.canParse(href) ? `<a href="${escaped(href)}">${escaped(text)}</a>` : escaped(text);

function answerOf({ kind, asks, answer, options, steps, more, support, stands }: CardView, absolute: (href: string) => string): string {
  const filled = asks.map((piece, index) => (index % 2 ? `<b>${escaped(piece)}</b>` : escaped(piece))).join('');
  const ordered = steps.toSorted((a, b) => a.place - b.place).map(({ says }) => escaped(says));
  const wrong = options
    .filter(({ right }) => !right)
    .map(({ says, why, from }) => `<i>${escaped(says)}</i>: ${escaped(why)} (${escaped(from.map(({ text }) => text).join('; '))})`);
  const opposed = stands?.others ? ` Otherwise: ${escaped(stands.others)}.` : '';
  return [
    kind === 'cloze' ? filled : kind === 'order' ? listed('ol', ordered) : `<b>${escaped(answer)}</b>`,
    more && `<p>${escaped(more)}</p>`,
    support && `<p>A claim, not a finding. What supports it: ${escaped(support)}</p>`,
    listed('ul', wrong),
    stands && `<p>${linked(absolute(stands.href), stands.text)}${stands.verdict && ` ${escaped(stands.verdict)}.`}${opposed}</p>`,
  ]
    .filter(Boolean)
    .join('');
}

/** The fields of the note of a card, as HTML, in the order of the note type. */
export function ankiFields(card: CardView, origin: AnkiOrigin): string[] {
  const absolute = (href: string): string => withHost(href, origin.url);
  const options = listed(
    'ul',
    [...card.options, ...card.steps].map(({ says }) => escaped(says)),
  );
  const sources = card.sources.map(({ href, text, kind, grade, locator }) =>
    [linked(absolute(href), text), ...[kind, grade, locator].filter(Boolean).map(escaped)].join(' · '),
  );
  return [
    `${escaped(askedText(card))}${options}`,
    answerOf(card, absolute),
    listed('ul', sources),
    linked(absolute(card.href), `${origin.site}: ${card.topic.text}`),
    linked(origin.licence.url, origin.licence.name),
    escaped(card.suspended.join(' ')),
  ];
}

const tagsOf = ({ tags }: AnkiDeck, { kind, suspended }: CardView): string[] => [
  ...tags,
  `kind::${kind}`,
  suspended.length ? 'evidence::suspended' : 'evidence::stands',
];

const TABLES = `
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null,
  dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null,
  tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null,
  usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null,
  factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
  lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);`;

const CSS =
  '.card { font: 20px/1.5 Georgia, serif; max-width: 36em; margin: 1em auto; padding: 0 1em; } .aside { font: 13px/1.5 sans-serif; opacity: .8; } .suspended:not(:empty) { border: 1px solid; padding: .5em; }';

const noteType = (site: string, mod: number) => ({
  id: NOTE_TYPE,
  name: site,
  type: 0,
  mod,
  usn: -1,
  sortf: 0,
  did: 1,
  tags: [],
  vers: [],
  css: CSS,
  latexPre: '',
  latexPost: '',
  req: [[0, 'any', [0]]],
  flds: fieldNames.map((name, ord) => ({ name, ord, font: 'Arial', size: 20, rtl: false, sticky: false, media: [] })),
  tmpls: [
    {
      name: 'Card',
      ord: 0,
      did: null,
      bqfmt: '',
      bafmt: '',
      qfmt: '{{Question}}',
      afmt: '{{FrontSide}}<hr id="answer">{{Answer}}<div class="suspended">{{Suspended}}</div><div class="aside">{{Sources}}{{Address}} · {{Licence}}</div>',
    },
  ],
});

const deckRow = (id: number, name: string, mod: number) => ({
  ...{ id, name, mod, usn: -1, desc: '', dyn: 0, conf: 1, collapsed: false, browserCollapsed: false, extendNew: 10, extendRev: 50 },
  ...{ newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] },
});

/** What Anki takes where nobody chose otherwise. */
const options = {
  ...{ id: 1, name: 'Default', mod: 0, usn: 0, autoplay: true, maxTaken: 60, replayq: true, timer: 0, dyn: false },
  new: { bury: true, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20, separate: true },
  rev: { bury: true, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1, perDay: 100 },
  lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
};
const settings = {
  ...{ activeDecks: [1], curDeck: 1, curModel: NOTE_TYPE, nextPos: 1, newSpread: 0, collapseTime: 1200, timeLim: 0 },
  ...{ addToCur: true, dueCounts: true, estTimes: true, newBury: true, sortBackwards: false, sortType: 'noteFld' },
};

/** The database of a package, e.g. to be read again by a test. */
export function toAnkiDatabase(decks: readonly AnkiDeck[], origin: AnkiOrigin): Uint8Array {
  const mod = Date.parse(origin.day) / 1000;
  const database = new DatabaseSync(':memory:');
  database.exec(TABLES);
  const names = new Set(decks.flatMap(({ path }) => path.map((_, index) => path.slice(0, index + 1).join('::'))));
  const rows = [deckRow(1, 'Default', mod), ...[...names].map((name) => deckRow(idFor(`deck ${name}`), name, mod))];
  const byId = <Row extends { readonly id: number }>(all: readonly Row[]) =>
    JSON.stringify(Object.fromEntries(all.map((row) => [row.id, row])));
  database
    .prepare('insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)')
    .run(mod, mod * 1000, mod * 1000, JSON.stringify(settings), byId([noteType(origin.site, mod)]), byId(rows), byId([options]), '{}');
  const note = database.prepare('insert into notes values (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, ?)');
  const card = database.prepare('insert into cards values (?, ?, ?, 0, ?, -1, 0, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)');
  let due = 0;
  for (const deck of decks) {
    for (const one of deck.cards) {
      const fields = ankiFields(one, origin);
      const [first = ''] = fields;
      const id = idFor(`card ${one.id}`);
      const sorted = withoutMarkup(first);
      note.run(
        id,
        ankiGuid(one.id),
        NOTE_TYPE,
        mod,
        ` ${tagsOf(deck, one).join(' ')} `,
        fields.join(SEPARATOR),
        sorted,
        ankiChecksum(first),
        '',
      );
      card.run(id, id, idFor(`deck ${deck.path.join('::')}`), mod, one.suspended.length ? -1 : 0, (due += 1), '');
    }
  }
  const bytes = database.serialize();
  database.close();
  return bytes;
}

/** A package that Anki imports, e.g. `cards.apkg`. */
export function toAnkiPackage(decks: readonly AnkiDeck[], origin: AnkiOrigin): Uint8Array {
  // The clock of a zip has no zone: this day is the same day everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync({ 'collection.anki2': toAnkiDatabase(decks, origin), media: strToU8('{}') }, { level: 9, mtime });
}

/** The same as text with tabs, which Anki imports too: its first lines say what stands where. */
export function toAnkiText(decks: readonly AnkiDeck[], origin: AnkiOrigin): string {
  const columns = ['GUID', 'Deck', ...fieldNames, 'Tags'];
  const head = ['separator:tab', 'html:true', `notetype:${origin.site}`, 'guid column:1', 'deck column:2', `tags column:${columns.length}`];
  const rows = decks.flatMap((deck) =>
    deck.cards.map((card) =>
      [ankiGuid(card.id), deck.path.join('::'), ...ankiFields(card, origin), tagsOf(deck, card).join(' ')].join('\t'),
    ),
  );
  return `${[...head, `columns:${columns.join('\t')}`].map((line) => `#${line}`).join('\n')}\n${rows.join('\n')}\n`;
}
