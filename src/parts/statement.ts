/** A statement of ours with the passages that carry it, as links into the reference list of its page. */
import { citedMark, type CitedMark } from '../evidence/cited-mark.ts';
import type { EvidenceGraph } from '../evidence/evidence-graph.ts';
import { citationName } from '../evidence/source-name.ts';
import type { Statement } from '../schema/statement.ts';
import { referenceFragment } from '../schema/addresses.ts';

/** A statement with its sources as links into the reference list. */
export interface StatementView {
  readonly says: string;
  readonly from: readonly {
    readonly href: string;
    readonly text: string;
    readonly locator: string;
    readonly cited?: CitedMark | undefined;
  }[];
}

export function toStatementView(graph: EvidenceGraph, statement: Statement): StatementView {
  return {
    says: statement.says,
    from: statement.from.map(({ source, locator }) => {
      const entry = graph.library.sources.get(source);
      return {
        href: `#${referenceFragment(source)}`,
        text: entry ? citationName(entry) : source,
        locator: locator ?? '',
        cited: entry && citedMark(entry),
      };
    }),
  };
}
