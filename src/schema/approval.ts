/**
 * A clinician's approval of one page: a file of its own, named by the page (`question-lamp-choice`), that holds word for word what was
 * approved, by whom, from when until when, and a signature over all of it. That a page is approved follows from such a file; nobody writes it.
 */
import { z } from 'zod';
import { pageCollections, type PageCollection } from './collections.ts';
import { day } from './date.ts';
import { personId } from './id.ts';

/** Months for which an approval holds at the most. */
export const LONGEST_APPROVAL_MONTHS = 24;

/** What the signatures are made for (`ssh-keygen -n`), so that none that was made for something else can stand here. */
export const SIGNED_FOR = 'patency-approval';

/** In which form the text that is signed is put together: a change of the form makes older approvals hold no longer. */
export const APPROVAL_FORM = 1;

export const approval = z.strictObject({
  form: z.number().int().positive().describe('In which form the signed text is put together; written by `npm run review`.'),
  by: personId.describe('Id of the clinician who approved the page, as in people.yaml.'),
  on: day.describe('Day of the approval.'),
  due: day.describe(`Day until which it holds, ${LONGEST_APPROVAL_MONTHS} months later at the latest.`),
  covers: z
    .string()
    .min(1)
    .describe('What the page stated when it was approved, line by line. Written by `npm run review`, and signed: never edited.'),
  signature: z
    .string()
    .regex(
      /^-----BEGIN SSH SIGNATURE-----\n[A-Za-z0-9+/=\n]+\n-----END SSH SIGNATURE-----\n?$/,
      'a signature is what `ssh-keygen -Y sign` writes, from its first line to its last',
    )
    .describe('The signature of `ssh-keygen -Y sign` over all of the above.'),
});
export type Approval = z.infer<typeof approval>;

/** What each page can be approved as, and the name of the file of its approval, e.g. `question-lamp-choice`. */
export const approvalId = (collection: PageCollection, id: string): string => `${collection}-${id}`;

/** The page that an approval is of, e.g. `{ collection: 'question', id: 'lamp-choice' }`; undefined where its name begins with no kind of page. */
export function approvedPage(name: string): { readonly collection: PageCollection; readonly id: string } | undefined {
  const collection = pageCollections.find((one) => name.startsWith(`${one}-`));
  return collection && { collection, id: name.slice(collection.length + 1) };
}
