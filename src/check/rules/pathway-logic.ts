/** A pathway read against itself: what it leaves open or contradicts is said on its page, or it is a mistake of ours. */
import { accountFor, lint, type LintHit } from '../../evidence/pathway/lint.ts';
import { namesIn } from '../../evidence/pathway/names.ts';
import type { PathwayEntry } from '../../library/library.ts';
import type { LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';

/** Pathways whose fields hold; the others are for the schema's own rule. */
export const wholePathways = (context: LintContext): { pathway: PathwayEntry; file: string; level: Pick<Violation, 'level'> }[] =>
  context.pathways.flatMap(({ id, file, draft }) => {
    const pathway = context.content.library.pathways.get(id as PathwayEntry['id']);
    return pathway ? [{ pathway, file: file.path, level: draft ? { level: 'warning' as const } : {} }] : [];
  });

const answerWith = ({ lint: kind, about }: LintHit): string =>
  `If the source says so, add to \`acknowledged\`: \`{ lint: ${kind}, about: '${about}', says: …, locator: … }\`.`;

function fieldOf({ constraints, rules }: PathwayEntry, { lint: kind, about }: LintHit): (string | number)[] {
  if (kind === 'unreachable') return ['rules', rules.findIndex(({ id }) => id === about)];
  if (kind === 'constraint') return ['constraints', constraints.findIndex(({ id }) => about.startsWith(`${id}: `))];
  return ['rules'];
}

/** What nobody answered, of the kinds asked for; nothing while names do not hold. */
function* unanswered(context: LintContext, isOf: (hit: LintHit) => boolean): Iterable<Violation> {
  for (const { pathway, file, level } of wholePathways(context)) {
    if (namesIn(pathway).length > 0) continue;
    for (const { hit, acknowledged } of accountFor(lint(pathway), pathway.acknowledged).hits) {
      if (acknowledged || !isOf(hit)) continue;
      const field = fieldOf(pathway, hit);
      const at = field.length === 1 ? ({ at: 'key' } as const) : {};
      yield {
        file,
        field,
        ...at,
        ...level,
        message: hit.says,
        fix: `Mend the rules if they do not say what the source says. ${answerWith(hit)}`,
      };
    }
  }
}

export const pathwayGap: Rule = {
  name: 'pathway-gap',
  level: 'error',
  local: true,
  says: 'Every case leads to an outcome, or the page says that the source does not address it.',
  why: 'A reader would take silence for an answer, or our mistake for the silence of the source.',
  find: (context) => unanswered(context, (hit) => hit.lint === 'gap'),
};

function* namesWrong(context: LintContext): Iterable<Violation> {
  for (const { pathway, file, level } of wholePathways(context)) {
    for (const { field, says, known } of namesIn(pathway)) {
      const fix = known.length ? `Write one of: ${known.map((name) => `\`${name}\``).join(', ')}.` : 'Take it out, or put it right.';
      yield { file, field, ...level, message: `${says.replace(/^[a-z]/, (first) => first.toUpperCase())}.`, fix };
    }
  }
}

function* idle(context: LintContext): Iterable<Violation> {
  for (const { pathway, file, level } of wholePathways(context)) {
    if (namesIn(pathway).length > 0) continue;
    const hits = lint(pathway);
    for (const index of accountFor(hits, pathway.acknowledged).idle) {
      const { lint: kind, about } = pathway.acknowledged[index] ?? { lint: 'gap', about: '' };
      const names = hits.filter((hit) => hit.lint === kind).map((hit) => `\`${hit.about}\``);
      yield {
        file,
        field: ['acknowledged', index, 'about'],
        ...level,
        message: `\`acknowledged[${index}]\` answers the ${kind} \`${about}\`, and the rules have none of that name.`,
        fix: names.length ? `Name one that is there: ${names.join(', ')}. Or take the entry out.` : 'Take the entry out.',
      };
    }
  }
}

export const pathwayLogic: Rule = {
  name: 'pathway-logic',
  level: 'error',
  local: true,
  says: 'The rules of a pathway hold together, or the page says where the source contradicts itself.',
  why: 'A walk through broken rules would show readers an outcome that the source never gave.',
  *find(context) {
    yield* namesWrong(context);
    yield* unanswered(context, (hit) => hit.lint !== 'gap');
    yield* idle(context);
  },
};
