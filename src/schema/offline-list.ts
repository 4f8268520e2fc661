/** What a build tells a reader's device about itself, so that pages can be kept there. Plain data, written by the build and read in the browser. */

/** A file that can be kept. */
export interface KeptFile {
  /** Address from the root, e.g. `/topics/phlegmasia/`. */
  readonly url: string;
  /** Changes with every change of the file. */
  readonly revision: string;
  /** Title of a page that a reader can open; left out for data and for pages that only forward. */
  readonly title?: string | undefined;
}

export interface OfflineList {
  /** True when everything together is so small that it is kept without asking. */
  readonly auto: boolean;
  /** Bytes, as sent, of what every visit keeps: frame, search, home. */
  readonly coreBytes: number;
  /** Bytes, as sent, of the files below. */
  readonly restBytes: number;
  /** What is kept when it was visited, or when the reader says so. */
  readonly files: readonly KeptFile[];
}

/** What a page asks of the service worker. */
export type OfflineRequest =
  | { readonly type: 'arrive'; readonly path: string; readonly keepAll: boolean; readonly sparing: boolean }
  | { readonly type: 'keep' }
  | { readonly type: 'drop' };

/** What the service worker answers, through the port that came with the request. */
export interface OfflineReply {
  /** The page that asked was served from the device, not from the network. */
  readonly copy?: boolean;
  /** Files kept so far, and of how many. */
  readonly kept?: number;
  readonly of?: number;
  /** True when no more answers follow. */
  readonly done?: boolean;
  /** True when the network or the device refused. */
  readonly failed?: boolean;
}
