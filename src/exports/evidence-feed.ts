/**
 * What changed in the evidence as feeds: one entry for each finding or result that moved and for each work that came or fell, in every
 * feed that it belongs to. Ids and days follow from the history of content, never from a clock, and hold wherever the site moves.
 */
import { generateAtomFeed, generateJsonFeed, generateOpml, generateRssFeed } from 'feedsmith';
import { pageStateOf } from '../evidence/approval/judge.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { citationName } from '../evidence/source-name.ts';
import { buildUpdates, type Move, type Update } from '../evidence/updates.ts';
import { sha256 } from '../library/passage.ts';
import { happeningTag, toMoveLine } from '../parts/news.ts';
import {
  feedUrl,
  fileUrl,
  homeUrl,
  questionUrl,
  referencesUrl,
  sourceUrl,
  topicsUrl,
  topicUrl,
  withHost,
  type FeedScope,
} from '../parts/urls.ts';
import { kindRow } from '../schema/kinds.ts';
import type { QuestionId } from '../schema/id.ts';
import { statuses } from '../schema/vocabulary.ts';
import { capitalise } from '../words/phrase.ts';
import type { SiteFacts } from './page-facts.ts';
import { jsonFile, type SiteFile } from './site-file.ts';

export interface FeedEntry {
  /** `urn:uuid:…`, of what moved and on which day. */
  readonly id: string;
  /** Day, e.g. `2026-11-27`; the first of a month or year where no more is known. */
  readonly on: string;
  readonly title: string;
  readonly says: string;
  /** Address from the root of the site. */
  readonly href: string;
  /** Feeds that it belongs to besides that of the site, e.g. `questions/major-bleeding`. */
  readonly feeds: ReadonlySet<string>;
}

/** One feed before it is written. */
export interface Feed {
  /** Below `/feeds/`, empty for the site, e.g. `kinds/guideline`. */
  readonly name: FeedScope;
  readonly title: string;
  readonly href: string;
  readonly entries: readonly FeedEntry[];
}

/** The newest so many: a reader who was away for longer finds the rest on the page of updates. */
const MOST = 100;

/** `2024` and `2024-03` are their first days. */
const wholeDay = (on: string): string => `${on}-01-01`.slice(0, 10);

