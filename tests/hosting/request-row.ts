/** What a row of the table of requests is, and the answers that many rows expect. */

export type ServerName = 'nginx' | 'caddy' | 'serve';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** As it came, still in its coding. */
  readonly body: Buffer;
}

export interface Expected {
  readonly status: number;
  /** Headers by name in lower case; null for one that must not be there. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** File of the build whose bytes come, decoded; with `part`, those from the first to the last of them. */
  readonly file?: string;
  readonly part?: readonly [number, number];
}

export interface RequestRow {
  readonly asks: string;
  readonly path: string;
  readonly method?: string;
  /** `ETag` and `Last-Modified` stand for those of the plain answer to the same path. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly expect: Expected;
  readonly but?: Partial<Record<ServerName, { readonly expect: Expected; readonly because: string }>>;
}

/** Headers of every HTML answer, and the page that most rows ask for. */
export const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'Accept-Encoding' };
export const page = { status: 200, headers: { ...html, 'accept-ranges': 'bytes' }, file: 'topics/index.html' };
