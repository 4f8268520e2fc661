/** Nothing is held for its own sake: a page that cites a source prints a number, a recommendation or a criterion of it. */
import { expect, test } from 'vitest';
import { buildLintContext } from '../../../src/check/lint-context.ts';
import { carriersOfFigure } from '../../../src/check/reading/carried.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../../../src/check/reading/claims.ts';
import { digestFigures } from '../../../src/check/reading/digest-figures.ts';
import { readFigures } from '../../../src/check/reading/figures.ts';
import { readContent } from '../../../src/library/from-files.ts';

const context = buildLintContext(await readContent('content'), { asOf: '2026-11-27' });
const { vocabulary } = context.content.library;
const onPages = claimsOf(context).filter(({ file, own }) => own && (file.collection === 'question' || file.collection === 'topic'));

/** Sources of which we have read no number, no advice and no condition: what pages print of them instead, and why there is no more. */
const inWords: Readonly<Record<string, { readonly page: string; readonly words: string; readonly why: string }>> = {
  'abouali-2022-ivc': {
    page: 'inferior-vena-cava-thrombosis',
    words: 'clot in both legs, the need for two accesses',
    why: 'a narrative review whose abstract has no figure',
  },
  'abramowitz-2024-mtpcdt': {
    page: 'lytic-free-effect',
    words: 'matched comparison of ClotTriever registry patients',
    why: 'its abstract breaks off before the results',
  },
  'cochrane-cd002783-thrombolysis': {
    page: 'pts-incidence',
    words: 'slightly rarer after thrombolysis, at moderate certainty',
    why: 'every copy of its abstract breaks off inside the results',
  },
  'comerota-2018-review': {
    page: 'systemic-lysis',
    words: 'markedly better efficacy and safety',
    why: 'a narrative review whose abstract has no figure of its own',
  },
  'eichinger-2010-vienna': { page: 'diagnosis-pretest', words: 'return of a clot', why: 'known by its title only' },
  'interventional-news-2024-wall-to-wall': { page: 'clottriever-evidence', words: 'gives no figure', why: 'a teaser without a figure' },
  'invamed-2018-mechanical-thrombectomy': { page: 'harms-named', words: 'names none', why: 'a manufacturer’s page without a figure' },
  'invamed-2022-step-by-step': {
    page: 'endpoint-of-removal',
    words: 'acceptable clearance',
    why: 'a manufacturer’s page without a figure',
  },
  'kahn-2009-villalta-measurement': {
    page: 'measuring-post-thrombotic-syndrome',
    words: 'the same person measured twice',
    why: 'a review of a scale whose abstract has no figure',
  },
  'min-2016-korea': {
    page: 'iliofemoral-removal',
    words: 'graded recommendations have not been read by us',
    why: 'of the guideline only the abstract was found',
  },
  'nidirect-undated-pulmonary-embolism': {
    page: 'suspecting-a-dvt',
    words: 'keeps the emergency number for severe signs',
    why: 'its criterion is a list of signs, in words',
  },
  'robertson-2016-cochrane': {
    page: 'removal-versus-dissolving',
    words: 'catheter removal joined with a drug',
    why: 'a review that found no trial to include',
  },
  'soosainathan-2013-scores': {
    page: 'measuring-post-thrombotic-syndrome',
    words: 'Of six systems',
    why: 'its one number is a count of scores, in letters',
  },
};

/** A figure of the work and not of its calendar, in digits or with a unit. */
const printsNumber = (claim: CitedClaim, source: string): boolean => {
  const entry = context.sourceOf.get(source);
  if (!entry) return false;
  const figures = readFigures(wordsOfClaim(claim)).filter(
    ({ kind, inWords: spelt }) => kind !== 'year' && kind !== 'date' && (!spelt || kind.startsWith('time:')),
  );
  return figures.some((figure) => carriersOfFigure(figure, digestFigures(entry, vocabulary)).length > 0);
};

/** Questions print every finding on them, with its conditions and its results. */
const printsFinding = (source: string): boolean =>
  (context.sourceOf.get(source)?.data.findings ?? []).some(
    (one) => (one?.direction !== undefined && one.direction !== 'none-made') || one?.criteria?.length || one?.results?.length,
  );

/** Sources that the claims cite without a number, and that no question prints advice, criteria or results of. */
const uncarried = (claims: readonly CitedClaim[]): string[] =>
  context.sources
    .filter(
      ({ id, draft }) => !draft && !printsFinding(id) && !claims.some((claim) => claim.sources.includes(id) && printsNumber(claim, id)),
    )
    .map(({ id }) => id);

test('every source carries a number, a recommendation or a criterion on a page that cites it, but for those that have none', () => {
  expect(uncarried(onPages)).toEqual(Object.keys(inWords));
});

test('a source that has none carries words instead, on the page that is named', () => {
  const unsaid = Object.entries(inWords).filter(
    ([source, { page, words }]) =>
      !onPages.some((claim) => claim.file.id === page && claim.sources.includes(source) && wordsOfClaim(claim).includes(words)),
  );
  expect(unsaid).toEqual([]);
});

test('every source is cited in the prose of a page, unless a newer edition has taken its place', () => {
  const cited = new Set(onPages.flatMap(({ sources }) => sources));
  const left = context.sources.filter(({ id, draft, data }) => !draft && !data.supersededBy && !cited.has(id));
  expect(left.map(({ id }) => id)).toEqual([]);
});

test('sources whose number is taken from their page are noticed', () => {
  const without = onPages.filter(({ file }) => file.id !== 'suspecting-a-dvt');
  expect(uncarried(without).filter((id) => !(id in inWords))).toEqual(['mazzolai-2018-esc', 'wells-2003-ddimer']);
});
