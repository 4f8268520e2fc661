/** The page in front of the form for editors: what it does, what it needs, and what it must not contact. The form itself is a program of its own. */
import { repositoryHosts } from '../hosting/policy.ts';
import { site } from '../config.ts';
import type { Link } from '../parts/shell.ts';
import * as urls from '../parts/urls.ts';

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
  /** True where readers’ pages come from the same host: whatever runs there must not find the sign-in. */
  readonly beside: boolean;
  readonly links: readonly Link[];
}

const localWay =
  'If the project lies on this computer and you opened this page from it, in Chrome or Edge at an address that begins with localhost, you can work on that copy: open the form and choose “Work with Local Repository”.';

function missing(repository: string | undefined, known: boolean): string | undefined {
  if (repository === undefined)
    return 'This site does not name its repository yet, so there is nowhere to send a proposal. Whoever runs the site sets REPOSITORY_URL, for example to https://github.com/owner/name, and builds it again.';
  if (!known) return `The form opens proposals on github.com and gitlab.com; the repository of this site is ${repository}.`;
  return undefined;
}

export interface FormPlace {
  /** Name of the site. */
  readonly name: string;
  readonly repository?: string | undefined;
  /** Address of readers’ pages; undefined where nothing is published yet. */
  readonly readers?: string | undefined;
  /** True where the form stands on the host of readers’ pages, not on one of its own. */
  readonly beside: boolean;
}

/** The page for a place, e.g. with `repository: 'https://github.com/owner/name'`, on a host of its own. */
export function adminPage({ name, repository, readers, beside }: FormPlace): AdminPage {
  const host = repository === undefined ? undefined : new URL(repository).host;
  const known = host === undefined ? undefined : repositoryHosts[host];
  const warning = missing(repository, known !== undefined);
  const title = 'The form for editors';
  const links = [
    { href: urls.homeUrl, text: name },
    { href: urls.policyUrl, text: 'Editorial policy' },
    { href: urls.methodUrl, text: 'Method' },
  ];
  return {
    title,
    windowTitle: `${title} · ${name}`,
    language: site.language,
    lead: 'Add a source, or put one right, without a text editor.',
    notes: [
      'What you save becomes a proposal, a pull request. Readers see nothing of it before a reviewer has looked at it and the checks have passed.',
      'Sources, the glossary, shelves, people and feeds can be filled in here. Questions, topics and pathways are written as files, because their text holds building blocks that a form would break.',
      known
        ? `You sign in with an access token of ${known.name} that may read and write contents and pull requests of ${repository}; the form leads you to where you make one. It stays in this ${beside ? 'page, until you leave or load it again' : 'tab, until you close it'}.`
        : localWay,
      known
        ? `Until you sign in, this page contacts nobody but this site; after that, ${known.name} as well.`
        : 'This page contacts nobody but this site.',
    ],
    warning,
    localOnly: warning !== undefined,
    button: 'Open the form',
    beside,
    links: beside ? links : links.flatMap(({ href, text }) => (readers === undefined ? [] : [{ href: new URL(href, readers).href, text }])),
  };
}
