/** Names of works in prose: that the source beside a study or a publisher is theirs. */
import { formatList } from '../../words/phrase.ts';
import type { LintContext } from '../lint-context.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { digestFigures } from '../reading/digest-figures.ts';
import { workFinder, type NameFinder, type NamedThing } from '../reading/names.ts';
import { keysOf } from '../reading/sentences.ts';
import type { Rule } from '../rule.ts';

/** The sources in the next brackets behind a place, with where these begin and where the ones before it end; all of the claim behind the last. */
function citedBehind({ text, from, to, sources }: CitedClaim, at: number): { from: number; sources: readonly string[] } {
  const keys = keysOf(text.slice(from, to), from);
  const next = keys.find((key) => key.at > at);
  if (!next) return { from, sources };
  const bracket = (place: number): number => text.lastIndexOf('[', place);
  const same = keys.filter((key) => bracket(key.at) === bracket(next.at));
  return {
    from: Math.max(from, ...keys.filter((key) => key.at < bracket(next.at)).map((key) => text.indexOf(']', key.at))),
    sources: same.map(({ id }) => id),
  };
}

function workFaults(claim: CitedClaim, context: LintContext, find: NameFinder): { at: number; message: string }[] {
  const text = wordsOfClaim(claim);
  const speaksOf = (id: string, { means }: NamedThing): boolean => {
    const entry = context.sourceOf.get(id);
    if (!entry || id.split('-').some((part) => [...means].some((one) => one.toLowerCase() === part))) return true;
    return digestFigures(entry, context.content.library.vocabulary).units.some((unit) =>
      find(unit.text).some((one) => [...one.means].some((name) => means.has(name))),
    );
  };
  const named = find(text);
  const ofHead = find(claim.head ?? '').map((name) => ({ ...name, at: claim.from }));
  return [...ofHead, ...named].flatMap((name) => {
    const { from, sources } = citedBehind(claim, name.at);
    // Several works may be set beside each other in front of one citation: it must be of one of them.
    const beside = [...ofHead.filter(() => from === claim.from), ...named.filter(({ at }) => at >= from && at <= name.at)];
    const carried = claim.sources.some((id) => speaksOf(id, name)) && sources.some((id) => beside.some((one) => speaksOf(id, one)));
    return carried
      ? []
      : [
          {
            at: name.at,
            message: `The name “${name.said}” stands beside ${formatList(sources.map((id) => `\`${id}\``))}, where nothing is said of it.`,
          },
        ];
  });
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
