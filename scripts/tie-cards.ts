/**
 * `npm exec -- node scripts/tie-cards.ts [card …]`: ties every card that is not tied yet to what it rests on, and those named here
 * anew, because somebody has read them beside what changed. `npm run validate` says which need that.
 */
import { tieCards } from '../src/check/fix/tie-cards.ts';
import { readContent } from '../src/library/from-files.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { runCommand } from './command.ts';

async function tie(): Promise<void> {
  const { files, library } = await readContent('content');
  const again = new Set(process.argv.slice(2));
  for (const [topic, deck] of library.decks) {
    const file = files.find(({ path }) => path === deck.file);
    const text = file && tieCards(file.text, topic, deck, library, again);
    if (!file || text === undefined || text === file.text) continue;
    writeWhole(file.path, text);
    console.log(`Tied ${file.path}.`);
  }
}

await runCommand(tie);
