/** Writes the counts of every shipped question into the case table of the tests. Run by hand, after reading what changed. */
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { buildEvidenceGraph } from '../src/evidence/build-evidence.ts';
import type { Verdict } from '../src/evidence/evidence-graph.ts';
import { readContent } from '../src/library/from-files.ts';
import { withoutDrafts } from '../src/library/library.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { runCommand } from './command.ts';

const head = `# The counts of every shipped question: how many sources count, how many studies stand behind them, and what they come to.
# A change here is a change of what readers are told. When it is meant, write the table again by hand:
# npm exec -- node scripts/pin-verdicts.ts
`;
/** A count as the table holds it. */
const pinned = ({ counted, studies, lines }: Verdict): object => ({
  counted: counted.length,
  studies,
  ...(lines.length
    ? { lines: Object.fromEntries(lines.map(({ name, label, word, says }) => [name || label || 'all', word ? { word, says } : says])) }
    : {}),
});

const file = fileURLToPath(new URL('../tests/cases/verdicts-shipped.yaml', import.meta.url));

await runCommand(async () => {
  const { library } = await readContent('content');
  // Counts do not depend on the day.
  const { verdicts } = buildEvidenceGraph(withoutDrafts(library), '2026-11-20');
  const rows = [...verdicts].map(([id, verdict]) => [id, pinned(verdict)]);
  writeWhole(file, head + stringify(Object.fromEntries(rows), { lineWidth: 0, singleQuote: true }));
  console.log(`${rows.length} counts pinned.`);
});
