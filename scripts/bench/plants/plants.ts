/** Plants mistakes: one change in one file, of which what the cited digests hold shows that it makes the text false. Pure. */
import type { ContentFile } from '../../../src/library/content-file.ts';
import type { Library, SourceEntry } from '../../../src/library/library.ts';
import { isAdvice } from '../../../src/schema/recommendation.ts';
import { carriedItems, chance, figuresOf, isRunning, itemWords, numbersIn, pick, reportOneStudy, type CitedStretch } from './places.ts';

export const plantKinds = ['number', 'strength', 'intervention', 'absence', 'trial'] as const;
export type PlantKind = (typeof plantKinds)[number];

export interface Plant {
  readonly kind: PlantKind;
  readonly file: ContentFile;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** The file with the mistake. */
  readonly text: string;
  /** The digests that it contradicts. */
  readonly against: readonly SourceEntry[];
  /** What was done, in a few words. */
  readonly how: string;
}

export type PlantedChange = Pick<Plant, 'after' | 'how'> & { readonly against?: readonly SourceEntry[] };
export type Planter = (stretch: CitedStretch, library: Library, seed: string) => PlantedChange | undefined;

const nameOf = ({ file, line, from }: CitedStretch): string => `${file.path}:${line}:${from}`;
const replaced = ({ text }: CitedStretch, from: number, to: number, words: string): string => text.slice(0, from) + words + text.slice(to);

