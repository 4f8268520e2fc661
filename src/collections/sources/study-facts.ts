/** How a study was made, what was given in it, what a review takes in and what a work leaves out: facts ready to print. */
import { citationName } from '../../evidence/source-name.ts';
import type { Library, SourceEntry } from '../../library/library.ts';
import { absenceWords } from '../../evidence/prose-values.ts';
import { allocations, answers, blinds } from '../../schema/design.ts';
import { labelOf } from '../../schema/word-list.ts';
import type { Link } from '../../parts/shell.ts';
import { sourceUrl } from '../../parts/urls.ts';
import { formatCount, formatList, withinSentence } from '../../words/phrase.ts';

export interface StudyFact {
  readonly label: string;
  readonly text: string;
  /** Where in the source; empty where nobody said. */
  readonly locator: string;
}

/** One study that a review takes in; `href` is empty for a work without a digest here. */
export interface IncludedStudy extends Link {
  readonly held: boolean;
}

export interface StudyFacts {
  readonly design: readonly StudyFact[];
  readonly regimens: readonly StudyFact[];
  readonly included: readonly IncludedStudy[];
  /** What the list of studies is, e.g. `3 studies, not all that it takes in`; empty for what takes in none. */
  readonly includedSays: string;
  /** What is not reported, in the words that what was read allows. */
  readonly absent: readonly StudyFact[];
}

type Design = NonNullable<SourceEntry['design']>;

const designLabels: Readonly<Record<keyof Design, string>> = {
  allocation: 'Allocation',
  concealed: 'Allocation concealed',
  blinded: 'Blinded',
  randomised: 'Randomised',
  treated: 'Treated',
  analysed: 'Analysed',
  lost: 'Lost',
  stoppedEarly: 'Stopped early',
  registered: 'Registered',
};
const valueLabels: Readonly<Record<string, string>> = { ...allocations, ...answers, ...blinds };

/** A value in words, e.g. `Randomised`, `337 people` or `participants and assessors`. */
function valueWords(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return formatCount(value, 'person', 'people');
  const [first = '', ...rest] = [value].flat().map((one) => valueLabels[one] ?? one);
  return formatList([first, ...rest.map(withinSentence)]);
}

const designFacts = (design: Design = {}): StudyFact[] =>
  (Object.keys(designLabels) as (keyof Design)[]).flatMap((name) => {
    const fact = design[name];
    return fact ? [{ label: designLabels[name], text: valueWords(fact.value), locator: fact.locator ?? '' }] : [];
  });

const regimenFacts = ({ regimens }: SourceEntry, { vocabulary }: Library): StudyFact[] =>
  regimens.map(({ agent, dose, route, duration, device, locator = '' }) => ({
    label: agent,
    text: [dose, route, duration, device && `by ${labelOf(vocabulary.devices, device)}`].filter(Boolean).join(', '),
    locator,
  }));

/** What it leaves out; what the page says in a field of its own is left to that. */
const absentFacts = (source: SourceEntry, library: Library): StudyFact[] =>
  source.absent
    .filter(({ item }) => !library.vocabulary.absences[item]?.elsewhere)
    .map((absence) => ({
      label: labelOf(library.vocabulary.absences, absence.item),
      text: absenceWords(library, source, absence),
      locator: absence.dismissed.map(({ passage, reason }) => `“${passage}”: ${reason}`).join(' '),
    }));

/** The facts of one source, e.g. `studyFacts(source, library).design[0]` is `{ label: 'Allocation', text: 'Randomised', … }`. */
export function studyFacts(source: SourceEntry, library: Library): StudyFacts {
  const { includes } = source;
  const included = (includes?.studies ?? []).map(({ source: id, work = '' }): IncludedStudy => {
    const held = id && library.sources.get(id);
    return held ? { href: sourceUrl(held.id), text: citationName(held), held: true } : { href: '', text: work || String(id), held: false };
  });
  return {
    design: designFacts(source.design),
    regimens: regimenFacts(source, library),
    included,
    includedSays: includes
      ? `${formatCount(included.length, 'study', 'studies')}, ${includes.complete ? 'all that it takes in' : 'maybe not all that it takes in'}`
      : '',
    absent: absentFacts(source, library),
  };
}
