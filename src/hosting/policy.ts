/** The content policies: what a page of readers and the form for editors may load. Pages carry them themselves, servers send them as well. */

type Policy = Readonly<Record<string, string>>;

/** Nothing inline, nothing from elsewhere; WebAssembly is the search. */
const site: Policy = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/** The hosts whose pull requests the form can open, where their interfaces answer, and where pictures of their users come from. */
export const repositoryHosts: Readonly<Record<string, { readonly name: string; readonly api: string; readonly pictures: string }>> = {
  'github.com': { name: 'GitHub', api: 'https://api.github.com', pictures: 'https://avatars.githubusercontent.com' },
  'gitlab.com': { name: 'GitLab', api: 'https://gitlab.com', pictures: 'https://gitlab.com https://secure.gravatar.com' },
};

/** The form styles itself inline, and after signing in speaks to the host of the repository. */
function form(repository: string | undefined): Policy {
  const host = repository && repositoryHosts[new URL(repository).host];
  return {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': ["'self' data: blob:", ...(host ? [host.pictures] : [])].join(' '),
    'font-src': "'self'",
    'connect-src': ["'self' data: blob:", ...(host ? [host.api] : [])].join(' '),
    'worker-src': "'self' blob:",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  };
}

const toText = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** What of a policy an element `meta` can carry: browsers pass over these three there. */
const toMeta = (policy: Policy): string =>
  toText(Object.fromEntries(Object.entries(policy).filter(([directive]) => !/^(?:frame-ancestors|report-\w+|sandbox)$/.test(directive))));

/** A policy in its two forms, e.g. `{ header: "…; frame-ancestors 'none'", meta: "…; base-uri 'none'" }`. */
export interface CarriedPolicy {
  readonly header: string;
  readonly meta: string;
}

export const sitePolicy: CarriedPolicy = { header: toText(site), meta: toMeta(site) };

/** The policy of the form for a repository, e.g. `https://github.com/owner/name`; without one it speaks to nobody else. */
export const formPolicy = (repository: string | undefined): CarriedPolicy => ({
  header: toText(form(repository)),
  meta: toMeta(form(repository)),
});

/** The part that both policies share and no `meta` can carry: all that a server says of the form where it stands beside readers’ pages. */
export const sharedPolicy = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

/**
 * A page with its policy in it, before anything that it rules over, e.g. right behind `<meta charset="utf-8">`.
 * Throws when the page has a policy already, or does not begin as HTML does.
 */
export function withPolicy(html: string, policy: string): string {
  const opening = /^\s*<!doctype html>(?:\s*<html\b[^>]*>)?(?:\s*<head\b[^>]*>)?(?:\s*<meta charset=[^>]*>)?/i.exec(html)?.[0];
  if (opening === undefined) throw new Error('it does not begin with `<!doctype html>`');
  const rest = html.slice(opening.length);
  if (/^\s*<meta\s+http-equiv=["']?content-security-policy/i.test(rest)) throw new Error('it has a content policy already');
  return `${opening}<meta http-equiv="Content-Security-Policy" content="${policy}">${rest}`;
}
