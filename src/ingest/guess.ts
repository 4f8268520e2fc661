/**
 * Guesses what nobody says: the kind of a page from its words, that of a record from its publication types and title, and the language of a
 * text. Says by which; every guess of a kind goes to the editor as a question.
 */
import type { SourceKind } from '../schema/kinds.ts';
import type { SavedPage } from './saved-page.ts';

export interface KindGuess {
  readonly kind: SourceKind;
  /** Completes "because …", e.g. `it speaks of instructions for use`. */
  readonly because: string;
}

type Sign = readonly [kind: SourceKind, pattern: RegExp, says?: string];

const pageSigns: readonly Sign[] = [
  [
    'machine-summary',
    /\b(?:our (?:\S+ )?(?:A\.?I\.?|assistant)(?=\s)|AI[- ](?:generated|written|powered|assisted)|(?:generated|written) by (?:an? )?(?:AI|artificial intelligence|language model)|pending human review)/i,
    'the page speaks of a machine as its author or of a human review still to come',
  ],
  [
    'vendor',
    /\b(?:instructions for use|\(IFU\)|product (?:indications|page|instructions)|devices? (?:are|is) intended for use|authori[sz]ed (?:local )?(?:distributor|dealer)|our (?:products?|devices?|range of))/i,
    'it speaks of products, instructions for use or distributors, as manufacturers do',
  ],
  [
    'safety-notice',
    /\b(?:field safety notice|class I+ recall|urgent (?:medical )?device (?:correction|recall))\b/i,
    'it speaks of a recall or a field safety notice',
  ],
  [
    'guidance-public',
    /^(?:patient |public )?information (?:for|about) (?:the )?(?:public|patients?|people)\b|\bpatient information leaflet\b/im,
    'it calls itself information for the public or for patients',
  ],
];

/** The first kind whose sign stands on the page, else the kind given for want of any sign. */
export function guessKind(page: SavedPage, otherwise: KindGuess): KindGuess {
  const text = [page.text, ...page.disclaimers, ...page.boilerplate].join('\n');
  const [kind, , because] = pageSigns.find(([, pattern]) => pattern.test(text)) ?? [];
  return kind && because ? { kind, because } : otherwise;
}

/** Publication types of MEDLINE and others, the most telling first: a guideline is often filed as a review too. What an editor must know besides stands last. */
const typeSigns: readonly Sign[] = [
  [
    'narrative-review',
    /^(?:retraction of publication|retraction notice|published erratum|expression of concern)$/i,
    'a notice about another work',
  ],
  ['trial-protocol', /^clinical trial protocol$/i],
  ['guideline', /^(?:practice )?guideline$/i],
  ['position-statement', /^consensus (?:statement|development conference)/i],
  ['systematic-review', /^(?:network )?meta-analysis$|^systematic review$/i],
  ['trial', /^(?:randomi[sz]ed controlled trial|pragmatic clinical trial|equivalence trial)/i],
  ['case-series', /^case reports?$/i],
  ['cohort', /^observational study$/i],
  ['trial', /^(?:controlled )?clinical trial/i, 'which does not say that it was randomised'],
  ['narrative-review', /^(?:scoping )?review$/i],
  ['news', /^(?:news|newspaper article)$/i],
  ['narrative-review', /^(?:editorial|letter|comment|personal narrative)$/i, 'an opinion'],
];

const titleSigns: readonly Sign[] = [
  [
    'trial-protocol',
    /\b(?:study|trial) protocol\b|\bprotocol (?:for|of) (?:a|an|the)\b|\b(?:rationale|design) and (?:rationale|design)\b/i,
  ],
  ['subgroup-analysis', /\b(?:sub-?group|post[- ]hoc|secondary) analys[ie]s\b/i],
  ['systematic-review', /\bsystematic review\b|\bmeta-analys[ie]s\b/i],
  ['guideline', /\b(?:clinical practice )?guidelines?\b/i],
  ['position-statement', /\b(?:position|consensus) statements?\b|\bstandards of practice\b|\bexpert consensus\b/i],
  ['trial', /\brandomi[sz]ed\b/i],
  ['registry', /\bregistry\b/i],
  ['cohort', /\bcohort\b|\b(?:retro|pro)spective(?:ly)?\b/i],
  ['case-series', /\bcase (?:reports?|series)\b/i],
  ['narrative-review', /\breview\b/i],
];

/**
 * The guess for a record, e.g. types `['Journal Article', 'Randomized Controlled Trial']` give `trial`. A title that speaks
 * of a subgroup or a protocol counts more than the type of the trial that it belongs to. `registrar` is who keeps the record.
 * Where neither tells, the guess is one that moves no verdict.
 */
export function guessRecordKind(registrar: string, types: readonly string[], title: string): KindGuess {
  const [named, words] = titleSigns.find(([, pattern]) => pattern.test(title)) ?? [];
  const [typed, pattern, note] = typeSigns.find(([, pattern]) => types.some((type) => pattern.test(type))) ?? [];
  if (named && (!typed || (typed === 'trial' && /^(?:subgroup|trial-protocol)/.test(named)))) {
    return { kind: named, because: `its title speaks of “${words?.exec(title)?.[0] ?? ''}”` };
  }
  if (typed) {
    const type = types.find((each) => pattern?.test(each)) ?? '';
    return { kind: typed, because: `its publication type at ${registrar} is “${type}”${note ? `, ${note}` : ''}` };
  }
  return { kind: 'narrative-review', because: `the record of ${registrar} does not say what it is, and this kind moves no verdict` };
}

const words: Readonly<Record<string, string>> = {
  en: 'the of and to in is that for it with as are be this by on or from an at which not can',
  fr: 'le la les des du et est une un dans pour que qui sur par avec au aux ne pas ce sont ou cette',
  de: 'der die das und ist von den mit zu für ein eine nicht auf im dem des sich werden bei als auch',
  es: 'el los las de que y en un una por con para es del se al su como más pero son o esta',
  it: 'il di che e la per un una in del della non con si è le dei nel alla sono come anche più',
  nl: 'de het een van en in is op te dat voor met zijn niet aan er bij ook worden als of naar',
  pt: 'o os as de que e do da em um uma para com não por mais dos no na se são ao ou',
};
const sets = Object.entries(words).map(([language, list]) => [language, new Set(list.split(' '))] as const);

/** Characters from the start that tell a language as well as the whole. */
const ENOUGH = 50_000;

/** `en`, `fr`, … or `und` when fewer than three known words stand in the text or two languages tie, e.g. `toLanguage('Xyz') === 'und'`. */
export function toLanguage(text: string): string {
  const tokens =
    text
      .slice(0, ENOUGH)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const ranked = sets
    .map(([language, set]) => ({ language, hits: tokens.filter((token) => set.has(token)).length }))
    .sort((a, b) => b.hits - a.hits);
  const [first, second] = ranked;
  return first && second && first.hits >= 3 && first.hits > second.hits ? first.language : 'und';
}
