/** The danger of a disease comes first: in every pathway, and on every page that somebody in danger may come to. */
import { orderFaults, silenceFaults } from '../../evidence/pathway/emergency.ts';
import { namesIn } from '../../evidence/pathway/names.ts';
import { toPatternTest } from '../../words/pattern.ts';
import type { LintContext } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { wholePathways } from './pathway-logic.ts';

/** Whether the source of a pathway takes a position on people in that danger; undefined for a source that we do not hold. */
function speaksOf(context: LintContext, population: string, id: string): boolean | undefined {
  const source = context.sourceOf.get(id);
  return source && (source.data.findings ?? []).some((one) => one?.population === population && one.direction !== undefined);
}

export const emergencyFirst: Rule = {
  name: 'emergency-first',
  level: 'error',
  says: 'Every pathway asks first for the danger that the site names, and says so where its source is silent on it.',
  why: 'Somebody in danger would read an ordinary outcome as the word of a source that never spoke of it.',
  *find(context) {
    const danger = context.content.library.site.emergency.pathway;
    if (!danger) return;
    for (const { pathway, file, level } of wholePathways(context)) {
      const speaks = speaksOf(context, danger.population, pathway.source);
      if (speaks === undefined || namesIn(pathway).length > 0) continue;
      for (const { field, says: message, fix } of [...orderFaults(pathway, danger, speaks), ...silenceFaults(pathway, danger)])
        yield { file, field, ...level, message, fix };
    }
  },
};

interface Subject {
  readonly file: string;
  readonly draft: boolean;
  readonly emergency: boolean | undefined;
  readonly because: string | undefined;
}

function* subjectsOf({ questions, topics, content }: LintContext): Iterable<Subject> {
  const { populations, terms: dangerous, words } = content.library.site.emergency;
  const tests = words.map(toPatternTest);
  const termIn = (terms: readonly (string | undefined)[] | undefined): string | undefined =>
    terms?.find((term) => dangerous.some((one) => one === term));
  const wordIn = (...texts: (string | undefined)[]): string | undefined =>
    texts.flatMap((text) => tests.flatMap((test) => test(text ?? '') ?? []))[0];
  for (const { file, data, draft } of questions) {
    const who = data.pico?.population;
    const term = termIn(data.terms);
    // What a word means is asked by nobody in danger.
    const word = data.asks === 'description' ? undefined : wordIn(data.question, data.short);
    const because =
      who && populations.includes(who)
        ? `its population is \`${who}\``
        : term
          ? `it names the term \`${term}\``
          : word && `it says “${word}”`;
    yield { file: file.path, draft, emergency: data.emergency, because };
  }
  for (const { file, data, draft } of topics) {
    const term = termIn(data.terms);
    const word = wordIn(data.title);
    yield {
      file: file.path,
      draft,
      emergency: data.emergency,
      because: term ? `it explains the term \`${term}\`` : word && `its title says “${word}”`,
    };
  }
}

export const emergencyMissing: Rule = {
  name: 'emergency-missing',
  level: 'error',
  local: true,
  says: 'A page on which a life or a part of the body may be at stake opens with the emergency line.',
  why: 'Somebody in danger who looks it up must first read to call for help.',
  *find(context): Iterable<Violation> {
    for (const { file, draft, emergency, because } of subjectsOf(context)) {
      if (!because || emergency === true) continue;
      yield {
        file,
        field: ['emergency'],
        ...(draft ? { level: 'warning' as const } : {}),
        message: `\`emergency\` is not set, and somebody in danger may come to this page: ${because}.`,
        fix: 'Add `emergency: true`.',
      };
    }
  },
};
