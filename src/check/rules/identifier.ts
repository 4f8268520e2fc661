/** Identifiers of works and of our own pages: well formed, and each used once. */
import { isDoi, isIsbn, isPmid, isRegistryNumber } from '../../schema/identifiers.ts';
import type { Source } from '../../schema/source.ts';
import type { FieldPath } from '../../library/content-file.ts';
import { workAddress } from '../../library/work-address.ts';
import { entryPath, fixedPaths } from '../../schema/addresses.ts';
import { pageCollections } from '../../schema/collections.ts';
import { deckCards } from '../deck-cards.ts';
import { fieldName, shown } from '../field-name.ts';
import type { DeepPartial, LintEntry, LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';

/** An identifier as text: in a file with other mistakes it may still be the number that YAML made of it. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

interface Form {
  readonly holds: (text: string) => boolean;
  readonly says: string;
  readonly fix: string;
}

const registry: Form = {
  holds: isRegistryNumber,
  says: 'a trial registry number',
  fix: 'Write it as the registry prints it, for example `NCT` and eight digits.',
};
const forms = {
  doi: { holds: isDoi, says: 'a DOI', fix: 'Write the DOI alone, `10.`, the registrant, `/` and the rest, without https://doi.org/.' },
  pmid: { holds: isPmid, says: 'a PubMed identifier', fix: 'Write the number alone: one to eight digits.' },
  isbn: {
    holds: isIsbn,
    says: 'an ISBN: its check digit does not hold',
    fix: 'Compare it with the work digit by digit; write it in quotation marks.',
  },
  registry,
} satisfies Record<string, Form>;

function* malformed({ sources }: LintContext): Iterable<Violation> {
  for (const { file, data } of sources) {
    const fields: [FieldPath, string | undefined, Form][] = [
      ...(Object.keys(forms) as (keyof typeof forms)[]).map((name): [FieldPath, string | undefined, Form] => [
        [name],
        data[name],
        forms[name],
      ]),
      [['pending', 'registry'], data.pending?.registry, registry],
    ];
    for (const [field, value, form] of fields) {
      if (value === undefined || form.holds(asText(value))) continue;
      const doi = /10\.\d{4,9}\/\S+$/.exec(asText(value))?.[0];
      const fix = form === forms.doi && doi && isDoi(doi) ? `Write \`${doi}\`.` : form.fix;
      yield { file: file.path, field, message: `${fieldName(field)} is ${shown(value)}, which is not ${form.says}.`, fix };
    }
  }
}

export const invalidIdentifier: Rule = {
  name: 'invalid-identifier',
  level: 'error',
  local: true,
  says: 'Every DOI, PubMed identifier, ISBN and registry number is well formed.',
  why: 'A wrong identifier sends the reader to another work, or to none.',
  find: malformed,
};

const isbn13 = (text: string): string => {
  const digits = text.replace(/[\s-]/g, '');
  return digits.length === 10 ? `978${digits.slice(0, 9)}` : digits.slice(0, 12);
};

/** Each identifier in a form in which equal works have equal text. Registry numbers count within one kind: a trial has many papers. */
export const comparable: Readonly<Record<string, (source: DeepPartial<Source>) => string | undefined>> = {
  doi: ({ doi }) =>
    doi === undefined
      ? undefined
      : asText(doi)
          .toLowerCase()
          .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, ''),
  pmid: ({ pmid }) => (pmid === undefined ? undefined : asText(pmid)),
  isbn: ({ isbn }) => (isbn === undefined ? undefined : isbn13(asText(isbn))),
  url: ({ url }) => (url === undefined ? undefined : workAddress(url)),
  registry: ({ registry: number, kind }) => (number === undefined ? undefined : `${kind ?? ''}:${asText(number).toUpperCase()}`),
};

export const duplicateIdentifier: Rule = {
  name: 'duplicate-identifier',
  level: 'error',
  says: 'No two sources are the same work.',
  why: 'One work held twice counts twice, and a reader sees agreement where there is one voice.',
  *find({ sources }) {
    for (const [name, toKey] of Object.entries(comparable)) {
      const first = new Map<string, LintEntry<Source>>();
      for (const entry of sources) {
        const key = toKey(entry.data);
        const other = key === undefined ? undefined : first.get(key);
        if (key !== undefined && !other) first.set(key, entry);
        if (!other) continue;
        yield {
          file: entry.file.path,
          field: [name],
          ...(name === 'registry' ? { level: 'warning' as const } : {}),
          message: `\`${name}\` is ${shown(entry.data[name as 'doi'])}, and \`${other.id}\` has the same.`,
          fix: 'Keep one of the two files and put what the other adds into it, or correct the identifier.',
        };
      }
    }
  },
};

export const duplicateId: Rule = {
  name: 'duplicate-id',
  level: 'error',
  says: 'No two terms, no two sections, no two people and no two cards have the same id.',
  why: 'One of the two would silently be missing from the site.',
  *find({ terms, sections, people, decks }) {
    const cards = new Map<string, string>();
    for (const { deck, field, card } of deckCards({ decks })) {
      const holder = cards.get(card.id ?? '');
      if (card.id && holder) {
        const message = `${fieldName([...field, 'id'])} is ${shown(card.id)}, which a card of ${shown(holder)} has.`;
        yield { file: deck.file.path, field: [...field, 'id'], message, fix: 'Give it an id of its own: what was learned hangs on it.' };
      }
      cards.set(card.id ?? '', deck.id);
    }
    for (const list of [terms, sections, people]) {
      const seen = new Set<string>();
      for (const { file, at, id } of list) {
        const message = `\`id\` of entry ${Number(at[0]) + 1} is \`${id}\`, which an earlier entry has.`;
        if (id && seen.has(id))
          yield { file: file.path, field: [...at, 'id'], message, fix: 'Give it an id of its own, or put the two entries together.' };
        seen.add(id);
      }
    }
  },
};

export const aliasCollision: Rule = {
  name: 'alias-collision',
  level: 'error',
  says: 'Every old address leads to one page, and no page stands there.',
  why: 'An old link would lead to the wrong page, or hide one.',
  *find(context) {
    const taken = new Map<string, string>(fixedPaths.map((path) => [path, 'is a page of the site']));
    for (const collection of pageCollections)
      for (const id of context.names[collection].all) taken.set(entryPath(collection, id), `is the address of the ${collection} \`${id}\``);
    for (const { file, id, data } of context.pages) {
      for (const [index, alias] of (data.aliases ?? []).entries()) {
        if (alias === undefined) continue;
        const path = alias.replace(/\/?$/, '/');
        const holder = taken.get(path);
        const message = `\`aliases[${index}]\` is ${shown(alias)}, which ${holder ?? ''}.`;
        if (holder)
          yield { file: file.path, field: ['aliases', index], message, fix: 'Take this alias out: an address leads to one page.' };
        else taken.set(path, `is an alias of \`${id}\` too`);
      }
    }
  },
};
