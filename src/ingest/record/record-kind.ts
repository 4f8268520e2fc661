/** Guesses the kind of a work from its publication types and title, and says by which. Where neither tells, the guess is one that moves no verdict. */
import type { SourceKind } from '../../schema/kinds.ts';
import type { KindGuess } from '../kind-guess.ts';

interface Sign {
  readonly pattern: RegExp;
  readonly kind: SourceKind;
  /** What the editor must know besides. */
  readonly note?: string;
}

/** Publication types of MEDLINE and others, the most telling first: a guideline is often filed as a review too. */
const typeSigns: readonly Sign[] = [
  {
    pattern: /^(?:retraction of publication|retraction notice|published erratum|expression of concern)$/i,
    kind: 'narrative-review',
    note: 'a notice about another work',
  },
  { pattern: /^clinical trial protocol$/i, kind: 'trial-protocol' },
  { pattern: /^(?:practice )?guideline$/i, kind: 'guideline' },
  { pattern: /^consensus (?:statement|development conference)/i, kind: 'position-statement' },
  { pattern: /^(?:network )?meta-analysis$|^systematic review$/i, kind: 'systematic-review' },
  { pattern: /^(?:randomi[sz]ed controlled trial|pragmatic clinical trial|equivalence trial)/i, kind: 'trial' },
  { pattern: /^case reports?$/i, kind: 'case-series' },
  { pattern: /^observational study$/i, kind: 'cohort' },
  { pattern: /^(?:controlled )?clinical trial/i, kind: 'trial', note: 'which does not say that it was randomised' },
  { pattern: /^(?:scoping )?review$/i, kind: 'narrative-review' },
  { pattern: /^(?:news|newspaper article)$/i, kind: 'news' },
  { pattern: /^(?:editorial|letter|comment|personal narrative)$/i, kind: 'narrative-review', note: 'an opinion' },
];

const titleSigns: readonly Sign[] = [
  {
    pattern: /\b(?:study|trial) protocol\b|\bprotocol (?:for|of) (?:a|an|the)\b|\b(?:rationale|design) and (?:rationale|design)\b/i,
    kind: 'trial-protocol',
  },
  { pattern: /\b(?:sub-?group|post[- ]hoc|secondary) analys[ie]s\b/i, kind: 'subgroup-analysis' },
  { pattern: /\bsystematic review\b|\bmeta-analys[ie]s\b/i, kind: 'systematic-review' },
  { pattern: /\b(?:clinical practice )?guidelines?\b/i, kind: 'guideline' },
  { pattern: /\b(?:position|consensus) statements?\b|\bstandards of practice\b|\bexpert consensus\b/i, kind: 'position-statement' },
  { pattern: /\brandomi[sz]ed\b/i, kind: 'trial' },
  { pattern: /\bregistry\b/i, kind: 'registry' },
  { pattern: /\bcohort\b|\b(?:retro|pro)spective(?:ly)?\b/i, kind: 'cohort' },
  { pattern: /\bcase (?:reports?|series)\b/i, kind: 'case-series' },
  { pattern: /\breview\b/i, kind: 'narrative-review' },
];

/**
 * The guess for a record, e.g. types `['Journal Article', 'Randomized Controlled Trial']` give `trial`. A title that speaks
 * of a subgroup or a protocol counts more than the type of the trial that it belongs to. `registrar` is who keeps the record.
 */
export function guessRecordKind(registrar: string, types: readonly string[], title: string): KindGuess {
  const named = titleSigns.find(({ pattern }) => pattern.test(title));
  const words = named?.pattern.exec(title)?.[0];
  const byTitle = named && words ? { kind: named.kind, because: `its title speaks of “${words}”` } : undefined;
  const typed = typeSigns.find(({ pattern }) => types.some((type) => pattern.test(type)));
  const type = typed && types.find((each) => typed.pattern.test(each));
  if (byTitle && (!typed || (typed.kind === 'trial' && /^(?:subgroup|trial-protocol)/.test(byTitle.kind)))) return byTitle;
  if (typed && type) {
    return { kind: typed.kind, because: `its publication type at ${registrar} is “${type}”${typed.note ? `, ${typed.note}` : ''}` };
  }
  return { kind: 'narrative-review', because: `the record of ${registrar} does not say what it is, and this kind moves no verdict` };
}