interface Match {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Where a pattern stands in the running text of a stretch. */
const matches = ({ text, from, to }: CitedStretch, pattern: RegExp): Match[] =>
  Array.from(text.matchAll(pattern), (match) => ({ from: match.index, to: match.index + match[0].length, words: match[0] })).filter(
    (match) => match.from >= from && match.to <= to && isRunning(text, match.from, match.to),
  );

const FIGURE = /(?<![\p{L}\d.,§#/]|\d[–-])\d+(?:\.\d+)?(?![\d\p{L}]|[.,]\d| i+\b)/gu;
/** What names a work, or leaves a number open to one side. */
const LOOSE =
  /(?:\b(?!(?:RR|OR|HR|PTS|PE|DVT|VTE|AKI|In|At|After|Of|By|Within)\s)\p{Lu}[\p{L}-]*|\b(?:about|almost|nearly|around|over|under|above|below|than|least|most|some|up to|until|from|section|table|type|class|level|grade))\s$/u;

/** Another number that none of the sources carries; sometimes one that stands elsewhere in the digest, under another result. */
const changeNumber: Planter = (stretch, _, seed) => {
  const name = nameOf(stretch);
  const open = matches(stretch, FIGURE).filter(
    ({ from, words }) =>
      !LOOSE.test(stretch.text.slice(0, from)) &&
      !/^(?:19|20)\d\d$/.test(words) &&
      stretch.cited.some((source) => figuresOf(source).has(Number(words))),
  );
  const old = pick(open, seed, `${name} which`);
  if (!old) return undefined;
  const places = old.words.split('.')[1]?.length ?? 0;
  const isShare = stretch.text.slice(old.to, old.to + 1) === '%';
  const standing = numbersIn(stretch.text);
  const value = Number(old.words);
  if (chance(seed, `${name} elsewhere`) < 0.4) {
    const others = stretch.cited.flatMap(({ results }) =>
      results.flatMap(({ arms, effect }) => [
        ...arms.flatMap(({ events, total, percent }) => (isShare ? [percent] : [events, total])),
        ...(isShare || places === 0 ? [] : [effect?.value, effect?.low, effect?.high]),
      ]),
    );
    const fit = others.filter(
      (one) => one !== undefined && (String(one).split('.')[1]?.length ?? 0) === places && !standing.includes(one) && one !== value,
    );
    const other = pick(fit, seed, `${name} other`);
    if (other !== undefined)
      return {
        after: replaced(stretch, old.from, old.to, String(other)),
        how: `${old.words} → ${other}, which stands elsewhere in the digest`,
      };
  }
  const step = 10 ** -places;
  const tries = [1, 2, -1, 3, -2, 7, 10, 20].map((steps) => Number((value + steps * step).toFixed(places))).concat(value * 2, value * 3);
  const fresh = tries.filter(
    (one) => one > 0 && one !== value && !(isShare && one > 100) && !stretch.beside.some((source) => figuresOf(source).has(one)),
  );
  const other = pick(fresh, seed, `${name} fresh`);
  if (other === undefined) return undefined;
  return { after: replaced(stretch, old.from, old.to, other.toFixed(places)), how: `${old.words} → ${other.toFixed(places)}` };
};

/** What is said, what would be more, and the stem that a digest must not hold itself, else more would be true. */
const stronger: readonly (readonly [RegExp, string, RegExp])[] = [
  [/\bsuggests\b/g, 'recommends', /\brecommend/i],
  [/\bsuggest\b/g, 'recommend', /\brecommend/i],
  [/\bsuggested\b/g, 'recommended', /\brecommend/i],
  [/\bmay\b/g, 'should', /\bshould\b/i],
  [/\bcan be\b/g, 'must be', /\bmust\b/i],
  [/\bconsider(?= (?:CDT|it|catheter|a|an|the|clot)\b)/g, 'offer', /^offer|\brecommend/i],
  [/ in selected (?:people|patients)\b/gi, '', /\bmost people/i],
  [/\bweak\b/g, 'strong', /\bstrong/i],
  [/\bweakly\b/g, 'strongly', /\bstrong/i],
  [/\bconditional\b/g, 'strong', /\bstrong/i],
  [/\b(?:very low|low|moderate)(?= certainty\b)/g, 'high', /\bhigh/i],
  [/\b(?:permits|allows)\b/g, 'recommends', /\brecommends\b/i],
  [/\b(?:acceptable|reasonable|optional)\b/g, 'recommended', /\brecommended\b/i],
  [/\bwould avoid\b/g, 'forbids', /\bforbid/i],
];

/** A stronger word about sources none of whose advice on the matter is strong or of unknown strength. */
const strengthen: Planter = (stretch, _, seed) => {
  const findings = stretch.cited.flatMap((source) => {
    const own = source.findings.filter(({ question }) => question === stretch.question);
    return own.length ? own : source.findings;
  });
  const advice = findings.filter(({ direction }) => direction !== undefined);
  if (!advice.length || advice.some(({ direction, strength }) => isAdvice(direction) && strength !== 'conditional')) return undefined;
  const said = advice.map(({ says, grade }) => `${says} ${grade?.value ?? ''}`).join('\n');
  const open = stronger.flatMap(([pattern, words, own]) =>
    own.test(said) ? [] : matches(stretch, pattern).map((match) => ({ ...match, stronger: words })),
  );
  const one = pick(open, seed, `${nameOf(stretch)} which`);
  if (!one) return undefined;
  return { after: replaced(stretch, one.from, one.to, one.stronger), how: `${one.words.trim()} → ${one.stronger || 'nothing'}` };
};

/** Names for the three ways of treating, by how they are written: short, for everybody, for students and clinicians. */
const treatments = {
  cdt: { short: 'CDT', plain: 'clot-dissolving drugs', term: 'catheter-directed thrombolysis' },
  pmt: { short: 'PMT', plain: 'mechanical clot removal', term: 'mechanical thrombectomy' },
  anticoagulation: { short: 'anticoagulation', plain: 'blood thinners', term: 'anticoagulants' },
} as const;
type Treatment = keyof typeof treatments;
const TREATED: Readonly<Record<string, Treatment>> = {
  cdt: 'cdt',
  pcdt: 'cdt',
  'systemic-lysis': 'cdt',
  lysis: 'cdt',
  pmt: 'pmt',
  aspiration: 'pmt',
  anticoagulation: 'anticoagulation',
};

/** Every written name of the three, the longest first, with the interventions that it may mean. */
function namesOf({ vocabulary, terms }: Library): (readonly [name: string, meant: readonly string[]])[] {
  const rows = [...terms.values()].map((term) => ({ id: String(term.id), names: [term.name, ...term.synonyms, ...term.abbreviations] }));
  const meant = new Map<string, string[]>();
  for (const [intervention, row] of Object.entries(vocabulary.interventions)) {
    const ids = intervention === 'anticoagulation' ? ['anticoagulant'] : row.terms;
    for (const name of rows.filter(({ id }) => ids.includes(id)).flatMap(({ names }) => names))
      meant.set(name, [...(meant.get(name) ?? []), intervention]);
  }
  for (const name of rows.find(({ id }) => id === 'thrombolytic-drug')?.names ?? []) meant.set(name, ['lysis']);
  return [...meant].filter(([, ids]) => ids.some((id) => id in TREATED)).sort(([a], [b]) => b.length - a.length);
}

/** Whether one intervention is the other or takes it in. */
const overlap = ({ vocabulary: { interventions } }: Library, a: string, b: string): boolean =>
  a === b || Boolean(interventions[a]?.takesIn?.includes(b)) || Boolean(interventions[b]?.takesIn?.includes(a));

/** Another treatment, which none of the cited findings is about or takes in, in the place of one that they are about. */
const exchangeTreatment: Planter = (stretch, library, seed) => {
  const name = nameOf(stretch);
  const about = stretch.cited.flatMap(({ findings }) => findings.map(({ intervention }) => intervention));
  const given = stretch.cited.flatMap(({ results }) =>
    results.flatMap(({ arms }) => arms.flatMap(({ intervention }) => intervention ?? [])),
  );
  const names = namesOf(library);
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${names.map(([one]) => one).join('|')})(?![\\p{L}-])`, 'giu');
  const open = matches(stretch, pattern).flatMap((match) => {
    if (
      /\b(?:without|no|not|or|than|against|versus|v|over|and|manual|rotational|rheolytic)(?: an?| the)? $/i.test(
        stretch.text.slice(0, match.from),
      )
    )
      return [];
    const meant = names.find(([one]) => one.toLowerCase() === match.words.toLowerCase())?.[1] ?? [];
    if (!meant.some((one) => about.some((other) => overlap(library, one, other)))) return [];
    return (Object.keys(treatments) as Treatment[])
      .filter((other) => !meant.some((one) => TREATED[one] === other))
      .filter((other) => !about.some((one) => overlap(library, one, other) || TREATED[one] === other))
      .filter((other) => other === 'anticoagulation' || !given.some((one) => overlap(library, one, other) || TREATED[one] === other))
      .filter((other) => !Object.values(treatments[other]).some((one) => stretch.text.toLowerCase().includes(one.toLowerCase())))
      .map((other) => ({ ...match, other }));
  });
  const one = pick(open, seed, `${name} which`);
  if (!one) return undefined;
  const style = /^[A-Z]{2,}$/.test(one.words) ? 'short' : /thinner|dissolving|clot/i.test(one.words) ? 'plain' : 'term';
  const small = treatments[one.other][style];
  const words = /^\p{Lu}\p{Ll}/u.test(one.words) ? small.charAt(0).toUpperCase() + small.slice(1) : small;
  return { after: replaced(stretch, one.from, one.to, words), how: `${one.words} → ${words}` };
};

/** The citation of another work of the same kind that carries none of the figures before it. */
const exchangeTrial: Planter = (stretch, library, seed) => {
  const [old, ...more] = stretch.cited;
  const figures = Array.from(stretch.words.matchAll(FIGURE), ([text]) => Number(text)).filter((one) => old && figuresOf(old).has(one));
  if (!old || more.length || !figures.length) return undefined;
  const questions = new Set(old.findings.map(({ question }) => question));
  const others = [...library.sources.values()].filter(
    (one) =>
      one.kind === old.kind &&
      one.results.length > 0 &&
      !stretch.beside.some((other) => other === one || reportOneStudy(library, other, one)) &&
      !figures.some((figure) => figuresOf(one).has(figure)) &&
      one.findings.some(({ question }) => questions.has(question)),
  );
  const other = pick(others, seed, `${nameOf(stretch)} which`);
  if (!other) return undefined;
  const rest = stretch.text.slice(stretch.to).replace(`@${old.id}`, `@${other.id}`);
  return { after: stretch.text.slice(0, stretch.to) + rest, how: `${old.id} → ${other.id}`, against: [old, other] };
};

const denials = ['was not reported', 'is not reported', 'was not measured'] as const;

/** A sentence in a topic or question that denies what the cited digest carries. */
const denyInProse: Planter = (stretch, library, seed) => {
  const { text, cited } = stretch;
  const name = nameOf(stretch);
  const source = cited[0];
  // Only where a sentence ends with its line, so that the new one stands by itself.
  if (!source || cited.length > 1 || stretch.beside.length > 1 || !/\]\.$/.test(text) || /^[|\-*\d]/.test(text)) return undefined;
  const item = pick(
    carriedItems(source, library).filter((one) => one in library.vocabulary.outcomes),
    seed,
    `${name} item`,
  );
  if (item === undefined) return undefined;
  const sentence = `${itemWords(library, item)} ${pick(denials, seed, `${name} how`) ?? denials[0]} [@${source.id}].`;
  return { after: `${text} ${sentence}`, how: `added: ${sentence}` };
};

/** How one mistake of each kind is made in a cited stretch; undefined where the stretch gives no occasion. */
export const planters: Readonly<Record<PlantKind, Planter>> = {
  number: changeNumber,
  strength: strengthen,
  intervention: exchangeTreatment,
  absence: denyInProse,
  trial: exchangeTrial,
};
