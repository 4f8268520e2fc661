/** Whether a card is asked follows from what it rests on: a change there suspends the cards that hang on it, and no others. */
import { describe, expect, it } from 'vitest';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { cardsOf, evidenceHash, findEvidence } from '../../../src/evidence/cards.ts';
import type { EvidenceGraph } from '../../../src/evidence/evidence-graph.ts';
import type { SourceEntry } from '../../../src/library/library.ts';
import type { CardEvidence } from '../../../src/schema/deck.ts';
import type { TopicId } from '../../../src/schema/id.ts';
import { madeDeck, madeFinding, madeLibrary, madeQuestion, madeSource, madeTerm, madeTopic } from '../made.ts';

const topic = 'legs' as TopicId;
const guideline = (fields: Record<string, unknown> = {}, finding: Record<string, unknown> = {}): SourceEntry =>
  madeSource('moon-2020-advice', {
    kind: 'guideline',
    jurisdiction: 'Moon',
    findings: [madeFinding('removal', 'for', { id: 'advised', strength: 'conditional', ...finding })],
    ...fields,
  });
const trial = (fields: Record<string, unknown> = {}): SourceEntry =>
  madeSource('moon-2019-trial', {
    findings: [madeFinding('removal', 'none', { id: 'counted', results: ['bled'] })],
    results: [{ id: 'bled', outcome: 'major-bleeding', at: '10 days', arms: [{ name: 'one', events: 2, total: 9 }], locator: 'Table 1' }],
    ...fields,
  });
const vendor = madeSource('moon-2018-maker', {
  kind: 'vendor',
  url: 'https://maker.example/',
  findings: [madeFinding('removal', 'none', { id: 'claimed' })],
});
const term = (definition = 'A word.') => madeTerm('clot', { definition, from: [{ source: 'moon-2019-trial', locator: 'Introduction' }] });

const rows = {
  advice: { source: 'moon-2020-advice', finding: 'advised' },
  number: { source: 'moon-2019-trial', result: 'bled' },
  word: { term: 'clot' },
  claim: { source: 'moon-2018-maker', finding: 'claimed' },
} satisfies Record<string, Record<string, string>>;
type Name = keyof typeof rows;

function libraryWith({ sources = [guideline(), trial(), vendor], terms = [term()], tied = true } = {}) {
  const parts = { questions: [madeQuestion('removal')], topics: [madeTopic('legs')] };
  // Every card was written from the library as it was at first.
  const first = madeLibrary({ ...parts, sources: [guideline(), trial(), vendor], terms: [term()] });
  const cards = (Object.keys(rows) as Name[]).map((name) => {
    const { hash } = findEvidence(first, topic, rows[name] as CardEvidence) ?? {};
    const support = name === 'claim' ? { support: 'Nothing.' } : {};
    return {
      id: name,
      kind: 'fact',
      asks: 'What?',
      answer: 'That.',
      evidence: [{ ...rows[name], ...(tied ? { of: hash } : {}) }],
      ...support,
    };
  });
  return madeLibrary({ ...parts, sources, terms, decks: [madeDeck('legs', cards)] });
}

const graphOf = (with_: Parameters<typeof libraryWith>[0] = {}, asOf = '2026-02-01'): EvidenceGraph =>
  buildEvidenceGraph(libraryWith(with_), asOf);
/** The cards that are suspended, each with why. */
const suspendedIn = (graph: EvidenceGraph): Record<string, readonly string[]> =>
  Object.fromEntries(cardsOf(graph, topic).flatMap(({ card, suspended }) => (suspended.length ? [[card.id, suspended]] : [])));

describe('a card is suspended', () => {
  it('not at all while its evidence stands as it was', () => {
    expect(suspendedIn(graphOf())).toEqual({});
  });

  it.each([
    ['was retracted', { retracted: { on: '2026-01-10', notice: '10.5555/notice' } }, 'was retracted on 10 January 2026.'],
    [
      'is doubted',
      { concern: { on: '2026-01-10', notice: '10.5555/notice' } },
      'is the subject of an expression of concern of 10 January 2026.',
    ],
    [
      'was corrected after it was read',
      { corrected: { on: '2026-01-10', notice: '10.5555/notice' } },
      'was corrected on 10 January 2026, after we read it.',
    ],
  ])('when its source %s, and so is what is defined by it', (_, fields, because) => {
    const found = suspendedIn(graphOf({ sources: [guideline(), trial(fields), vendor] }));
    expect(Object.keys(found)).toEqual(['number', 'word']);
    expect(found['number']).toContain(`Moon 2020 ${because}`);
  });

  it('when its guideline is superseded, and no other card is', () => {
    const newer = madeSource('moon-2025-advice', { kind: 'guideline', jurisdiction: 'Moon' });
    const found = suspendedIn(graphOf({ sources: [guideline({ supersededBy: 'moon-2025-advice' }), newer, trial(), vendor] }));
    expect(Object.keys(found)).toEqual(['advice']);
    expect(found['advice']).toEqual([
      'Moon 2020 was superseded by Moon 2020.',
      'What it rests on does not count: The source has been superseded.',
    ]);
  });

  it('when somebody should have looked at its source again', () => {
    const found = suspendedIn(graphOf({}, '2027-06-01'));
    expect(found['advice']).toEqual(['Moon 2020 was due for review on 1 January 2027.']);
    expect(found['number']).toBeUndefined();
  });

  it('when its finding says something else now', () => {
    const found = suspendedIn(graphOf({ sources: [guideline({}, { says: 'It says otherwise.' }), trial(), vendor] }));
    expect(found).toEqual({ advice: ['The finding of Moon 2020 that it rests on has changed since the card was written.'] });
  });

  it('when a definition was rewritten, whatever else stands', () => {
    expect(Object.keys(suspendedIn(graphOf({ terms: [term('Another word.')] })))).toEqual(['word']);
  });

  it('when its evidence is gone', () => {
    expect(suspendedIn(graphOf({ sources: [guideline(), trial({ results: [], findings: [] }), vendor] }))['number']).toEqual([
      'It names evidence that is not there any more.',
    ]);
  });

  it('until it is tied to its evidence', () => {
    expect(Object.keys(suspendedIn(graphOf({ tied: false })))).toEqual(['advice', 'number', 'word', 'claim']);
  });
});

describe('the hash of evidence', () => {
  const finding = guideline().findings[0] ?? {};

  it('changes with what is said and not with where it is said', () => {
    expect(evidenceHash({ ...finding, locator: 'Elsewhere', aliases: ['former'], gist: 'Short.' })).toBe(evidenceHash(finding));
    expect(evidenceHash({ ...finding, strength: 'strong' })).not.toBe(evidenceHash(finding));
    expect(evidenceHash({ ...finding, conditions: ['in the dark'] })).not.toBe(evidenceHash(finding));
  });

  it('does not change when a schema gains a field that nobody filled', () => {
    expect(evidenceHash({ ...finding, later: [], another: undefined })).toBe(evidenceHash(finding));
  });
});

describe('what a card rests on', () => {
  it('is found by a former name', () => {
    const library = libraryWith({ sources: [guideline({}, { id: 'advised-now', aliases: ['advised'] }), trial(), vendor] });
    expect(findEvidence(library, topic, rows.advice as CardEvidence)?.finding?.id).toBe('advised-now');
  });
});
