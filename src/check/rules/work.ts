/** Names of works in prose: that the source beside a study or a publisher is theirs. */
import { formatList } from '../../words/phrase.ts';
import type { LintContext } from '../lint-context.ts';
import { claimsOf, wordsOfClaim, type CitedClaim } from '../reading/claims.ts';
import { digestFigures } from '../reading/digest-figures.ts';
import { workFinder, type NameFinder } from '../reading/names.ts';
import type { Rule } from '../rule.ts';

function workFaults(claim: CitedClaim, context: LintContext, find: NameFinder): { at: number; message: string }[] {
  const text = wordsOfClaim(claim);
  const digests = claim.sources.flatMap((id) => {
    const entry = context.sourceOf.get(id);
    return entry ? [{ id, digest: digestFigures(entry, context.content.library.vocabulary) }] : [];
  });
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
