/** Examples of cards that a student could not rely on. */
import type { Example } from '../rule-example.ts';

const FILE = 'cards/lamps.yaml';
const [DARK, LAMP, BOTH] = ['of: ldpkijopbjng', 'of: jbgniimaedmd', 'of: fcgjkjcbofna'];

const first = (evidence: string): string => `      - id: where-a-lamp
        kind: fact
        asks: Where does the Society of Lamps allow a lamp?
        answer: Where it is dark.
        evidence:
          - { ${evidence} }
`;
const second = `      - id: what-a-lamp-gives
        kind: cloze
        text: A lamp gives {{light}}.
        evidence:
          - { term: lamp, ${LAMP} }
`;
const deck = (...cards: readonly string[]): string => `objectives:\n  - objective: Say what it is.\n    cards:\n${cards.join('')}`;
const wrong = (...cards: readonly string[]): Example => ({ file: FILE, right: '', wrong: deck(...cards) });

export const cardExamples = {
  'unknown-card-evidence': wrong(first('source: society-2021-lamps, finding: where-drak'), second),
  'card-not-counted': wrong(first(`source: lampe-2020-trial, finding: both-last, ${BOTH}`), second),
  'card-evidence-changed': wrong(first('source: society-2021-lamps, finding: where-dark'), second),
  'objective-without-cards': wrong(first(`source: society-2021-lamps, finding: where-dark, ${DARK}`)),
} satisfies Readonly<Record<string, Example>>;
