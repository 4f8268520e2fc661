/** What sources leave out: a claim, so nothing speaks against it, and it says how it was looked for. */
import { absenceHash } from '../../library/anchor.ts';
import { seeAbsences } from '../absences.ts';
import { shown } from '../field-name.ts';
import type { Violation, Rule } from '../rule.ts';

const dismiss = 'take the item out, or add the passage under `dismissed` with the reason why it does not report it.';

export const absenceDisproved: Rule = {
  name: 'absence-disproved',
  level: 'error',
  says: 'What a source is said to leave out stands neither in its raw article, where that is at hand, nor in our digest of it.',
  why: 'Readers would be told that nobody measured what somebody did, and would look no further.',
  *find(context) {
    for (const { entry, index, absence, hits, carried } of seeAbsences(context)) {
      const place: Pick<Violation, 'file' | 'field'> = { file: entry.file.path, field: ['absent', index, 'item'] };
      const claim = `\`absent[${index}]\` says that the source leaves out \`${absence.item}\``;
      const [first] = hits ?? [];
      if (first !== undefined) {
        const more = (hits?.length ?? 1) - 1;
        yield {
          ...place,
          message: `${claim}, and its raw article holds ${shown(first)}${more ? ` and ${more} more` : ''}.`,
          fix: `Read the passage: ${dismiss}`,
        };
      } else if (carried)
        yield {
          ...place,
          message: `${claim}, and ${carried.where} of the same digest holds ${shown(carried.words)}.`,
          fix: `If that reports it, take the item out; if not, ${dismiss.slice(dismiss.indexOf('add'))}`,
        };
    }
    for (const { file, data } of context.sources)
      for (const [index, question] of (data.silentOn ?? []).entries()) {
        const speaks = (data.findings ?? []).findIndex((finding) => finding !== undefined && finding.question === question);
        if (question === undefined || speaks < 0) continue;
        yield {
          file: file.path,
          field: ['silentOn', index],
          message: `\`silentOn[${index}]\` says that the source is silent on \`${question}\`, and \`findings[${speaks}]\` speaks on it.`,
          fix: 'Take it out of `silentOn`.',
        };
      }
  },
};

export const absenceUnchecked: Rule = {
  name: 'absence-unchecked',
  level: 'error',
  says: 'An absence that is called checked was looked for in the raw article, and the record of that is current.',
  why: 'Readers would be told “not reported” of a text that nobody has searched for it, or not by the words of today.',
  *find(context) {
    const { verifications, vocabulary } = context.content.library;
    for (const { entry, index, absence, hits, idle } of seeAbsences(context)) {
      const { file, data } = entry;
      const row = verifications.get(entry.id as never);
      const recorded = row?.snapshot === data.snapshot && row?.absent.includes(absenceHash(absence, vocabulary));
      const lacks = data.snapshot
        ? `no record says that \`${absence.item}\` was looked for by its words of today`
        : 'the source has no `snapshot` that could have been searched';
      if (absence.checked === 'text' && hits === undefined && !recorded)
        yield {
          file: file.path,
          field: ['absent', index, 'checked'],
          message: `\`absent[${index}].checked\` is \`text\`, and ${lacks}.`,
          fix: 'Search it and keep the record with `npm run validate -- --snapshots DIR --record`, or write `checked: no`.',
        };
      for (const passage of idle)
        yield {
          file: file.path,
          field: ['absent', index, 'dismissed', absence.dismissed.findIndex((one) => one.passage === passage)],
          message: `\`absent[${index}]\` dismisses ${shown(passage)}, which holds no word of \`${absence.item}\` where it stands in the raw article, or does not stand there.`,
          fix: 'Copy the passage as it stands there, at most eight words of it, or take it out.',
        };
    }
  },
};
