/** What servers and the network say, in words that an editor can act on. Decides nothing about trying again. */
import { PRIVATE, privateRefusal } from './address-guard.ts';
import type { FetchRefusal, Why } from './client.ts';

const SAVE = 'Open it in a browser, save the page or the PDF, and give the file.';
const LATER = 'Try again later; if a browser shows it, save the page and give the file.';

const said = (why: Why, reason: string, hint: string): FetchRefusal => ({ why, reason, hint });

/** The refusal for a status that is no success, e.g. `statusRefusal(404, url)`. */
export function statusRefusal(status: number, { host }: URL): FetchRefusal {
  switch (status) {
    case 404:
      return said('absent', `${host} has nothing at this address (404).`, 'Check the address in a browser.');
    case 410:
      return said('absent', `${host} has taken this page down (410).`, 'Look for its new address, or for a copy in a library.');
    case 401:
    case 402:
    case 403:
    case 451:
      return said('denied', `${host} does not give this page to programs or without a subscription (${status}).`, SAVE);
    case 429:
      return said('busy', `${host} asks for fewer requests (429).`, 'Wait an hour and run it again.');
    default:
      return status >= 500
        ? said('unreachable', `${host} has a fault of its own (${status}).`, LATER)
        : said(status >= 400 ? 'denied' : 'unreachable', `${host} answered with status ${status}, which says nothing usable.`, SAVE);
  }
}

/** The refusal for a server that asks to come back in more seconds than a run waits. */
export const laterRefusal = ({ host }: URL, seconds: number): FetchRefusal =>
  said('busy', `${host} asks to wait ${seconds} seconds before the next request.`, 'Run it again after that time.');

/** The refusal for an answer that is larger than is read. */
export const sizeRefusal = ({ host }: URL, most: number): FetchRefusal =>
  said(
    'too-large',
    `What ${host} sends is larger than ${Math.round(most / 1024 / 1024)} MB, too large for one article.`,
    'Save the part that is the article and give the file.',
  );

/** The refusal for redirects that lead nowhere. */
export const redirectRefusal = ({ host }: URL, most: number): FetchRefusal =>
  said(
    'unreachable',
    `${host} passes the request on more than ${most} times, as sites do that insist on cookies or a login.`,
    'Open it in a browser and give the address that it ends at, or save the page and give the file.',
  );

export const stoppedRefusal: FetchRefusal = { why: 'stopped', reason: 'It was stopped.', hint: 'Run it again.' };

/** The codes of an error and of what caused it, outermost first. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && codes.length < 20) {
    const one = open.shift();
    if (typeof one !== 'object' || one === null) continue;
    const { code, name, cause, errors } = one as { code?: unknown; name?: unknown; cause?: unknown; errors?: unknown };
    codes.push(...[code, name].filter((each) => typeof each === 'string'));
    open.push(cause, ...(Array.isArray(errors) ? (errors as unknown[]) : []));
  }
  return codes;
}

export interface Failure {
  readonly refusal: FetchRefusal;
  /** False where a second try would end the same way. */
  readonly again: boolean;
}

type Row = readonly [code: RegExp, again: boolean, says: (host: string, code: string, seconds: number) => FetchRefusal];

/** What errors come to, by their codes; the first row that fits. */
const failures: readonly Row[] = [
  [new RegExp(`^${PRIVATE}$`), false, privateRefusal],
  [
    /^ENOTFOUND$/,
    false,
    (host) => said('unreachable', `There is no host \`${host}\`, or this machine is not online.`, 'Check the spelling and the connection.'),
  ],
  [
    /^EAI_AGAIN$/,
    true,
    (host) => said('unreachable', `No name server answered for \`${host}\`.`, 'See whether this machine is online, and run it again.'),
  ],
  [
    /^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/,
    false,
    (host, code) => said('unreachable', `The certificate of ${host} does not hold (${code}), so nobody can tell who answers.`, SAVE),
  ],
  [
    /^(?:TimeoutError|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/,
    true,
    (host, _, seconds) => said('unreachable', `${host} did not answer within ${seconds} seconds.`, LATER),
  ],
  [/^[A-Z].*_|^E[A-Z]+$/, true, (host, code) => said('unreachable', `${host} could not be reached (${code}).`, LATER)],
];

/** What a request that threw came to, e.g. a refused name, no name, a broken certificate, no answer in time. */
export function toFailure(error: unknown, { host }: URL, seconds: number): Failure {
  const codes = codesOf(error);
  for (const [pattern, again, says] of failures) {
    const code = codes.find((each) => pattern.test(each));
    if (code !== undefined) return { refusal: says(host, code, seconds), again };
  }
  return { refusal: said('unreachable', `${host} could not be reached.`, LATER), again: true };
}
