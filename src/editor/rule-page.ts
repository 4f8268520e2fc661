/** The pages of the rules, made from the rules: what each wants, why, and its example with what the check prints of it. */
import type { RuleGuide } from '../check/rule-guide.ts';
import { toPieces, toPlain, type CodePiece } from '../parts/code-pieces.ts';
import { toShell, type Link, type Shell } from '../parts/shell.ts';
import { editorialUrl, homeUrl, rulesUrl, ruleUrl } from '../parts/urls.ts';

/** Lines of a file, with a word on what they are. */
export interface Excerpt {
  readonly as: 'wrong' | 'right' | 'given' | 'report';
  readonly label: string;
  readonly file: string;
  readonly text: string;
}

export interface RulePage {
  readonly shell: Shell;
  readonly name: string;
  readonly level: string;
  readonly says: readonly CodePiece[];
  readonly why: readonly CodePiece[];
  readonly excerpts: readonly Excerpt[];
  /** What is said where a right file has no such lines, or is not there. */
  readonly putRight: string;
  readonly ways: readonly (readonly CodePiece[])[];
  readonly neighbours: readonly (Link & { readonly label: string })[];
}

const levels = {
  error: { label: 'Error', says: 'An error: nothing is built while it stands.' },
  warning: { label: 'Warning', says: 'A warning: it is reported, and the site is built.' },
} as const;

function excerptsOf({ example }: RuleGuide): Excerpt[] {
  if (!example) return [];
  const { file, wrong, right, given, report } = example;
  return [
    ...given.map((one): Excerpt => ({ as: 'given', label: 'Say that this stands in', file: one.file, text: one.text })),
    {
      as: 'wrong',
      label: wrong ? 'Wrong, in' : 'Wrong: these lines are missing from',
      file,
      text: wrong || right,
    },
    { as: 'report', label: 'What the check prints', file: '', text: report },
    ...(right && wrong ? [{ as: 'right' as const, label: 'Right, in', file, text: right }] : []),
  ];
}

function putRightOf({ example }: RuleGuide): string {
  if (!example) return '';
  if (example.right && !example.wrong) return 'It is right with those lines in their place.';
  return example.right ? '' : 'It is right when that file is repaired, moved or taken out.';
}

/** The page of one rule; `guides` are all of them, in order, so that it leads on to its neighbours. */
export function rulePage(guide: RuleGuide, guides: readonly RuleGuide[]): RulePage {
  const at = guides.indexOf(guide);
  const neighbour = (label: string, other: RuleGuide | undefined) =>
    other ? [{ label, href: ruleUrl(other.name), text: other.name }] : [];
  return {
    shell: toShell({
      title: guide.name,
      description: toPlain(guide.says),
      path: ruleUrl(guide.name),
      breadcrumbs: [
        { href: homeUrl, text: 'Home' },
        { href: editorialUrl, text: 'Content quality' },
        { href: rulesUrl, text: 'Rules' },
      ],
      hidden: true,
    }),
    name: guide.name,
    level: levels[guide.level].says,
    says: toPieces(guide.says),
    why: toPieces(guide.why),
    excerpts: excerptsOf(guide),
    putRight: putRightOf(guide),
    ways: (guide.example?.ways ?? []).map(toPieces),
    neighbours: [...neighbour('Previous', guides[at - 1]), ...neighbour('Next', guides[at + 1])],
  };
}

export interface RulesPage {
  readonly shell: Shell;
  readonly groups: readonly {
    readonly id: string;
    readonly label: string;
    readonly says: string;
    readonly rules: readonly (Link & { readonly says: readonly CodePiece[] })[];
  }[];
}

/** The list of all rules: those that stop a build first. */
export function rulesPage(guides: readonly RuleGuide[]): RulesPage {
  return {
    shell: toShell({
      title: 'Rules of the check',
      description: 'What every build holds content to: each rule with its reason, an example and the way out.',
      path: rulesUrl,
      breadcrumbs: [
        { href: homeUrl, text: 'Home' },
        { href: editorialUrl, text: 'Content quality' },
      ],
      hidden: true,
    }),
    groups: (['error', 'warning'] as const).map((level) => {
      const own = guides.filter((guide) => guide.level === level);
      return {
        id: `${level}s`,
        label: `${levels[level].label}s`,
        says: level === 'error' ? 'The site would be wrong with these, so nothing is built.' : 'These are reported, and the site is built.',
        rules: own.map(({ name, says }) => ({ href: ruleUrl(name), text: name, says: toPieces(says) })),
      };
    }),
  };
}
