/** The code that a camera reads: drawn here, read back by a decoder that knows nothing of how it was drawn. */
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { drawQrCode } from '../../../src/figures/qr-code.ts';
import { readSvg } from './svg-nodes.ts';

const address = 'https://patency.example/questions/removal-when-anticoagulation-fails/';

/** The drawing as a picture of one byte a channel, eight pixels a square, as a camera would have it. */
function photograph(svg: string): { width: number; height: number; data: Uint8Array } {
  const [root, , dark] = readSvg(svg);
  const squares = Number(root?.attributes['viewBox']?.split(' ')[2]);
  const scale = 8;
  const width = squares * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x = '', y = '', run = ''] of (dark?.attributes['d'] ?? '').matchAll(/M(\d+) (\d+)\.5h(\d+)/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < Number(run) * scale; column++)
        data.fill(
          0,
          ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4,
          ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4 + 3,
        );
  return { width, height: width, data };
}

describe('a QR code', () => {
  it('is read back as the address that it was drawn from', () => {
    expect(decodeQR(photograph(drawQrCode(address, 'Code')))).toBe(address);
  });

  it('has a name, four squares of nothing around it, and two colours of its own in every theme', () => {
    const [root, light, dark] = readSvg(drawQrCode(address, 'QR code of the address'));
    expect(root?.attributes).toMatchObject({ role: 'img', 'aria-label': 'QR code of the address' });
    expect([light?.attributes['fill'], dark?.attributes['stroke']]).toEqual(['#fff', '#000']);
    const rows = [...(dark?.attributes['d'] ?? '').matchAll(/M(\d+) (\d+)/g)];
    expect(Math.min(...rows.map(([, x]) => Number(x)))).toBe(4);
    expect(Math.min(...rows.map(([, , y]) => Number(y)))).toBe(4);
  });

  it('refuses what no code can hold', () => {
    expect(() => drawQrCode('a'.repeat(5000), 'Code')).toThrow();
  });
});
