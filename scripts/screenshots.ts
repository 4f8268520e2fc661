/** `npm run shots -- [paths…] --out DIR`: pictures of built pages, narrow and wide, light and dark, for people to look at. */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchChrome } from './chrome.ts';
import { runCommand } from './command.ts';
import { startServer } from './static-server.ts';

const usage = 'Usage: npm run shots -- [/path/ …] [--out folder] [--dist dist] [--fold] (--fold: only what the first screen shows)';
const themes = ['light', 'dark'] as const;
const screens = [
  { width: 375, height: 812 },
  { width: 1280, height: 800 },
];

/** File name of a picture, e.g. `topics-mechanical-thrombectomy.375.dark.png`. */
function pictureName(path: string, width: number, theme: string): string {
  const name = path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
  return `${name || 'home'}.${width}.${theme}.png`;
}

async function takePictures(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: join(tmpdir(), 'patency-shots') },
      dist: { type: 'string', default: 'dist' },
      fold: { type: 'boolean', default: false },
    },
  });
  const out = resolve(values.out);
  await mkdir(out, { recursive: true });
  const server = await startServer({ folder: resolve(values.dist), port: 0 });
  const browser = await launchChrome();
  for (const path of positionals.length > 0 ? positionals : ['/'])
    for (const viewport of screens)
      for (const colorScheme of themes) {
        const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
        await page.goto(server.url + path, { waitUntil: 'networkidle' });
        const file = join(out, pictureName(path, viewport.width, colorScheme));
        await page.screenshot({ path: file, fullPage: !values.fold });
        console.log(file);
        await page.close();
      }
  await browser.close();
  await server.close();
}

await runCommand(takePictures, { usage });
