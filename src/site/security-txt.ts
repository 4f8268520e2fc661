/** Where somebody who found a fault tells us, as RFC 9116 has it. */

interface Contact {
  /** Address of the repository, whose host takes private reports. */
  readonly repository?: string | undefined;
  /** Mail address of whoever runs the site. */
  readonly contact?: string | undefined;
  readonly branch: string;
}

/** Eleven months: the standard asks for less than a year, after which the file counts as stale. */
const DAYS = 330;

/**
 * The file as text, or undefined where nobody can be told: a file without a contact would be no file of that standard.
 * Example: `toSecurityTxt({ contact: 'a@b.example', branch: 'main' }, '2026-11-20')` begins with `Contact: mailto:a@b.example`.
 */
export function toSecurityTxt({ repository, contact, branch }: Contact, asOf: string): string | undefined {
  const contacts = [...(repository ? [`${repository}/security/advisories/new`] : []), ...(contact ? [`mailto:${contact}`] : [])];
  if (contacts.length === 0) return undefined;
  const expires = new Date(Date.parse(`${asOf}T00:00:00Z`) + DAYS * 86_400_000).toISOString().replace('.000', '');
  return [
    ...contacts.map((one) => `Contact: ${one}`),
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    ...(repository ? [`Policy: ${repository}/blob/${branch}/.github/SECURITY.md`] : []),
    '',
  ].join('\n');
}
