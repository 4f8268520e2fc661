/** Examples of words of a disease, and of figures, that readers or editors could not go by. */
import type { Example } from '../rule-example.ts';
import { smallLibrary } from './small-library.ts';

const [VOCABULARY, SITE, HOUSE] = ['vocabulary.yaml', 'site.yaml', 'figures/house.yaml'];

export const vocabularyExamples = {
  'missing-file': { file: SITE, right: smallLibrary[SITE] ?? '', wrong: '' },
  'unused-word': {
    file: VOCABULARY,
    right: '  lamp: { label: A lamp }\n',
    wrong: '  lamp: { label: A lamp }\n  candle: { label: A candle }\n',
  },
  'word-without-border': { file: VOCABULARY, right: '  cellar: { label: Cellar }\n', wrong: '  cellar: { label: Cellar, covers: null }\n' },
  'outcome-without-direction': {
    file: VOCABULARY,
    right: '  burned-out: { label: Burned out, better: fewer }\n',
    wrong: '  burned-out: { label: Burned out }\n',
  },
  'figure-place': { file: HOUSE, right: '  - id: cellar\n', wrong: '  - id: hall\n' },
} satisfies Readonly<Record<string, Example>>;
