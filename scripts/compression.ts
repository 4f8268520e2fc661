/** Compresses text files as a host would, each once, and remembers the result while the file stays the same. */
import { extname } from 'node:path';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Coding = 'br' | 'gzip';

/** A file in the coding that was asked for. */
export interface Packed {
  readonly body: Uint8Array;
  readonly etag: string;
}

/** What is compressed, and as what it is sent. Everything else is compressed already, or too rare to matter. */
export const textTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.xml': 'text/xml',
  '.webmanifest': 'application/manifest+json',
};

/** The best coding that a client takes, e.g. `gzip, deflate, br` → `br`; undefined for one that takes neither. */
export function codingFor(accepted: string | undefined): Coding | undefined {
  const taken = new Set(
    (accepted ?? '')
      .split(',')
      .filter((one) => !/;\s*q=0(?:\.0+)?\s*$/.test(one))
      .map((one) => one.replace(/;.*/, '').trim()),
  );
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : undefined;
}

const pack: Record<Coding, (bytes: Uint8Array) => Uint8Array> = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
};

/** A packer with a memory of its own; it gives undefined for what is no text or not there. */
export function createPacker(): (path: string, coding: Coding) => Packed | undefined {
  const memory = new Map<string, Packed>();
  return (path, coding) => {
    if (!(extname(path) in textTypes) || !existsSync(path)) return undefined;
    const { size, mtimeMs } = statSync(path);
    const etag = `W/"${size}-${Math.trunc(mtimeMs)}-${coding}"`;
    const known = memory.get(`${coding} ${path}`);
    if (known?.etag === etag) return known;
    const packed = { body: pack[coding](readFileSync(path)), etag };
    memory.set(`${coding} ${path}`, packed);
    return packed;
  };
}
