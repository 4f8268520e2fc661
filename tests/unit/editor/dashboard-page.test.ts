/** The desk of the editors and the people, as pages and as data. */
import { describe, expect, it } from 'vitest';
import { toFlawsJson, editorialPage } from '../../../src/editor/dashboard-page.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { draftsOf, withoutDrafts, type Library } from '../../../src/library/library.ts';
import { peoplePage } from '../../../src/editor/people-page.ts';
import { reviewStateOf } from '../../../src/parts/review-state.ts';
import { approvedLibrary, madeLibrary, madePerson, madeQuestion, madeSource } from '../made.ts';

const AS_OF = '2026-11-20';
const pageOf = (library: Library) => editorialPage({ graph: buildEvidenceGraph(withoutDrafts(library), AS_OF), drafts: draftsOf(library) });

const library = madeLibrary({
  sources: [
    madeSource('moon-2020-cheese', { retrieved: '2020-01-01' }),
    madeSource('moon-2021-draft', { status: 'draft', todo: ['Read it.'] }),
  ],
  questions: [madeQuestion('rinds', { searched: { until: '2026-11-01', where: 'Public pages', for: 'trials' } })],
});

describe('the desk', () => {
  const page = pageOf(library);

  it('shows the kinds of flaw that something has, and names the others together', () => {
    expect(page.flaws.map(({ id, count }) => [id, count])).toEqual([
      ['overdue', 1],
      ['orphaned', 2],
      ['draft', 1],
    ]);
    expect(page.clear.map(({ id }) => id)).toContain('tertiary-only');
    expect(page.summary).toBe('4 flaws, and 2 pages that no clinician has approved.');
  });

  it('leads from a row to the page and names the file; a draft has no page', () => {
    expect(page.flaws[0]?.rows[0]).toMatchObject({
      href: '/sources/moon-2020-cheese/',
      kind: 'Source',
      file: 'content/sources/moon-2020-cheese.md',
      weightSays: 'No page depends on it',
    });
    expect(page.flaws[2]?.rows[0]).toMatchObject({ href: '', title: 'Moon, 2020. Work moon-2021-draft', says: '1 thing left to do.' });
  });

  it('leads to the editor of each file where the site names a repository, and to none where it does not', () => {
    const repository = { url: 'https://host.example/owner/rinds', branch: 'main', asOf: AS_OF };
    const desk = { graph: buildEvidenceGraph(withoutDrafts(library), AS_OF), drafts: draftsOf(library) };
    expect(editorialPage(desk, repository).flaws[0]?.rows[0]?.edit).toBe(
      'https://host.example/owner/rinds/edit/main/content/sources/moon-2020-cheese.md',
    );
    expect(editorialPage(desk, undefined).flaws[0]?.rows[0]?.edit).toBeUndefined();
  });

  it('leads to the form where it has an address, and nowhere where it has none', () => {
    const desk = { graph: buildEvidenceGraph(withoutDrafts(library), AS_OF), drafts: draftsOf(library) };
    const links = (form?: string) => editorialPage(desk, undefined, { form }).also.map(({ href }) => href);
    expect(links('https://form.example/')[0]).toBe('https://form.example/');
    expect(links()).toEqual(['/editorial/people/', '/editorial/rules/', '/editorial/flaws.json']);
  });

  it('is found by no search', () => {
    expect([page.shell.hidden, page.shell.search]).toEqual([true, undefined]);
  });

  it('says in words when nothing is found', () => {
    expect(pageOf(madeLibrary({}))).toMatchObject({
      flaws: [],
      queue: [],
      summary: 'No flaw that we know how to look for, and no page that waits for a clinician.',
    });
  });

  it('is the same as data, with a row for every kind and complete addresses', () => {
    const data = JSON.parse(toFlawsJson(page, { url: 'https://rinds.example' })) as {
      asOf: string;
      flaws: { name: string; entries: object[] }[];
      queue: { status: string; entries: object[] }[];
    };
    expect(data.asOf).toBe(AS_OF);
    expect(data.flaws).toHaveLength(page.flaws.length + page.clear.length);
    expect(data.flaws[0]).toMatchObject({
      name: 'overdue',
      entries: [
        {
          noun: 'source',
          id: 'moon-2020-cheese',
          weight: 0,
          file: 'content/sources/moon-2020-cheese.md',
          page: 'https://rinds.example/sources/moon-2020-cheese/',
          edit: null,
        },
      ],
    });
    expect(data.flaws.find(({ name }) => name === 'draft')?.entries).toMatchObject([{ id: 'moon-2021-draft', page: null }]);
    expect(data.queue.map(({ status, entries }) => [status, entries.length])).toEqual([['under-review', 2]]);
  });
});

