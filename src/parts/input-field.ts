/** The inputs of the engine of pathways as form fields: what is asked and what may be answered. */
import type { PathwayInput } from '../schema/pathway.ts';
import { capitalise } from '../words/phrase.ts';

export interface InputField {
  readonly key: string;
  readonly name: string;
  /** The question. */
  readonly label: string;
  /** Radio buttons; empty for a number. */
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly number:
    { readonly unit: string; readonly low: number; readonly high: number; readonly step: number; readonly hint: string } | undefined;
}

function optionsOf(input: PathwayInput): InputField['options'] {
  if (input.type === 'number') return [];
  const answers = input.type === 'yes-no' ? ['yes', 'no'].map((value) => ({ value, label: value })) : input.values;
  return answers.map(({ value, label }) => ({ value, text: capitalise(label) }));
}

export const toInputField = (input: PathwayInput): InputField => ({
  key: input.key,
  name: input.name,
  label: input.label,
  options: optionsOf(input),
  number:
    input.type === 'number'
      ? {
          unit: input.unit.many,
          low: input.low,
          high: input.high,
          step: input.step,
          hint: `${input.low} to ${input.high} ${input.unit.many}`,
        }
      : undefined,
});
