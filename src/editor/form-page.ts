/** The page in front of the form for editors, as text: it belongs to no route, because it mostly lives on a host of its own. */
import { siteFiles, sitePaths } from '../schema/addresses.ts';
import { escapeUTF8 } from 'entities';
import { repositoryHosts } from '../hosting/policy.ts';
import { site } from '../config.ts';
import type { Link } from '../parts/shell.ts';
import * as urls from '../parts/urls.ts';

interface AdminPage {
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

interface FormPlace {
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

/** What every page of the form’s host has before its own. */
const opening = ({ language }: AdminPage, title: string): string => `<!doctype html>
<html lang="${escapeUTF8(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>${escapeUTF8(title)}</title>
<link rel="icon" href="${siteFiles.favicon}" type="image/svg+xml">
`;

/** The page; its own files it names by where they stand beside it, e.g. `src="./admin.js"`. The button works once its script has loaded. */
export function toFormPage(page: AdminPage): string {
  const { title, lead, warning, notes, localOnly, button, beside, links } = page;
  return `${opening(page, page.windowTitle)}<link rel="stylesheet" href="./admin.css">
<link rel="cms-config-url" href="./config.json" type="application/json">
<script type="module" src="./admin.js"></script>
</head>
<body>
<main>
<h1>${escapeUTF8(title)}</h1>
<p class="lead">${escapeUTF8(lead)}</p>
${warning === undefined ? '' : `<p class="warning">${escapeUTF8(warning)}</p>\n`}${notes.map((note) => `<p>${escapeUTF8(note)}</p>\n`).join('')}<p>
<button type="button" data-open-form="${localOnly ? 'local' : 'anywhere'}" data-sign-in-lasts="${beside ? 'page' : 'tab'}" hidden>${escapeUTF8(button)}</button>
</p>
<noscript>
<p class="warning">The form needs JavaScript, which this browser does not run.</p>
</noscript>
<nav aria-label="Away from the form">
<ul>
${links.map(({ href, text }) => `<li><a href="${escapeUTF8(href)}">${escapeUTF8(text)}</a></li>\n`).join('')}<li><a href="./licences.txt">Licences of the form</a></li>
</ul>
</nav>
</main>
</body>
</html>
`;
}

/** The answer of the form’s own host to a wrong address. */
export const toLostFormPage = (page: AdminPage): string =>
  `${opening(page, `Nothing here · ${page.windowTitle}`)}</head>
<body>
<main>
<h1>Nothing here</h1>
<p><a href="${sitePaths.home}">${escapeUTF8(page.title)}</a></p>
</main>
</body>
</html>
`;
