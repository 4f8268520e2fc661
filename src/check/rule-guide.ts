/** What the page of a rule is made of: its own words, and its example with what the check prints of it. Pure; nothing is written by hand. */
import { approvalExamples } from './examples/approved.ts';
import { claimExamples } from './examples/claims.ts';
import { evidenceExamples } from './examples/evidence.ts';
import { nameExamples } from './examples/names.ts';
import { standingExamples } from './examples/standing.ts';
import { proseExamples } from './examples/prose.ts';
import { smallLibrary } from './examples/small-library.ts';
import type { Level } from './issue.ts';
import { terminalReport } from './reporters.ts';
import type { Rule } from './rule.ts';
import { exampleIssues, type Example } from './rule-example.ts';
import { rules } from './rules.ts';
import { inThousands } from '../schema/limits.ts';

/** The example of each rule, by its name. A test asks for one for each, that the rule fires on it, and that it is put right. */
export const ruleExamples: Readonly<Record<string, Example>> = {
  ...nameExamples,
  ...evidenceExamples,
  ...proseExamples,
  ...standingExamples,
  ...claimExamples,
  ...approvalExamples,
};

export interface RuleGuide {
  readonly name: string;
  readonly level: Level;
  readonly says: string;
  readonly why: string;
  readonly example:
    | {
        /** As messages name it, e.g. `content/terms.yaml`. */
        readonly file: string;
        readonly wrong: string;
        /** What has to stand in other files for this to be a mistake. */
        readonly given: readonly { readonly file: string; readonly text: string }[];
        /** Empty where the file itself is the mistake. */
        readonly right: string;
        /** Whether the file is there at all when everything is right. */
        readonly stands: boolean;
        /** What a terminal shows. */
        readonly report: string;
        /** The ways out that it names, each once. */
        readonly ways: readonly string[];
      }
    | undefined;
}

/** So much of an example is shown; what is too long to be read is too long for a page. */
const SHOWN = 400;
const shortened = (text: string): string =>
  text.length > SHOWN ? `${text.slice(0, SHOWN)}… and so on, ${inThousands(text.length)} characters in all\n` : text;

function toGuide({ name, level, says, why }: Rule): RuleGuide {
  const example = ruleExamples[name];
  if (!example) return { name, level, says, why, example: undefined };
  const own = exampleIssues(example).filter((issue) => issue.rule === name);
  const { file, wrong, right, given = {} } = example;
  return {
    name,
    level,
    says,
    why,
    example: {
      file: `content/${file}`,
      wrong: shortened(wrong),
      right,
      given: Object.entries(given).map(([path, [, instead]]) => ({ file: `content/${path}`, text: shortened(instead) })),
      stands: file in smallLibrary,
      report: terminalReport(own, { checkedFiles: 0 }),
      ways: [...new Set(own.map(({ fix }) => fix))],
    },
  };
}

/** Every rule with its guide, in the order of the table of rules. */
export const buildRuleGuides = (): RuleGuide[] => rules.map(toGuide);
