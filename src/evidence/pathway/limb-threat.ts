/**
 * A limb in danger comes before everything else: what a pathway about a leg must ask first, and what it may say then. Pure.
 * Where the source is silent on it, no other outcome of the pathway may be read as its word on it.
 */
import type { Pathway, PathwayLogic } from '../../schema/pathway.ts';
import type { Answers } from './answer.ts';

/** Key of the input that asks for a limb in danger, in every pathway. */
export const LIMB_THREAT = 'limbThreat';

/** The whole outcome where a source does not speak of a limb in danger: always these words. */
export const SILENT_ON_LIMB = 'The source does not speak of a limb in danger: this is an emergency';

/** Whether the answers say that the limb is in danger, e.g. `isLimbInDanger({ limbThreat: true }) === true`. */
export const isLimbInDanger = (answers: Answers): boolean => answers[LIMB_THREAT] === true;

/** What keeps a limb in danger from coming first: the field, what is wrong, and the way out, as sentences. */
export interface LimbFault {
  readonly field: readonly (string | number)[];
  readonly says: string;
  readonly fix: string;
}

const ASK = `{ key: ${LIMB_THREAT}, type: yes-no, name: Limb in danger, label: Is the limb in danger (phlegmasia)? }`;
const DECIDE = `{ id: limbInDanger, when: { ${LIMB_THREAT}: { is: true } }, outcome: emergency, locator: … }`;

/**
 * Everything that keeps a limb in danger from coming first; empty for a pathway that is not about a leg.
 * `speaks`: whether the source takes a position on a limb in danger, as its own findings say.
 */
export function limbFaults({ leg, inputs, rules, outcomes }: PathwayLogic & Pick<Pathway, 'leg'>, speaks: boolean): LimbFault[] {
  if (!leg) return [];
  const [asked] = inputs;
  if (asked?.key !== LIMB_THREAT || asked.type !== 'yes-no') {
    const says = `The first input is \`${asked?.key ?? ''}\`: a pathway about a leg asks first, with yes or no, whether the limb is in danger.`;
    return [{ field: ['inputs', 0], says, fix: `Put this first: \`${ASK}\`. For what is not about a leg write \`leg: false\`.` }];
  }
  const [first, ...others] = rules;
  const tests = Object.entries(first?.when ?? {});
  const [key, test] = tests[0] ?? [];
  if (!first || tests.length !== 1 || key !== LIMB_THREAT || test?.is !== true) {
    const says = 'The first rule is about something else: a limb in danger is decided before anything else, and by nothing else.';
    return [{ field: ['rules', 0], says, fix: `Put this first: \`${DECIDE}\`.` }];
  }
  const at = outcomes.findIndex(({ id }) => id === first.outcome);
  const outcome = outcomes[at];
  if (!outcome) return [];
  const faults: LimbFault[] = [];
  if (others.some((rule) => rule.outcome === first.outcome)) {
    const says = `The outcome \`${first.outcome}\` of a limb in danger is also the outcome of other cases: it would read as an ordinary answer.`;
    faults.push({ field: ['rules', 0, 'outcome'], says, fix: 'Give a limb in danger an outcome of its own.' });
  }
  if (speaks) {
    if (outcome.direction !== 'emergency' && !first.implied) return faults;
    const says = 'The source has a position on a limb in danger among its findings, and the pathway does not state it.';
    return [...faults, { field: ['outcomes', at], says, fix: 'Write what the source says of a limb in danger, with its locator.' }];
  }
  if (outcome.direction !== 'emergency') {
    const says = `No finding of the source takes a position on a limb in danger, and \`${first.outcome}\` is given as its word on one.`;
    const fix = `Write \`direction: emergency\` and \`label: "${SILENT_ON_LIMB}"\`, or add the finding with its locator.`;
    faults.push({ field: ['outcomes', at, 'direction'], says, fix });
  }
  return faults;
}

/** Outcomes of silence that are worded otherwise, or are reached with no limb in danger. */
export function emergencyFaults({ inputs, rules, outcomes }: PathwayLogic): LimbFault[] {
  return outcomes.flatMap(({ id, label, direction }, index): LimbFault[] => {
    if (direction !== 'emergency') return [];
    const worded = label === SILENT_ON_LIMB;
    const says = `The label of \`${id}\` is “${label}”: silence on a limb in danger is always said in the same words.`;
    const astray = rules.findIndex((rule) => rule.outcome === id && rule.when[LIMB_THREAT]?.is !== true);
    const stray = `The rule \`${rules[astray]?.id ?? ''}\` leads to \`${id}\` with no limb in danger.`;
    return [
      ...(worded ? [] : [{ field: ['outcomes', index, 'label'], says, fix: `Write \`label: "${SILENT_ON_LIMB}"\`.` }]),
      ...(astray < 0 || inputs[0]?.key !== LIMB_THREAT
        ? []
        : [{ field: ['rules', astray, 'outcome'], says: stray, fix: 'Lead it to an outcome of its own.' }]),
    ];
  });
}
