/**
 * `node scripts/drawn-files.ts icons`: draws the icons of the site from its mark, into `public/icons`. With `font` it cuts the text face down
 * to the characters and weights that the site sets, into `public/fonts`, and to the one weight of the social cards. For when these change.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import subsetFont from 'subset-font';
import { writeWhole } from '../src/library/to-files.ts';
import { CallError, runCommand } from './command.ts';

const icons = 'public/icons';
const [blue, paper] = ['#1f4480', '#fcfbf8'];

/** The open ring on a plate, e.g. with `share` 0.6 the ring takes 60 % of the width. */
function toIcon({ ink, plate, share, corner }: { ink: string; plate: string; share: number; corner: number }): Buffer {
  const scale = share / 23.4;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 1 1"><rect width="1" height="1" rx="${corner}" fill="${plate}"/>` +
      `<g transform="translate(0.5 0.5) scale(${scale})"><circle r="10" fill="none" stroke="${ink}" stroke-width="3.4" stroke-dasharray="52.4 10.4" ` +
      `stroke-dashoffset="-5.2" transform="rotate(-90)" stroke-linecap="round"/><circle r="3.1" fill="${ink}"/></g></svg>`,
  );
}

async function drawIcons(): Promise<void> {
  const plain = toIcon({ ink: blue, plate: paper, share: 0.72, corner: 0.2 });
  // Phones cut these to their own shape: the plate fills the square and the ring stays inside the middle 80 %.
  const filled = toIcon({ ink: paper, plate: blue, share: 0.56, corner: 0 });

  await mkdir(icons, { recursive: true });
  for (const { file, svg, size } of [
    { file: 'icon-192.png', svg: plain, size: 192 },
    { file: 'icon-512.png', svg: plain, size: 512 },
    { file: 'maskable-512.png', svg: filled, size: 512 },
    { file: 'apple-touch-icon.png', svg: filled, size: 180 },
  ]) {
    const { size: bytes } = await sharp(svg).resize(size, size).png({ palette: true, compressionLevel: 9 }).toFile(join(icons, file));
    console.log(`${join(icons, file)}: ${bytes} bytes.`);
  }
}

// The licence reserves the original name for unmodified files, so the cut goes by another.
const face = '@fontsource-variable/source-serif-4';
const target = 'public/fonts';
const range = (from: number, to: number): string => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const accented = 'áàâäãåæçéèêëíìîïñóòôöõøœúùûüýßÁÀÂÄÅÆÇÉÈÊËÍÎÏÑÓÔÖØÚÜğĞıİłŁńśšŠžŽčČćřőű';
const characters = `${range(0x20, 0x7e)}\u00a0§°·–—‘’“”…•′×≥≤−${accented}`;

async function cutFont(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${face}/package.json`));
  const whole = await readFile(join(folder, 'files/source-serif-4-latin-wght-normal.woff2'));
  // Every page loads this file before it can be read as set: alternates that nothing asks for stay out.
  const cut = await subsetFont(whole, characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 600, default: 400 } },
    noLayoutClosure: true,
  });
  const file = join(target, 'patency-serif.woff2');
  writeWhole(file, cut);
  writeWhole(join(target, 'OFL.txt'), await readFile(join(folder, 'LICENSE')));
  console.log(`${file}: ${cut.length} bytes, from ${whole.length}.`);

  // The card painter reads neither WOFF2 nor variable fonts.
  const card = 'src/integrations/social-card-serif.woff';
  const still = await subsetFont(whole, characters, { targetFormat: 'woff', variationAxes: { wght: 520 } });
  writeWhole(card, still);
  console.log(`${card}: ${still.length} bytes.`);
}

await runCommand(() => {
  const work = { icons: drawIcons, font: cutFont }[process.argv[2] ?? ''];
  if (!work) throw new CallError('Usage: node scripts/drawn-files.ts icons|font');
  return work();
});
