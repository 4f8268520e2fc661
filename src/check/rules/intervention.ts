/** Names in prose: that what stands beside a citation is what the cited source is about. */
import { formatList } from '../../words/phrase.ts';
import type { LintContext } from '../lint-context.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { digestFigures, type DigestFigures } from '../reading/digest-figures.ts';
import { featuresBy, likeness, windowsAt, type ToFeatures } from '../reading/likeness.ts';
import { canMean, interventionFinder, isPartOf, workFinder, type NamedThing, type NameFinder } from '../reading/names.ts';
import type { Rule } from '../rule.ts';

interface Cited {
  readonly id: string;
  readonly digest: DigestFigures;
  /** Interventions of its findings, and of the arms of its results. */
  readonly interventions: ReadonlySet<string>;
}

const citedBy = ({ sourceOf, content }: LintContext, ids: readonly string[]): Cited[] =>
  ids.flatMap((id) => {
    const entry = sourceOf.get(id);
    if (!entry) return [];
    const { findings = [], results = [], regimens = [] } = entry.data;
    const { devices } = content.library.vocabulary;
    const named = [
      ...findings.map((finding) => finding?.intervention),
      ...results.flatMap((result) => (result?.arms ?? []).map((arm) => arm?.intervention)),
      ...[...findings, ...regimens].map((one) => devices[one?.device ?? '']?.intervention),
    ];
    return [{ id, digest: digestFigures(entry, content.library.vocabulary), interventions: new Set(named.flatMap((one) => one ?? [])) }];
  });

/** Places of a digest count as those that our words are about from this part of the likest. */
const NEAR = 0.6;

/** Whether the digest says the same of that thing in a place that is like ours. */
function isToldThere(text: string, thing: NamedThing, { digest }: Cited, find: NameFinder, toFeatures: ToFeatures, near = NEAR): boolean {
  const rest = text.slice(0, thing.at) + ' '.repeat(thing.said.length) + text.slice(thing.at + thing.said.length);
  const [from, to] = windowsAt(rest, thing.at)[1] ?? [0, rest.length];
  const like = likeness(digest, toFeatures, rest.slice(from, to), '');
  const top = Math.max(0, ...like);
  return digest.units.some(
    (unit, index) =>
      (like[index] ?? 0) >= near * top && find(unit.text).some(({ means }) => [...means].some((one) => thing.means.has(one))),
  );
}

const DENIED = /(?<!\p{L})(?:without|not|no|nor|neither|than)\s(?:an?\s|the\s|with\s|by\s|on\s|to\s)?$/iu;
const OR = /(?:^|\s)(?:or|and|with or without|with)\s(?:an?\s|the\s)?$/iu;

/** So far a second name stands from the first that it is joined to. */
const NEARBY = 24;

/** Named only to set it apart, or as a second choice beside what the source is about: `thrombectomy with or without thrombolysis`. */
function isSetAside(text: string, { at }: NamedThing, before: readonly NamedThing[]): boolean {
  const words = text.slice(0, at);
  return DENIED.test(words) || (OR.test(words) && before.some((one) => at - one.at - one.said.length < NEARBY));
}

/** What is done for our subject alone is named as such even beside something else. */
const isSpecific = ({ content }: LintContext, { means }: NamedThing): boolean =>
  [...means].some((one) => content.library.vocabulary.interventions[one]?.specific);

/** Whether the digest names it anywhere. */
const isTold = (thing: NamedThing, { digest }: Cited, find: NameFinder): boolean =>
  digest.units.some((unit) => find(unit.text).some(({ means }) => [...means].some((one) => thing.means.has(one))));

