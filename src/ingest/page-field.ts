/** Lines of a saved page that state one field and nothing else: dates, identifiers, addresses. Pure reading, no choice between them. */
import { isDoi, isIsbn, isPmid, isRegistryNumber } from '../schema/identifiers.ts';
import { identifiersInUrl, isAddress, withoutTracking } from './canonical-url.ts';
import { findPrintedDate } from './dates.ts';

export interface PageFields {
  readonly published?: string;
  readonly updated?: string;
  readonly isbn?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly registry?: string;
  readonly url?: string;
  /** A bare site name such as `www.example.org`. */
  readonly siteLine?: string;
  readonly doubts: readonly string[];
}

type Found = Omit<PageFields, 'doubts'> & { readonly doubt?: string };

const DATED =
  /^(?:page )?(?:(first )?(?:published|issued|posted|publication date|date of publication|publié|veröffentlicht)|((?:last |date )?(?:updated|modified|revised)|mis à jour|aktualisiert)|((?:last )?reviewed|(?:next )?review (?:date|due)|next review))(?: on| le| am)?(?!\p{L})\s*[:–-]?\s*(?=\S*\d|\p{L}+\.? \d|\d)/iu;

function readDate(line: string): Found | undefined {
  const field = DATED.exec(line);
  const found = field && findPrintedDate(line);
  if (!field || !found || found.before.length > field[0].length + 2) return undefined;
  const name = field[2] ? '`updated`' : '`issued`';
  if (!found.date) return { doubt: `Check ${name}: the page prints “${found.printed}”, and there is no such day.` };
  if (field[3])
    return { doubt: `The page prints “${line}”: see whether \`updated\` follows from it, or an earlier day for looking at it again.` };
  if (!field[2]) return { published: found.date };
  return found.date.length === 10
    ? { updated: found.date }
    : { doubt: `Add \`updated\`: the page says ${found.date}, and the field wants a whole day.` };
}

function readIdentifier(line: string): Found | undefined {
  const isbn = /^(?:e-?)?ISBN(?:-1[03])?(?: \(\w+\))?\s*:?\s*([\dXx][\dXx -]{8,20})$/.exec(line)?.[1]?.trim();
  if (isbn) {
    return isIsbn(isbn)
      ? { isbn }
      : { doubt: `Add \`isbn\`: the page prints ${isbn}, and its check digit does not hold, so it is mistyped there.` };
  }
  const doi = /^doi\s*:?\s*(10\.\S+?)\.?$/i.exec(line)?.[1];
  if (doi && isDoi(doi)) return { doi };
  const registry = /^(?:trial regist\p{L}+|clinicaltrials\.gov(?: number| identifier| id)?)\s*[:,]?\s*([A-Z]{3,6}[\d-]+)\.?$/iu.exec(
    line,
  )?.[1];
  if (registry && isRegistryNumber(registry)) return { registry };
  const pmid = /^(?:PMID|PubMed ID)\s*:?\s*(\d+)$/i.exec(line)?.[1];
  return pmid && isPmid(pmid) ? { pmid } : undefined;
}

function readAddress(line: string): Found | undefined {
  const url = /^(?:[\p{L} ]{2,20}\s*:\s*)?<?(https?:\/\/[^\s<>]+?)>?\.?$/iu.exec(line)?.[1];
  if (url && isAddress(url)) {
    const identifiers = identifiersInUrl(url);
    return identifiers.doi || identifiers.pmid ? identifiers : { url: withoutTracking(url) };
  }
  return /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/?$/i.test(line) && !line.includes(' ') ? { siteLine: line } : undefined;
}

const readLine = (line: string): Found | undefined => readDate(line) ?? readIdentifier(line) ?? readAddress(line);

/** True for a line that only states a field, e.g. `isFieldLine('Published: 4 May 2020')`. */
export const isFieldLine = (line: string): boolean => readLine(line.trim()) !== undefined;

/** The fields that the lines of a page state; of two lines with one field the first stands and the second is named as a doubt. */
export function toPageFields(lines: readonly string[]): PageFields {
  const fields: Record<string, string> = {};
  const doubts: string[] = [];
  for (const line of lines) {
    const { doubt, ...found } = readLine(line.trim()) ?? {};
    if (doubt) doubts.push(doubt);
    for (const [name, value] of Object.entries(found)) {
      const before = fields[name];
      fields[name] ??= value;
      if (name !== 'siteLine' && before !== undefined && before !== value)
        doubts.push(`Check \`${name === 'published' ? 'issued' : name}\`: the page gives both ${before} and ${value}.`);
    }
  }
  return { ...fields, doubts };
}
