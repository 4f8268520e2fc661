/**
 * Paints and writes the pictures that go with shared links: paper and ink, the open ring, the title. The same words give the same bytes;
 * a picture is painted once and kept in the cache until its words, its paint or the face change.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readGate } from '../check/gate.ts';
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import { withoutDrafts } from '../library/library.ts';
import { sweepParts, writeWhole } from '../library/to-files.ts';
import satori from 'satori';
import sharp from 'sharp';
import type { EvidenceGraph, Verdict } from '../evidence/evidence-graph.ts';
import { topicKinds } from '../schema/topic.ts';
import { homeUrl, questionUrl, socialCardUrl, topicUrl } from '../parts/urls.ts';
import { capitalise } from '../words/phrase.ts';

interface SocialCard {
  /** Where the picture lies, e.g. `/social/topics/phlegmasia.png`. */
  readonly url: string;
  /** Above the title, e.g. `Question`. */
  readonly kind: string;
  readonly title: string;
  /** Below the title: a verdict, or what the page is about. */
  readonly line: string;
}

/** The verdict of a question; one that is too long for a card is not cut, since half of it would say something else. */
const verdictLine = ({ label, lines }: Pick<Verdict, 'label' | 'lines'> = { label: '', lines: [] }): string =>
  label.length > MOST ? `${lines.length} situations, each with its own verdict` : label;

/** A card for each topic and question, and one for all other pages. */
export function toSocialCards(graph: EvidenceGraph): SocialCard[] {
  const { topics, questions, site } = graph.library;
  return [
    {
      url: socialCardUrl(homeUrl),
      kind: 'Evidence, source by source',
      title: site.tagline,
      line: 'Who says what, how firmly, and who paid',
    },
    ...[...topics.values()].map(({ id, kind, title, summary }) => ({
      url: socialCardUrl(topicUrl(id)),
      kind: topicKinds[kind],
      title,
      line: capitalise(summary),
    })),
    ...[...questions.values()].map(({ id, question }) => {
      const verdict = graph.verdicts.get(id);
      return { url: socialCardUrl(questionUrl(id)), kind: 'Question', title: question, line: verdictLine(verdict) };
    }),
  ];
}

const [paper, ink, soft, blue, tint] = ['#fcfbf8', '#17202a', '#424d59', '#1f4480', '#e6ecf5'];
const size = { width: 1200, height: 630 };

type Style = Readonly<Record<string, string | number>>;
const box = (style: Style, ...children: unknown[]) => ({ type: 'div', props: { style: { display: 'flex', ...style }, children } });
const ring = (colour: string, width: number, style: Style) => ({
  type: 'svg',
  props: {
    width,
    height: width,
    viewBox: '0 0 26 26',
    style,
    children: [
      {
        type: 'circle',
        props: {
          cx: 13,
          cy: 13,
          r: 10,
          fill: 'none',
          stroke: colour,
          'stroke-width': 3.4,
          'stroke-dasharray': '52.4 10.4',
          'stroke-dashoffset': -5.2,
          'stroke-linecap': 'round',
          transform: 'rotate(-90 13 13)',
        },
      },
      { type: 'circle', props: { cx: 13, cy: 13, r: 3.1, fill: colour } },
    ],
  },
});

/** Letters that fit two rows. */
const MOST = 130;

/** Cuts a line at a word so that it fits two rows, e.g. a summary of forty words ends in `…`. */
export function shorten(text: string, most = MOST): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,;:.]$/, '')}…`;
}

/** The smaller the longer the title, so that four rows are the most. */
const titleSize = (title: string): number => (title.length < 32 ? 84 : title.length < 60 ? 70 : title.length < 95 ? 58 : 48);

/** A PNG of 1200 × 630. */
export async function toPicture(card: SocialCard, siteName: string, font: Uint8Array): Promise<Uint8Array> {
  const rows = [
    box({ alignItems: 'center', color: blue }, ring(blue, 54, {}), box({ marginLeft: 18, fontSize: 42, color: ink }, siteName)),
    box({ marginTop: 'auto', fontSize: 30, color: blue }, card.kind),
    box({ marginTop: 12, fontSize: titleSize(card.title), lineHeight: 1.12, letterSpacing: '-0.015em', maxWidth: 1040 }, card.title),
    box({ marginTop: 28, paddingTop: 22, borderTop: `2px solid ${blue}`, fontSize: 30, lineHeight: 1.35, color: soft }, shorten(card.line)),
  ];
  const tree = box(
    { width: size.width, height: size.height, background: paper, color: ink, fontFamily: 'Serif' },
    ring(tint, 470, { position: 'absolute', right: -120, top: -190 }),
    box({ flexDirection: 'column', width: size.width - 144, height: size.height - 116, margin: '58px 72px' }, ...rows),
  );
  const svg = await satori(tree, { ...size, fonts: [{ name: 'Serif', data: Buffer.from(font), weight: 500, style: 'normal' }] });
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
}

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const cache = join('.cache', 'social-cards');

/** Writes the pictures of the site of that name below a folder; gives how many had to be painted. */
async function writeSocialCards(folder: string, name: string, cards: readonly SocialCard[]): Promise<{ written: number; painted: number }> {
  const [font, paint] = await Promise.all(['./social-card-serif.woff', './social-cards.ts'].map((file) => readFile(here(file))));
  if (!font || !paint) throw new Error('The face of the social cards is missing. Run `node scripts/drawn-files.ts font`.');
  sweepParts(cache);
  let painted = 0;
  for (const card of cards) {
    const key = createHash('sha256')
      .update(font)
      .update(paint)
      .update(JSON.stringify([name, card]))
      .digest('hex')
      .slice(0, 20);
    const kept = join(cache, `${key}.png`);
    if (!existsSync(kept)) {
      writeWhole(kept, await toPicture(card, name, font));
      painted++;
    }
    const target = join(folder, card.url);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(kept, target);
  }
  return { written: cards.length, painted };
}

/** The social cards as an Astro integration, from the same content that the gate let through. */
export function socialCards({ folder, asOf }: { folder: string; asOf: string }): AstroIntegration {
  return {
    name: 'patency:social-cards',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { content } = await readGate(folder, { asOf });
        const library = withoutDrafts(content.library);
        const cards = toSocialCards(buildEvidenceGraph(library, asOf));
        const { written, painted } = await writeSocialCards(fileURLToPath(dir), library.site.name, cards);
        logger.info(`${written} social cards, ${painted} of them new`);
      },
    },
  };
}
