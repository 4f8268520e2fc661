/** Closed word lists: what an editor may write, and what a reader sees for it. */
import { z } from 'zod';

/** A row of a list: what a reader sees, and what is meant where the label alone does not tell. */
type Row = string | { readonly label: string; readonly says?: string };

/** What an editor is told about one word of a list, e.g. `Against: advises against it, or found it worse`. */
const meaningOf = (row: Row): string => (typeof row === 'string' ? row : row.says ? `${row.label}: ${row.says}` : row.label);

/** Builds a zod enum from the keys of a table of labels; the JSON Schema carries what each word means. */
export const keysOf = <T extends Record<string, Row>>(table: T) =>
  z
    .enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])
    .meta({ enumDescriptions: Object.values(table).map((row) => meaningOf(row)) });

/** The position that one source takes on one question. Never stronger than the source's own words. */
export const stances = {
  for: { label: 'For', says: 'recommends it, or found it better' },
  conditional: { label: 'Conditional', says: 'suggests or permits it for some, under conditions it names' },
  'research-only': { label: 'Only in research', says: 'confines it to formal studies' },
  against: { label: 'Against', says: 'recommends against it, or found it worse' },
  'no-difference': { label: 'No difference shown', says: 'showed no difference, which is not the same as none' },
  describes: { label: 'Neither for nor against', says: 'reports or describes it, and takes no position' },
} as const;
export const stance = keysOf(stances);
export type Stance = z.infer<typeof stance>;

/**
 * Whom a finding is about. A row with `covers: null` is a contested word: sources draw its border differently, so it
 * can be compared only through the source's own `terms`.
 */
export const populations = {
  any: { label: 'Any DVT of the leg', covers: ['iliocaval', 'iliofemoral', 'femoropopliteal', 'calf'] },
  iliocaval: { label: 'Iliocaval', covers: ['iliocaval'] },
  iliofemoral: { label: 'Iliofemoral', covers: ['iliofemoral'] },
  femoropopliteal: { label: 'Femoropopliteal', covers: ['femoropopliteal'] },
  calf: { label: 'Calf', covers: ['calf'] },
  'limb-threatening': { label: 'Limb-threatening (phlegmasia)', covers: ['limb-threatening'] },
  'no-anticoagulation': { label: 'Anticoagulation failed or impossible', covers: ['no-anticoagulation'] },
  pregnancy: { label: 'Pregnancy and after birth', covers: ['pregnancy'] },
  'chronic-obstruction': { label: 'Chronic venous obstruction', covers: ['chronic-obstruction'] },
  vte: { label: 'Any venous thromboembolism', covers: ['vte'] },
  distal: { label: '“Distal” DVT', covers: null },
  proximal: { label: '“Proximal” DVT', covers: null },
} as const satisfies Record<string, { label: string; covers: readonly string[] | null }>;
export const population = keysOf(populations);
export type Population = z.infer<typeof population>;

export const interventions = {
  'any-removal': 'Any clot removal',
  anticoagulation: 'Anticoagulation',
  cdt: 'Catheter-directed thrombolysis',
  pcdt: 'Pharmacomechanical thrombolysis',
  pmt: 'Percutaneous mechanical thrombectomy',
  aspiration: 'Aspiration thrombectomy',
  surgery: 'Surgical thrombectomy',
  'systemic-lysis': 'Systemic thrombolysis',
  lysis: 'Thrombolysis by any route',
  stent: 'Venous stent',
  filter: 'Caval filter',
  compression: 'Compression',
  assessment: 'Assessment and consent',
} as const;
export const intervention = keysOf(interventions);

/** Interventions that take in others: advice on the first is advice on each of those, and never the other way round. */
export const interventionParts: Partial<Record<keyof typeof interventions, readonly (keyof typeof interventions)[]>> = {
  'any-removal': ['cdt', 'pcdt', 'pmt', 'aspiration', 'surgery'],
  pmt: ['aspiration'],
  lysis: ['cdt', 'pcdt', 'systemic-lysis'],
};
export type Intervention = z.infer<typeof intervention>;

