/**
 * `npm run repository`: what can be seen of the repository's settings from its files, held against .github/SETTINGS.md.
 * Exit code 0: every place has an owner; 1: some places ask nobody.
 */
import { readFileSync } from 'node:fs';

const lines = readFileSync('.github/CODEOWNERS', 'utf8')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('#'))
  .map((line) => line.trim().split(/\s+/));
const unowned = lines.filter((fields) => fields.length === 1).map(([place = '']) => place);

if (unowned.length === 0) console.log(`CODEOWNERS names somebody for each of its ${lines.length} places.`);
else {
  console.log(`CODEOWNERS names nobody for ${unowned.length} of its ${lines.length} places, so a change there asks nobody:`);
  for (const place of unowned) console.log(`  ${place}`);
  console.log('Write a name behind each, see .github/SETTINGS.md, point 1.');
  process.exitCode = 1;
}
