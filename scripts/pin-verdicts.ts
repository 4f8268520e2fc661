/** Writes the verdict of every shipped question into the case table of the tests. Run by hand, after reading what changed. */
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { buildEvidenceGraph } from '../src/evidence/build-evidence.ts';
import { readContent } from '../src/library/from-files.ts';
import { withoutDrafts } from '../src/library/library.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { runCommand } from './command.ts';

const head = `# The verdict of every shipped question: how many sources count and how many studies stand behind them.
# A change here is a change of what readers are told. When it is meant, write the table again by hand:
# npm exec -- node scripts/pin-verdicts.ts
`;
const file = fileURLToPath(new URL('../tests/cases/verdicts-shipped.yaml', import.meta.url));

await runCommand(async () => {
  const { library } = await readContent('content');
  // Verdicts do not depend on the day.
  const { verdicts } = buildEvidenceGraph(withoutDrafts(library), '2026-11-20');
  const rows = [...verdicts].map(([id, { name, counted, studies }]) => [id, { verdict: name, counted: counted.length, studies }]);
  writeWhole(file, head + stringify(Object.fromEntries(rows)));
  console.log(`${rows.length} verdicts pinned.`);
});
