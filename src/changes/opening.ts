/** The opening sentence: what changed, counted, the gravest first; and how many pages that reaches. */
import { changeKinds, levelOf, type Change, type ChangeKind, type ChangeLevel } from './change.ts';
import type { AffectedPage } from './difference.ts';
import { formatCount, formatList } from '../words/phrase.ts';

/** More clauses than this are no longer read. */
const CLAUSES = 6;

/** Changes of some levels, counted by kind and within a kind by what they add, e.g. `1 verdict moved from agree to disagree`. */
function clausesOf(changes: readonly Change[], levels: readonly ChangeLevel[]): { readonly clause: string; readonly count: number }[] {
  return (Object.keys(changeKinds) as ChangeKind[])
    .filter((kind) => levels.includes(levelOf(kind)))
    .flatMap((kind) => {
      const own = changes.filter((change) => change.kind === kind);
      const { one, many } = changeKinds[kind];
      return [...new Set(own.map(({ tally }) => tally))].map((tally) => {
        const count = new Set(own.filter((change) => change.tally === tally).map(({ unit }, index) => unit ?? index)).size;
        return { clause: [formatCount(count, one, many), tally].filter(Boolean).join(' '), count };
      });
    });
}

function joined(clauses: readonly { readonly clause: string; readonly count: number }[]): string {
  const rest = clauses.slice(CLAUSES).reduce((sum, { count }) => sum + count, 0);
  const said = clauses.slice(0, CLAUSES).map(({ clause }) => clause);
  return formatList(rest ? [...said, formatCount(rest, 'other change')] : said);
}

const pageWords = {
  question: ['question', 'questions'],
  topic: ['topic', 'topics'],
  pathway: ['pathway', 'pathways'],
  term: ['glossary entry', 'glossary entries'],
} as const;

/** `3 questions and 1 pathway are affected`; empty where nothing is. */
function affectedWords(affected: readonly AffectedPage[]): string {
  const counts = (Object.keys(pageWords) as (keyof typeof pageWords)[]).flatMap((collection) => {
    const count = affected.filter(({ ref }) => ref.collection === collection).length;
    const [one, many] = pageWords[collection];
    return count ? [formatCount(count, one, many)] : [];
  });
  return counts.length ? `${formatList(counts)} ${affected.length === 1 ? 'is' : 'are'} affected` : '';
}

/**
 * E.g. `2 findings changed stance and 1 verdict moved from agree to disagree; 3 questions and 1 pathway are affected.`
 * Where only our wording, the review or bookkeeping differ, it begins `Nothing changed in the evidence`.
 */
export function openingOf(changes: readonly Change[], affected: readonly AffectedPage[]): string {
  const evidence = clausesOf(changes, ['evidence']);
  const standing = clausesOf(changes, ['standing']);
  const wording = clausesOf(changes, ['wording']);
  if (evidence.length) return `${[joined([...evidence, ...standing]), affectedWords(affected)].filter(Boolean).join('; ')}.`;
  const rest = joined([...standing, ...wording]);
  return rest ? `Nothing changed in the evidence: ${rest}.` : 'Nothing changed in the evidence.';
}
