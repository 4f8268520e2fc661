/** Whose name an approval may bear: someone in people.yaml, a reviewer on that day, with interests declared and none in what is approved. */
import { whyNotReviewer } from '../../evidence/approval/judge.ts';
import { addMonths } from '../../evidence/calendar.ts';
import { approvedPage } from '../../schema/approval.ts';
import { collections } from '../../schema/collections.ts';
import type { Disclosure, Interest, Person } from '../../schema/person.ts';
import { shown } from '../field-name.ts';
import { meant } from '../nearest.ts';
import type { LintContext, LintEntry } from '../lint-context.ts';
import type { Violation, Rule } from '../rule.ts';
import { usesOf } from '../uses.ts';
import { dateInWords } from '../../words/date.ts';
import { nameWords } from '../../words/fold.ts';

/** Words that end the names of companies and tell none from another. */
const FORMS = new Set('ag bv co company corp corporation gmbh group inc incorporated limited llc ltd nv plc sa the'.split(' '));

const nameOf = (company: string): string =>
  nameWords(company)
    .filter((word) => !FORMS.has(word))
    .join(' ');

/** True where one name goes on from the other, e.g. `Example` and `Example Works Ltd`. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [nameOf(one), nameOf(other)];
  return a !== '' && b !== '' && (`${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `));
}

const contains = (text: string, name: string): boolean => name !== '' && ` ${nameWords(text).join(' ')} `.includes(` ${name} `);

/** What a page says, as far as its file goes: of a list its own row. */
const textOf = ({ file, data }: LintEntry<unknown>): string => (collections[file.collection].list ? JSON.stringify(data) : file.text);

/**
 * How a page is about a product of a company, as the end of a sentence, e.g. "names `Widget Pro`, which it makes";
 * undefined when nothing tells. A page counts that names the company or a device of it, or that the page of such a device cites.
 */
function interestIn(context: LintContext, page: LintEntry<unknown>, company: string): string | undefined {
  const { file, id } = page;
  const text = textOf(page);
  if (contains(text, nameOf(company))) return 'names it';
  const devices = context.topics.filter(({ data }) => data.maker !== undefined && isSame(data.maker, company));
  for (const { data, file: device } of devices) {
    if (device === file) return 'is about its product';
    if (data.title && contains(text, nameWords(data.title).join(' '))) return `names \`${data.title}\`, which it makes`;
  }
  const paths = new Map(devices.map((device) => [device.file.path, device.data.title ?? device.id]));
  const cited =
    file.collection === 'source' && paths.size > 0 ? usesOf(context).find((use) => use.id === id && paths.has(use.where.file)) : undefined;
  return cited && `is a source on \`${paths.get(cited.where.file) ?? ''}\`, which it makes`;
}

const listed = ({ content }: LintContext): string => `${content.folder}/${collections.person.path}`;

export const unknownPerson: Rule = {
  name: 'unknown-person',
  level: 'error',
  says: 'An approval names someone who is in people.yaml.',
  why: 'Readers could not see who approved the page, nor what that person gains.',
  *find(context) {
    for (const { file, data } of context.approvals) {
      const { by } = data;
      if (by === undefined || context.names.person.has(by)) continue;
      yield {
        file: file.path,
        field: ['by'],
        message: `\`by\` names ${shown(by)}, who is not in ${listed(context)}.`,
        fix: meant(by, context.names.person.all, `Let the clinician be added to ${listed(context)} first; the head of that file says how.`),
      };
    }
  },
};

interface Given {
  readonly file: string;
  readonly page: LintEntry<unknown> | undefined;
  readonly person: Person;
  readonly on: string;
}

/** Approvals that bear a day and the name of someone whose entry is right. */
function approvals(context: LintContext): Given[] {
  const people = new Map([...context.content.library.people.values()].map((person) => [person.id as string, person]));
  return context.approvals.flatMap(({ file, id, data: { by, on } }) => {
    const of = approvedPage(id);
    const entries: readonly LintEntry<unknown>[] = of ? context[collections[of.collection].many] : [];
    const person = by === undefined ? undefined : people.get(by);
    return person && on !== undefined ? [{ file: file.path, page: entries.find((one) => one.id === of?.id), person, on }] : [];
  });
}

export const reviewerNotActive: Rule = {
  name: 'reviewer-not-active',
  level: 'error',
  says: 'Whoever approves a page is a reviewer here on the day of the approval.',
  why: 'An approval by someone who was not a reviewer is none.',
  *find(context) {
    for (const { file, person, on } of approvals(context)) {
      const reason = whyNotReviewer(person, on);
      if (!reason) continue;
      yield {
        file,
        field: ['by'],
        message: `\`by\` names \`${person.id}\`, ${reason}, for an approval of ${dateInWords(on)}.`,
        fix: `Let a reviewer of that day approve it, or correct \`roles\`, \`from\` and \`until\` in ${listed(context)} if they are wrong.`,
      };
    }
  },
};

/** Months for which a declaration of interests stands for the approvals after it. */
const DECLARED_MONTHS = 12;

const latestBefore = (disclosures: readonly Disclosure[], on: string): string | undefined =>
  disclosures
    .map((one) => one.on)
    .filter((day) => day <= on)
    .sort()
    .at(-1);

export const reviewerUndeclared: Rule = {
  name: 'reviewer-undeclared',
  level: 'error',
  says: 'Whoever approves a page has declared interests, or that there are none, in the year before.',
  why: 'Readers could not tell whether the reviewer gains from what the page says.',
  *find(context) {
    for (const { file, person, on } of approvals(context)) {
      const last = latestBefore(person.disclosures, on);
      if (last !== undefined && addMonths(last, DECLARED_MONTHS) >= on) continue;
      const found: Pick<Violation, 'file' | 'field' | 'fix'> = {
        file,
        field: ['by'],
        fix: `Let \`${person.id}\` add a line to \`disclosures\` in ${listed(context)}: what there is, or \`none: true\`; then approve.`,
      };
      if (last === undefined)
        yield { ...found, message: `\`${person.id}\` had declared nothing by ${dateInWords(on)}, the day of this approval.` };
      else
        yield {
          ...found,
          level: 'warning',
          message: `\`${person.id}\` last declared interests on ${dateInWords(last)}, more than ${DECLARED_MONTHS} months before this approval of ${dateInWords(on)}.`,
        };
    }
  },
};

const declared = (person: Person, on: string): Interest[] =>
  person.disclosures.flatMap((one) => ('with' in one && one.on <= on ? [one] : []));

export const reviewerWithInterest: Rule = {
  name: 'reviewer-with-interest',
  level: 'warning',
  says: 'Nobody approves a page about the product of a company that pays them.',
  why: 'A reader who learns of it later has reason to doubt every other approval.',
  *find(context) {
    for (const { file, page, person, on } of approvals(context)) {
      for (const interest of declared(person, on)) {
        const about = page && interestIn(context, page, interest.with);
        if (!about) continue;
        yield {
          file,
          field: ['by'],
          message: `\`by\` names \`${person.id}\`, who declared ${shown(interest.what)} with ${shown(interest.with)} on ${dateInWords(interest.on)}, and this page ${about}.`,
          fix: 'Let a reviewer without that interest approve it, or take the approval out.',
        };
        break;
      }
    }
  },
};
