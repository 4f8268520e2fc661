/** A limb in danger comes first: in every pathway about a leg, and on every page that somebody with one may come to. */
import { emergencyFaults, limbFaults } from '../../graph/pathway/limb-threat.ts';
import { namesIn } from '../../graph/pathway/names.ts';
import type { Population } from '../../schema/vocabulary.ts';
import type { Proof } from '../proof.ts';
import type { Found, Rule } from '../rule.ts';
import { wholePathways } from './pathway-logic.ts';

/** Whether the source of a pathway takes a position on a limb in danger; undefined for a source that we do not hold. */
function speaksOfLimb(proof: Proof, id: string): boolean | undefined {
  const findings = proof.sourceOf.get(id)?.data.findings;
  return proof.sourceOf.has(id)
    ? (findings ?? []).some((one) => one?.population === 'limb-threatening' && one.stance !== undefined && one.stance !== 'describes')
    : undefined;
}

export const limbThreatFirst: Rule = {
  name: 'limb-threat-first',
  level: 'error',
  says: 'Every pathway about a leg asks for a limb in danger first, and says so where its source does not address it.',
  why: 'Somebody whose leg is dying would read an ordinary outcome as the word of a source that never spoke of it.',
  *find(proof) {
    for (const { pathway, file, level } of wholePathways(proof)) {
      const speaks = speaksOfLimb(proof, pathway.source);
      if (speaks === undefined || namesIn(pathway).length > 0) continue;
      for (const { field, says: message, fix } of [...limbFaults(pathway, speaks), ...emergencyFaults(pathway)])
        yield { file, field, ...level, message, fix };
    }
  },
};

/** Populations among whom a limb may be in danger, or who are at the highest risk of it. */
const atRisk: ReadonlySet<Population> = new Set<Population>(['limb-threatening', 'iliofemoral', 'iliocaval', 'pregnancy']);

/** Glossary terms of a limb in danger. */
const limbTerms: ReadonlySet<string> = new Set([
  'limb-threat',
  'phlegmasia-cerulea-dolens',
  'phlegmasia-alba-dolens',
  'venous-gangrene',
  'compartment-syndrome',
]);

/** Subjects with which somebody comes to a page while a limb or a life may be at stake. */
const SUBJECT =
  /\b(?:phlegmasia|iliofemoral|iliocaval|pregnan\w+|gangrene|suspect\w*)\b|\blimb\b|\b(?:high|raised)\b.*\bbleeding\b|\bbleeding\b.*\b(?:high|raised)\b/i;

interface Subject {
  readonly file: string;
  readonly draft: boolean;
  readonly emergency: boolean | undefined;
  readonly because: string | undefined;
}

function* subjectsOf({ questions, topics }: Proof): Iterable<Subject> {
  const termIn = (terms: readonly (string | undefined)[] | undefined): string | undefined =>
    terms?.find((term) => limbTerms.has(term ?? ''));
  const wordIn = (...texts: (string | undefined)[]): string | undefined => texts.flatMap((text) => SUBJECT.exec(text ?? '') ?? [])[0];
  for (const { file, data, draft } of questions) {
    const who = data.pico?.population;
    const term = termIn(data.terms);
    // What a word means is asked by nobody in danger.
    const word = data.asks === 'description' ? undefined : wordIn(data.question, data.short);
    const because =
      who && atRisk.has(who) ? `its population is \`${who}\`` : term ? `it names the term \`${term}\`` : word && `it says “${word}”`;
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
  says: 'A page on which a limb or a life may be at stake opens with the emergency line.',
  why: 'Somebody who looks up a leg in danger must first read to call for help.',
  *find(proof): Iterable<Found> {
    for (const { file, draft, emergency, because } of subjectsOf(proof)) {
      if (!because || emergency === true) continue;
      yield {
        file,
        field: ['emergency'],
        ...(draft ? { level: 'warning' as const } : {}),
        message: `\`emergency\` is not set, and a limb or a life may be at stake: ${because}.`,
        fix: 'Add `emergency: true`.',
      };
    }
  },
};
