/**
 * Cuts the text face down to the characters and weights that the site sets, into `public/fonts`, and to the one weight of the social cards.
 * Run when the face or the set changes.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { writeWhole } from '../src/library/to-files.ts';

// The licence reserves the original name for unmodified files, so the cut goes by another.
const face = '@fontsource-variable/source-serif-4';
const target = 'public/fonts';
const range = (from: number, to: number): string => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const accented = 'áàâäãåæçéèêëíìîïñóòôöõøœúùûüýßÁÀÂÄÅÆÇÉÈÊËÍÎÏÑÓÔÖØÚÜğĞıİłŁńśšŠžŽčČćřőű';
const characters = `${range(0x20, 0x7e)}\u00a0§°·–—‘’“”…•′×≥≤−${accented}`;

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
