/** What the disk refused, in the words of somebody who can do something about it. Knows the codes of the system; touches nothing. */

/** The code of an error of the system, e.g. `ENOSPC`; empty for any other. */
export const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** What a person can do about a disk that refuses, by the code of the system. */
const refusals: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'Free some space'],
  EDQUOT: ['your share of the disk is used up', 'Free some space or ask for more'],
  EROFS: ['the disk can only be read', 'Work on a disk that can be written to'],
  EACCES: ['you may not write there', 'Ask for the right to write there'],
  EPERM: ['you may not write there', 'Ask for the right to write there'],
  EFBIG: ['files may not become that large here', 'Raise the limit on the size of a file (`ulimit -f`)'],
  EMFILE: ['too many files are open', 'Close other programs or raise the limit on open files (`ulimit -n`)'],
  ENFILE: ['too many files are open', 'Close other programs'],
  ENOENT: ['there is no such folder', 'Make it or correct the name'],
  ENOTDIR: ['a file stands where a folder should be', 'Move that file away'],
  EEXIST: ['a file stands where a folder should be', 'Move that file away'],
  EISDIR: ['a folder stands where the file should be', 'Move that folder away'],
  EIO: ['the disk reported a fault', 'Look after the disk'],
};

/** The disk refused: not a mistake of ours. Says in one sentence which file, why and what to do; `reason` and `hint` are its parts. */
export class UnwrittenError extends Error {
  override readonly name = 'UnwrittenError';
  readonly reason: string;
  readonly hint: string;

  constructor(path: string, cause: unknown) {
    const [reason, hint] = refusals[codeOf(cause)] ?? [cause instanceof Error ? cause.message : String(cause), 'See to that'];
    super(`\`${path}\` could not be written: ${reason}. ${hint} and run this again; nothing was left half-written.`);
    this.reason = reason;
    this.hint = `${hint}.`;
    this.stack = this.message;
  }
}

/** Runs what writes a file; what the system refuses becomes an `UnwrittenError` about that file, and a mistake of ours stays what it is. */
export function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw /^E[A-Z0-9]+$/.test(codeOf(error)) ? new UnwrittenError(path, error) : error;
  }
}