/** A name-based UUID (RFC 9562, version 8: bits of SHA-256), so that the same change has the same id in every build. */
function toUuid(name: string): string {
  const hex = sha256(name);
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The feeds of what speaks on these questions; of a whole work also the topics that cite it. */
function feedsOf(graph: EvidenceGraph, { source }: Update, questions: readonly QuestionId[], whole: boolean): Set<string> {
  const topics = [...graph.library.topics.values()].filter(
    ({ id }) =>
      (graph.questionsOfTopic.get(id) ?? []).some((question) => questions.includes(question)) ||
      (whole && source && graph.citedByTopic.get(id)?.includes(source.id)),
  );
  return new Set([
    ...questions.map((id) => `questions/${id}`),
    ...topics.flatMap(({ id, section }) => [`topics/${id}`, `sections/${section}`]),
    ...(source ? [`kinds/${source.kind}`] : []),
  ]);
}

function moveEntry(graph: EvidenceGraph, update: Update, move: Move, state: string): FeedEntry[] {
  const { source, on } = update;
  if (!source) return [];
  const { link, text, says } = toMoveLine(graph.library, source, move);
  const { item, list, how, name, questions } = move;
  const now = item && 'says' in item ? (item.gist ?? item.says) : '';
  return [
    {
      id: toUuid(['move', source.id, list, name, how, on].join('\n')),
      on: wholeDay(on),
      title: `${happeningTag({ ...update, what: how, moves: [move] })}: ${citationName(source)}, ${text}`,
      says: [capitalise(says), now && `It now reads: ${now}`, state].filter(Boolean).join('. ').replaceAll('..', '.'),
      href: link?.href ?? sourceUrl(source.id),
      feeds: feedsOf(graph, update, questions, false),
    },
  ];
}

function wholeEntry(graph: EvidenceGraph, update: Update, state: string): FeedEntry {
  const { source, question, by, what, on, touches } = update;
  const name = source ? citationName(source) : (question?.question ?? '');
  const gist = source?.gist ?? question?.gist ?? '';
  return {
    id: toUuid(['whole', what, source?.id ?? question?.id ?? '', on].join('\n')),
    on: wholeDay(on),
    title: `${happeningTag(update)}: ${name}${by ? `, by ${citationName(by)}` : ''}`,
    says: [gist, state].filter(Boolean).join(' '),
    href: source ? sourceUrl(source.id) : question ? questionUrl(question.id) : homeUrl,
    feeds: feedsOf(graph, update, touches, true),
  };
}

const known = new WeakMap<EvidenceGraph, readonly FeedEntry[]>();

/** Everything that feeds tell, the newest first. Worked out once for each graph. */
export function feedEntries(graph: EvidenceGraph): readonly FeedEntry[] {
  const held = known.get(graph);
  if (held) return held;
  const entries = buildUpdates(graph.library, graph.approvals)
    .filter(({ on }) => on <= graph.asOf)
    .flatMap((update) => {
      const { source, question, moves } = update;
      const page = source ? pageStateOf(graph, 'source', source) : question ? pageStateOf(graph, 'question', question) : 'under-review';
      const state = `${statuses[page].label}: ${page === 'approved' ? 'a clinician has approved the page' : 'no clinician has approved the page'}.`;
      return moves.length ? moves.flatMap((move) => moveEntry(graph, update, move, state)) : [wholeEntry(graph, update, state)];
    });
  known.set(graph, entries);
  return entries;
}

/** Every feed: of the site, each topic, question and section, and each kind of source that is held. One without entries is there too: somebody may follow it. */
export function evidenceFeeds(graph: EvidenceGraph): Feed[] {
  const { topics, questions, sections, sources, site } = graph.library;
  const kinds = [...new Set([...sources.values()].map(({ kind }) => kind))].sort();
  const feeds: Omit<Feed, 'entries'>[] = [
    { name: '', title: `${site.name}: changes of the evidence`, href: homeUrl },
    ...[...topics.values()].map(({ id, title }) => ({ name: `topics/${id}` as const, title, href: topicUrl(id) })),
    ...[...questions.values()].map(({ id, question }) => ({ name: `questions/${id}` as const, title: question, href: questionUrl(id) })),
    ...[...sections.values()].map(({ id, title }) => ({ name: `sections/${id}` as const, title, href: `${topicsUrl}#${id}` })),
    ...kinds.map((kind) => ({ name: `kinds/${kind}` as const, title: capitalise(kindRow(kind).plural), href: referencesUrl })),
  ];
  const entries = feedEntries(graph);
  return feeds.map((feed) => ({
    ...feed,
    title: feed.name ? `${feed.title} · ${site.name}` : feed.title,
    entries: entries.filter(({ feeds: own }) => feed.name === '' || own.has(feed.name)).slice(0, MOST),
  }));
}

/** Readers of RSS take text for HTML. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** One feed in each form. Days stand for their first moment in UTC; a feed that has no entry yet is as old as the first of all entries. */
function filesOf({ name, title, href, entries }: Feed, graph: EvidenceGraph, site: SiteFacts): SiteFile[] {
  const whole = (path: string): string => withHost(path, site.url);
  const moment = (on: string): Date => new Date(`${on}T00:00:00Z`);
  const [home, newest] = [whole(href), moment((entries[0] ?? feedEntries(graph).at(-1))?.on ?? graph.asOf)];
  const rights = `${site.licence.content.name}, ${site.licence.content.url}`;
  const self = (format: Parameters<typeof feedUrl>[1]): string => whole(feedUrl(name, format));
  const path = (format: Parameters<typeof feedUrl>[1]): string => feedUrl(name, format).slice(homeUrl.length);
  const text = (value: string) => ({ value, type: 'text' });
  const atom = generateAtomFeed({
    id: toUuid(`feed\n${site.name}\n${name}`),
    title: text(title),
    updated: newest,
    rights: text(rights),
    authors: [{ name: site.name }],
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: self('atom'), rel: 'self', type: 'application/atom+xml' },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: text(entry.title),
      updated: moment(entry.on),
      summary: text(entry.says),
      links: [{ href: whole(entry.href), rel: 'alternate' }],
    })),
  });
  const rss = generateRssFeed({
    title,
    link: home,
    description: `${title}. ${site.description}`,
    language: site.language,
    copyright: rights,
    pubDate: newest,
    items: entries.map((entry) => ({
      title: escaped(entry.title),
      link: whole(entry.href),
      description: escaped(entry.says),
      guid: { value: entry.id, isPermaLink: false },
      pubDate: moment(entry.on),
    })),
  });
  const json = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: self('json'),
    language: site.language,
    authors: [{ name: site.name }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: whole(entry.href),
      title: entry.title,
      content_text: entry.says,
      date_published: moment(entry.on),
    })),
  });
  return [
    { path: path('atom'), mediaType: 'application/atom+xml', text: atom },
    { path: path('rss'), mediaType: 'application/rss+xml', text: rss },
    jsonFile(path('json'), json, 'application/feed+json'),
  ];
}

/** All feeds in all forms, and the list of them that feed readers take in at once. */
export function feedFiles(graph: EvidenceGraph, site: SiteFacts): SiteFile[] {
  const feeds = evidenceFeeds(graph);
  const outlines = feeds.map(({ name, title, href }) => ({
    text: title,
    title,
    type: 'rss',
    xmlUrl: withHost(feedUrl(name, 'atom'), site.url),
    htmlUrl: withHost(href, site.url),
  }));
  const opml = generateOpml({ head: { title: `Feeds of ${site.name}` }, body: { outlines } });
  return [
    ...feeds.flatMap((feed) => filesOf(feed, graph, site)),
    { path: fileUrl('feedList').slice(homeUrl.length), mediaType: 'text/x-opml', text: opml },
  ];
}
