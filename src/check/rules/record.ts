/** What the record of a source tells at a glance: its gist, its date, and until when a trial is waited for. */
import type { Rule } from '../rule.ts';
import { formatCount } from '../../words/phrase.ts';

/** The most words of a gist: what fits under a title in a list. */
const GIST_WORDS = 30;

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const gistTooLong: Rule = {
  name: 'gist-too-long',
  level: 'error',
  local: true,
  says: `The gist of a source is at most ${GIST_WORDS} words.`,
  why: 'It stands under the title in every list: a longer one hides the next work.',
  *find({ sources }) {
    for (const { file, data, draft } of sources) {
      const words = wordsIn(data.gist ?? '');
      if (words <= GIST_WORDS) continue;
      yield {
        file: file.path,
        field: ['gist'],
        ...(draft ? { level: 'warning' as const } : {}),
        message: `\`gist\` has ${formatCount(words, 'word')}; it may have ${GIST_WORDS}.`,
        fix: 'Say only what the work found or says; the digest holds the rest.',
      };
    }
  },
};

export const missingGist: Rule = {
  name: 'missing-gist',
  level: 'warning',
  local: true,
  says: 'Every source says in one sentence what it found or says.',
  why: 'A list of titles does not tell a reader which work to open.',
  *find({ sources }) {
    for (const { file, data, draft } of sources) {
      if (draft || data.gist !== undefined || (file.value as { gist?: unknown } | null)?.gist !== undefined) continue;
      yield {
        file: file.path,
        field: ['gist'],
        message: '`gist` is missing: every source says in one sentence what it found or says.',
        fix: `Add \`gist:\` with at most ${GIST_WORDS} plain words.`,
      };
    }
  },
};

/** Fields that only a published work has: whoever knows them knows where its date is printed. */
const published = ['doi', 'pmid', 'registry', 'volume'] as const;

export const undatedRecord: Rule = {
  name: 'undated-record',
  level: 'warning',
  local: true,
  says: 'A work that can be looked up has a date.',
  why: 'A reader cannot tell whether it came before or after the evidence that it is held against.',
  *find({ sources }) {
    for (const { file, data } of sources) {
      const known = published.filter((field) => data[field] !== undefined);
      if (data.issued !== 'undated' || !known.length) continue;
      yield {
        file: file.path,
        field: ['issued'],
        message: `\`issued\` is \`undated\`, and the work has ${known.map((field) => `\`${field}\``).join(', ')}.`,
        fix: 'Take the year from its record or from a reference line, and say in `recordFrom` where it was seen.',
      };
    }
  },
};

export const pendingWithoutDate: Rule = {
  name: 'pending-without-date',
  level: 'error',
  local: true,
  says: 'A trial whose result is waited for says when it is expected to be complete.',
  why: 'Without a date nothing tells readers that its result may be out.',
  *find({ sources }) {
    for (const { file, data, draft } of sources) {
      const { pending } = data;
      if (!pending || (pending.completion !== undefined && pending.completion !== 'undated')) continue;
      const raw = (file.value as { pending?: { completion?: unknown } } | null)?.pending?.completion;
      // A date that is there and cannot be read is for the rule of fields.
      if (raw !== undefined && raw !== null && raw !== 'undated') continue;
      yield {
        file: file.path,
        field: ['pending', 'completion'],
        ...(draft ? { level: 'warning' as const } : {}),
        message: `\`pending.completion\` is ${raw === 'undated' ? '`undated`' : 'missing'}: a trial whose result is waited for has a date.`,
        fix: 'Take the completion date from its registry, or take `pending` out where nothing is pending.',
      };
    }
  },
};
