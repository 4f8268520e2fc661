/** What changed in bodies: the answers and bottom lines by register, and the prose around them. */
import { registers, registerNames, type Register } from '../schema/vocabulary.ts';
import type { Change, ChangeKind } from './change.ts';
import { paragraphChanges, toneOf } from './words.ts';
import { formatCount, formatList } from '../words/phrase.ts';

export interface TextKinds {
  /** Element that holds one register, e.g. `Answer`; left out for bodies without registers. */
  readonly element?: 'Answer' | 'BottomLine';
  readonly part?: { readonly claim: ChangeKind; readonly wording: ChangeKind; readonly called: string };
  readonly rest: { readonly claim: ChangeKind; readonly called: string };
}

export const questionText: TextKinds = {
  element: 'Answer',
  part: { claim: 'answer-changed', wording: 'answer-reworded', called: 'answer' },
  rest: { claim: 'answer-text-changed', called: 'explanation' },
};
export const topicText: TextKinds = {
  element: 'BottomLine',
  part: { claim: 'bottom-line-changed', wording: 'bottom-line-reworded', called: 'bottom line' },
  rest: { claim: 'topic-changed', called: 'text' },
};
export const digestText: TextKinds = { rest: { claim: 'digest-changed', called: 'digest' } };

/** Splits a body into its registers and what remains. */
function partsOf(body: string, element: TextKinds['element']): { readonly parts: Map<Register, string>; readonly rest: string } {
  const parts = new Map<Register, string>();
  if (!element) return { parts, rest: body };
  const pattern = new RegExp(`<${element}\\s+for="(\\w+)"\\s*>([\\s\\S]*?)</${element}>`, 'g');
  const rest = body.replace(pattern, (_, register: string, text: string) => {
    parts.set(register as Register, `${parts.get(register as Register) ?? ''}${text}`.trim());
    return '';
  });
  return { parts, rest };
}

/** One body before and after. `base` carries file, subject and reach. */
export function textChanges(kinds: TextKinds, base: Pick<Change, 'file' | 'subject' | 'reaches'>, before: string, after: string): Change[] {
  const old = partsOf(before, kinds.element);
  const now = partsOf(after, kinds.element);
  const { part } = kinds;
  const byRegister = registerNames.flatMap((register): Change[] => {
    const was = old.parts.get(register);
    const is = now.parts.get(register);
    const tone = toneOf(was, is);
    if (!part || tone === 'same') return [];
    const says = `${part.called}, ${registers[register].label.toLowerCase()}`;
    return [{ ...base, kind: tone === 'claim' ? part.claim : part.wording, says, before: was, after: is }];
  });
  const tone = toneOf(old.rest, now.rest);
  if (tone === 'same') return byRegister;
  const { gone, come } = paragraphChanges(old.rest, now.rest);
  const sizes = [
    ...(gone.length ? [`${formatCount(gone.length, 'paragraph')} gone`] : []),
    ...(come.length ? [`${formatCount(come.length, 'paragraph')} new`] : []),
  ];
  const says = [kinds.rest.called, formatList(sizes)].filter(Boolean).join(': ');
  return [...byRegister, { ...base, kind: tone === 'claim' ? kinds.rest.claim : 'text-reworded', says, before: gone[0], after: come[0] }];
}
