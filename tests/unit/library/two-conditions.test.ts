/** Two conditions in one process: each library goes by its own words, whichever was read first. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { buildEvidenceGraph } from '../../../src/evidence/build-evidence.ts';
import { toJudge } from '../../../src/ingest/relevance.ts';
import { toContent, type Content, type RawFile } from '../../../src/library/content.ts';
import { readRawFiles } from '../../../src/library/from-files.ts';
import { toJsonSchema } from '../../../src/schema/json-schema.ts';
import type { Vocabulary } from '../../../src/schema/vocabulary.ts';

const AS_OF = '2026-11-27';
let legs: RawFile[];
let stones: RawFile[];
beforeAll(async () => {
  [legs, stones] = await Promise.all([readRawFiles('content'), readRawFiles('tests/fixtures/kidney-stones/content')]);
});

/** Errors as `rule: what stands there`; that the shipped content has none is for others to ask. */
const errors = (content: Content): string[] =>
  checkContent(content, { asOf: AS_OF }).flatMap(({ level, rule, message }) => (level === 'error' ? [`${rule}: ${message}`] : []));

const labels = ({ populations, interventions, outcomes, phases }: Vocabulary): string[] => [
  ...[populations, interventions, outcomes].flatMap((list) => Object.values(list).map(({ label }) => label)),
  ...Object.values(phases),
];

describe('two conditions', () => {
  it('are read alike, one after the other and back again', () => {
    const [first, other, again] = [toContent(legs), toContent(stones), toContent(legs)];
    expect(again.library).toEqual(first.library);
    expect(toContent(stones).library).toEqual(other.library);
    expect(errors(other)).toEqual([]);
  });

  it('have no word in common', () => {
    const [one, other] = [legs, stones].map((raw) => labels(toContent(raw).library.vocabulary));
    expect(other?.length).toBeGreaterThan(20);
    expect(other?.filter((label) => one?.includes(label))).toEqual([]);
  });

  it('are weighed by their own words: a contested one by its own senses', () => {
    const [evidence, other] = [buildEvidenceGraph(toContent(legs).library, AS_OF), buildEvidenceGraph(toContent(stones).library, AS_OF)];
    expect(evidence.verdicts.size).toBe(evidence.library.questions.size);
    expect(Object.fromEntries([...other.verdicts].map(([id, { counted }]) => [id, counted]))).toMatchInlineSnapshot(`
      {
        "meaning-of-low": [
          "quarry-2021-drift",
          "stone-society-2024-guideline",
          "stone-society-2024-leaflet",
        ],
        "relaxant-for-low-stone": [
          "stone-society-2024-guideline",
          "stone-society-2024-leaflet",
        ],
        "shock-waves-or-scope": [
          "flint-2023-review",
          "marl-2022-ripple",
        ],
      }
    `);
  });

  it('refuse each other’s words, and name their own', () => {
    const moved = (from: readonly RawFile[], id: string, to: readonly RawFile[]) =>
      errors(
        toContent([...to.filter(({ path }) => path === 'vocabulary.yaml'), ...from.filter(({ path }) => path === `sources/${id}.md`)]),
      );
    expect(moved(stones, 'brightwave-2020-page', legs).filter((text) => text.includes('findings[0].intervention'))).toMatchInlineSnapshot(`
      [
        "invalid-field: \`findings[0].intervention\` is \`shock-waves\`, expected \`any-removal\`, \`anticoagulation\`, \`cdt\`, \`pcdt\`, \`thrombectomy\`, \`pmt\`, \`aspiration\`, \`surgery\`, \`systemic-lysis\`, \`lysis\`, \`stent\`, \`filter\`, \`antiplatelet\`, \`ivus\`, \`compression\` or \`assessment\`.",
      ]
    `);
    expect(moved(legs, 'plate-1984-thrombectomy', stones).filter((text) => text.includes('results[0].outcome'))).toMatchInlineSnapshot(`
      [
        "invalid-field: \`results[0].outcome\` is \`other\`, expected \`stone-free\`, \`second-treatment\` or \`colic\`.",
      ]
    `);
  });

  it('judge by their own subject which article is on topic', () => {
    const [leg, stone] = [legs, stones].map((raw) => toJudge(toContent(raw).library));
    const onTopic = (title: string) => [leg, stone].map((judge) => judge?.({ title, text: '' }).onTopic);
    expect(onTopic('Catheter-directed thrombolysis for iliofemoral DVT')).toEqual([true, false]);
    expect(onTopic('Shock waves for stones of the kidney')).toEqual([false, true]);
    // By the name of an intervention alone.
    expect(onTopic('Percutaneous nephrolithotomy in children')).toEqual([false, true]);
    expect(onTopic('Gallstones')).toEqual([false, false]);
  });

  it('have JSON Schemas of their own', () => {
    const words = (raw: readonly RawFile[]) =>
      toJsonSchema('question', toContent(raw).library.vocabulary).properties?.['pico']?.properties?.['population']?.enum;
    expect(words(stones)).toContain('lower-ureter');
    expect(words(legs)).toContain('iliocaval');
    expect(words(legs)).not.toContain('lower-ureter');
  });
});
