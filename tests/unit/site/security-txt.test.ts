/** The file by which somebody who found a fault knows whom to tell. */
import { expect, test } from 'vitest';
import { toSecurityTxt } from '../../../src/site/security-txt.ts';

test('names the repository and the mail address, and ends within a year of the build', () => {
  const site = { repository: 'https://code.example/o/n', contact: 'a@b.example', branch: 'main' };
  expect(toSecurityTxt(site, '2026-11-20')).toMatchInlineSnapshot(`
    "Contact: https://code.example/o/n/security/advisories/new
    Contact: mailto:a@b.example
    Expires: 2027-10-16T00:00:00Z
    Preferred-Languages: en
    Policy: https://code.example/o/n/blob/main/.github/SECURITY.md
    "
  `);
});

test('is not there where nobody can be told', () => {
  expect(toSecurityTxt({ branch: 'main' }, '2026-11-20')).toBeUndefined();
});
