/** A pathway as the questions it asks, in order, each answer leading on: what the stepper walks and the flowchart draws. Pure. */
import type { PathwayLogic } from '../../schema/pathway.ts';
import type { Answers } from './answer.ts';
import { cellWords } from './cell-words.ts';
import { evaluate, nextInput } from './evaluate.ts';
import { buildSpace, type InputAxis } from './space.ts';

/** Where a walk ends: at an outcome, or in silence. */
export interface EndNode {
  readonly id: string;
  readonly kind: 'outcome' | 'gap';
  /** Outcome; empty for a gap. */
  readonly outcome: string;
}
export interface QuestionNode {
  readonly id: string;
  readonly kind: 'question';
  /** Key of the input asked for. */
  readonly input: string;
  readonly branches: readonly { readonly answer: string; readonly to: string }[];
}
export type TreeNode = QuestionNode | EndNode;

/**
 * The nodes, the first question first. Ways that go on alike share one node, so the tree is a graph without circles.
 * Example: `buildDecisionTree(pathway)[0]` is the question that every walk begins with.
 */
export function buildDecisionTree(pathway: PathwayLogic): TreeNode[] {
  const axes = new Map(buildSpace(pathway).map((axis) => [axis.input.key, axis]));
  const nodes = new Map<string, TreeNode>();

  function share(shape: string, make: (id: string) => TreeNode): string {
    const known = nodes.get(shape);
    if (known) return known.id;
    const node = make(`n${nodes.size + 1}`);
    nodes.set(shape, node);
    return node.id;
  }

  function ask(axis: InputAxis, answers: Answers): string {
    const { key } = axis.input;
    const ways = axis.cells.map((cell, at) => ({ at, to: walk({ ...answers, [key]: cell.value }) }));
    const branches = [...Map.groupBy(ways, ({ to }) => to)].map(([to, own]) => ({
      answer: cellWords(
        axis,
        own.map(({ at }) => at),
      ),
      to,
    }));
    const [only] = branches;
    if (only && branches.length === 1) return only.to;
    return share(JSON.stringify([key, branches]), (id) => ({ id, kind: 'question', input: key, branches }));
  }

  function walk(answers: Answers): string {
    const next = nextInput(pathway, answers);
    const axis = next === undefined ? undefined : axes.get(next);
    if (axis) return ask(axis, answers);
    const { reading } = evaluate(pathway, answers);
    const outcome = reading.kind === 'outcome' ? reading.outcome : '';
    return share(outcome || 'gap', (id) => ({ id, kind: outcome ? 'outcome' : 'gap', outcome }));
  }

  walk({});
  return [...nodes.values()].reverse();
}