const mismatch = (said: string, { sources }: CitedClaim): string =>
  `The name “${said}” stands beside ${formatList(sources.map((id) => `\`${id}\``))}, which ${sources.length > 1 ? 'have' : 'has'} no finding and no result on it.`;

export function interventionFaults(
  claim: CitedClaim,
  context: LintContext,
  find: NameFinder,
  toFeatures: ToFeatures,
): { at: number; message: string }[] {
  const text = wordsOfClaim(claim);
  const named = find(text);
  if (!named.length) return [];
  const cited = citedBy(context, claim.sources).filter(({ interventions }) => interventions.size);
  if (!cited.length || cited.length < claim.sources.length) return [];
  const fits = (thing: NamedThing): boolean =>
    cited.some(
      (one) =>
        canMean(context, thing.means, one.interventions) || (isPartOf(context, thing.means, one.interventions) && isTold(thing, one, find)),
    );
  return named
    .filter(
      (thing, index) =>
        !fits(thing) &&
        !(
          isSetAside(text, thing, named.slice(0, index).filter(fits)) &&
          (!isSpecific(context, thing) || cited.some((one) => isTold(thing, one, find)))
        ),
    )
    .filter((thing) => !cited.some((one) => isToldThere(text, thing, one, find, toFeatures)))
    .map(({ at, said }) => ({ at, message: mismatch(said, claim) }));
}

/** Before and behind the name of what everybody is given: what is set against it, added to it or done without it is another thing. */
const BESIDE =
  /(?<!\p{L})(?:v|vs|versus|against|beats?|than|on|with|without|not|no|nor|and|despite|beside|besides|failed|(?:top|failure|regimen) of)\s(?:an?\s|the\s|their\s)?(?:oral\s)?$|·\s$/iu;
const ARM = /^(?:\s(?:alone|only|group|arm|controls?))(?!\p{L})/iu;

/** What everybody is given, named in the place of the treatment: `after anticoagulants` and not `against anticoagulants`. */
const asTreatment = (text: string, find: NameFinder): NamedThing[] =>
  find(text).filter(({ at, said }) => !BESIDE.test(text.slice(0, at)) && !ARM.test(text.slice(at + said.length)));

/** So like ours is what a digest says of the comparison itself. */
const LIKEST = 0.8;

export function comparisonFaults(
  claim: CitedClaim,
  context: LintContext,
  find: NameFinder,
  toFeatures: ToFeatures,
): { at: number; message: string }[] {
  const text = wordsOfClaim(claim);
  const named = asTreatment(text, find);
  const cited = named.length ? citedBy(context, claim.sources) : [];
  const { against } = context.content.library.vocabulary.comparison ?? {};
  const isOnIt = (id: string): boolean => (context.sourceOf.get(id)?.data.findings ?? []).some((one) => one?.intervention === against);
  if (cited.length < claim.sources.length || cited.some(({ id }) => isOnIt(id))) return [];
  return named
    .filter((thing) => !cited.some((one) => isToldThere(text, thing, one, (words) => asTreatment(words, find), toFeatures, LIKEST)))
    .map(({ at, said }) => ({ at, message: mismatch(said, claim) }));
}

export const interventionMismatch: Rule = {
  name: 'intervention-mismatch',
  level: 'error',
  says: 'What stands beside a citation is what the findings and results of the cited source are on.',
  why: 'What was shown of one treatment would be believed of another.',
  *find(context) {
    const find = interventionFinder(context);
    const findComparison = interventionFinder(context, 'against');
    const toFeatures = featuresBy(context);
    for (const claim of claimsOf(context)) {
      if (!claim.sources.length || claim.sentence.kind === 'heading') continue;
      const faults = [
        ...interventionFaults(claim, context, find, toFeatures),
        ...comparisonFaults(claim, context, findComparison, toFeatures),
      ];
      for (const { at, message } of faults)
        yield { ...claim.where(at), message, fix: 'Name what the source is about, or cite the source that is about this.' };
    }
  },
};

export function workFaults(claim: CitedClaim, context: LintContext, find: NameFinder): { at: number; message: string }[] {
  const text = wordsOfClaim(claim);
  const digests = citedBy(context, claim.sources);
  if (!digests.length) return [];
  return find(text)
    .filter(
      ({ means }) =>
        !digests.some(
          ({ digest, id }) =>
            id.split('-').some((part) => [...means].some((one) => one.toLowerCase() === part)) ||
            digest.units.some((unit) => find(unit.text).some((one) => [...one.means].some((name) => means.has(name)))),
        ),
    )
    .map(({ at, said }) => ({
      at,
      message: `The name “${said}” stands beside ${formatList(claim.sources.map((id) => `\`${id}\``))}, where nothing is said of it.`,
    }));
}

export const anotherWorkNamed: Rule = {
  name: 'another-work-named',
  level: 'error',
  says: 'A sentence that names a study or a publisher cites a source of theirs, or one that speaks of them.',
  why: 'What one trial found would be looked for in another, and not be found.',
  *find(context) {
    const find = workFinder(context);
    for (const claim of claimsOf(context)) {
      if (!claim.sources.length || !claim.own || claim.sentence.kind === 'heading') continue;
      for (const { at, message } of workFaults(claim, context, find))
        yield { ...claim.where(at), message, fix: 'Cite the source that is named, or name the one that is cited.' };
    }
  },
};
