import { readFileSync } from 'node:fs';
import type { EntryCollection, FileCollection } from '@sveltia/cms';
import { describe, expect, it } from 'vitest';
import { toBackend, toFormConfig } from '../../../src/editor/form-config.ts';
import { vocabulary } from '../made.ts';
import { formCollections } from '../../../src/editor/form-shape.ts';

const site = { name: 'Patency', contentFolder: 'content', branch: 'main', repository: 'https://github.com/owner/name', vocabulary };
const { collections = [], ...config } = toFormConfig(site);
const [source, ...rest] = collections as [EntryCollection, ...(EntryCollection | FileCollection)[]];

describe('the configuration of the form', () => {
  it('sends what is saved as a pull request, which nobody merges from the form', () => {
    expect(config).toMatchObject({ publish_mode: 'editorial_workflow', backend: { name: 'github', repo: 'owner/name', branch: 'main' } });
    expect(source).toMatchObject({ publish: false, delete: false });
  });

  it('signs in by token alone, because anything else would want a server between editor and repository', () => {
    expect(config.backend).toMatchObject({ auth_methods: ['token'] });
  });

  it('works without a repository, on a copy', () => {
    expect(toFormConfig({ ...site, repository: undefined }).backend).toMatchObject({ name: 'github', repo: 'none/none' });
    expect(toBackend({ branch: 'main', repository: 'https://git.example.org/owner/name' })).toBeUndefined();
    expect(toBackend({ branch: 'main', repository: 'https://gitlab.com/group/part/name' })).toMatchObject({
      name: 'gitlab',
      repo: 'group/part/name',
    });
  });

  it('lists files where the collections have them', () => {
    expect(source).toMatchObject({ name: 'source', folder: 'content/sources', extension: 'md', format: 'source-frontmatter' });
    const { files } = rest.find(({ name }) => name === 'lists') as FileCollection;
    expect(files.map(({ name, file }) => [name, file])).toEqual([
      ['term', 'content/terms.yaml'],
      ['section', 'content/sections.yaml'],
      ['person', 'content/people.yaml'],
      ['feed', 'content/feeds.yaml'],
    ]);
  });

  it('shows questions and topics to pick from and not to fill in', () => {
    for (const name of ['question', 'topic']) expect(rest.find((row) => row.name === name)).toMatchObject({ hide: true, create: false });
  });

  it('keeps out what is written by programs, and rules', () => {
    const names = formCollections.map(([collection]) => collection);
    expect(names.filter((collection) => ['pathway', 'verification', 'fingerprint'].includes(collection))).toEqual([]);
    expect(collections.map((row) => ('name' in row ? row.name : ''))).toEqual(['source', 'question', 'topic', 'lists']);
  });

  it('holds against the schema that comes with the program', () => {
    const schema = JSON.parse(readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8')) as {
      definitions: Record<string, { properties?: object }>;
    };
    const known = new Set(Object.keys(schema.definitions['CmsConfig']?.properties ?? {}));
    expect(known.size).toBeGreaterThan(10);
    expect(Object.keys(config).filter((key) => !known.has(key))).toEqual([]);
  });
});
