/** What the environment may say, and what it may not. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { asOfDate, contentFolder, formUrl, repositoryUrl, siteUrl } from '../../src/config.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the day as of which the site is built', () => {
  test('is that of SOURCE_DATE_EPOCH, so that two builds agree', () => {
    expect(asOfDate('1795132800')).toBe('2026-11-20');
  });

  test('is today where nothing is said', () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', undefined);
    expect(asOfDate(undefined, () => new Date('2026-11-21T23:59:00Z'))).toBe('2026-11-21');
  });

  test('is refused with a hint where it is no whole number of seconds', () => {
    expect(() => asOfDate('9'.repeat(20))).toThrow('expected whole seconds since 1970');
    expect(() => asOfDate('yesterday')).toThrowErrorMatchingInlineSnapshot(
      `[Error: SOURCE_DATE_EPOCH is \`yesterday\`, expected whole seconds since 1970. Unset it or give a number.]`,
    );
  });
});

describe('the content folder', () => {
  test.each(['content', '.cache/broken-content', '../elsewhere'])('may be %s', (folder) => expect(contentFolder(folder)).toBe(folder));

  test.each(['/srv/content', 'C:\\content'])('may not be %s, because Astro would find nothing there and build an empty site', (folder) => {
    expect(() => contentFolder(folder)).toThrow('expected a folder relative to the project');
  });
});

describe('the repository', () => {
  test('is nobody’s where nothing is said', () => expect(repositoryUrl(undefined)).toBeUndefined());

  test.each(['https://forge.example/moon/cheese', 'https://forge.example/moon/cheese/', 'https://forge.example/moon/cheese.git'])(
    'is understood as %s',
    (address) => expect(repositoryUrl(address)).toBe('https://forge.example/moon/cheese'),
  );

  test.each(['moon/cheese', 'git@forge.example:moon/cheese.git', 'https://forge.example', 'https://forge.example/moon?tab=code'])(
    'is refused as %s, which no reader could follow',
    (address) => expect(() => repositoryUrl(address)).toThrow(/^REPOSITORY_URL is `.+`, expected an address such as /),
  );
});

describe('the address of the site', () => {
  test('is nobody’s where nothing is said', () => expect(siteUrl(undefined)).toBeUndefined());

  test.each(['https://clots.example', 'https://clots.example/'])('is understood as %s', (address) =>
    expect(siteUrl(address)).toBe('https://clots.example/'),
  );

  test.each([
    'clots.example',
    'ftp://clots.example',
    'https://name@clots.example/',
    'https://clots.example/?a',
    'https://clots.example/dvt/',
  ])('is refused as %s', (address) => expect(() => siteUrl(address)).toThrow(/^SITE_URL is `.+`, expected the address of a host such as /));
});

describe('the form for editors', () => {
  test.each([undefined, '/admin/', 'https://form.example/', 'https://form.example:8443/'])('may be at %s', (address) =>
    expect(formUrl(address)).toBe(address),
  );

  test.each([
    '/form/',
    'http://form.example/',
    'https://form.example',
    'https://form.example/admin/',
    'form.example',
    'javascript:alert(1)//',
  ])('may not be at %s, which the build could not make or a page should not lead to', (address) =>
    expect(() => formUrl(address)).toThrow(/^FORM_URL is `.+`, expected an address such as `https:\/\/form\.example\/`, or `\/admin\/`/),
  );
});
