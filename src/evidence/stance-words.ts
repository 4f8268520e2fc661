/**
 * How a position is named: never stronger than its source. The rule in words:
 *
 * - Only a kind of source that carries recommendations (`carries` in schema/kinds.ts) recommends, and not where the question
 *   asks what happens. With a strong grade it `Recommends`. With a weak or conditional one it `Suggests`, `Suggests against` or
 *   gives a `Conditional recommendation`. Without a grade that states a strength it `Advises`; conditions without such a grade
 *   (special arrangements for a procedure, a remark that something is reasonable) are no recommendation: it `Permits for some`.
 * - What happened is `Found better` or `Found worse`, whatever was asked: a trial recommends nothing.
 * - What carries neither (narrative reviews, manufacturers, news, AI-generated summaries) is `Favourable` or `Unfavourable`.
 * - A source without a position gives `No recommendation` only where its kind can give none. Of a guideline that would say that it
 *   looked and made none, so it is `Neither for nor against`, or, where it is graded, a `Related recommendation`.
 */
import type { Finding } from '../schema/finding.ts';
import { kindRow, type SourceKind } from '../schema/kinds.ts';
import type { Asks } from '../schema/question.ts';
import { stances, type Stance } from '../schema/vocabulary.ts';
import { strengthOf } from './verdict.ts';

interface Words {
  readonly label: string;
  readonly says: string;
}
type Table = Partial<Record<Stance, Words>>;

/** Whose position it is, on what, with which grade. What is not known is left out, and the name stays general. */
export interface PositionContext {
  readonly asks?: Asks | undefined;
  readonly kind?: SourceKind;
  readonly grade?: Finding['grade'];
}

const notComparable: Words = { label: 'Not comparable', says: 'uses a word whose border it does not draw, or draws elsewhere' };

const found: Table = {
  for: { label: 'Found better', says: 'found fewer harms or more benefit with it' },
  conditional: { label: 'Better for some', says: 'found it better for some' },
  against: { label: 'Found worse', says: 'found more harms or less benefit with it' },
};
const opinion: Table = {
  for: { label: 'Favourable', says: 'writes in its favour; this kind of source carries neither a recommendation nor a result' },
  conditional: { label: 'Favourable for some', says: 'writes in its favour for some, under conditions it names' },
  against: { label: 'Unfavourable', says: 'writes against it; this kind of source carries neither a recommendation nor a result' },
  'no-difference': { label: 'No difference stated', says: 'writes that there is no difference' },
};
const recommended: Readonly<Record<'strong' | 'conditional' | 'not stated', Table>> = {
  strong: {
    for: { label: 'Recommends', says: 'recommends it, with a strong grade' },
    conditional: { label: 'Recommends for some', says: 'recommends it for some, under conditions it names' },
    against: { label: 'Recommends against', says: 'recommends against it, with a strong grade' },
  },
  conditional: {
    for: { label: 'Suggests', says: 'a weak or conditional recommendation for it' },
    conditional: { label: 'Conditional recommendation', says: 'suggests it for some, or says that it may be considered' },
    against: { label: 'Suggests against', says: 'a weak or conditional recommendation against it' },
  },
  'not stated': {
    for: { label: 'Advises', says: 'advises it, without a grade that states how strongly' },
    conditional: { label: 'Permits for some', says: 'permits it or calls it reasonable for some; no recommendation to do it' },
    against: { label: 'Advises against', says: 'advises against it, without a grade that states how strongly' },
  },
};

/** The strength in the source’s own grade, the weakest where it holds several; the verbs of NICE (offer, consider) are grades too. */
function strengthIn(grade: Finding['grade']): keyof typeof recommended {
  const strength = strengthOf({ grade });
  if (strength !== 'not stated') return strength === 'strong' ? 'strong' : 'conditional';
  const verb = /^(?:do not )?(consider|offer)\b/i.exec(grade?.value ?? '')?.[1];
  return verb ? (verb === 'consider' ? 'conditional' : 'strong') : 'not stated';
}

/** A finding that is neither for nor against, by what was asked. */
function withoutPosition(asks: Asks | undefined, carriesAdvice: boolean, graded: boolean): Words {
  if (asks === 'description') return { label: 'Description', says: 'says how it is done, or what is meant' };
  if (asks === 'effect') return { label: 'Reports', says: 'reports on it, and says neither better nor worse' };
  if (asks === undefined) return stances.describes;
  if (!carriesAdvice) return { label: 'No recommendation', says: 'this kind of source gives none' };
  return graded
    ? { label: 'Related recommendation', says: 'recommends something that is neither yes nor no to this question' }
    : stances.describes;
}

/**
 * How a position is named, e.g. `stanceWords('for', { kind: 'trial' }).label === 'Found better'` and `stanceWords('for', { kind:
 * 'guideline', grade: { scheme: 'GRADE', value: 'strong' } }).label === 'Recommends'`. Without a kind of source, as in general.
 */
export function stanceWords(stance: Stance | 'not-comparable', { asks, kind, grade }: PositionContext = {}): Words {
  if (stance === 'not-comparable') return notComparable;
  if (kind === undefined) return stances[stance];
  const { carries } = kindRow(kind);
  if (stance === 'describes') return withoutPosition(asks, carries === 'recommendation', grade !== undefined);
  const tables = { description: opinion, result: found, recommendation: asks === 'effect' ? found : recommended[strengthIn(grade)] };
  return tables[carries][stance] ?? stances[stance];
}
