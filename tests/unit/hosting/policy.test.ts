import { describe, expect, it } from 'vitest';
import { toHeadersFile, headersFor, isWithheld, typeOf } from '../../../src/hosting/responses.ts';
import { formPolicy, sharedPolicy, sitePolicy, withPolicy } from '../../../src/hosting/policy.ts';

describe('the policy of readers’ pages', () => {
  it('lets nothing in from elsewhere and nothing inline, and is the same in pages but for what they cannot say', () => {
    expect(sitePolicy.header).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(sitePolicy.meta).toBe(sitePolicy.header.replace("; frame-ancestors 'none'", ''));
  });
});

describe('the policy of the form', () => {
  it.each([
    ['https://github.com/owner/name', "connect-src 'self' data: blob: https://api.github.com;"],
    ['https://gitlab.com/owner/name', "connect-src 'self' data: blob: https://gitlab.com;"],
    ['https://forge.example/owner/name', "connect-src 'self' data: blob:;"],
    [undefined, "connect-src 'self' data: blob:;"],
  ])('speaks for %s to no other host', (repository, says) => {
    expect(formPolicy(repository).header).toContain(says);
    expect(formPolicy(repository).header).toContain("script-src 'self';");
  });
});

describe('a page', () => {
  const meta = '<meta http-equiv="Content-Security-Policy" content="P">';
  it.each([
    [
      '<!DOCTYPE html><html lang="en"> <head><meta charset="utf-8"><script src="/a.js"></script>',
      `<!DOCTYPE html><html lang="en"> <head><meta charset="utf-8">${meta}<script src="/a.js"></script>`,
    ],
    ['<!doctype html><title>To: /a/</title>', `<!doctype html>${meta}<title>To: /a/</title>`],
    [
      '<!doctype html>\n<html><head><script></script><meta charset="utf-8">',
      `<!doctype html>\n<html><head>${meta}<script></script><meta charset="utf-8">`,
    ],
  ])('gets its policy before anything else than its charset: %s', (html, expected) => {
    expect(withPolicy(html, 'P')).toBe(expected);
  });

  it('may speak of policies in its text', () => {
    expect(
      withPolicy('<!doctype html><title>a</title><meta name="description" content="<meta http-equiv=content-security-policy>">', 'P'),
    ).toContain(meta);
  });

  it('is refused with two policies, or where nobody can tell where it begins', () => {
    expect(() => withPolicy(withPolicy('<!doctype html><p>', 'P'), 'P')).toThrow('it has a content policy already');
    expect(() => withPolicy('<p>x', 'P')).toThrow('it does not begin with `<!doctype html>`');
  });
});

describe('what goes with an address', () => {
  const served = { policy: 'P', form: '/admin/' };
  it('is the policy of the form below its folder only', () => {
    const policies = ['/admin/', '/admin/cms.js', '/', '/admin', '/administration/', '/x/admin/'].map(
      (path) => headersFor(path, served)['Content-Security-Policy'],
    );
    expect(policies).toEqual([sharedPolicy, sharedPolicy, 'P', 'P', 'P', 'P']);
  });

  it('is to be kept for good where the name changes with the content, and asked for again elsewhere', () => {
    const cacheOf = (path: string): string | undefined => headersFor(path, served)['Cache-Control'];
    expect(['/_astro/page.Ab12.css', '/pagefind/fragment/en_1.pf_fragment', '/pagefind/pagefind.en_1.pf_meta'].map(cacheOf)).toEqual(
      Array(3).fill('public, max-age=31536000, immutable'),
    );
    expect(['/', '/service-worker.js', '/theme.js', '/pagefind/pagefind.js'].map(cacheOf)).toEqual(Array(4).fill('no-cache'));
  });

  it.each(['/.git/config', '/a/.b/c.html', '/a.html.part', '/a.html.br', '/a.js.gz', '/_headers', '/.well-known', '/a\0.html'])(
    'is nothing for %s',
    (path) => expect(isWithheld(path)).toBe(true),
  );
  it.each(['/', '/a/index.html', '/a.b/c.html', '/.well-known/security.txt', '/topics/_headers/'])('is the file for %s', (path) =>
    expect(isWithheld(path)).toBe(false),
  );

  it('is bytes where the ending says nothing', () => {
    expect(['/a/index.html', '/a.pf_index', '/a', '/a.HTML'].map(typeOf)).toEqual([
      'text/html; charset=utf-8',
      ...Array<string>(3).fill('application/octet-stream'),
    ]);
  });
});

describe('the file for Netlify and Cloudflare Pages', () => {
  it('says each header once for each address, because both add up what they find', () => {
    const rules = toHeadersFile({ policy: 'P' }).split(/\n(?=\/)/);
    expect(rules[0]).toMatchInlineSnapshot(`
      "/*
        Content-Security-Policy: P
        X-Content-Type-Options: nosniff
        Referrer-Policy: strict-origin-when-cross-origin
        Permissions-Policy: camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()
        Cross-Origin-Opener-Policy: same-origin
        Cross-Origin-Resource-Policy: same-origin
        Strict-Transport-Security: max-age=31536000"
    `);
    expect(rules.slice(1)).toEqual(
      ['/_astro/*', '/pagefind/index/*', '/pagefind/fragment/*', '/pagefind/filter/*'].map(
        (path, i, all) => `${path}\n  Cache-Control: public, max-age=31536000, immutable${i === all.length - 1 ? '\n' : ''}`,
      ),
    );
  });

  it('leaves to the pages what they may load where the form stands beside them, for it may load other things', () => {
    expect(toHeadersFile({ policy: 'P', form: '/admin/' })).toContain(
      "/*\n  Content-Security-Policy: base-uri 'none'; object-src 'none'; frame-ancestors 'none'\n",
    );
  });
});
