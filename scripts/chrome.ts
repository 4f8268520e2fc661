/**
 * Finds or unpacks a Chrome and starts it, for tests, pictures and audits.
 * It never installs anything on the machine: the last resort is the Chromium that comes with the lockfile.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

export interface Chrome {
  readonly executablePath: string;
  /** What must be added to the environment of the process, e.g. where its libraries lie. */
  readonly env: Readonly<Record<string, string>>;
}

const usualPlaces = [
  ...['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'].map((name) => `/usr/bin/${name}`),
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags of every start. As root Chrome refuses its sandbox; the rest keeps it from calling home. */
export const chromeFlags: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** The Chrome to use: `CHROME_PATH`, else an installed one, else the bundled one. Throws when `CHROME_PATH` names no file. */
export async function findChrome(named: string | undefined = process.env['CHROME_PATH']): Promise<Chrome> {
  if (named !== undefined && named !== '') {
    if (!existsSync(named))
      throw new Error(`CHROME_PATH is \`${named}\`, which does not exist. Name the Chrome program itself, or unset it.`);
    return { executablePath: named, env: {} };
  }
  const installed = usualPlaces.find((path) => existsSync(path));
  return installed === undefined ? unpackChrome() : { executablePath: installed, env: {} };
}

/** Starts a headless Chrome; the caller closes it. */
export async function launchChrome(): Promise<Browser> {
  const { executablePath, env } = await findChrome();
  return chromium.launch({ executablePath, args: [...chromeFlags], env: { ...process.env, ...env } });
}

/** Unpacks the bundled Chromium once per version, into a folder that appears whole or not at all. */
async function unpackChrome(): Promise<Chrome> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = createRequire(import.meta.url)(join(packageFolder, 'package.json')) as { version: string };
  const cache = join(packageFolder, '..', '..', '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, 'chromium-'));
    await inflateInto(fresh, join(packageFolder, 'bin'));
    // Two processes may unpack at once: the second finds the folder taken and drops its own.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return { executablePath: join(folder, 'chromium'), env: await bundledEnvironment(folder) };
}

async function inflateInto(folder: string, packed: string): Promise<void> {
  const before = process.env['TMPDIR'];
  // The package unpacks to the temporary folder and asks for it as soon as it is called; see its lambdafs.js.
  process.env['TMPDIR'] = folder;
  const files = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((file) => inflate(join(packed, file)));
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  await Promise.all(files);
}

async function bundledEnvironment(folder: string): Promise<Record<string, string>> {
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  if (existsSync('/etc/fonts/fonts.conf')) return libraries;
  const configuration = join(folder, 'fonts.conf');
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  await writeFile(
    configuration,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>\n`,
  );
  return { ...libraries, FONTCONFIG_FILE: configuration };
}
