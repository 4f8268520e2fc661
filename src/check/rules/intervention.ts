/** Treatments in prose: that what stands beside a citation is what the cited source is about. */
import { formatList } from '../../words/phrase.ts';
import type { LintContext } from '../lint-context.ts';
import { armFaults } from '../reading/arms.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { digestFigures, type DigestFigures } from '../reading/digest-figures.ts';
import { featuresBy, likeness, windowsAt, type ToFeatures } from '../reading/likeness.ts';
import { canMean, interventionFinder, isPartOf, type NamedThing, type NameFinder } from '../reading/names.ts';
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

/** Before what had been done already, and is not what was tested. */
const AFTER = /(?<!\p{L})(?:after|following|had had)\s(?:an?\s|the\s|successful\s)?$/iu;

/** Whether the digest says the same of that thing in a place that is like ours. */
function isToldThere(text: string, thing: NamedThing, { digest }: Cited, find: NameFinder, toFeatures: ToFeatures, near = NEAR): boolean {
  const rest = text.slice(0, thing.at) + ' '.repeat(thing.said.length) + text.slice(thing.at + thing.said.length);
  const [from, to] = windowsAt(rest, thing.at)[1] ?? [0, rest.length];
  const like = likeness(digest, toFeatures, rest.slice(from, to), '');
  const top = Math.max(0, ...like);
  const isPast = AFTER.test(text.slice(0, thing.at));
  return digest.units.some(
    (unit, index) =>
      (like[index] ?? 0) >= near * top &&
      find(unit.text).some(
        ({ means, at }) => (isPast || !AFTER.test(unit.text.slice(0, at))) && [...means].some((one) => thing.means.has(one)),
      ),
  );
}

const DENIED = /(?<!\p{L})(?:without|not|no|nor|neither|than|nobody had)\s(?:an?\s|the\s|with\s|by\s|on\s|to\s)?$/iu;
const LEFT_OUT = /^\s(?:(?:is|are|was|were)\s)?(?:not (?:checked|reported|told|named|measured)|left out|used)(?!\p{L})/iu;
const OR = /(?:^|\s)(?:or|and|with or without|with)\s(?:an?\s|the\s)?$/iu;

/** So far a second name stands from the first that it is joined to. */
const NEARBY = 24;

/** Named only to set it apart, or as a second choice beside what the source is about: `thrombectomy with or without thrombolysis`. */
function isSetAside(text: string, { at, said }: NamedThing, before: readonly NamedThing[]): boolean {
  const words = text.slice(0, at);
  return (
    DENIED.test(words) ||
    LEFT_OUT.test(text.slice(at + said.length)) ||
    (OR.test(words) && before.some((one) => at - one.at - one.said.length < NEARBY))
  );
}

/** What is done for our subject alone is named as such even beside something else. */
const isSpecific = ({ content }: LintContext, { means }: NamedThing): boolean =>
  [...means].some((one) => content.library.vocabulary.interventions[one]?.specific);

/** Whether the digest names it anywhere. */
const isTold = (thing: NamedThing, { digest }: Cited, find: NameFinder): boolean =>
  digest.units.some((unit) => find(unit.text).some(({ means }) => [...means].some((one) => thing.means.has(one))));

const mismatch = (said: string, { sources }: CitedClaim): string =>
  `The name “${said}” stands beside ${formatList(sources.map((id) => `\`${id}\``))}, which ${sources.length > 1 ? 'have' : 'has'} no finding and no result on it.`;

interface NameFault {
  readonly at: number;
  readonly message: string;
}

function interventionFaults(claim: CitedClaim, context: LintContext, find: NameFinder, toFeatures: ToFeatures): NameFault[] {
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
/** Beside a treatment it is what that is added to; alone it is the treatment. */
const WITH = /(?<!\p{L})(?:with|on)\s$/iu;
const ARM = /^(?:\s(?:alone|only|group|arm|controls?))(?!\p{L})/iu;

/** What everybody is given, named in the place of the treatment: `after anticoagulants` and not `against anticoagulants`. */
const isTreatment = (text: string, { at, said }: NamedThing): boolean =>
  !BESIDE.test(text.slice(0, at)) && !ARM.test(text.slice(at + said.length));

/** So like ours is what a digest says of the comparison itself. */
const LIKEST = 0.8;

function comparisonFaults(
  claim: CitedClaim,
  context: LintContext,
  find: NameFinder,
  findGiven: NameFinder,
  toFeatures: ToFeatures,
): NameFault[] {
  const text = wordsOfClaim(claim);
  const named = find(text);
  const cited = named.length ? citedBy(context, claim.sources) : [];
  const { against } = context.content.library.vocabulary.comparison ?? {};
  const isOnIt = (id: string): boolean => (context.sourceOf.get(id)?.data.findings ?? []).some((one) => one?.intervention === against);
  if (cited.length < claim.sources.length || cited.some(({ id }) => isOnIt(id))) return [];
  const isAlone = !findGiven(text).length;
  const findTreatment: NameFinder = (words) => find(words).filter((one) => isTreatment(words, one));
  const isTold = (thing: NamedThing): boolean => {
    const [before, after] = [text.slice(0, thing.at), text.slice(thing.at + thing.said.length)];
    if (isTreatment(text, thing)) return cited.some((one) => isToldThere(text, thing, one, findTreatment, toFeatures, LIKEST));
    // What something is set against stands at least somewhere in the digest.
    const near = isAlone && WITH.test(before) && !ARM.test(after) ? NEAR : 0;
    return cited.some((one) => isToldThere(text, thing, one, find, toFeatures, near));
  };
  return named.filter((thing) => !isTold(thing)).map(({ at, said }) => ({ at, message: mismatch(said, claim) }));
}

export const interventionMismatch: Rule = {
  name: 'intervention-mismatch',
  level: 'error',
  says: 'What stands beside a citation is what the findings and results of the cited source are on.',
  why: 'What was shown of one treatment would be believed of another.',
  *find(context) {
    const find = interventionFinder(context);
    const findComparison = interventionFinder(context, 'against');
    const findAny = (text: string): NamedThing[] => [...find(text), ...findComparison(text)];
    const toFeatures = featuresBy(context);
    for (const claim of claimsOf(context)) {
      if (!claim.sources.length || claim.sentence.kind === 'heading') continue;
      const faults = [
        ...interventionFaults(claim, context, find, toFeatures),
        ...comparisonFaults(claim, context, findComparison, find, toFeatures),
        ...armFaults(claim, context, findAny, toFeatures),
      ];
      for (const { at, message } of faults)
        yield { ...claim.where(at), message, fix: 'Name what the source is about, or cite the source that is about this.' };
    }
  },
};
