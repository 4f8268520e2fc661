/** Anchors: that the passages we point at stand in the raw articles, word for word, and that the record of what was seen is current. */
import { seeAnchors, type SeenAnchor } from '../anchors.ts';
import { fieldName, shown } from '../field-name.ts';
import type { Violation, Rule } from '../rule.ts';
import { seeAll } from '../verifications.ts';
import { formatCount } from '../../words/phrase.ts';

const lookAgain = (id: string): string =>
  `Look the passage up and make the anchor again: \`npm run anchor -- ${id} "first words" "last words"\`.`;

const foundAt = ({ entry, index }: SeenAnchor, part: string): Pick<Violation, 'file' | 'field'> => ({
  file: entry.file.path,
  field: ['findings', index, 'anchor', part],
});

export const anchorNotFound: Rule = {
  name: 'anchor-not-found',
  level: 'error',
  says: 'Both ends of every anchor stand in the raw article, where it is at hand.',
  why: 'A reader who follows the link would find no such passage.',
  *find(context) {
    for (const seen of seeAnchors(context)) {
      if (seen.state !== 'no-start' && seen.state !== 'no-end') continue;
      const part = seen.state === 'no-start' ? 'starts' : 'ends';
      const after = part === 'ends' ? ' after its first words' : '';
      yield {
        ...foundAt(seen, part),
        message: `${fieldName(['findings', seen.index, 'anchor', part])} is ${shown(seen.anchor[part])}, which does not stand in the raw article${after}.`,
        fix: lookAgain(seen.entry.id),
      };
    }
  },
};

export const anchorChanged: Rule = {
  name: 'anchor-changed',
  level: 'error',
  says: 'The passage between the ends of an anchor is the one that was read.',
  why: 'What we say would rest on words that are no longer those we read.',
  *find(context) {
    for (const seen of seeAnchors(context)) {
      if (seen.state !== 'changed') continue;
      yield {
        ...foundAt(seen, 'sha256'),
        message: `${fieldName(['findings', seen.index, 'anchor'])} has both its ends in the raw article, but the passage between them is another one.`,
        fix: `Read it again and compare \`says\`. ${lookAgain(seen.entry.id)}`,
      };
    }
  },
};

const kinds = ['anchors', 'absent', 'silent'] as const;
const nouns = { anchors: 'anchor', absent: 'absence', silent: 'silence' } as const;

export const staleVerification: Rule = {
  name: 'stale-verification',
  formerly: ['stale-sighting'],
  level: 'warning',
  says: 'The record of what a machine saw in raw articles names anchors, absences and questions as they are now.',
  why: 'What was edited since counts as unchecked, and nobody would notice.',
  *find(context) {
    const { verifications, sourceOf } = context;
    if (!verifications.length) return;
    const now = new Map<string, Set<string>>();
    for (const all of Object.values(seeAll({ ...context, snapshots: undefined })))
      for (const { source, hash } of all) now.set(source, (now.get(source) ?? new Set()).add(hash));
    for (const { file, at, data } of verifications) {
      const { source, snapshot } = data;
      if (!source || !snapshot) continue;
      const entry = sourceOf.get(source);
      const own = now.get(source) ?? new Set();
      const gone = (kind: (typeof kinds)[number]): number => (data[kind] ?? []).filter((hash) => hash && !own.has(hash)).length;
      const stale = kinds.filter((kind) => gone(kind) > 0);
      const message = !entry
        ? `\`${source}\` is not in content/sources.`
        : entry.data.snapshot !== snapshot
          ? `\`${source}\` was made from another raw article than the one recorded here.`
          : stale[0]
            ? `Of ${formatCount(data[stale[0]]?.length ?? 0, nouns[stale[0]])} recorded for \`${source}\`, ${gone(stale[0])} ${gone(stale[0]) === 1 ? 'is' : 'are'} gone or edited.`
            : undefined;
      if (message)
        yield {
          file: file.path,
          field: [...at, 'source'],
          message: `${message} They count as unchecked.`,
          fix: 'Record it again: `npm run validate -- --snapshots DIR --record`.',
        };
    }
  },
};
