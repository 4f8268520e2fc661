/** Runs Lighthouse on built pages with the project's own browser: mobile, several times, the median counted. It judges nothing. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromeFlags, findChrome } from '../chrome.ts';
import { startServer } from '../static-server.ts';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export interface Scores {
  readonly path: string;
  /** 0 to 100, the median of the runs. */
  readonly scores: Readonly<Record<Category, number>>;
  /** What kept a category from 100 in any run, e.g. `seo: Page is blocked from indexing`. */
  readonly losses: readonly string[];
}

/** The middle one of an odd number of values, e.g. `median([99, 100, 97])` is 99. Throws when there is none. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new Error('There is no median of nothing.');
  return middle;
}

interface Report {
  readonly categories: Record<string, { score: number | null; auditRefs: readonly { id: string; weight: number }[] }>;
  readonly audits: Record<string, { title: string; score: number | null; displayValue?: string }>;
}

/** What a report holds against a page, each with its category. */
export function lossesIn({ categories: found, audits }: Report): string[] {
  return categories.flatMap((category) =>
    (found[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${category}: ${audits[id]?.title ?? id}${audits[id]?.displayValue ? ` (${audits[id].displayValue})` : ''}`),
  );
}

/** Starts a Chrome that Lighthouse can talk to and waits for its port. */
async function startChrome(profile: string): Promise<{ port: number; process: ChildProcess }> {
  const { executablePath, env } = await findChrome();
  const process = spawn(
    executablePath,
    [...chromeFlags, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { env: { ...globalThis.process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    process.stderr.on('data', (part) => {
      said += String(part);
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said);
      if (found) resolve(Number(found[1]));
    });
    process.once('exit', () => reject(new Error(`Chrome ended before it listened: ${said.slice(0, 300)}`)));
  });
  return { port, process };
}

async function audit(url: string): Promise<Report> {
  const profile = await mkdtemp(join(tmpdir(), 'patency-lighthouse-'));
  const chrome = await startChrome(profile);
  try {
    const result = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: [...categories] });
    if (!result || result.lhr.runtimeError)
      throw new Error(`Lighthouse could not read ${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
    return result.lhr;
  } finally {
    const ended = new Promise((resolve) => chrome.process.once('exit', resolve));
    chrome.process.kill();
    await ended;
    await rm(profile, { recursive: true, force: true });
  }
}

/** Scores of pages of a built site, each audited `runs` times with a fresh browser. Throws when the site is not built. */
export async function measureLighthouse(folder: string, paths: readonly string[], runs = 3): Promise<Scores[]> {
  const server = await startServer({ folder, port: 0 });
  try {
    const measured: Scores[] = [];
    for (const path of paths) {
      const reports: Report[] = [];
      for (let run = 0; run < runs; run++) reports.push(await audit(server.url + path));
      const scoreOf = (category: Category): number =>
        median(reports.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100)));
      measured.push({
        path,
        scores: Object.fromEntries(categories.map((category) => [category, scoreOf(category)])) as Record<Category, number>,
        losses: [...new Set(reports.flatMap(lossesIn))],
      });
    }
    return measured;
  } finally {
    await server.close();
  }
}
