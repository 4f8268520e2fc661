/** What changed in the findings of one source. */
import type { Finding } from '../schema/finding.ts';
import { labelOf, type Vocabulary } from '../schema/vocabulary.ts';
import type { SourceEntry } from '../library/library.ts';
import { sourceName } from '../evidence/source-name.ts';
import { stanceWords, type PositionContext } from '../evidence/stance-words.ts';
import type { Change, ChangeKind } from './change.ts';
import { pairUp } from './pairing.ts';
import { reachOfFinding } from './reach.ts';
import type { Sides } from './side.ts';
import { isSame, plainText, toneOf, valueWords } from './words.ts';

const marks = [
  (one: Finding) => JSON.stringify(one),
  (one: Finding) => `${one.question} ${plainText(one.says)}`,
  (one: Finding) => one.anchor && `${one.question} ${one.anchor.sha256}`,
  (one: Finding) => [one.question, one.population, one.intervention].join(' '),
  (one: Finding) => one.question as string,
  (one: Finding) => plainText(one.says),
  (one: Finding) => one.anchor?.sha256,
];

interface Field {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly of: (finding: Finding, context: PositionContext, vocabulary: Vocabulary) => string | undefined;
}

const fields: readonly Field[] = [
  { kind: 'finding-stance', name: 'stance', of: ({ stance, grade }, context) => stanceWords(stance, { ...context, grade }).label },
  { kind: 'finding-grade', name: 'grade', of: ({ grade }) => valueWords(grade) },
  { kind: 'finding-population', name: 'population', of: ({ population }, _, { populations }) => labelOf(populations, population) },
  { kind: 'finding-scope', name: 'intervention', of: ({ intervention }, _, { interventions }) => labelOf(interventions, intervention) },
  { kind: 'finding-scope', name: 'conditions', of: ({ conditions }) => valueWords(conditions) },
  { kind: 'finding-locator', name: 'locator', of: ({ locator }) => locator },
];

const anchorWords = ({ anchor }: Finding): string | undefined => anchor && `“${anchor.starts} … ${anchor.ends}”`;

/** The findings of one source before and after, each pair compared field by field. A source that is a draft reaches no page. */
export function findingChanges(sides: Sides, before: SourceEntry, after: SourceEntry): Change[] {
  const subject = sourceName(after);
  const { file, id } = after;
  const shortOf = (question: Finding['question']): string =>
    `“${(sides.after.library.questions.get(question) ?? sides.before.library.questions.get(question))?.short ?? question}”`;
  const contextOf = (question: Finding['question']): PositionContext => ({
    asks: (sides.after.library.questions.get(question) ?? sides.before.library.questions.get(question))?.asks,
    kind: after.kind,
  });
  const change = (kind: ChangeKind, finding: Finding, what: string, more: Partial<Change> = {}): Change => ({
    kind,
    file,
    subject,
    says: `finding on ${shortOf(finding.question)}${what && `: ${what}`}`,
    reaches: reachOfFinding(sides, id, [finding.question]),
    unit: `${file} ${after.findings.indexOf(finding)} ${before.findings.indexOf(finding)}`,
    ...more,
  });
  const whole = ({ question, stance, grade, says }: Finding): string =>
    `${stanceWords(stance, { ...contextOf(question), grade }).label}: ${says}`;

  const { pairs, gone, come } = pairUp(before.findings, after.findings, marks);
  const changed = pairs.flatMap(({ before: old, after: now }): Change[] => {
    const context = contextOf(now.question);
    const own = fields
      .map(({ kind, name, of }) => ({
        kind,
        name,
        before: of(old, context, sides.before.library.vocabulary),
        after: of(now, context, sides.after.library.vocabulary),
      }))
      .filter(({ kind, before: was, after: is }) => was !== is && (kind !== 'finding-stance' || old.stance !== now.stance))
      .map(({ kind, name, ...values }) => change(kind, now, name, values));
    if (old.question !== now.question) {
      const reaches = reachOfFinding(sides, id, [old.question, now.question]);
      own.unshift(
        change('finding-question', now, 'its question', { before: shortOf(old.question), after: shortOf(now.question), reaches }),
      );
    }
    if (!isSame(old.anchor, now.anchor))
      own.push(change('finding-anchor', now, 'anchor', { before: anchorWords(old), after: anchorWords(now) }));
    const tone = toneOf(old.says, now.says);
    if (tone !== 'same')
      own.push(change(tone === 'claim' ? 'finding-claim' : 'finding-reworded', now, 'sentence', { before: old.says, after: now.says }));
    return own;
  });
  const order = (list: readonly Finding[], kept: readonly Finding[]): number[] => kept.map((one) => list.indexOf(one));
  const places = order(
    after.findings,
    pairs.map((pair) => pair.after),
  );
  const moved = order(
    before.findings,
    pairs.map((pair) => pair.before),
  ).some((place, index) => place !== places[index]);
  return [
    ...gone.map((one) => change('finding-removed', one, '', { before: whole(one) })),
    ...come.map((one) => change('finding-added', one, '', { after: whole(one) })),
    ...changed,
    ...(moved
      ? [
          {
            kind: 'field-changed' as const,
            file,
            subject,
            says: 'findings have other numbers: links to one of them lead elsewhere',
            reaches: [],
          },
        ]
      : []),
  ];
}
