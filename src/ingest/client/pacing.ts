/** Keeps requests to one host apart. Hosts do not wait for each other. */
import type { World } from './client.ts';

export interface Pacing {
  /** Resolves when it is this request's turn; `gap` is the least distance to the request before it. */
  readonly turn: (host: string, gap: number) => Promise<void>;
  /** The gap that a site asks for in its robots.txt; longer than `gap` it is kept instead. */
  readonly slow: (host: string, gap: number) => void;
}

/** Example: two turns for one host with a gap of 1000 leave at least a second between them; the first does not wait. */
export function buildPacing({ now, sleep }: Pick<World, 'now' | 'sleep'>): Pacing {
  const last = new Map<string, number>();
  const queues = new Map<string, Promise<void>>();
  const asked = new Map<string, number>();
  const wait = async (host: string, gap: number): Promise<void> => {
    const before = last.get(host);
    const rest = before === undefined ? 0 : before + Math.max(gap, asked.get(host) ?? 0) - now();
    if (rest > 0) await sleep(rest);
    last.set(host, now());
  };
  return {
    turn: (host, gap) => {
      const next = (queues.get(host) ?? Promise.resolve()).then(() => wait(host, gap));
      queues.set(host, next);
      return next;
    },
    slow: (host, gap) => asked.set(host, gap),
  };
}
