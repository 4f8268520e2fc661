/**
 * Every built page as those read it who see no style and run no script: a text browser, a crawler, a voice. What stands in a `template`
 * is in no document; everything else is read, hidden or not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import { expect, inject, test } from 'vitest';

const { findAll, getElementsByTagName } = DomUtils;
type Element = ReturnType<typeof findAll>[number];
type Node = Element['children'][number];

const folder = inject('siteFolder');
const isTag = (node: Node): node is Element => 'attribs' in node;
const isText = (node: Node): node is Extract<Node, { data: string }> => node.type === ElementType.Text;
const textOf = (node: Node): string => {
  if (isText(node)) return node.data;
  if (!('children' in node) || (isTag(node) && ['script', 'style', 'template'].includes(node.name))) return '';
  return node.children.map(textOf).join(isTag(node) && /^(?:a|b|em|i|small|span|strong|sub|sup)$/.test(node.name) ? '' : ' ');
};
const wordsOf = (node: Node | undefined): string => (node ? textOf(node).replace(/\s+/g, ' ').trim() : '');

interface Read {
  readonly path: string;
  readonly body: Element;
  readonly main: Element;
}

/** Pages in the frame of the site; the form of editors and pages that forward have none. */
const pages: readonly Read[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.html'))
  .flatMap((path) => {
    const document = parseDocument(readFileSync(join(folder, path), 'utf8'));
    const [[body], [main]] = [getElementsByTagName('body', document), getElementsByTagName('main', document)];
    return body && main ? [{ path, body, main }] : [];
  });
const faults = (faultOf: (page: Read) => unknown): unknown[] =>
  pages.flatMap((page) => {
    const fault = faultOf(page);
    return fault === undefined || (Array.isArray(fault) && fault.length === 0) ? [] : [{ path: page.path, fault }];
  });

test('there are pages to read', () => {
  expect(pages.length).toBeGreaterThan(400);
});

test('before its main part a page says where the reader is, and nothing else', () => {
  const frame = /^Skip to the content \S+ Answers Compare Learn Sources About Search Search Search \/ Menu(?: Home(?: .{1,120})?)?$/;
  expect(
    faults(({ body, main }) => {
      const before = body.children.slice(0, body.children.indexOf(main)).map(wordsOf).filter(Boolean).join(' ');
      return frame.test(before) ? undefined : before;
    }),
  ).toEqual([]);
});

test('the first two hundred letters of a main part hold its title and are no other page’s', () => {
  const first = new Map(pages.map(({ path, main }) => [path, wordsOf(main).slice(0, 200)]));
  const paths = Map.groupBy(first.keys(), (path) => first.get(path) ?? '');
  expect(
    faults(({ path, main }) => {
      const [own, title] = [first.get(path) ?? '', wordsOf(getElementsByTagName('h1', main)[0])];
      if (!own.includes(title.slice(0, 120))) return `the title “${title}” is not in “${own}”`;
      return (paths.get(own)?.length ?? 0) > 1 ? paths.get(own) : undefined;
    }),
  ).toEqual([]);
});

test('no words stand in a page that are true only at times', () => {
  const untrue =
    /No network: you read|Out of date[.,]|A newer edition|hidden now|are hidden\)|No finding is about that|You may have meant|is not on this device/;
  expect(faults(({ body }) => untrue.exec(wordsOf(body))?.[0])).toEqual([]);
  // Controls of a tool that begins with the first press say nothing of the page, and so cannot be untrue.
  const isTool = (one: Element): boolean =>
    one.attribs['id'] === 'patient' || one.name.startsWith('study-') || Boolean(one.parent && isTag(one.parent) && isTool(one.parent));
  expect(
    faults(({ body }) =>
      findAll((one) => 'hidden' in one.attribs && wordsOf(one) !== '' && !isTool(one), [body]).map((one) => wordsOf(one).slice(0, 80)),
    ),
  ).toEqual([]);
});

test('the first heading is the title, and parts, tables and groups of fields have names and heads', () => {
  expect(
    faults(({ body }) => {
      const name = findAll((one) => /^h[1-6]$/.test(one.name), [body])[0]?.name;
      return name === 'h1' ? undefined : name;
    }),
  ).toEqual([]);
  const lacks = (one: Element, what: string): boolean => wordsOf(getElementsByTagName(what, one.children)[0]) === '';
  expect(
    faults(({ body }) =>
      [
        ...getElementsByTagName('table', body).filter((one) => lacks(one, 'caption')),
        ...getElementsByTagName('fieldset', body).filter((one) => lacks(one, 'legend')),
        ...getElementsByTagName('th', body).filter(({ attribs }) => !attribs['scope']),
        ...getElementsByTagName('tr', body).filter(
          (row) =>
            getElementsByTagName('th', row.children).length === 0 &&
            row.attribs['class'] !== 'summary-more' &&
            // The axis of a plot stands once below its rows, for eyes alone.
            !(row.parent && isTag(row.parent) && row.parent.name === 'tfoot'),
        ),
      ].map((one) => `<${one.name}> ${wordsOf(one).slice(0, 80)}`),
    ),
  ).toEqual([]);
});

test('a page says how far it may be relied on once', () => {
  const once = /No clinician has approved this page yet\.|Do not base care on it|Our digest was|our digest was|Last changed/g;
  expect(
    faults(({ body }) => {
      const said: string[] = wordsOf(body).match(once) ?? [];
      return said.filter((words, at) => said.indexOf(words) !== at);
    }),
  ).toEqual([]);
});

test('a page lists a work once', () => {
  expect(
    faults(({ body }) => {
      const lists = findAll((one) => 'data-no-preview' in one.attribs && /^[uo]l$/.test(one.name), [body]);
      const works = lists.flatMap((list) =>
        list.children.filter(isTag).map((entry) => getElementsByTagName('a', entry.children)[0]?.attribs['href']),
      );
      return works.filter((href, at) => works.indexOf(href) !== at);
    }),
  ).toEqual([]);
});

test('of more than six authors a page names six', () => {
  const bylines = pages.flatMap(({ body }) =>
    findAll((one) => one.attribs['class'] === 'references', [body]).flatMap((list) =>
      list.children.filter(isTag).map((entry) => wordsOf(entry.children.find(isTag))),
    ),
  );
  expect(bylines.some((byline) => / et al\. \(/.test(byline))).toBe(true);
  expect(bylines.filter((byline) => byline.split(', ').length > 6)).toEqual([]);
});
