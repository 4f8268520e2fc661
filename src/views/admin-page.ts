/** The page in front of the form for editors: what it does, what it needs, and what it must not contact. The form itself is a program of its own. */
import { site } from '../site.ts';
import type { Link } from './shell.ts';
import * as urls from './urls.ts';

export interface AdminPage {
  readonly title: string;
  readonly windowTitle: string;
  readonly language: string;
  readonly lead: string;
  readonly notes: readonly string[];
  /** What is missing before anything can be sent; undefined where nothing is. */
  readonly warning: string | undefined;
  /** True where the form can only work on a copy on the editor's own computer. */
  readonly localOnly: boolean;
  readonly button: string;
  readonly policy: string;
  readonly config: string;
  readonly script: string;
  readonly style: string;
  readonly links: readonly Link[];
}

/** The hosts whose pull requests the form can open, and where their interfaces answer. */
const hosts: Readonly<Record<string, { name: string; api: string; pictures: string }>> = {
  'github.com': { name: 'GitHub', api: 'https://api.github.com', pictures: 'https://avatars.githubusercontent.com' },
  'gitlab.com': { name: 'GitLab', api: 'https://gitlab.com', pictures: 'https://gitlab.com https://secure.gravatar.com' },
};

/** What the page may load: itself, and after signing in the host of the repository. The form styles itself inline. */
function policyFor(host: string | undefined): string {
  const served = Object.entries(hosts).filter(([name]) => host === undefined || name === host);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob: ${served.map(([, { pictures }]) => pictures).join(' ')}`,
    "font-src 'self'",
    `connect-src 'self' data: blob: ${served.map(([, { api }]) => api).join(' ')}`,
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const localWay =
  'If the project lies on this computer and you opened this page from it, in Chrome or Edge at an address that begins with localhost, you can work on that copy: open the form and choose “Work with Local Repository”.';

function missing(repository: string | undefined, known: boolean): string | undefined {
  if (repository === undefined)
    return 'This site does not name its repository yet, so there is nowhere to send a proposal. Whoever runs the site sets REPOSITORY_URL, for example to https://github.com/owner/name, and builds it again.';
  if (!known) return `The form opens proposals on github.com and gitlab.com; the repository of this site is ${repository}.`;
  return undefined;
}

/** The page for a site, e.g. with `repository: 'https://github.com/owner/name'`. */
export function adminPage({ repository }: { readonly repository?: string | undefined } = site): AdminPage {
  const host = repository === undefined ? undefined : new URL(repository).host;
  const known = host === undefined ? undefined : hosts[host];
  const warning = missing(repository, known !== undefined);
  const title = 'The form for editors';
  return {
    title,
    windowTitle: `${title} · ${site.name}`,
    language: site.language,
    lead: 'Add a source, or put one right, without a text editor.',
    notes: [
      'What you save becomes a proposal, a pull request. Readers see nothing of it before a reviewer has looked at it and the checks have passed.',
      'Sources, the glossary, shelves, people and feeds can be filled in here. Questions, topics and pathways are written as files, because their text holds building blocks that a form would break.',
      known
        ? `You sign in with an access token of ${known.name} that may read and write contents and pull requests of ${repository}; the form leads you to where you make one. It stays in this browser.`
        : localWay,
      known
        ? `Until you sign in, this page contacts nobody but this site; after that, ${known.name} as well.`
        : 'This page contacts nobody but this site.',
    ],
    warning,
    localOnly: warning !== undefined,
    button: 'Open the form',
    policy: policyFor(known && host),
    config: urls.adminConfigUrl,
    script: urls.adminScriptUrl,
    style: urls.adminStyleUrl,
    links: [
      { href: urls.homeUrl, text: site.name },
      { href: urls.policyUrl, text: 'Editorial policy' },
      { href: urls.methodUrl, text: 'Method' },
    ],
  };
}
