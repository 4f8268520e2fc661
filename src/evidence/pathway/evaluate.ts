/** Walks one set of answers through a pathway: what follows, and for every rule why or why not. Pure; never throws. */
import type { PathwayLogic, PathwayRule } from '../../schema/pathway.ts';
import { answerTo, holdsFor, type Answers, type Holds } from './answer.ts';
import { answerWords, testWords } from './words.ts';

export type InputReading =
  | { readonly kind: 'outcome'; readonly outcome: string; readonly rule: string }
  /** No rule speaks to this case. */
  | { readonly kind: 'gap' }
  /** What is missing, by key, in the order in which rules ask for it, and the outcomes that are still open. */
  | { readonly kind: 'undecided'; readonly needs: readonly string[]; readonly possible: readonly string[] };

export interface RuleTrace {
  readonly rule: string;
  readonly state: 'holds' | 'fails' | 'unknown' | 'not-reached';
  /** Why, or why not: one sentence each, never empty. */
  readonly because: readonly string[];
}

export interface Evaluation {
  readonly reading: InputReading;
  /** Every rule in order. */
  readonly trace: readonly RuleTrace[];
}

interface Tested {
  readonly key: string;
  readonly state: Holds;
  readonly says: string;
}

function testsOf({ inputs }: PathwayLogic, rule: PathwayRule, answers: Answers): Tested[] {
  return Object.entries(rule.when).map(([key, test]) => {
    const input = inputs.find((one) => one.key === key);
    const state = holdsFor(test, input, answers);
    const answer = input && answerTo(input, answers);
    if (!input) return { key, state, says: `The pathway does not ask for \`${key}\`.` };
    const wanted = testWords(input, test);
    if (answer === undefined) return { key, state, says: `${input.name} is not known; the rule needs: ${wanted}.` };
    const given = `${input.name}: ${answerWords(input, answer)}`;
    return { key, state, says: state === 'holds' ? `${given}.` : `${given}; the rule needs: ${wanted}.` };
  });
}

const says = (tests: readonly Tested[]): string[] => tests.map((test) => test.says);

/**
 * What follows from these answers, and why, e.g. `evaluate(pathway, { limbThreat: true }).reading.kind === 'outcome'`.
 * The first rule that holds decides. When a rule before it could hold too, because an answer is missing, nothing is decided.
 */
export function evaluate(pathway: PathwayLogic, answers: Answers): Evaluation {
  const trace: RuleTrace[] = [];
  const needs = new Set<string>();
  const possible = new Set<string>();
  let decider: PathwayRule | undefined;
  for (const rule of pathway.rules) {
    if (decider) {
      trace.push({ rule: rule.id, state: 'not-reached', because: ['Not asked: an earlier rule takes this case.'] });
      continue;
    }
    const tests = testsOf(pathway, rule, answers);
    const failed = tests.filter(({ state }) => state === 'fails');
    const open = tests.filter(({ state }) => state === 'unknown');
    if (failed.length > 0) {
      trace.push({ rule: rule.id, state: 'fails', because: says(failed) });
      continue;
    }
    possible.add(rule.outcome);
    for (const { key } of open) needs.add(key);
    if (open.length > 0) trace.push({ rule: rule.id, state: 'unknown', because: says(open) });
    else {
      decider = rule;
      trace.push({ rule: rule.id, state: 'holds', because: tests.length ? says(tests) : ['It holds for everyone who gets this far.'] });
    }
  }
  if (needs.size > 0) return { reading: { kind: 'undecided', needs: [...needs], possible: [...possible] }, trace };
  return { reading: decider ? { kind: 'outcome', outcome: decider.outcome, rule: decider.id } : { kind: 'gap' }, trace };
}

/** The input to ask for next; undefined when nothing that is missing and may be asked for (not in `skipped`) would help. */
export function nextInput(pathway: PathwayLogic, answers: Answers, skipped: ReadonlySet<string> = new Set()): string | undefined {
  const { reading } = evaluate(pathway, answers);
  if (reading.kind !== 'undecided') return undefined;
  const asked = new Set(pathway.inputs.map(({ key }) => key));
  return reading.needs.find((key) => asked.has(key) && !skipped.has(key));
}
