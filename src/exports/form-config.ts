/**
 * The whole of the form at /admin/ as configuration, made from the schemas: a new field of a schema is a new field of the form.
 * The form is Sveltia CMS: it commits through pull requests (publish_mode editorial_workflow), nests lists, and comes as one package.
 */
import type { CmsConfig, Collection, CollectionFile } from '@sveltia/cms';
import { digestHeadings, emptyDigest } from '../schema/digest.ts';
import { ID_PATTERN } from '../schema/id.ts';
import { nouns, type Noun } from '../schema/nouns.ts';
import { toFields, toField, type FormContext, type Relation } from './form-fields.ts';
import { toFormatName } from './form-file.ts';
import { toShape } from './form-shape.ts';
import { formNouns, type FormRow } from './form-rows.ts';
import { toSentence } from './form-words.ts';

const LISTS = 'lists';
const BODY = 'body';

/** How an id of each noun is picked. */
function toRelations(): Map<string, Relation> {
  return new Map(
    formNouns.map(([noun, { shows }]): [string, Relation] => {
      if (!nouns[noun].list) return [noun, { collection: noun, value_field: '{{slug}}', display_fields: [...shows] }];
      return [
        noun,
        { collection: LISTS, file: noun, value_field: `${noun}.*.id`, display_fields: shows.map((name) => `${noun}.*.${name}`) },
      ];
    }),
  );
}

function toCollection([noun, row]: [Noun, FormRow], folder: string, context: FormContext): Collection {
  const { path, ending, schema } = nouns[noun];
  const [first = 'title'] = row.shows;
  const place = { name: noun, label: row.label, label_singular: row.singular, folder: `${folder}/${path}`, extension: ending.slice(1) };
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
    format: toFormatName(noun, ending),
    description: row.says,
    identifier_field: first,
    summary: `{{${first}}}`,
    // Merging is for whoever reviews, in the repository, where the checks have run.
    publish: false,
    delete: false,
    slug: {
      editable: ['create'],
      pattern: [ID_PATTERN.source, toSentence('an id is lower-case letters, digits and hyphens')],
      hint: 'The id: author or publisher, year and one word, such as “vedantham-2017-attract”. It is the address of the page and never changes.',
    },
    fields: [
      ...toFields(toShape(schema), context),
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

function toFile([noun, row]: [Noun, FormRow], folder: string, context: FormContext): CollectionFile {
  const { path, ending, schema } = nouns[noun];
  const list = toField(noun, { ...toShape(schema), description: row.says }, true, context);
  return {
    name: noun,
    label: row.label,
    file: `${folder}/${path}`,
    format: toFormatName(noun, ending),
    fields: [{ ...list, label: row.label, label_singular: row.singular, root: true } as typeof list],
  };
}

export interface FormSite {
  readonly name: string;
  readonly contentFolder: string;
  /** e.g. `https://github.com/owner/name`; undefined where nobody set it. */
  readonly repository?: string | undefined;
  readonly branch: string;
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
  const contextOf = ([noun, row]: [Noun, FormRow]): FormContext => ({ noun, relations, startsWith: row.startsWith ?? {} });
  const rows = formNouns;
  const files = rows.filter(([noun]) => nouns[noun].list).map((row) => toFile(row, site.contentFolder, contextOf(row)));
  const entries = rows.filter(([noun]) => !nouns[noun].list).map((row) => toCollection(row, site.contentFolder, contextOf(row)));
  return {
    backend: toBackend(site) ?? { name: 'github', repo: 'none/none', auth_methods: ['token'] },
    publish_mode: 'editorial_workflow',
    app_title: `${site.name}: the form for editors`,
    logo: { src: '/favicon.svg' },
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
