/** Lookups: that what registries and servers said of a source has been dealt with by an editor. */
import { gravestClass, isRecorded, registryNews, type RegistryNews } from '../../evidence/lookups.ts';
import { linkStates, noticeClasses, type Lookup, type LookupJob, type LookupOf, type NoticeClass } from '../../schema/lookup.ts';
import { fieldName } from '../field-name.ts';
import type { LintContext } from '../lint-context.ts';
import type { Rule } from '../rule.ts';
import { dateInWords } from '../../words/date.ts';

/** Rows of one job with the source that each is about. Of a row that a schema refused nothing is said here. */
function* rowsOf<Job extends LookupJob>({ lookups, sourceOf }: LintContext, job: Job) {
  for (const { data } of lookups) {
    const row = data as Partial<Lookup>;
    const entry = row.source === undefined ? undefined : sourceOf.get(row.source);
    if (row.job === job && entry && row.on !== undefined) yield { row: row as LookupOf<Job>, entry };
  }
}

const grave: ReadonlySet<NoticeClass> = new Set<NoticeClass>(['retraction', 'concern']);
const steps: Readonly<Record<keyof typeof noticeClasses, string>> = {
  retraction: 'if it holds, write `retracted`, or `withdrawn` where its publisher took it back, with its day and address',
  concern: 'write `concern` with its day and its DOI, and say in the digest what is doubted',
  correction: 'if it changes what we say, write `corrected` with its day and address; otherwise name its DOI in the digest',
  'newer-version': 'hold the newest one and write `supersededBy`, or name its DOI in the digest if nothing changed',
  other: 'say in the digest what it is, with its DOI',
};

export const unrecordedNotice: Rule = {
  name: 'unrecorded-notice',
  level: 'error',
  says: 'What was published about a source, such as a retraction, a concern or a correction, stands in its digest.',
  why: 'A work that was withdrawn or is in doubt would go on counting as evidence, and no reader would know.',
  *find(context) {
    for (const { row, entry } of rowsOf(context, 'notices'))
      for (const notice of row.notices) {
        if (isRecorded(entry.data, entry.file.text, notice)) continue;
        const when = notice.on ? `, ${dateInWords(notice.on)}` : '';
        const is = gravestClass(notice);
        yield {
          file: entry.file.path,
          field: ['doi'],
          // What was taken back or is in doubt makes the site wrong as it stands; an erratum may change nothing.
          ...(grave.has(is) && !entry.draft ? {} : { level: 'warning' as const }),
          message: `Crossref lists ${noticeClasses[is].label} ${is === 'concern' ? 'about' : 'of'} \`${entry.id}\` (${notice.work}${when}), which the digest does not mention.`,
          fix: `Open https://doi.org/${notice.work}; ${steps[is]}.`,
        };
      }
  },
};

const news: Readonly<Record<RegistryNews, (row: LookupOf<'registration'>) => string>> = {
  ended: ({ status }) => `gives the status \`${status}\``,
  results: () => 'holds results',
  'other-completion': ({ completion }) => `expects completion ${dateInWords(completion ?? '')}`,
};

export const staleRegistration: Rule = {
  name: 'stale-registration',
  level: 'warning',
  says: 'A trial recorded as still running is so in its registry, with the same day of completion.',
  why: 'Readers would wait for a result that is there.',
  *find(context) {
    for (const { row, entry } of rowsOf(context, 'registration')) {
      const says = registryNews(entry.data, row).map((each) => news[each](row));
      if (says.length > 0)
        yield {
          file: entry.file.path,
          field: ['pending'],
          message: `The registry of ${row.registry} ${says.join(', and ')} (found on ${dateInWords(row.on)}).`,
          fix: `Open https://clinicaltrials.gov/study/${row.registry} and bring \`pending\` up to date, or ingest the results and leave it out.`,
        };
    }
  },
};

export const deadAddress: Rule = {
  name: 'dead-address',
  level: 'warning',
  says: 'The address of a source leads to it, and the passages that we point at stand there.',
  why: 'A reader who follows the link could not check what we say.',
  *find(context) {
    for (const { row, entry } of rowsOf(context, 'link')) {
      if (entry.data.url !== row.address) continue;
      const found = `(found on ${dateInWords(row.on)})`;
      if (row.state === 'gone' || row.state === 'moved')
        yield {
          file: entry.file.path,
          field: ['url'],
          message: `${fieldName(['url'])} ${linkStates[row.state]}${row.to ? `, \`${row.to}\`` : ''} ${found}.`,
          fix: row.to
            ? 'If that is the same work, write the new address.'
            : 'Look for its new address, or leave `url` out where a DOI is given.',
        };
      for (const number of row.lost ?? [])
        yield {
          file: entry.file.path,
          field: ['findings', number - 1, 'anchor'],
          message: `The passage of finding ${number} does not stand on the page any more ${found}.`,
          fix: 'Read the page again: where it says something else now, mend the finding; where only the words changed, make the anchor anew.',
        };
    }
  },
};
