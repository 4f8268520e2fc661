/** Made-up content of any size, for measuring: valid, the same every time, and about nothing. */

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');

/** Words that a seed gives, e.g. `madeWords(7, 3)` → three words, always the same. Linear congruence, no chance. */
export function madeWords(seed: number, count: number): string {
  let state = (seed * 2654435761 + 12345) >>> 0;
  const next = (): string => {
    state = (state * 1664525 + 1013904223) >>> 0;
    // The low bits of such a sequence repeat soon.
    return syllables[(state >>> 16) % syllables.length] ?? 'ba';
  };
  return Array.from({ length: count }, () => next() + next() + next()).join(' ');
}

const paragraphs = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `${madeWords(seed * 31 + i, 40)}.\n`).join('\n');

const sourceOf = (n: number, questions: number): string => `---
kind: trial
title: ${madeWords(n, 8)} ${n}
${n % 3 ? '' : `shortTitle: ${madeWords(n * 17, 1).toUpperCase()}-${n}\n`}gist: ${madeWords(n * 5, 12)}.
authors:
  - family: Maker${n}
    given: Ada
issued: ${2000 + (n % 25)}-03-09
container: Journal of ${madeWords(n, 2)}
volume: "${n % 90}"
pages: ${n}-${n + 9}
doi: 10.1000/made.${n}
language: en
retrieved: 2026-01-05
coverage: abstract
snapshot: sha256-${madeSnapshot(n)}
interests:
  funding: public
  note: Made up for measuring.
rights:
  licence: all rights reserved
restsOn: ${n % 8 ? `\n  - source: ${madeId(Math.max(8, n - (n % 8)))}` : '[]'}
status: under-review
findings:
${[0, 1, 2]
  .map(
    (i) => `  - id: made-${i + 1}
    question: made-question-${(n * 3 + i) % questions}
    says: ${madeWords(n + i, 12)}.
    population: iliofemoral
    intervention: pcdt
    results: [pts-24m]
    locator: Results, paragraph ${i + 1}
`,
  )
  .join('')}results:
  - id: pts-24m
    outcome: pts-any
    at: 24 months
    arms:
      - { name: pcdt, events: ${n % 50}, total: 100 }
      - { name: control, events: ${(n * 7) % 50}, total: 100 }
    effect: { measure: RR, value: 0.9, low: 0.8, high: 1.1 }
    locator: Table 2
---

## What it is

${paragraphs(n, 6)}
`;

const termOf = (n: number): string => `- id: made-term-${n}
  name: ${madeWords(n * 101, 2)}
  abbreviations: [M${n}]
  synonyms: [${madeWords(n * 103, 2)}, ${madeWords(n * 107, 3)}]
  definition: ${madeWords(n * 109, 14)}.
`;

/** Id of the n-th made-up source. */
export const madeId = (n: number): string => `made-${2000 + (n % 25)}-work${n}`;
/** What stands for the hash of its raw article. */
export const madeSnapshot = (n: number): string => n.toString(16).padStart(64, '0');
/** What is for the public is made of plain words, because its reading level is checked. */
const textFor = (register: string, n: number, words: number): string =>
  register === 'public' ? `${'The clot is gone. '.repeat(words / 4)}It is` : madeWords(n, words);
const answer = (component: string, n: number, words: number): string =>
  ['public', 'student', 'clinician']
    .map((register) => `<${component} for="${register}">\n\n${textFor(register, n, words)} [@${madeId(n)}].\n\n</${component}>\n`)
    .join('\n');

const questionOf = (n: number, sources: number): string => `---
question: Does ${madeWords(n, 5)} help?
short: ${madeWords(n, 2)}
asks: effect
pico: { population: iliofemoral, intervention: pcdt, comparator: anticoagulation, outcome: anything }
topics: [made-topic-${n}]
emergency: true
updated: 2026-01-05
status: under-review
---

${answer('Answer', (n % sources) + 1, 30)}
## Why the sources differ

${paragraphs(n, 3)}
`;

/** The first topic is a procedure, so that every kind of word is used. */
const topicOf = (n: number, sources: number): string => `---
kind: ${n ? 'concept' : `procedure\nsteps:\n  - { phase: access, name: ${madeWords(n, 2)}, says: ${madeWords(n, 6)}, from: [{ source: ${madeId((n % sources) + 1)}, locator: Table 1 }] }`}
title: About ${madeWords(n, 4)}
summary: ${madeWords(n, 9)}.
section: shelf
objectives: [Know it]
pitfalls:
  - says: ${madeWords(n, 9)}.
    from: [{ source: ${madeId((n % sources) + 1)}, locator: Table 1 }]
updated: 2026-01-05
status: under-review
---

${answer('BottomLine', (n % sources) + 1, 30)}
## More

${paragraphs(n, 4)}
`;

const vocabulary = `populations:
  iliofemoral: { label: Made-up place }
interventions:
  pcdt: { label: Made-up treatment }
outcomes:
  pts-any: { label: Made-up outcome, better: fewer }
phases:
  access: Access
`;

const site = `name: Made up
tagline: Made up for measuring
description: Made up for measuring.
question: Does it help?
condition: made-up clots
about: made-up clots
scope: made-up clots
outside:
  - { what: Everything else, instead: a body that was not made up }
topics: made-up clots
timeline: Years of made-up work.
examples: { abbreviation: M1, term: clot, everyday: lump, names: [Made], question: 'Does it help?' }
emergency:
  public: If it hurts, call your emergency number now.
  student: A limb in danger is treated at once.
  clinician: If limb or life is threatened, escalate now.
  populations: [iliofemoral]
subject:
  sides: [{ name: clots, words: [clot*] }]
`;

/** Paths below a content folder to texts: so many sources, a question, a topic and five terms for every fifty of them. */
export function buildMadeContent(sources: number): Map<string, string> {
  const pages = Math.max(1, Math.ceil(sources / 50));
  const files = new Map<string, string>([
    ['sections.yaml', '- id: shelf\n  title: Shelf\n  says: All of it.\n'],
    ['verifications.yaml', '[]\n'],
    ['people.yaml', '[]\n'],
    ['vocabulary.yaml', vocabulary],
    ['site.yaml', site],
    [
      'terms.yaml',
      ['- id: clot\n  name: clot\n  definition: A lump of blood.\n', ...Array.from({ length: pages * 5 }, (_, n) => termOf(n))].join('\n'),
    ],
  ]);
  for (let n = 1; n <= sources; n++) files.set(`sources/${madeId(n)}.md`, sourceOf(n, pages));
  for (let n = 0; n < pages; n++) {
    files.set(`questions/made-question-${n}.mdx`, questionOf(n, sources));
    files.set(`topics/made-topic-${n}.mdx`, topicOf(n, sources));
  }
  return files;
}
