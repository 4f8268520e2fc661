/** Signs as `ssh-keygen -Y sign` does with an Ed25519 key, for examples and tests: no key of a person lies here, nor can one be read. */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { keyBytes, keyLine, signedBytes, toBlob } from '../../evidence/approval/signature.ts';
import { signedText, type Unsigned } from '../../evidence/approval/judge.ts';
import { statementOf, type Stated } from '../../evidence/approval/statement.ts';
import { APPROVAL_FORM, approvalId, SIGNED_FOR } from '../../schema/approval.ts';
import type { PageCollection } from '../../schema/collections.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410, 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key made of a word, the same in every build: whoever knows the word can make it, so it stands for nobody. */
const keyOf = (word: string): KeyObject =>
  createPrivateKey({ format: 'der', type: 'pkcs8', key: Buffer.concat([PKCS8, createHash('sha256').update(word).digest()]) });

/** The key of the reviewer in the examples, who is invented. */
export const exampleKey = keyOf('the reviewer of the lamps');

/** The line of the public key, as people.yaml has it. */
export const lineOf = (key: KeyObject): string =>
  keyLine(['ssh-ed25519', Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url')]);

/** The signature of a text, in the lines that `ssh-keygen` writes. */
export function signWith(key: KeyObject, text: string, namespace = SIGNED_FOR): string {
  const parts = { namespace, reserved: Buffer.alloc(0), hash: 'sha512' } as const;
  const bytes = sign(null, signedBytes(text, parts), key);
  const blob = toBlob({ key: keyBytes(lineOf(key)), ...parts, scheme: 'ssh-ed25519', bytes });
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN SSH SIGNATURE-----', ...lines, '-----END SSH SIGNATURE-----', ''].join('\n');
}

const indented = (text: string): string => text.trimEnd().replace(/^/gm, '  ');

/** What an approval says besides its page, and with which key it is signed; `covers` where that is not what the page states. */
export interface Given {
  readonly by: string;
  readonly on: string;
  readonly due: string;
  readonly covers?: string;
  readonly key: KeyObject;
  readonly namespace?: string;
}

/** The file of an approval, as `npm run review` writes it: of a page as it stands, signed with that key. */
export function signedFile(
  stated: Stated,
  [collection, page]: readonly [PageCollection, string],
  { key, namespace, ...fields }: Given,
): string {
  const covers = statementOf(stated, collection, page) ?? '';
  const approval = { id: approvalId(collection, page), form: APPROVAL_FORM, covers, ...fields } as Unsigned;
  const signature = signWith(key, signedText(approval, stated.library.site.name), namespace);
  const { form, by, on, due } = approval;
  return `form: ${form}\nby: ${by}\non: ${on}\ndue: ${due}\ncovers: |\n${indented(approval.covers)}\nsignature: |\n${indented(signature)}\n`;
}
