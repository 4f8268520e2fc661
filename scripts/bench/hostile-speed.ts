/** How long the check takes over files that were made to stop it, in the time that the processor spends on them. */
import { checkContent } from '../../src/check/check-content.ts';
import { tryFiles } from '../../src/check/trial.ts';
import { toContent } from '../../src/library/content.ts';
import { hostileFiles } from './hostile-files.ts';

export interface HostileTime {
  readonly name: string;
  readonly seconds: number;
  /** The rule that stopped it, or `checked`. */
  readonly ended: string;
}

/** Every hostile file by itself, the slowest first; what a thread stopped has taken as long as it may. */
export async function measureHostile(asOf: string): Promise<HostileTime[]> {
  const files = hostileFiles.map(({ path, text, name }) => ({ name, path, bytes: new TextEncoder().encode(text) }));
  const refused = await tryFiles(files.filter(({ path }) => path.includes('hostile-')));
  const times = files.map((file) => {
    const before = process.cpuUsage();
    const issues = checkContent(toContent([file], 'content', refused), { asOf });
    const { user, system } = process.cpuUsage(before);
    return {
      name: file.name,
      seconds: (user + system) / 1_000_000,
      ended: issues.find(({ level }) => level === 'error')?.rule ?? 'checked',
    };
  });
  return times.sort((a, b) => b.seconds - a.seconds);
}
