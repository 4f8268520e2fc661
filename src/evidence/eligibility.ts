/** Who is advised against an intervention, on which conditions it is advised, and whom trials left out: read from findings. */
import type { Finding } from '../schema/finding.ts';
import type { QuestionId } from '../schema/id.ts';
import { kindRow, type SourceKind } from '../schema/kinds.ts';
import { takenInBy, type Intervention, type Vocabulary } from '../schema/vocabulary.ts';
import type { Library, SourceEntry } from '../library/library.ts';

/** Groups in the order in which pages print them. */
export const eligibilityGroups = ['advised-against', 'on-conditions', 'notices', 'left-out', 'apart'] as const;
export type EligibilityGroup = (typeof eligibilityGroups)[number];

/** One source with those of its findings that belong to a group. */
export interface EligibilityRow {
  readonly source: SourceEntry;
  readonly findings: readonly Finding[];
}

/** Kinds whose typed conditions are rules of entry into a study. */
const withEntryRules: ReadonlySet<SourceKind> = new Set<SourceKind>(['trial', 'trial-protocol', 'registry']);
/** Kinds that take positions and never count. */
const uncounted: ReadonlySet<SourceKind> = new Set<SourceKind>(['narrative-review', 'vendor', 'news', 'machine-summary']);

/**
 * Whether a finding bears on one of the interventions: it is about it, about a part of it, or about a whole that takes it in.
 * A finding on `any-removal` bears on `cdt`; one on `filter` does not.
 */
export const bearsOn = (vocabulary: Vocabulary, { intervention }: Pick<Finding, 'intervention'>, asked: readonly Intervention[]): boolean =>
  asked.some(
    (one) => one === intervention || takenInBy(vocabulary, intervention).includes(one) || takenInBy(vocabulary, one).includes(intervention),
  );

/** The group of one finding; `own` when it answers a question of the page that asks. */
function groupOf(source: SourceEntry, { direction, criteria, conditions }: Finding, own: boolean): EligibilityGroup | undefined {
  const conditioned = criteria.length + conditions.length > 0;
  const against = direction === 'against' || direction === 'research-only';
  if (kindRow(source.kind).carries === 'recommendation') {
    if (!against && !conditioned) return undefined;
    if (source.supersededBy ?? source.retracted ?? source.withdrawn) return 'apart';
    return against ? 'advised-against' : 'on-conditions';
  }
  if (source.kind === 'safety-notice') return own && conditioned ? 'notices' : undefined;
  // A model takes nobody in; a cohort types whom it counted, and tells whom it left out only where the page's question asks for that.
  const entry = withEntryRules.has(source.kind) && source.design?.allocation?.value !== 'other';
  if (entry || source.kind === 'cohort') return (entry && criteria.length) || (own && conditioned) ? 'left-out' : undefined;
  if (uncounted.has(source.kind)) return against || (direction && conditioned) ? 'apart' : undefined;
  return undefined;
}

const byName = (a: EligibilityRow, b: EligibilityRow): number => {
  const year = ({ source }: EligibilityRow): number => Number.parseInt(source.issued, 10) || 0;
  return year(b) - year(a) || (a.source.id < b.source.id ? -1 : 1);
};

/**
 * The sources of each group, newest first, with their findings in the order of the digest; a group that nobody is in is not there.
 * `questions` are those of the page: on them a condition in words is a rule of entry too.
 */
export function eligibilityOf(
  { sources, vocabulary }: Pick<Library, 'sources' | 'vocabulary'>,
  asked: readonly Intervention[],
  questions: readonly QuestionId[] = [],
): ReadonlyMap<EligibilityGroup, readonly EligibilityRow[]> {
  if (!asked.length) return new Map();
  const found = [...sources.values()].flatMap((source) =>
    source.findings
      .filter((finding) => bearsOn(vocabulary, finding, asked))
      .map((finding) => ({ source, finding, group: groupOf(source, finding, questions.includes(finding.question)) })),
  );
  return new Map(
    eligibilityGroups.flatMap((group) => {
      const rows = [
        ...Map.groupBy(
          found.filter((one) => one.group === group),
          ({ source }) => source,
        ),
      ]
        .map(([source, own]) => ({ source, findings: own.map(({ finding }) => finding) }))
        .sort(byName);
      return rows.length ? [[group, rows] as const] : [];
    }),
  );
}
