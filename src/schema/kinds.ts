/** What kinds of source there are, and all that follows from a kind: one row each, nothing decided elsewhere. */

export type Tier = 'primary' | 'secondary' | 'tertiary' | 'none';

export interface SourceKindRow {
  /** As a reader sees it. */
  readonly label: string;
  readonly plural: string;
  /** Distance from the patients: primary studies them, secondary appraises studies, tertiary summarises summaries, none is not evidence. */
  readonly tier: Tier;
  /** The most that a finding of this kind can be. */
  readonly carries: 'recommendation' | 'result' | 'description';
  /** False: shown, but never moves a verdict. */
  readonly movesVerdict: boolean;
  /** Export types of the work on its own. */
  readonly csl: string;
  readonly bibtex: string;
  readonly ris: string;
  readonly schemaOrg: string;
  /** True: when it stands in a journal (`container` is given) it is exported as an article there. */
  readonly inJournal: boolean;
  /** Fields that this kind cannot do without, besides those of every source. */
  readonly requires: readonly string[];
  /** Months after `retrieved` at which somebody must look again. */
  readonly reviewMonths: number;
}

const study = {
  carries: 'result',
  movesVerdict: true,
  csl: 'article-journal',
  bibtex: 'article',
  ris: 'JOUR',
  schemaOrg: 'MedicalScholarlyArticle',
  inJournal: true,
  // No authors: an abstract is often seen without them, and a name from memory would be worse than none.
  requires: [],
  reviewMonths: 24,
} as const;
const advice = {
  tier: 'secondary',
  carries: 'recommendation',
  movesVerdict: true,
  csl: 'report',
  bibtex: 'techreport',
  ris: 'RPRT',
  schemaOrg: 'MedicalGuideline',
  inJournal: true,
  requires: ['authors', 'jurisdiction'],
  reviewMonths: 12,
} as const;
const aside = {
  carries: 'description',
  movesVerdict: false,
  bibtex: 'misc',
  inJournal: false,
  requires: ['authors', 'url'],
  reviewMonths: 12,
} as const;

export const sourceKinds = {
  guideline: { ...advice, label: 'Guideline', plural: 'Guidelines' },
  'guidance-public': {
    ...advice,
    label: 'Guidance for the public',
    plural: 'Guidance for the public',
    schemaOrg: 'MedicalWebPage',
    inJournal: false,
  },
  'position-statement': { ...advice, label: 'Position statement', plural: 'Position statements' },
  'systematic-review': { ...study, tier: 'secondary', label: 'Systematic review', plural: 'Systematic reviews' },
  trial: { ...study, tier: 'primary', label: 'Randomised trial', plural: 'Randomised trials' },
  'subgroup-analysis': { ...study, tier: 'primary', label: 'Subgroup analysis', plural: 'Subgroup analyses' },
  'trial-protocol': {
    ...study,
    tier: 'primary',
    carries: 'description',
    label: 'Trial protocol',
    plural: 'Trial protocols',
    requires: ['authors', 'pending'],
    reviewMonths: 6,
  },
  registry: { ...study, tier: 'primary', label: 'Registry', plural: 'Registries' },
  cohort: { ...study, tier: 'primary', label: 'Cohort study', plural: 'Cohort studies' },
  'case-series': { ...study, tier: 'primary', label: 'Case series', plural: 'Case series' },
  'narrative-review': {
    ...study,
    tier: 'secondary',
    carries: 'description',
    movesVerdict: false,
    label: 'Narrative review',
    plural: 'Narrative reviews',
  },
  'safety-notice': {
    ...aside,
    tier: 'primary',
    label: 'Safety notice',
    plural: 'Safety notices',
    csl: 'report',
    ris: 'RPRT',
    schemaOrg: 'Report',
    requires: ['authors', 'jurisdiction'],
  },
  instrument: {
    ...study,
    tier: 'primary',
    carries: 'description',
    movesVerdict: false,
    label: 'Instrument',
    plural: 'Instruments',
    reviewMonths: 24,
  },
  vendor: {
    ...aside,
    tier: 'none',
    label: "Manufacturer's page",
    plural: "Manufacturers' pages",
    csl: 'webpage',
    ris: 'ELEC',
    schemaOrg: 'WebPage',
  },
  news: {
    ...aside,
    tier: 'none',
    label: 'News item',
    plural: 'News items',
    csl: 'article-newspaper',
    ris: 'NEWS',
    schemaOrg: 'NewsArticle',
  },
  'machine-summary': {
    ...aside,
    tier: 'tertiary',
    label: 'AI-generated summary',
    plural: 'AI-generated summaries',
    csl: 'webpage',
    ris: 'ELEC',
    schemaOrg: 'WebPage',
    requires: ['authors'],
  },
} as const satisfies Record<string, SourceKindRow>;

export type SourceKind = keyof typeof sourceKinds;

/** The row of a kind, e.g. `kindRow('trial').tier === 'primary'`. */
export const kindRow = (kind: SourceKind): SourceKindRow => sourceKinds[kind];

/** Tiers in the order in which pages show them, with words and what they mean. */
export const tiers: Record<Tier, { label: string; says: string }> = {
  primary: { label: 'Primary', says: 'studies patients or reports what happened to them' },
  secondary: { label: 'Secondary', says: 'appraises studies, or advises on the strength of them' },
  tertiary: { label: 'Tertiary', says: 'summarises summaries' },
  none: { label: 'Not evidence', says: 'news, or a manufacturer writing about its own product' },
};
