/** Flaws of single sources: what happened to them, what they rest on, how firmly our findings are tied to them. Pure. */
import type { SourceEntry } from '../library/library.ts';
import { absenceSeenOn, verifiedOn } from '../library/anchor.ts';
import { chainShare } from './chain.ts';
import type { EditorialInput, Flawed } from './desk.ts';
import { fateOf } from './publication-status.ts';
import { pendingSentence, stageOf } from './pending.ts';
import { formatCount } from '../words/phrase.ts';

/** The sources of which there is something to say, in order of id. */
export const sourcesWhere = ({ graph }: EditorialInput, says: (source: SourceEntry) => string | undefined): Flawed[] =>
  [...graph.library.sources.values()].flatMap((source) => {
    const said = says(source);
    return said === undefined ? [] : [{ collection: 'source', id: source.id, says: said }];
  });

/** Retracted or superseded, and a page still uses it. */
export function withdrawn(desk: EditorialInput): Flawed[] {
  const { library, usedIn } = desk.graph;
  return sourcesWhere(desk, (source) => {
    const reasons = fateOf(source, library).filter(({ state }) => state !== 'corrected');
    const used = usedIn.get(source.id)?.length ?? 0;
    return reasons.length && used
      ? `It ${reasons.map(({ says }) => says).join(', and ')}, and ${formatCount(used, 'page')} still ${used === 1 ? 'uses' : 'use'} it.`
      : undefined;
  });
}

/** Trials that are over or published, as far as we know, and whose result we have not read. */
export const ended = (desk: EditorialInput): Flawed[] =>
  sourcesWhere(desk, ({ pending }) =>
    pending && stageOf(pending, desk.graph.asOf) !== 'running' ? pendingSentence(pending, desk.graph.asOf) : undefined,
  );

const more = (count: number): string => (count ? ` ${formatCount(count, 'more thing')} ${count === 1 ? 'does' : 'do'} not add up.` : '');

/** What does not add up in the work itself, the first thing in full. */
export const unresolved = (desk: EditorialInput): Flawed[] =>
  sourcesWhere(desk, ({ unresolved: open }) => (open[0] ? `${open[0].what.replace(/\.?$/, '.')}${more(open.length - 1)}` : undefined));

/** More than half of the citation marks go to one reference; a handful of marks tells nothing. */
export const oneReference = (desk: EditorialInput): Flawed[] =>
  sourcesWhere(desk, (source) => {
    const share = chainShare(source);
    return share && share.of > 3 && share.marks * 2 > share.of
      ? `${share.marks} of its ${share.of} citation marks go to one reference.`
      : undefined;
  });

/** Findings without an anchor, and anchors that no machine has found in the raw article. */
export const unanchored = (desk: EditorialInput): Flawed[] =>
  sourcesWhere(desk, (source) => {
    const bare = source.findings.filter(({ anchor }) => !anchor).length;
    const unseen = source.findings.filter(({ anchor }) => anchor && verifiedOn(desk.graph.library, source, anchor) === undefined).length;
    const of = `of ${formatCount(source.findings.length, 'finding')}`;
    const said = [
      ...(bare ? [`${bare} ${of} point${bare === 1 ? 's' : ''} at no passage`] : []),
      ...(unseen ? [`${unseen} ${bare ? '' : `${of} `}point${unseen === 1 ? 's' : ''} at a passage that no machine has found`] : []),
    ];
    return said.length ? `${said.join('; ')}.` : undefined;
  });

/** Absences that no machine has looked for in the raw article: pages print “not checked” of them. */
export const unlooked = (desk: EditorialInput): Flawed[] =>
  sourcesWhere(desk, (source) => {
    const open = source.absent.filter((one) => one.checked !== 'text' || absenceSeenOn(desk.graph.library, source, one) === undefined);
    return open.length ? `${open.length} of ${formatCount(source.absent.length, 'absence')} not looked for.` : undefined;
  });

/** Results of which nobody can tell how many people stand behind them. */
export const peopleless = (desk: EditorialInput): Flawed[] =>
  sourcesWhere(desk, ({ results }) => {
    const bare = results.filter(({ people }) => people === 'not-stated').length;
    return bare ? `${bare} of ${formatCount(results.length, 'result')} without people.` : undefined;
  });
