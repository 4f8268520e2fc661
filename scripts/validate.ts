/**
 * `npm run validate [-- --format terminal|github|json|sarif] [--content DIR] [--as-of YYYY-MM-DD] [--fix [--dry-run]]
 * [--watch] [--changed REF|FILE]… [--snapshots DIR]… [--record]`
 * Checks content and prints every issue. Exit code 0: clean, or warnings only; 1: errors; 2: called wrongly or broken.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Half of the time of a short check is spent on reading code: what was read once is kept, and made anew when it changes.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'code'));

try {
  const { run } = await import('./validate-run.ts');
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const said =
    error instanceof Error && ['CallError', 'UnwrittenError'].includes(error.name)
      ? error.message
      : `The check itself broke: ${(error as Error).message} This is a bug of ours, please report it.`;
  process.stderr.write(`${said}\n`);
  process.exitCode = 2;
}
