/**
 * The danger of a disease comes before everything else: what a pathway must ask first, and what it may say then. Pure.
 * Where the source is silent on it, no other outcome of the pathway may be read as its word on it.
 */
import type { Pathway, PathwayLogic } from '../../schema/pathway.ts';
import type { SiteProfile } from '../../schema/site-profile.ts';
import type { Answers } from './answer.ts';

/** What a site calls its danger and asks of it; undefined for a site that has none. */
export type Danger = SiteProfile['emergency']['pathway'];
type Known = NonNullable<Danger>;

/** The whole outcome where a source does not speak of the danger: always these words, e.g. `… of a limb in danger: this is an emergency`. */
export const silentOn = ({ danger }: Pick<Known, 'danger'>): string => `The source does not speak of ${danger}: this is an emergency`;

/** Whether the answers say that there is danger, e.g. `isInDanger({ limbThreat: true }, 'limbThreat') === true`. */
export const isInDanger = (answers: Answers, key: string | undefined): boolean => key !== undefined && answers[key] === true;

/** What keeps the danger from coming first: the field, what is wrong, and the way out, as sentences. */
export interface EmergencyFault {
  readonly field: readonly (string | number)[];
  readonly says: string;
  readonly fix: string;
}

/**
 * Everything that keeps the danger from coming first; empty for a pathway in which nobody can be in danger.
 * `speaks`: whether the source takes a position on it, as its own findings say.
 */
export function orderFaults(
  { emergency, inputs, rules, outcomes }: PathwayLogic & Pick<Pathway, 'emergency'>,
  { key, name, label, danger }: Known,
  speaks: boolean,
): EmergencyFault[] {
  if (!emergency) return [];
  const [asked] = inputs;
  if (asked?.key !== key || asked.type !== 'yes-no') {
    const ask = `{ key: ${key}, type: yes-no, name: ${name}, label: ${label} }`;
    const says = `The first input is \`${asked?.key ?? ''}\`: a pathway asks first, with yes or no, about ${danger}.`;
    return [{ field: ['inputs', 0], says, fix: `Put this first: \`${ask}\`. Where nobody can be in danger write \`emergency: false\`.` }];
  }
  const [first, ...others] = rules;
  const tests = Object.entries(first?.when ?? {});
  const [tested, test] = tests[0] ?? [];
  if (!first || tests.length !== 1 || tested !== key || test?.is !== true) {
    const decide = `{ id: inDanger, when: { ${key}: { is: true } }, outcome: emergency, locator: … }`;
    const says = `The first rule is about something else: ${danger} is decided before anything else, and by nothing else.`;
    return [{ field: ['rules', 0], says, fix: `Put this first: \`${decide}\`.` }];
  }
  const at = outcomes.findIndex(({ id }) => id === first.outcome);
  const outcome = outcomes[at];
  if (!outcome) return [];
  const faults: EmergencyFault[] = [];
  if (others.some((rule) => rule.outcome === first.outcome)) {
    const says = `The outcome \`${first.outcome}\` of ${danger} is also the outcome of other cases: it would read as an ordinary answer.`;
    faults.push({ field: ['rules', 0, 'outcome'], says, fix: `Give ${danger} an outcome of its own.` });
  }
  if (speaks) {
    if (outcome.direction !== 'emergency' && !first.implied) return faults;
    const says = `The source has a position on ${danger} among its findings, and the pathway does not state it.`;
    return [...faults, { field: ['outcomes', at], says, fix: `Write what the source says of ${danger}, with its locator.` }];
  }
  if (outcome.direction !== 'emergency') {
    const says = `No finding of the source takes a position on ${danger}, and \`${first.outcome}\` is given as its word on it.`;
    const fix = `Write \`direction: emergency\` and \`label: "${silentOn({ danger })}"\`, or add the finding with its locator.`;
    faults.push({ field: ['outcomes', at, 'direction'], says, fix });
  }
  return faults;
}

/** Outcomes of silence that are worded otherwise, or are reached with no danger. */
export function silenceFaults({ inputs, rules, outcomes }: PathwayLogic, { key, danger }: Known): EmergencyFault[] {
  return outcomes.flatMap(({ id, label, direction }, index): EmergencyFault[] => {
    if (direction !== 'emergency') return [];
    const words = silentOn({ danger });
    const says = `The label of \`${id}\` is “${label}”: silence on ${danger} is always said in the same words.`;
    const astray = rules.findIndex((rule) => rule.outcome === id && rule.when[key]?.is !== true);
    const stray = `The rule \`${rules[astray]?.id ?? ''}\` leads to \`${id}\` without ${danger}.`;
    return [
      ...(label === words ? [] : [{ field: ['outcomes', index, 'label'], says, fix: `Write \`label: "${words}"\`.` }]),
      ...(astray < 0 || inputs[0]?.key !== key
        ? []
        : [{ field: ['rules', astray, 'outcome'], says: stray, fix: 'Lead it to an outcome of its own.' }]),
    ];
  });
}
