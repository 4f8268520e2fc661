/** Links into the repository: right where one is named, absent where none is. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editUrl, errorReportUrl, siteRepository, sourceSuggestionUrl } from '../../../src/parts/repository.ts';
import { toShell } from '../../../src/parts/shell.ts';

const repository = { url: 'https://forge.example/moon/cheese', branch: 'main' };
const page = { address: 'https://cheese.example/sources/moon-2020/', of: '1 January 2026', file: 'content/sources/moon-2020.md' };
const facts = { title: 'Moon', description: 'On the moon.', path: '/sources/moon-2020/', breadcrumbs: [] };

describe('a site that names its repository', () => {
  test('hands address, state and file of the page to the form for errors', () => {
    const url = new URL(errorReportUrl(page, repository) ?? '');
    expect(url.origin + url.pathname).toBe('https://forge.example/moon/cheese/issues/new');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      template: 'report-an-error.yml',
      page: page.address,
      version: '1 January 2026',
      file: page.file,
    });
  });

  test('leaves out what a page does not know', () => {
    const url = new URL(errorReportUrl({ address: page.address }, repository) ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      template: 'report-an-error.yml',
      page: page.address,
    });
  });

  test('opens the file of a page in the editor', () => {
    expect(editUrl('content/terms.yaml', repository)).toBe('https://forge.example/moon/cheese/edit/main/content/terms.yaml');
  });

  test('offers to edit only pages that one file makes', () => {
    const texts = (file?: string): string[] => toShell({ ...facts, ...(file ? { file } : {}) }, repository).help.map(({ text }) => text);
    expect(texts('content/sources/moon-2020.md')).toEqual(['Report an error on this page', 'Suggest a source', 'Edit this page']);
    expect(texts()).toEqual(['Report an error on this page', 'Suggest a source']);
  });

  test.each([
    ['report-an-error.yml', errorReportUrl(page, repository)],
    ['suggest-a-source.yml', sourceSuggestionUrl(page, repository)],
  ])('fills in only fields that the form %s has', async (form, href) => {
    const { body } = parse(await readFile(`.github/ISSUE_TEMPLATE/${form}`, 'utf8')) as { body: { id?: string }[] };
    const asked = [...new URL(href ?? '').searchParams.keys()].filter((name) => name !== 'template');
    expect(body.map(({ id }) => id)).toEqual(expect.arrayContaining(asked));
    expect(new URL(href ?? '').searchParams.get('template')).toBe(form);
  });
});

describe('a site that names none', () => {
  test('offers nothing and makes nothing up', () => {
    expect(siteRepository()).toBeUndefined();
    expect([editUrl('content/terms.yaml'), errorReportUrl(page), sourceSuggestionUrl(page)]).toEqual([undefined, undefined, undefined]);
    expect(toShell({ ...facts, file: page.file }).help).toEqual([]);
  });
});
