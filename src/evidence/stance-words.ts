/** How a position is named, by what its question asks: a trial that found more bleeding is not “against”, it found it worse. */
import type { Asks } from '../schema/question.ts';
import { stances, type Stance } from '../schema/vocabulary.ts';

interface Words {
  readonly label: string;
  readonly says: string;
}

const notComparable: Words = { label: 'Not comparable', says: 'uses a word whose border it does not draw, or draws elsewhere' };

/** Positions on what happens, where advice would read as an answer to another question. */
const onEffect: Partial<Record<Stance, Words>> = {
  for: { label: 'Found better', says: 'found fewer harms or more benefit with it' },
  conditional: { label: 'Better for some', says: 'found it better for some' },
  against: { label: 'Found worse', says: 'found more harms or less benefit with it' },
  'no-difference': { label: 'No difference shown', says: 'showed no difference, which is not the same as none' },
};

/** How a position is named, e.g. `stanceWords('against', 'effect').label === 'Found worse'`. Without a question, as in general. */
export function stanceWords(stance: Stance | 'not-comparable', asks?: Asks): Words {
  if (stance === 'not-comparable') return notComparable;
  return (asks === 'effect' ? onEffect[stance] : undefined) ?? stances[stance];
}
