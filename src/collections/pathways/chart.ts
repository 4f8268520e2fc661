/** The flowchart of a pathway as boxes and arrows with words, ready to be drawn or read out. */
import { buildDecisionTree, type QuestionNode, type TreeNode } from '../../evidence/pathway/decision-tree.ts';
import type { ChartArrow, ChartBox, FlowchartView } from '../../figures/flowchart.ts';
import type { PathwayLogic } from '../../schema/pathway.ts';

interface Chain {
  /** Conditions that must all be met, e.g. `Age: less than 65 years`. */
  readonly conditions: readonly string[];
  readonly met: string;
  readonly notMet: string;
}

/**
 * A question with two ways, of which one goes on to the next such question and the other always to the same end, is one
 * condition of several: together they are one box, all met or not all met.
 */
function chainFrom(start: QuestionNode, nodes: ReadonlyMap<string, TreeNode>, nameOf: (key: string) => string): Chain | undefined {
  const [one, other] = start.branches;
  if (!one || !other || start.branches.length > 2) return undefined;
  const follow = (notMet: string): Chain => {
    const conditions: string[] = [];
    let at: TreeNode | undefined = start;
    let met = start.id;
    while (at?.kind === 'question' && at.branches.length === 2 && at.branches.some(({ to }) => to === notMet)) {
      const on = at.branches.find(({ to }) => to !== notMet);
      if (!on) break;
      conditions.push(`${nameOf(at.input)}: ${on.answer}`);
      met = on.to;
      at = nodes.get(on.to);
    }
    return { conditions, met, notMet };
  };
  const longest = [follow(one.to), follow(other.to)].sort((a, b) => b.conditions.length - a.conditions.length)[0];
  return longest && longest.conditions.length > 1 ? longest : undefined;
}

/** The chart of a pathway; ends stand at every arrow that leads to them, so that no arrow crosses another. */
export function toFlowchart(pathway: PathwayLogic, title: string): FlowchartView {
  const tree = buildDecisionTree(pathway);
  const nodes = new Map(tree.map((node) => [node.id, node]));
  const nameOf = (key: string): string => pathway.inputs.find((input) => input.key === key)?.name ?? key;
  const boxes: ChartBox[] = [];
  const arrows: ChartArrow[] = [];
  const sentences: string[] = [];
  const drawn = new Map<string, string>();

  function endBox(node: TreeNode): ChartBox {
    const id = `b${boxes.length + 1}`;
    const label = node.kind === 'outcome' ? pathway.outcomes.find((one) => one.id === node.outcome)?.label : undefined;
    return label === undefined ? { id, kind: 'gap', lines: ['The source does not say'] } : { id, kind: 'outcome', lines: [label] };
  }

  function draw(node: TreeNode): ChartBox {
    if (node.kind !== 'question') {
      const box = endBox(node);
      boxes.push(box);
      return box;
    }
    const known = boxes.find(({ id }) => id === drawn.get(node.id));
    if (known) return known;
    const chain = chainFrom(node, nodes, nameOf);
    const box: ChartBox = { id: `b${boxes.length + 1}`, kind: 'question', lines: chain?.conditions ?? [`${nameOf(node.input)}?`] };
    drawn.set(node.id, box.id);
    boxes.push(box);
    const ways = chain
      ? [
          { answer: 'all of these', to: chain.met },
          { answer: 'not all', to: chain.notMet },
        ]
      : node.branches;
    const place = sentences.push('') - 1;
    const said = ways.flatMap(({ answer, to }) => {
      const target = nodes.get(to);
      if (!target) return [];
      const next = draw(target);
      arrows.push({ from: box.id, to: next.id, text: answer, silent: next.kind === 'gap' });
      const then = next.kind === 'question' ? 'ask' : 'end';
      return [`If ${answer}, ${then}: ${next.lines.join('; ').replace(/\?$/, '')}`];
    });
    sentences[place] = `${box.lines.join('; ')}${chain ? '?' : ''} ${said.join('. ')}.`;
    return box;
  }

  const [first] = tree;
  if (first) draw(first);
  return { title, description: sentences.join(' '), boxes, arrows };
}
