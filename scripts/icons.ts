/** Draws the icons of the site from its mark, into `public/icons`. Run when the mark or its colours change. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = 'public/icons';
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

const plain = toIcon({ ink: blue, plate: paper, share: 0.72, corner: 0.2 });
// Phones cut these to their own shape: the plate fills the square and the ring stays inside the middle 80 %.
const filled = toIcon({ ink: paper, plate: blue, share: 0.56, corner: 0 });

await mkdir(folder, { recursive: true });
for (const { file, svg, size } of [
  { file: 'icon-192.png', svg: plain, size: 192 },
  { file: 'icon-512.png', svg: plain, size: 512 },
  { file: 'maskable-512.png', svg: filled, size: 512 },
  { file: 'apple-touch-icon.png', svg: filled, size: 180 },
]) {
  const { size: bytes } = await sharp(svg).resize(size, size).png({ palette: true, compressionLevel: 9 }).toFile(join(folder, file));
  console.log(`${join(folder, file)}: ${bytes} bytes.`);
}
