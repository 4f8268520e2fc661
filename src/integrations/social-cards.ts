/** Writes the pictures that go with shared links. A picture is painted once and kept in the cache until its words, its paint or the face change. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readGate } from '../check/gate.ts';
import { toSocialCards, type SocialCard } from '../exports/social-card.ts';
import { buildEvidenceGraph } from '../evidence/build-evidence.ts';
import { withoutDrafts } from '../library/library.ts';
import { sweepParts, writeWhole } from '../library/to-files.ts';
import { toPicture } from './social-card-picture.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const cache = join('.cache', 'social-cards');

/** Writes the pictures of the site of that name below a folder; gives how many had to be painted. */
export async function writeSocialCards(
  folder: string,
  name: string,
  cards: readonly SocialCard[],
): Promise<{ written: number; painted: number }> {
  const [font, paint] = await Promise.all(['./social-card-serif.woff', './social-card-picture.ts'].map((file) => readFile(here(file))));
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
