/** English words for how strongly something is advised, or how sure it is. Data, no program. */

/** How much a word claims: see `rules/strength.ts` for what a source must hold to carry it. */
export type Force = 'recommends' | 'obliges' | 'suggests' | 'lets' | 'proves';

export interface StrengthWord {
  readonly force: Force;
  /** Whole words, as a part of a pattern. */
  readonly words: string;
  /** The same in a digest: what there carries it besides a strength. */
  readonly carriedBy: string;
}

export const strengthWords: readonly StrengthWord[] = [
  {
    force: 'recommends',
    words: 'recommend|recommends|recommended|recommending|urges|urged|first choice',
    carriedBy: 'recommend(?!ation)\\w*|urge\\w*|first choice|mainstay',
  },
  {
    force: 'obliges',
    words:
      'should|must|ought to|mandatory|required|requires|insists|insist|demands|obliged|obligatory|compulsory|essential|imperative|forbids|forbid|forbidden|prohibits|prohibited|bans|banned',
    carriedBy:
      'should|must|ought|mandatory|required|requires|is to be|are to be|to be avoided|not to be|insist\\w*|demand\\w*|obliged|obligatory|compulsory|essential|has to|have to',
  },
  {
    force: 'recommends',
    words:
      'strong(?= (?:for|against|recommendation|advice)\\b)|strongly|(?<!(?:may|can|could|might|to|and) )offer(?= \\p{L})|offers(?= \\p{L})',
    carriedBy: 'strong\\w*|should|offer(?!s)|recommend(?!ation)\\w*',
  },
  {
    force: 'suggests',
    words: 'suggests|suggest|suggested|advises|advise|advised',
    carriedBy: 'suggest\\w*|advis\\w*|advice|recommend(?!ation)\\w*|consider\\w*|reasonable|prefer\\w*|should',
  },
  {
    force: 'lets',
    words:
      'lets|let|allows|allow|permits|permit|may be considered|may be done|may be offered|may be used|can be considered|can be offered|can be done|consider|considers',
    carriedBy: 'let|lets|allow\\w*|permit\\w*|may|can|could|consider\\w*|reasonable|acceptable|offer\\w*',
  },
  { force: 'proves', words: 'proves|prove|proved|proven|conclusively', carriedBy: 'prov(?:e|es|ed|en)|conclusive\\w*' },
  { force: 'proves', words: 'definitely|certainly|undoubtedly|surely', carriedBy: 'definite\\w*|certain|certainly|undoubted\\w*|sure\\w*' },
  {
    force: 'proves',
    words: 'guarantees|guarantee|guaranteed|ensures|cures|cured|eliminates',
    carriedBy: 'guarant\\w*|ensur\\w*|cur(?:e|es|ed)|eliminat\\w*',
  },
  { force: 'proves', words: 'always|without exception', carriedBy: 'always|without exception|no exception|every\\w*|all' },
];

/** Before a word of strength: what takes it back. */
export const takenBack = '(?:not|no|never|neither|nor|without|than|nobody|none|rather than|hardly|is not|nothing)';

/** Words of grades in brackets, and the strength that each means. */
export const gradeWords: Readonly<Record<string, 'strong' | 'conditional'>> = {
  ...{
    strong: 'strong',
    strongly: 'strong',
    weak: 'conditional',
    weakly: 'conditional',
    conditional: 'conditional',
    conditionally: 'conditional',
  },
};
