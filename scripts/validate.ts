/**
 * `npm run validate [-- --format terminal|github|json|sarif] [--content DIR] [--as-of YYYY-MM-DD] [--fix [--dry-run]]
 * [--watch] [--changed REF|FILE]… [--snapshots DIR]… [--record]`
 * Checks content and prints every issue. Exit code 0: clean, or warnings only; 1: errors; 2: called wrongly or broken.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Half of the time of a short check is spent on reading code: what was read once is kept, and made anew when it changes.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'code'));

const { runCommand } = await import('./command.ts');
await runCommand(async () => (await import('./validate-run.ts')).run(process.argv.slice(2)), { is: 'The check' });
