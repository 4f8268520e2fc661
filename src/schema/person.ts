/** A person whose name stands on the site: an editor, or a clinician who approves pages, with what they declared and when. */
import { z } from 'zod';
import { day } from './date.ts';
import { personId } from './id.ts';

/** What a person does here. Only a reviewer approves. */
export const personRoles = {
  editor: { label: 'Editor', says: 'writes digests and keeps them up' },
  reviewer: { label: 'Reviewer', says: 'a clinician who approves pages' },
} as const;
export type PersonRole = keyof typeof personRoles;

/**
 * True for an ORCID iD whose last sign is right, e.g. `0000-0002-1825-0097` (ISO 7064, MOD 11-2: `X` stands for ten).
 * See https://support.orcid.org/hc/en-us/articles/360006897674.
 */
export function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replaceAll('-', '');
  const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return digits.at(-1) === (check === 10 ? 'X' : String(check));
}

const interest = z.strictObject({
  on: day.describe('Day of the declaration.'),
  with: z.string().min(1).describe('The company, society or office concerned, e.g. the manufacturer of a device.'),
  what: z.string().min(1).describe('What it is, e.g. `speaker fees` or `shares`.'),
});
const nothing = z.strictObject({
  on: day.describe('Day of the declaration.'),
  none: z
    .literal(true, 'write `none: true`, or name the interest with `with` and `what`')
    .describe('True: nothing to declare on that day.'),
});
const disclosure = z.union([interest, nothing]);

const key = z.strictObject({
  key: z
    .string()
    .regex(
      /^(?:ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)|ssh-rsa) [A-Za-z0-9+/]+={0,2}(?: .*)?$/,
      'a public key is the one line of a file such as `id_ed25519.pub`; never the file without `.pub`',
    )
    .describe('The public key: the line of the file that ends in `.pub`.'),
  from: day.describe('First day on which it signs.'),
  until: day.optional().describe('Last day on which it signs; left out while it is in use.'),
});

export const person = z
  .strictObject({
    id: personId.describe('Id, by which `by` of an approval names the person.'),
    name: z.string().min(1).describe('Full name, as it should be printed.'),
    roles: z
      .array(z.enum(Object.keys(personRoles) as [PersonRole, ...PersonRole[]]))
      .min(1)
      .describe('What the person does here: editor, reviewer or both.'),
    profession: z.string().min(1).describe('Professional role, as it should be printed, e.g. `Consultant haematologist`.'),
    affiliation: z.string().min(1).describe('Where the person works.'),
    orcid: z
      .string()
      .refine(isOrcid, 'an ORCID iD has four groups of four, and its last sign follows from the others')
      .optional()
      .describe('ORCID iD without https://orcid.org/.'),
    from: day.describe('First day on which the person does this here.'),
    until: day.optional().describe('Last day; left out while the person still does.'),
    keys: z
      .array(key)
      .default([])
      .describe('Public SSH keys with which a reviewer signs. Take one that was lost or stolen out: what it signed holds no longer.'),
    disclosures: z
      .array(disclosure)
      .min(1)
      .describe('What was declared and when: `{ on, with, what }` for each interest, or `{ on, none: true }` where there is none.'),
  })
  .refine(({ from, until }) => until === undefined || until >= from, { path: ['until'], error: '`until` lies before `from`' })
  .refine(
    ({ disclosures }) => !disclosures.some((one) => 'none' in one && disclosures.some((other) => other.on === one.on && 'with' in other)),
    { path: ['disclosures'], error: 'on one day there is either something to declare or nothing' },
  );

export const people = z.array(person);

export type Person = z.infer<typeof person>;
export type Disclosure = Person['disclosures'][number];
export type Interest = z.infer<typeof interest>;
