/** Ties cards to what they rest on: writes the hash of what that says now beside each row of evidence. Moves nothing else. Pure. */
import { isMap, parseDocument } from 'yaml';
import { findEvidence } from '../../evidence/cards.ts';
import type { Library } from '../../library/library.ts';
import type { Deck } from '../../schema/deck.ts';
import type { TopicId } from '../../schema/id.ts';
import { withEdits, type Edit } from './edit.ts';

/**
 * The text of a deck with every row tied that was not, and those of the cards named in `again`, which somebody has read beside their
 * evidence. A row that names nothing stays as it is.
 */
export function tieCards(yaml: string, topic: TopicId, deck: Deck, library: Library, again: ReadonlySet<string> = new Set()): string {
  const document = parseDocument(yaml, { schema: 'core' });
  const edits: Edit[] = [];
  for (const [index, { cards }] of deck.objectives.entries())
    for (const [place, { id, evidence }] of cards.entries())
      for (const [row, given] of evidence.entries()) {
        const hash = findEvidence(library, topic, given)?.hash;
        if (hash === undefined || hash === given.of || (given.of !== undefined && !again.has(id))) continue;
        const path = ['objectives', index, 'cards', place, 'evidence', row];
        const known = (document.getIn([...path, 'of'], true) as { range?: readonly number[] } | undefined)?.range;
        if (known) {
          edits.push({ start: known[0] ?? 0, end: known[1] ?? 0, text: hash });
          continue;
        }
        const map = document.getIn(path, true);
        const last = isMap(map) ? (map.items.at(-1)?.value as { range?: readonly number[] } | undefined)?.range : undefined;
        if (!isMap(map) || !last) continue;
        const [, end = 0] = last;
        const start = map.range?.[0] ?? 0;
        const column = start - (yaml.lastIndexOf('\n', start) + 1);
        edits.push({ start: end, end, text: `${map.flow ? ', ' : `\n${' '.repeat(column)}`}of: ${hash}` });
      }
  return withEdits(yaml, edits);
}
