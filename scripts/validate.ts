/**
 * `npm run validate [-- --format terminal|github|json|sarif] [--content DIR] [--as-of YYYY-MM-DD] [--changed FILE]…`
 * Checks content and prints every issue. Exit code 0: clean, or warnings only; 1: errors; 2: called wrongly or broken.
 */
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkContent } from '../src/check/check-content.ts';
import { meant } from '../src/check/nearest.ts';
import { checkedFiles } from '../src/check/gate.ts';
import { reporters, reportFormats, type ReportFormat } from '../src/check/reporters.ts';
import { readContent } from '../src/library/from-files.ts';
import { day } from '../src/schema/date.ts';
import { site } from '../src/site.ts';

/** A mistake in the call: a sentence and a hint. */
class CallError extends Error {}

const options = {
  format: { type: 'string', default: 'terminal' },
  content: { type: 'string', default: site.contentFolder },
  'as-of': { type: 'string', default: site.asOf },
  changed: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const HELP = `npm run validate -- [options]
  --format terminal|github|json|sarif   how issues are printed (terminal)
  --content DIR                         folder to check (${site.contentFolder})
  --as-of YYYY-MM-DD                    day as of which reviews fall due (today)
  --changed FILE                        leave out warnings of other files; may be given again
Exit code: 0 clean or warnings only, 1 errors, 2 called wrongly or broken.
`;

function readCall(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new CallError(`${(error as Error).message.split('\n')[0]} See \`npm run validate -- --help\`.`);
  }
}

async function run(args: string[]): Promise<number> {
  const call = readCall(args);
  if (call.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (!reportFormats.includes(call.format as ReportFormat)) {
    throw new CallError(
      `\`--format ${call.format}\` is not one of ${reportFormats.join(', ')}. ${meant(call.format, reportFormats, 'Leave it out for a terminal.')}`,
    );
  }
  if (!day.safeParse(call['as-of']).success) throw new CallError(`\`--as-of ${call['as-of']}\` is not a day. Write it as 2026-11-20.`);
  const folder = call.content.replace(/[\\/]+$/, '');
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder)
    throw new CallError(`There is no folder \`${folder}\` here. Run this in the project, or name the folder with \`--content\`.`);
  const content = await readContent(folder);
  const issues = checkContent(content, { asOf: call['as-of'], ...(call.changed ? { changed: new Set(call.changed) } : {}) });
  const report = reporters[call.format as ReportFormat];
  process.stdout.write(report(issues, { checkedFiles: checkedFiles(content), colour: process.stdout.isTTY }));
  return issues.some((issue) => issue.level === 'error') ? 1 : 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const said =
    error instanceof CallError
      ? error.message
      : `The check itself broke: ${(error as Error).message} This is a bug of ours, please report it.`;
  process.stderr.write(`${said}\n`);
  process.exitCode = 2;
}
