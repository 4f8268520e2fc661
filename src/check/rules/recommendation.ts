/** What a source says should be done: with its strength where it recommends, and on situations that its question has. */
import { kindRow } from '../../schema/kinds.ts';
import { isAdvice, type Strength } from '../../schema/recommendation.ts';
import type { Vocabulary } from '../../schema/vocabulary.ts';
import { oneOf, shown } from '../field-name.ts';
import { meant } from '../nearest.ts';
import type { Rule } from '../rule.ts';

const orderly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^grade\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * What a printed grade means by the table of grading words: `strong`, `conditional`, or `not-stated` for a word that the table does not
 * know; undefined for a scheme that it does not know. The longest word that the grade starts with, or holds, is the one that counts.
 */
function gradedStrength({ grading }: Vocabulary, scheme: string, value: string): Strength | undefined {
  const row = Object.values(grading).find(({ names }) => names.some((name) => orderly(name) === orderly(scheme)));
  if (!row) return undefined;
  const words = Object.entries(row.words).sort(([one], [other]) => other.length - one.length);
  const text = orderly(value);
  const hit = words.find(([word]) => new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(orderly(word))}(?![\\p{L}\\p{N}])`, 'u').test(text));
  return hit?.[1] ?? 'not-stated';
}

export const recommendationWithoutStrength: Rule = {
  name: 'recommendation-without-strength',
  level: 'error',
  says: 'Every recommendation for or against says how strong it is, as its printed grade has it, and nothing else does.',
  why: 'A weak recommendation would read like a strong one, or the word of a manufacturer like a recommendation.',
  *find({ sources, content }) {
    const { vocabulary } = content.library;
    for (const { file, data } of sources) {
      if (!data.kind) continue;
      const recommends = kindRow(data.kind).carries === 'recommendation';
      for (const [index, finding] of (data.findings ?? []).entries()) {
        if (!finding) continue;
        const needed = recommends && isAdvice(finding.direction);
        const name = `findings[${index}].strength`;
        const { scheme, value } = finding.grade ?? {};
        const graded = scheme && value && finding.strength ? gradedStrength(vocabulary, scheme, value) : undefined;
        if (needed && graded && finding.strength && finding.strength !== graded)
          yield {
            file: file.path,
            field: ['findings', index, 'strength'],
            message: `\`${name}\` is \`${finding.strength}\`, and by the table of grading words ${shown(value)} of ${shown(scheme)} is \`${graded}\`.`,
            fix: `Write \`strength: ${graded}\`, or add the word of the grade to \`grading\` in \`vocabulary.yaml\`, with the place where the scheme says so.`,
          };
        if (needed === (finding.strength !== undefined)) continue;
        yield needed
          ? {
              file: file.path,
              field: ['findings', index],
              message: `\`${name}\` is missing: \`${finding.direction ?? ''}\` of a source of the kind \`${data.kind}\` is a recommendation.`,
              fix: 'Add `strength: strong | conditional | not-stated` by the grade of the source and the table of grading words; `not-stated` is an answer.',
            }
          : {
              file: file.path,
              field: ['findings', index, 'strength'],
              message: `\`${name}\` is \`${finding.strength ?? ''}\`, and ${recommends ? 'this finding is neither for nor against' : `a source of the kind \`${data.kind}\` gives no recommendation`}.`,
              fix: 'Take it out.',
            };
      }
    }
  },
};

export const unknownSituation: Rule = {
  name: 'unknown-situation',
  level: 'error',
  says: 'Every finding speaks to situations that its question has.',
  why: 'A finding on a situation that is not there would be counted on none.',
  *find({ sources, questions }) {
    const situations = new Map(questions.map(({ id, data }) => [id, (data.situations ?? []).flatMap((one) => one?.id ?? [])]));
    for (const { file, data } of sources)
      for (const [index, finding] of (data.findings ?? []).entries()) {
        const known = finding?.question && situations.get(finding.question);
        if (!known) continue;
        for (const [place, name] of (finding.situations ?? []).entries())
          if (name !== undefined && !known.includes(name))
            yield {
              file: file.path,
              field: ['findings', index, 'situations', place],
              message: `\`findings[${index}].situations[${place}]\` names ${shown(name)}, which the question \`${finding.question}\` does not have.`,
              fix: meant(
                name,
                known,
                known.length ? `Its situations are ${oneOf(known)}.` : 'The question has no situations: take it out.',
              ),
            };
      }
  },
};
