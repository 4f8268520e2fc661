/**
 * A small library without a mistake, on something that nobody is treated with: every example of a rule is a change to it.
 * Text as it would lie on disk, by path below the content folder; a test checks that no rule finds anything in it.
 */
import { sha256 } from '../../library/passage.ts';
import { toShingles, toShingleText, toPlainWords } from '../../library/shingle.ts';
import { lampSite } from './lamp-site.ts';
import { exampleKey, lineOf } from './signing.ts';

/** Day as of which the examples are checked. */
export const EXAMPLE_DAY = '2026-11-20';

/** The raw article of the trial, as an editor of it would have it at hand. */
export const article = 'Results. After a year neither lamp had burned out more often than the other, and both were as bright as new.\n';
const snapshot = `sha256-${sha256(article)}`;
const passage = 'neither lamp had burned out more often than the other';

const source = (fields: string, body: string): string => `---\n${fields}\n---\n\n${body}\n`;

const registers = (tag: string, says: string): string =>
  ['public', 'student', 'clinician'].map((name) => `<${tag} for="${name}">\n\n${says}\n\n</${tag}>\n`).join('\n');

const topic = (fields: string, says: string, rest = ''): string => `---
${fields}
summary: A page of the example.
section: basics
objectives: [Say what it is.]
pitfalls:
  - says: Its glass stays hot.
    from: [{ source: lampe-2020-trial, locator: Discussion }]
updated: 2026-11-01
status: under-review
---

${registers('BottomLine', says)}${rest}`;

export const smallLibrary: Readonly<Record<string, string>> = {
  ...lampSite,
  'sources/lampe-2020-trial.md': source(
    `kind: trial
title: Two lamps compared
gist: In this trial neither lamp lasted longer than the other.
authors: [{ family: Lampe, given: Lou }]
issued: 2020-05
container: Journal of Lamps
doi: 10.5555/lamps.2020
language: en
retrieved: 2026-11-01
coverage: full-text
snapshot: ${snapshot}
interests: { funding: public, note: Paid for by a public fund. }
status: under-review
aliases: [/papers/two-lamps/]
terms: { far: beyond-the-bend }
findings:
  - id: both-last
    question: lamp-choice
    says: Each lamp lasted as long.
    population: far
    intervention: lamp
    locator: Results, first paragraph
    anchor: { starts: neither lamp, ends: than the other, sha256: ${sha256(passage)} }
results:
  - { id: burned-12m, outcome: burned-out, population: house, at: 12 months, arms: [{ name: lamp, events: 2, total: 9 }], locator: Table 1 }`,
    'Two lamps were compared.\n\n## What it leaves out\n\nWhat a lamp costs.',
  ),
  'sources/society-2021-lamps.md': source(
    `kind: guideline
title: Advice on lamps
gist: Allows a lamp where it is dark.
authors: [{ organisation: Society of Lamps }]
issued: 2021
language: en
retrieved: 2026-11-02
coverage: abstract
interests: { funding: unknown, note: Not stated. }
jurisdiction: Everywhere
restsOn:
  - source: lampe-2020-trial
unresolved:
  - what: One mark has no entry in the list.
    explained: The reader is told so.
status: under-review
findings:
  - id: where-dark
    question: lamp-choice
    direction: for
    strength: conditional
    says: A lamp may be used where it is dark.
    population: hall
    intervention: lamp
    locator: Section 4`,
    'Advice in short.',
  ),
  'sources/daily-2022-lamps.md': source(
    `kind: news
title: Lamps in the news
gist: Tells that lamps exist.
authors: [{ organisation: The Daily }]
issued: undated
url: https://daily.example/lamps
language: en
retrieved: 2026-11-02
coverage: teaser
interests: { funding: industry, note: The manufacturer paid for the visit. }
status: draft
findings:
  - { id: torches, question: lamp-choice, says: Torches are still made., population: hall, intervention: torch, locator: Paragraph 2 }`,
    'A draft.',
  ),
  'questions/lamp-choice.mdx': `---
question: Which lamp should be chosen?
short: Choice of lamp
asks: recommendation
pico: { population: hall, intervention: lamp, comparator: another lamp, outcome: light }
topics: [lamps]
terms: [lamp]
updated: 2026-11-01
status: under-review
---

${registers('Answer', 'Both lamps last as long [@lampe-2020-trial].')}
## Why they differ

One is a trial and one is [advice](/sources/society-2021-lamps/).
`,
  'topics/lamps.mdx': topic(
    'kind: concept\ntitle: Lamps',
    'A lamp gives light [@lampe-2020-trial].',
    '\n## More\n\nSee [the question](/questions/lamp-choice/#why-they-differ).\n',
  ),
  'topics/bright-one.mdx': topic(
    `kind: device
title: Bright One
maker: Bright Works
mechanism: { says: It glows., from: [{ source: lampe-2020-trial, locator: Methods }] }
regulatory:
  - { says: No notice is reported., from: [{ source: society-2021-lamps, locator: Section 1 }] }`,
    'It is a lamp [@society-2021-lamps].',
  ),
  'topics/lighting-a-lamp.mdx': topic(
    `kind: procedure
title: Lighting a lamp
steps:
  - { name: Strike a match, phase: lighting, says: A match is struck., from: [{ source: lampe-2020-trial, locator: Methods }] }`,
    'A lamp is lit [@lampe-2020-trial].',
  ),
  'pathways/which-lamp.yaml': `title: Which lamp
summary: The published steps.
source: society-2021-lamps
entry: Anyone in the dark.
emergency: false
intervention: lamp
inputs:
  - { key: dark, type: yes-no, name: Darkness, label: Is it dark? }
  - { key: hours, type: number, name: Hours, label: For how long?, unit: { one: hour, many: hours }, low: 0, high: 24 }
rules:
  - { id: first, when: { dark: { is: true } }, outcome: light, locator: Figure 1 }
  - { id: second, when: { dark: { is: false } }, outcome: wait, locator: Figure 1 }
outcomes:
  - { id: light, label: Light it, says: Light the lamp., direction: for }
  - { id: wait, label: Wait, says: Leave it., direction: against }
updated: 2026-11-01
status: under-review
`,
  'terms.yaml': `- id: lamp
  name: lamp
  synonyms: [light]
  definition: A thing that gives light.
  from:
    - { source: lampe-2020-trial, locator: Introduction }
  seeAlso: [far]
- id: torch
  name: torch
  definition: Pine that burns.
- id: far
  name: far
  definition: Farther away.
  contested: Manufacturers draw the border in different places.
  senses:
    - { id: beyond-the-bend, says: Everything beyond the bend., covers: [hall] }
`,
  'sections.yaml': '- id: basics\n  title: Basics\n  says: What to know first.\n',
  'verifications.yaml': '[]\n',
  'fingerprints/lampe-2020-trial.yaml': `snapshot: ${snapshot}
words: ${toPlainWords(article).length}
shingles: |
${toShingleText(toShingles(toPlainWords(article))).replace(/^(?=.)/gm, '  ')}`,
  'people.yaml': `- id: ria-reviewer
  name: Ria Reviewer
  roles: [reviewer]
  profession: Lighting engineer
  affiliation: The Lighthouse
  from: 2026-11-01
  keys:
    - { key: ${lineOf(exampleKey)}, from: 2026-11-01 }
  disclosures:
    - { on: 2026-11-01, none: true }
`,
};
