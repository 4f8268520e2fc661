/**
 * The whole of the form at /admin/ as configuration, made from the schemas: a new field of a schema is a new field of the form.
 * The form is Sveltia CMS: it commits through pull requests (publish_mode editorial_workflow), nests lists, and comes as one package.
 */
import type { CmsConfig, CollectionFile, Collection as FormCollection } from '@sveltia/cms';
import { siteFiles } from '../schema/addresses.ts';
import { digestHeadings, emptyDigest } from '../schema/digest.ts';
import { ID_PATTERN } from '../schema/id.ts';
import { collections, type Collection } from '../schema/collections.ts';
import { fileSchema } from '../schema/schemas.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { toFields, toField, toSentence, type FormContext, type Relation } from './form-fields.ts';
import { toFormatName } from './form-file.ts';
import { toShape, formCollections, type FormRow } from './form-shape.ts';

const LISTS = 'lists';
const BODY = 'body';

/** How an id of each collection is picked. */
function toRelations(): Map<string, Relation> {
  return new Map(
    formCollections.map(([collection, { shows }]): [string, Relation] => {
      if (!collections[collection].list) return [collection, { collection, value_field: '{{slug}}', display_fields: [...shows] }];
      return [
        collection,
        {
          collection: LISTS,
          file: collection,
          value_field: `${collection}.*.id`,
          display_fields: shows.map((name) => `${collection}.*.${name}`),
        },
      ];
    }),
  );
}

function toCollection(
  [collection, row]: [Collection, FormRow],
  { contentFolder, vocabulary }: FormSite,
  context: FormContext,
): FormCollection {
  const { path, ending } = collections[collection];
  const [first = 'title'] = row.shows;
  const place = {
    name: collection,
    label: row.label,
    label_singular: row.singular,
    folder: `${contentFolder}/${path}`,
    extension: ending.slice(1),
  };
  if (row.use === 'lookup')
    return {
      ...place,
      format: 'yaml-frontmatter',
      hide: true,
      create: false,
      delete: false,
      identifier_field: first,
      fields: [{ name: first, label: row.label }],
    };
  return {
    ...place,
    format: toFormatName(collection, ending),
    description: row.says,
    identifier_field: first,
    summary: `{{${first}}}`,
    // Merging is for whoever reviews, in the repository, where the checks have run.
    publish: false,
    delete: false,
    slug: {
      editable: ['create'],
      pattern: [ID_PATTERN.source, toSentence('an id is lower-case letters, digits and hyphens')],
      hint: 'The id: author or publisher, year and one word, such as “smith-2017-trial”. It is the address of the page and never changes.',
    },
    fields: [
      ...toFields(toShape(fileSchema(collection, vocabulary)), context),
      {
        name: BODY,
        label: 'Digest',
        widget: 'markdown',
        modes: ['raw', 'rich_text'],
        editor_components: [],
        required: false,
        default: emptyDigest,
        hint: `One sentence a line, under ${digestHeadings.length} headings.`,
      },
    ],
  };
}

function toFile([collection, row]: [Collection, FormRow], { contentFolder, vocabulary }: FormSite, context: FormContext): CollectionFile {
  const { path, ending } = collections[collection];
  const list = toField(collection, { ...toShape(fileSchema(collection, vocabulary)), description: row.says }, true, context);
  return {
    name: collection,
    label: row.label,
    file: `${contentFolder}/${path}`,
    format: toFormatName(collection, ending),
    fields: [{ ...list, label: row.label, label_singular: row.singular, root: true } as typeof list],
  };
}

export interface FormSite {
  readonly name: string;
  readonly contentFolder: string;
  /** e.g. `https://github.com/owner/name`; undefined where nobody set it. */
  readonly repository?: string | undefined;
  readonly branch: string;
  /** The words that its lists offer. */
  readonly vocabulary: Vocabulary;
}

/** The backend for a repository, or undefined for a host whose pull requests the form cannot open. */
export function toBackend({ repository, branch }: Pick<FormSite, 'repository' | 'branch'>): CmsConfig['backend'] | undefined {
  const match = /^https:\/\/(github|gitlab)\.com\/(.+)$/.exec(repository ?? '');
  if (!match?.[1] || !match[2]) return undefined;
  const commit_messages = {
    create: 'Add {{collection}} {{slug}}',
    update: 'Change {{collection}} {{slug}}',
    delete: 'Remove {{collection}} {{slug}}',
  };
  // A token needs no server of ours or of anybody else between editor and repository.
  return {
    name: match[1] as 'github',
    repo: match[2],
    branch,
    auth_methods: ['token'],
    cms_label_prefix: 'form/',
    squash_merges: true,
    commit_messages,
  };
}

/** The configuration of the form, e.g. for `site`. Where no repository is named, only a copy on the editor's own computer can be worked on. */
export function toFormConfig(site: FormSite): CmsConfig {
  const relations = toRelations();
  const contextOf = ([collection, row]: [Collection, FormRow]): FormContext => ({
    collection,
    relations,
    startsWith: row.startsWith ?? {},
  });
  const rows = formCollections;
  const files = rows.filter(([collection]) => collections[collection].list).map((row) => toFile(row, site, contextOf(row)));
  const entries = rows.filter(([collection]) => !collections[collection].list).map((row) => toCollection(row, site, contextOf(row)));
  return {
    backend: toBackend(site) ?? { name: 'github', repo: 'none/none', auth_methods: ['token'] },
    publish_mode: 'editorial_workflow',
    app_title: `${site.name}: the form for editors`,
    logo: { src: siteFiles.favicon },
    show_preview_links: false,
    editor: { preview: false },
    // No picture is sent through the form: its rights want clearing first.
    media_folder: 'public',
    output: { omit_empty_optional_fields: true },
    collections: [
      ...entries,
      { name: LISTS, label: 'Lists', description: 'Glossary, sections and people: one file each.', publish: false, files },
    ],
  };
}