const disclosures = [
  { on: '2026-01-01', none: true },
  { on: '2026-10-01', with: 'Rind Works', what: 'shares' },
  { on: '2026-11-10', none: true },
];

describe('the people', () => {
  it('have their declarations, the newest first, and what they approved', () => {
    const people = [madePerson('ada-moon', { orcid: '0000-0000-0000-0001', disclosures })];
    const approved = approvedLibrary({ people, sources: [madeSource('moon-2020-cheese')] }, [['source', 'moon-2020-cheese']]);
    const page = peoplePage(buildEvidenceGraph(approved, AS_OF));
    expect(page.none).toBe('');
    expect(page.people).toMatchObject([
      {
        id: 'ada-moon',
        roles: 'Reviewer',
        active: 'Since 1 January 2026',
        orcid: { href: 'https://orcid.org/0000-0000-0000-0001' },
        disclosures: [
          { on: '10 November 2026', says: 'Nothing to declare' },
          { on: '1 October 2026', says: 'shares, with Rind Works' },
          { on: '1 January 2026', says: 'Nothing to declare' },
        ],
        keys: ['ssh-ed25519, since 1 January 2026'],
        approved: [{ href: '/sources/moon-2020-cheese/', text: 'Work moon-2020-cheese' }],
      },
    ]);
  });

  it('are none as shipped, and the page says so', () => {
    const page = peoplePage(buildEvidenceGraph(madeLibrary({}), AS_OF));
    expect([page.people, page.none]).toEqual([[], expect.stringContaining('No clinician reviews for us yet')]);
  });
});

describe('the review line of a page', () => {
  const people = [madePerson('ada-moon', { disclosures })];
  const parts = { people, sources: [madeSource('moon-2020-cheese')] };
  const library = approvedLibrary(parts, [['source', 'moon-2020-cheese']], { on: '2026-11-03', due: '2027-11-03' });
  const stateOf = (held: Library) =>
    reviewStateOf(buildEvidenceGraph(held, AS_OF), 'source', { id: 'moon-2020-cheese', status: 'under-review' });

  it('names the reviewer with what was declared by the day of the approval, and leads to the person', () => {
    const { sentence, reviewer, call, disclaimer } = stateOf(library);
    expect(sentence).toBe('By Ada Moon, Cheesemonger, on 3 November 2026.');
    expect(reviewer).toEqual({
      href: '/editorial/people/#ada-moon',
      text: 'About Ada Moon',
      declared: 'Declared on 1 October 2026: shares (Rind Works).',
    });
    expect([call, disclaimer]).toEqual([undefined, expect.stringContaining('does not replace the judgement')]);
  });

  it('names nobody as long as the page is not approved, or by someone who is not on the site, and says what approving it takes', () => {
    for (const held of [madeLibrary(parts), { ...library, people: new Map() }]) {
      const { sentence, reviewer, call, disclaimer } = stateOf(held);
      expect([sentence, reviewer]).toEqual(['No clinician has approved this page yet.', undefined]);
      expect(disclaimer).toContain('Do not base care on it');
      expect(call).toMatchObject({
        says: expect.stringMatching(/ read its \d+ words beside their sources, about 5 minutes, and sign it\.$/) as string,
        how: { href: '/about/editorial-policy/#approve' },
        queue: { href: '/editorial/#under-review' },
      });
    }
  });
});
