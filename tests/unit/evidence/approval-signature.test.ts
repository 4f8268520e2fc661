/** Signatures of approvals: what ssh-keygen writes is verified here, and nothing else is. */
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lineOf, signWith } from '../../../src/check/examples/signing.ts';
import { isSigned, keyBytes, readSignature, toBlob, type SshSignature } from '../../../src/evidence/approval/signature.ts';
import { SIGNED_FOR } from '../../../src/schema/approval.ts';

const text = 'Approval, form 1\npage: question/lamp-choice\n\nverdict: “Both” last as long.\n';

const read = (lines: string): SshSignature => {
  const signature = readSignature(lines);
  if (!signature) throw new Error('It cannot be read.');
  return signature;
};

const { privateKey } = generateKeyPairSync('ed25519');
const own = signWith(privateKey, text);

describe('a signature', () => {
  it('is of its text, its key and what it was made for, and of nothing else', () => {
    const signature = read(own);
    expect(signature).toMatchObject({ namespace: SIGNED_FOR, hash: 'sha512', scheme: 'ssh-ed25519' });
    expect(signature.key.equals(keyBytes(`${lineOf(privateKey)} ada@example.org`))).toBe(true);
    expect(isSigned(text, signature)).toBe(true);
    expect(isSigned(`${text} `, signature)).toBe(false);
    expect(isSigned(text, { ...signature, namespace: 'git' })).toBe(false);
    expect(isSigned(text, { ...signature, hash: 'sha256' })).toBe(false);
    const other = generateKeyPairSync('ed25519').privateKey;
    expect(isSigned(text, { ...signature, key: keyBytes(lineOf(other)) })).toBe(false);
  });

  it('is none, and throws nothing, whatever byte of it is another', () => {
    const blob = Buffer.from(own.replace(/-----.*-----/g, ''), 'base64');
    fc.assert(
      fc.property(fc.nat(blob.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const broken = Buffer.from(blob);
        broken[at] = (broken[at] ?? 0) ^ by;
        const signature = readSignature(broken.toString('base64'));
        return signature === undefined || !isSigned(text, signature) || signature.namespace !== SIGNED_FOR;
      }),
    );
  });

  it('is none, and throws nothing, where anything at all is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.uint8Array().map((bytes) => `U1NIU0lHAAAAAQ${Buffer.from(bytes).toString('base64')}`),
        ),
        (any) => {
          const signature = readSignature(any);
          return signature === undefined || !isSigned(text, signature);
        },
      ),
    );
  });
});

interface Case {
  readonly kind: string;
  readonly holds: boolean;
  readonly key: string;
  readonly signature: string;
}
const made = parse(readFileSync('tests/cases/ssh-signatures.yaml', 'utf8')) as {
  readonly text: string;
  readonly signatures: readonly Case[];
};

describe('what ssh-keygen signed', () => {
  it.each(made.signatures)('with a key of kind $kind holds: $holds', ({ holds, key, signature: lines }) => {
    const signature = read(lines);
    expect(signature.namespace).toBe(SIGNED_FOR);
    expect(signature.key.equals(keyBytes(key))).toBe(true);
    expect(isSigned(made.text, signature)).toBe(holds);
    expect(isSigned(`${made.text}x`, signature)).toBe(false);
    expect(toBlob(signature).toString('base64')).toBe(lines.replace(/-----.*-----|\n/g, ''));
  });
});
