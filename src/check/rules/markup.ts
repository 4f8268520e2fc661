/** What bodies may not contain: code, HTML, and addresses that do something other than lead to a page. */
import { linkAddress } from '../../schema/address.ts';
import { bodyComponents } from '../../schema/components.ts';
import { isDoi } from '../../schema/identifiers.ts';
import type { ContentFile } from '../../library/content-file.ts';
import { oneOf, shown } from '../field-name.ts';
import { meant } from '../nearest.ts';
import type { UsedComponent } from '../body-facts.ts';
import { inBody, type Violation, type Rule } from '../rule.ts';
import { mdxEntries } from '../uses.ts';

type Sentence = Pick<Violation, 'message' | 'fix'>;

const codeFix = {
  import: 'Take it out: the page hands in the components.',
  export: 'Take it out: what a page needs besides prose stands in its frontmatter.',
  expression: 'Write the text itself; a brace that is meant as a brace is written `\\{`.',
} as const;

/** A row of a table by a name that a stranger chose, `constructor` and `__proto__` included. */
const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

function* componentMistakes(component: UsedComponent, { collection }: ContentFile): Iterable<Sentence> {
  const here = Object.keys(bodyComponents).filter((name) => bodyComponents[name]?.collection.includes(collection));
  const row = own(bodyComponents, component.name ?? '');
  const tag = `\`${component.text}\``;
  if (!row?.collection.includes(collection)) {
    const message = row ? `${tag} has no place in a ${collection}.` : `${tag} is no component that bodies may use.`;
    yield { message, fix: meant(component.name ?? '', here, `Components for a ${collection} are ${oneOf(here)}.`) };
    return;
  }
  const names = Object.keys(row.attributes);
  const taken = { ...row.attributes, ...row.optional };
  for (const { name, value } of component.attributes) {
    const values = own(taken, name);
    if (!values)
      yield {
        message: `${tag} has an attribute \`${name}\` that it does not know.`,
        fix: meant(name, Object.keys(taken), `It takes ${oneOf(Object.keys(taken))}.`),
      };
    else if (value === null || (values.length && !values.includes(value))) {
      const message = `${tag} has \`${name}\` set to ${value === null ? 'something that is not plain text' : shown(value)}, expected ${oneOf(values)}.`;
      yield { message, fix: meant(value ?? '', values, `Write \`${name}="${values[0] ?? '…'}"\`.`) };
    }
  }
  for (const name of names.filter((wanted) => !component.attributes.some((attribute) => attribute.name === wanted))) {
    const values = row.attributes[name] ?? [];
    yield { message: `${tag} has no \`${name}\`.`, fix: `Write \`${name}="…"\`${values.length ? ` with ${oneOf(values)}` : ''}.` };
  }
}

export const mdxCode: Rule = {
  name: 'mdx-code',
  level: 'error',
  local: true,
  says: 'A body is prose and the components of its page: no imports, exports, expressions or unknown components.',
  why: 'Code in prose can do anything on the page, and a reviewer of medicine cannot judge it.',
  *find(context) {
    for (const { file } of mdxEntries(context)) {
      const { problem, code, components } = context.bodyOf(file);
      if (problem) {
        const message = `The body cannot be read as MDX: ${problem.message.replace(/\.?$/, '.')}`;
        yield {
          file: file.path,
          place: inBody(file, problem.place),
          message,
          fix: 'Close every tag; write `\\<` and `\\{` where the sign itself is meant.',
        };
      }
      for (const { what, text, place } of code) {
        const message = `${shown(text)} is an ${what}, and bodies are prose.`;
        yield { file: file.path, place: inBody(file, place), message, fix: codeFix[what] };
      }
      for (const component of components) {
        for (const mistake of componentMistakes(component, file))
          yield { file: file.path, place: inBody(file, component.place), ...mistake };
      }
    }
  },
};

export const rawHtml: Rule = {
  name: 'raw-html',
  level: 'error',
  local: true,
  says: 'Bodies are Markdown without HTML.',
  why: 'HTML from anyone can carry scripts and tracking to readers, and it escapes every other rule.',
  *find(context) {
    for (const { file } of context.pages) {
      for (const { text, place } of context.bodyOf(file).html) {
        const fix = 'Write it as Markdown, or take it out; write `\\<` where the sign itself is meant.';
        yield { file: file.path, place: inBody(file, place), message: `${shown(text)} is HTML, expected Markdown alone.`, fix };
      }
    }
  },
};

export const unsafeLink: Rule = {
  name: 'unsafe-link',
  level: 'error',
  local: true,
  says: 'Links start with https:// or http://, or lead to a page of the site.',
  why: 'Any other kind of address can run code, open another program or show where the reader is.',
  *find(context) {
    const fix = 'Write an address that starts with https:// or http://, or a path of the site such as `/topics/…/`.';
    for (const { file } of context.pages) {
      for (const { address, place } of context.bodyOf(file).links) {
        if (!linkAddress.test(address))
          yield {
            file: file.path,
            place: inBody(file, place),
            message: `The link leads to ${shown(address)}, which is no address of a page.`,
            fix,
          };
      }
    }
    for (const { file, data } of context.sources) {
      for (const name of ['retracted', 'withdrawn', 'concern', 'corrected'] as const) {
        const notice = data[name]?.notice;
        if (notice === undefined || /^https?:\/\/[^/]/i.test(notice) || isDoi(notice)) continue;
        const message = `\`${name}.notice\` is ${shown(notice)}, expected an address or a DOI.`;
        yield { file: file.path, field: [name, 'notice'], message, fix: 'Write the address with https://, or the DOI as `10.…`.' };
      }
    }
  },
};
