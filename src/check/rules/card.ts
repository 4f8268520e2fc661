/** Cards: that each tests an objective there is, follows from evidence that counts, and was written from what that says today. */
import { findEvidence, onlyClaims, whyNotCarried } from '../../evidence/cards.ts';
import { placeFindings } from '../../evidence/matrix.ts';
import type { CardEvidence } from '../../schema/deck.ts';
import { formatList } from '../../words/phrase.ts';
import { deckCards, type DeckCard } from '../deck-cards.ts';
import { fieldName, oneOf, shown } from '../field-name.ts';
import type { LintContext } from '../lint-context.ts';
import { meant } from '../nearest.ts';
import type { Rule, Violation } from '../rule.ts';

const FEWEST = 2;

/** The rows of evidence of a card with what each names; undefined where nothing has that name. */
const rowsOf = ({ content: { library } }: LintContext, { card, topic, field }: DeckCard) =>
  (card.evidence ?? []).flatMap((row, index) =>
    row ? [{ row, field: [...field, 'evidence', index], found: findEvidence(library, topic, row as CardEvidence) }] : [],
  );

function* objectivesLost({ decks, topics, names, content }: LintContext): Iterable<Violation> {
  for (const { id, file, data } of decks) {
    if (!names.topic.has(id)) {
      yield {
        file: file.path,
        field: ['objectives'],
        message: `The deck is named after the topic ${shown(id)}, which is not in ${content.folder}/topics.`,
        fix: meant(id, names.topic.all, 'Name the file after the topic whose objectives it tests.'),
      };
      continue;
    }
    const known = topics.find((topic) => topic.id === id)?.data.objectives?.flatMap((one) => one ?? []);
    for (const [index, row] of (data.objectives ?? []).entries()) {
      if (!known || row?.objective === undefined || known.includes(row.objective)) continue;
      yield {
        file: file.path,
        field: ['objectives', index, 'objective'],
        message: `\`objectives[${index}].objective\` is ${shown(row.objective)}, which is no objective of the topic.`,
        fix: meant(row.objective, known, `Its objectives are ${oneOf(known)}.`),
      };
    }
  }
}

function* evidenceLost(context: LintContext): Iterable<Violation> {
  const { sources, topics } = context.content.library;
  for (const card of deckCards(context))
    for (const { row, field, found } of rowsOf(context, card)) {
      // A source or a term that is not there is for the rules on those.
      const source = sources.get(row.source as never);
      const page = topics.get(card.topic);
      const steps = page?.kind === 'procedure' ? page.steps.map(({ name }) => name) : [];
      const list = row.step !== undefined ? 'step' : row.finding !== undefined ? 'finding' : 'result';
      if (found || (list !== 'step' && !source)) continue;
      const known = list === 'step' ? steps : (source?.[`${list}s`] ?? []).map(({ id }) => id);
      const owner = list === 'step' ? 'of the topic' : `of ${shown(source?.id)}`;
      yield {
        file: card.deck.file.path,
        field: [...field, list],
        message: `${fieldName([...field, list])} is ${shown(row[list])}, which is no ${list} ${owner}.`,
        fix: meant(row[list] ?? '', known, known.length ? `Known are ${oneOf(known)}.` : 'Name evidence that is there.'),
      };
    }
}

export const unknownCardEvidence: Rule = {
  name: 'unknown-card-evidence',
  level: 'error',
  says: 'Every card tests an objective of its topic and rests on a finding, result, term or step that exists.',
  why: 'A card without its evidence cannot be suspended when that falls: students would go on learning what no longer holds.',
  find: (context) => [...objectivesLost(context), ...evidenceLost(context)],
};

export const cardNotCounted: Rule = {
  name: 'card-not-counted',
  level: 'error',
  says: 'The right answer of a card follows from evidence that counts; what somebody merely claims is asked for as a claim, with what supports it.',
  why: 'Who learns a manufacturer’s or a machine’s claim by heart takes it for knowledge.',
  *find(context) {
    const cards = deckCards(context);
    const placed = cards.length ? placeFindings(context.content.library) : new Map<never, never>();
    for (const one of cards) {
      const found = rowsOf(context, one).flatMap(({ found: held }) => held ?? []);
      const claims = found.some(({ from }) => from.length > 0 && from.every(({ source }) => onlyClaims(source)));
      const why = found.map((held) => whyNotCarried(held, placed));
      if (!found.length || one.card.support !== undefined || (!claims && why.some((reason) => reason === undefined))) continue;
      yield {
        file: one.deck.file.path,
        field: [...one.field, 'evidence'],
        message: `The card ${shown(one.card.id)} rests on what does not count: ${why.find(Boolean) ?? 'it is a claim.'}`,
        fix: claims
          ? 'Ask what the source claims, and say in `support` what supports it; or name a finding or a result that counts.'
          : 'Name a finding or a result that counts.',
      };
    }
  },
};

export const cardEvidenceChanged: Rule = {
  name: 'card-evidence-changed',
  level: 'warning',
  says: 'Every card was written from what its evidence says today.',
  why: 'Until somebody has read it again, the card is suspended and nobody can learn from it.',
  *find(context) {
    for (const card of deckCards(context))
      for (const { row, field, found } of rowsOf(context, card)) {
        if (!found || found.hash === row.of) continue;
        const says = row.of === undefined ? 'has no `of`: the card is not tied to what it rests on' : 'was written from something else';
        yield {
          file: card.deck.file.path,
          field: [...field, row.of === undefined ? found.what : 'of'],
          message: `${fieldName(field)} of the card ${shown(card.card.id)} ${says}.`,
          fix: `Read the card beside its evidence, put right what is no longer so, and write \`of: ${found.hash}\`.`,
        };
      }
  },
};

export const objectiveWithoutCards: Rule = {
  name: 'objective-without-cards',
  level: 'warning',
  says: 'A deck has two cards or more for every objective of its topic.',
  why: 'With one card a student learns the card, with none the objective is an empty promise.',
  *find({ decks, topics }) {
    for (const { id, file, data } of decks) {
      const objectives = topics.find((topic) => topic.id === id)?.data.objectives?.flatMap((one) => one ?? []) ?? [];
      const countOf = (objective: string): number =>
        (data.objectives ?? []).filter((row) => row?.objective === objective).reduce((sum, row) => sum + (row?.cards?.length ?? 0), 0);
      const short = objectives.filter((objective) => countOf(objective) < FEWEST);
      if (!short.length) continue;
      yield {
        file: file.path,
        field: ['objectives'],
        message: `Fewer than ${FEWEST} cards test ${formatList(short.map((one) => shown(one)))}.`,
        fix: 'Add cards below that objective.',
      };
    }
  },
};
