/** Asks a server on this machine for a path exactly as it is written, which no tidier client would do. */
import { request } from 'node:http';
import type { Answer } from './request-row.ts';

export const askRaw = (port: number, path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = request({ hostname: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const named = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(named) as Answer['headers'], body: Buffer.concat(parts) });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
