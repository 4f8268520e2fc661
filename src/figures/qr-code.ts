/** A QR code: an address that a camera reads off paper. Text in, SVG text out. */
import encodeQR from 'qr';
import { element } from './svg-text.ts';

/** Squares of nothing around a code, which readers need (ISO/IEC 18004). */
const quiet = 4;

/**
 * Draws a QR code, e.g. `drawQrCode('https://a.example/', 'QR code of this page')`: dark on light in every theme, readable with a sixth
 * of it spoilt (level M). Throws for more text than a code holds, about two thousand characters.
 */
export function drawQrCode(text: string, label: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const runs = rows.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? '#' : ' '))
        .join('')
        .matchAll(/#+/g),
    ].map(({ 0: run, index }) => `M${index} ${y}.5h${run.length}`),
  );
  return element(
    'svg',
    { class: 'qr-code', viewBox: `0 0 ${rows.length} ${rows.length}`, width: 128, height: 128, role: 'img', 'aria-label': label },
    element('path', { fill: '#fff', d: `M0 0h${rows.length}v${rows.length}H0z` }) + element('path', { stroke: '#000', d: runs.join('') }),
  );
}
