/** The page in front of the form for editors, as text: it belongs to no route, because it mostly lives on a host of its own. */
import { siteFiles, sitePaths } from '../schema/addresses.ts';
import { escapeUTF8 } from 'entities';
import type { AdminPage } from './form-front.ts';

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
