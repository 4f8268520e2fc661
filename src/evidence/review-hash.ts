/** The hash of what a reviewer approves: the same for as long as findings, results and answers say the same. Pure. */
import { foldText, sha256 } from '../library/passage.ts';
import { collections, type ApprovedCollection } from '../schema/collections.ts';

/** Quotation marks, dashes and line breaks as `validate --fix` may set them do not change what is said. */
const plain = (text: string): string => foldText(text).replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/[‐‑]/g, '-');

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);

/** A value with its keys in order and without what is empty, so that a new field of the schema does not undo old approvals. */
function canonical(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => !isEmpty(one))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, canonical(one)]),
  );
}

/**
 * The hash that an approval names in `review.of`, e.g. `sha256-3f9a…`. It changes with findings, results, statements,
 * rules and the words of the body, and with nothing else: status, dates, links, order of keys and line breaks are free.
 */
export function reviewHash(collection: ApprovedCollection, entry: object): string {
  const fields = collections[collection].approved.map((name) => [name, (entry as Readonly<Record<string, unknown>>)[name]]);
  return `sha256-${sha256(JSON.stringify(canonical(Object.fromEntries(fields))))}`;
}