/** What our digest was made from. */
export const coverages = {
  'full-text': { label: 'Full text', says: 'made from the whole work' },
  abstract: { label: 'Abstract only', says: 'made from the abstract; the full text was not read' },
  excerpt: { label: 'Excerpt only', says: 'made from a part of the work; the full text was not read' },
  teaser: { label: 'Preview only', says: 'made from a preview that breaks off; the work itself was not seen' },
  'second-hand': { label: 'As cited elsewhere', says: 'made from what another work says about it; the work itself was not read' },
} as const;
export const coverage = keysOf(coverages);
export type Coverage = z.infer<typeof coverage>;

/** How much weight a news digest gave an item. The digest among our first articles has the field and leaves it empty. */
export const importances = {
  high: { label: 'High', says: 'the digest calls it important' },
  medium: { label: 'Medium', says: 'the digest calls it of interest' },
  low: { label: 'Low', says: 'the digest lists it for completeness' },
} as const;
export const importance = keysOf(importances);
export type Importance = z.infer<typeof importance>;

export const fundings = {
  public: 'Public money',
  society: 'A professional society’s own funds',
  industry: 'Industry',
  mixed: 'Public money and industry',
  unknown: 'Not reported, or not checked',
} as const;
export const funding = keysOf(fundings);
export type Funding = z.infer<typeof funding>;

/** Review states, in order. Nothing moves a page to `approved` in this edition: see `approvalClosed` in review.ts. */
export const statuses = {
  draft: { label: 'Draft', says: 'not published' },
  submitted: { label: 'Submitted', says: 'written, waiting for a reviewer' },
  'under-review': { label: 'Under review', says: 'no clinician has approved this page yet' },
  approved: { label: 'Approved', says: 'checked by a named clinician' },
} as const;
export const status = keysOf(statuses);
export type Status = z.infer<typeof status>;

/** The three wordings of one claim. */
export const registers = {
  public: { label: 'Public', says: 'everyday words' },
  student: { label: 'Student', says: 'with the reasons and the terms' },
  clinician: { label: 'Clinician', says: 'the answer, its strength and its source' },
} as const;
export const register = keysOf(registers);
export type Register = z.infer<typeof register>;
export const registerNames = Object.keys(registers) as Register[];

export const imageStatuses = { cleared: 'free to show', unknown: 'rights unclear', restricted: 'not free to show' } as const;
export const imageStatus = keysOf(imageStatuses);

export const outcomes = {
  'pts-any': 'Post-thrombotic syndrome, any',
  'pts-moderate-severe': 'Post-thrombotic syndrome, moderate or severe',
  'pts-severe': 'Post-thrombotic syndrome, severe',
  'major-bleeding': 'Major bleeding',
  'recurrent-vte': 'Recurrent venous thromboembolism',
  'pulmonary-embolism': 'Pulmonary embolism',
  death: 'Death',
  patency: 'Patency',
  rethrombosis: 'Rethrombosis',
  ulcer: 'Venous ulcer',
  'kidney-injury': 'Acute kidney injury',
  'clot-removed': 'Clot removed',
  'quality-of-life': 'Quality of life',
  other: 'Another outcome',
} as const;
export const outcome = keysOf(outcomes);
export type Outcome = z.infer<typeof outcome>;

/** The parts of a procedure, in the order in which they come. */
export const phases = {
  preparation: 'Preparation',
  access: 'Access',
  imaging: 'Imaging',
  crossing: 'Crossing the clot',
  removal: 'Removal',
  assessment: 'Reassessment',
  adjunct: 'Underlying cause',
  closure: 'Closure',
  aftercare: 'Afterwards',
} as const;
export const phase = keysOf(phases);
