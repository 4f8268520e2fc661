/** What an editor reads about numbers, names, conditions, grades, studies and values in prose. */
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { AS_OF, contentWith, messagesOf } from './fixture.ts';

test('criteria-untyped names the criterion that a condition could be typed by, and leaves the rest in words', async () => {
  expect(await messagesOf('criteria-untyped')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:30:18  criteria-untyped (warning)
      \`findings[0].conditions[0]\` is \`older than 65 years\`, which could be typed as \`age\`.
      Write it under \`criteria\`: \`{ on: age, atMost: … # years }\`; what the source does not say exactly stays in words.
    content/sources/example-2021-advice.md:30:63  criteria-untyped (warning)
      \`findings[0].conditions[3]\` is \`the first widget has failed\`, which could be typed as \`failed\`.
      Write it under \`criteria\`: \`{ on: failed, is: […] }\`; what the source does not say exactly stays in words.
    2 warnings in 1 file.
    "
  `);
});

test('id-reused says which name stands for two things, or stood for another that is gone', async () => {
  expect(await messagesOf('id-reused')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:32:9  id-reused
      \`results[0].id\` is \`widget-choice\`, which another finding or result of this source is called, or was.
      Give it a name of its own; a name that was once used stays with what it was used for, under \`aliases\`.
    content/sources/example-2020-trial.md:32:9  id-reused
      \`results[0].id\` is \`widget-choice\`, which was the name of something else in this source until 2026-10-03.
      Give it another name; where it is the same thing come back, keep the old name under \`aliases\`.
    content/sources/example-2020-trial.md:40:9  id-reused
      \`results[1].id\` is \`other-24m\`, which was the name of something else in this source until 2026-10-02.
      Give it another name; where it is the same thing come back, keep the old name under \`aliases\`.
    content/sources/example-2020-trial.md:41:15  id-reused
      \`results[1].aliases\` is \`widget-choice\`, which another finding or result of this source is called, or was.
      Give it a name of its own; a name that was once used stays with what it was used for, under \`aliases\`.
    4 errors in 1 file.
    "
  `);
});

test('result-without-people asks for people where no arm has a total and nobody says why', async () => {
  expect(await messagesOf('result-without-people')).toMatchInlineSnapshot(`
    "content/sources/example-2020-trial.md:32:5  result-without-people (warning)
      \`results[0]\` (\`other-12m\`) has no \`total\` in any arm, and no \`people\`.
      Add the totals of the arms, or \`people:\` with how many there are in all, or \`people: not-stated\` where the source does not print it.
    1 warning in 1 file.
    "
  `);
});

test('double-counted-study names the digest that a work has, and the trial that a paper is named after', async () => {
  expect(await messagesOf('double-counted-study')).toMatchInlineSnapshot(`
    "content/sources/example-2021-advice.md:16:11  double-counted-study
      \`restsOn[1].work\` is \`Widget\`, which has a digest here: \`example-2020-trial\`. As a work without one it would count beside it.
      Write \`source: example-2020-trial\` instead of \`work\`.
    content/sources/example-2023-later.md:4:13  double-counted-study
      \`WIDGET after three years\` is named after \`example-2020-trial\` (\`WIDGET\`), and nothing ties the two: they would count as two studies.
      Add \`restsOn: [{ source: example-2020-trial }]\`, or the registry number that both carry.
    2 errors in 2 files.
    "
  `);
});

test('unknown-value names the nearest thing that there is to be taken', async () => {
  expect(await messagesOf('unknown-value')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:28:17  unknown-value
      \`<Result>\` has \`id\` set to \`other-12\`, which is no result of this source.
      Did you mean \`other-12m\`?
    content/questions/widget-choice.mdx:28:98  unknown-value
      \`<Recommendation>\` has \`of\` set to \`example-2021-advise\`, which is no source.
      Did you mean \`example-2021-advice\`?
    content/questions/widget-choice.mdx:29:26  unknown-value
      \`<Result>\` has \`as\` set to \`p\`, which asks for what this result does not print.
      Ask for a part that the digest holds, or add it there if the source prints it.
    content/questions/widget-choice.mdx:29:96  unknown-value
      \`<Absent>\` has \`item\` set to \`cost\`, which is not among what this source is said to leave out.
      Look for the item in the source, and list it under \`absent\` there if it is not reported; else take the sentence out.
    4 errors in 1 file.
    "
  `);
});

const grading = (value: string, strength: string, direction = 'for') => ({
  'vocabulary.yaml': `populations: { calf: { label: Calf }, limb-threatening: { label: Limb }, pregnancy: { label: P }, distal: { label: D, covers: null } }
interventions: { pmt: { label: Machine } }
outcomes: { other: { label: Other, kind: other } }
phases: { access: Access }
grading: { moon: { label: Moon, names: [Moon grade], words: { offer: strong, do not offer: strong, consider: conditional, '1': strong, 2C: conditional } } }
`,
  'sources/example-2021-advice.md': `---
kind: guideline
title: Advice on widgets
gist: What it found or says, in a few words.
authors: [{ organisation: Example Society }]
issued: 2021
language: en
retrieved: 2026-11-02
coverage: abstract
interests: { funding: unknown, note: Not stated. }
jurisdiction: Examplia
status: under-review
findings:
  - id: widget-choice
    question: widget-choice
    direction: ${direction}
    strength: ${strength}
    says: Either widget may be used.
    grade: { scheme: Moon grade, value: ${value} }
    population: calf
    intervention: pmt
    locator: Section 4
---

Advice in short.
`,
});

test.each([
  ['consider', 'conditional', []],
  ['Consider', 'strong', ['by the table of grading words `Consider` of `Moon grade` is `conditional`']],
  ['do not offer', 'strong', []],
  ['Grade 2C', 'strong', ['is `conditional`']],
  ['Grade 2C', 'conditional', []],
  ['class A', 'not-stated', []],
  ['class A', 'strong', ['is `not-stated`']],
])('a grade of %s with the strength %s is held against the table of grading words', async (value, strength, says) => {
  const issues = checkContent(await contentWith(grading(value, strength)), { asOf: AS_OF });
  const own = issues.filter(({ rule }) => rule === 'recommendation-without-strength');
  expect(own).toHaveLength(says.length);
  for (const [index, words] of says.entries()) expect(own[index]?.message).toContain(words);
});
