import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toSocialCards, shorten, toPicture } from '../../../src/integrations/social-cards.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { readContent } from '../../../src/library/from-files.ts';

const font = readFileSync('src/integrations/social-card-serif.woff');
const card = { url: '/social/questions/a.png', kind: 'Question', title: 'Does a widget help?', line: 'Sources disagree' };

describe('the words of the cards', () => {
  it('are the title and kind of each topic, the verdict on each question, and one card for all other pages', async () => {
    const { library } = await readContent('tests/fixtures/content');
    const cards = toSocialCards(buildEvidenceGraph(library, '2026-11-20'));
    expect(cards).toHaveLength(1 + library.topics.size + library.questions.size);
    expect(cards[0]?.url).toBe('/social/site.png');
    const [question] = library.questions.values();
    const own = cards.find(({ url }) => url === `/social/questions/${question?.id}.png`);
    expect(own).toMatchObject({ kind: 'Question', title: question?.question });
    expect(own?.line).not.toBe('');
  });

  it('never cut a verdict, half of which would say something else', async () => {
    const graph = buildEvidenceGraph((await readContent('content')).library, '2026-11-20');
    const lineOf = (id: string) => toSocialCards(graph).find(({ url }) => url === `/social/questions/${id}.png`)?.line;
    expect(lineOf('caval-filter')).toBe('4 situations, each with its own verdict');
    expect(lineOf('limb-threat-removal')).toBe('One position statement recommends catheter-directed thrombolysis');
  });

  it('are cut at a word when there are too many', () => {
    expect(shorten('short enough')).toBe('short enough');
    expect(shorten('one two, three four', 12)).toBe('one two…');
  });
});

describe('a card', () => {
  it('is a picture of the size that networks ask for', async () => {
    expect(await sharp(await toPicture(card, 'Patency', font)).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  });

  it('is the same, byte for byte, for the same words, and another for others', async () => {
    const [first, again, other] = await Promise.all([
      toPicture(card, 'Patency', font),
      toPicture(card, 'Patency', font),
      toPicture({ ...card, title: 'Another?' }, 'Patency', font),
    ]);
    expect(Buffer.compare(first, again)).toBe(0);
    expect(Buffer.compare(first, other)).not.toBe(0);
  });

  it('has room for the longest title and line', async () => {
    const long =
      'In people with a clot in the deep veins of the pelvis and thigh, does taking it out within fourteen days prevent pain, swelling and ulcers years later?';
    const picture = await toPicture({ ...card, title: long, line: long }, 'Patency', font);
    const margin = await sharp(picture).extract({ left: 0, top: 580, width: 1200, height: 50 }).toBuffer();
    const foot = await sharp(margin).greyscale().stats();
    expect(foot.channels[0]?.min).toBeGreaterThan(200);
  });
});
