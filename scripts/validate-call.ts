/** How `npm run validate` may be called: its options, its help, and what is said to a call that makes no sense. */
import { parseArgs } from 'node:util';
import { meant } from '../src/check/nearest.ts';
import { reportFormats, type ReportFormat } from '../src/check/reporters.ts';
import { collections } from '../src/schema/collections.ts';
import { site } from '../src/config.ts';
import { CallError, expectDay, toFolder } from './command.ts';

const options = {
  format: { type: 'string', default: 'terminal' },
  content: { type: 'string', default: site.contentFolder },
  'as-of': { type: 'string', default: site.asOf },
  changed: { type: 'string', multiple: true },
  fix: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  snapshots: { type: 'string', multiple: true },
  record: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Where `npm run ingest` keeps raw articles. */
export const INGESTED = '.snapshots';

export const HELP = `npm run validate -- [options]
  --format terminal|github|json|sarif   how issues are printed (terminal)
  --content DIR                         folder to check (${site.contentFolder})
  --as-of YYYY-MM-DD                    day as of which reviews fall due (today)
  --fix                                 first put right what needs no thought: order of fields, dates, ids, one sentence
                                        to a line, quotation marks, trailing space; never what a file says
  --dry-run                             with --fix: say what it would change, and change nothing
  --watch                               check again whenever a file changes, and print what is new and what is gone
  --changed REF|FILE                    leave out warnings of files that neither changed nor depend on one that did: since
                                        a commit, branch or tag, or this file; may be given again
  --snapshots DIR                       folder of raw articles in which anchors are looked for; may be given again,
                                        and ${INGESTED} is looked into as well
  --record                              write which anchors were found into ${collections.verification.path}
Exit code: 0 clean or warnings only, 1 errors, 2 called wrongly or broken.
`;

function readArguments(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new CallError(`${(error as Error).message.split('\n')[0]} See \`npm run validate -- --help\`.`);
  }
}

/** What was asked for, e.g. `readCall(['--format', 'json']).format === 'json'`. Throws a `CallError` where that makes no sense. */
export function readCall(args: string[]) {
  const { format, content, snapshots, record, fix, watch, changed, help, 'as-of': asOf, 'dry-run': dryRun } = readArguments(args);
  if (!reportFormats.includes(format as ReportFormat))
    throw new CallError(
      `\`--format ${format}\` is not one of ${reportFormats.join(', ')}. ${meant(format, reportFormats, 'Leave it out for a terminal.')}`,
    );
  expectDay('--as-of', asOf);
  if (record && !snapshots) throw new CallError('`--record` needs `--snapshots DIR`: only what was looked for can be recorded.');
  if (dryRun && !fix) throw new CallError('`--dry-run` says what `--fix` would change: give both, or neither.');
  const alone = watch && [fix && '--fix', record && '--record', changed && '--changed', format !== 'terminal' && '--format'].find(Boolean);
  if (alone) throw new CallError(`\`--watch\` only looks: run \`${alone}\` on its own.`);
  return { help, format: format as ReportFormat, folder: toFolder(content), asOf, changed, fix, dryRun, watch, snapshots, record };
}

export type Call = ReturnType<typeof readCall>;
