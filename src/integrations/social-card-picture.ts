/** Paints one social card: paper and ink, the open ring, the title. Pure but for the time it takes: the same words give the same bytes. */
import satori from 'satori';
import sharp from 'sharp';
import type { SocialCard } from '../exports/social-card.ts';

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

/** Cuts a line at a word so that it fits two rows, e.g. a summary of forty words ends in `…`. */
export function shorten(text: string, most = 130): string {
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
