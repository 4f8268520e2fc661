/** Signatures of approvals: what ssh-keygen writes is verified here, what is written here is verified by ssh-keygen, and nothing else is. */
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { lineOf, signWith } from '../../../src/check/examples/signing.ts';
import { isSigned, keyBytes, readSignature, type SshSignature } from '../../../src/evidence/approval/signature.ts';
import { SIGNED_FOR } from '../../../src/schema/approval.ts';

const root = mkdtempSync(join(tmpdir(), 'patency-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const text = 'Approval, form 1\npage: question/lamp-choice\n\nverdict: “Both” last as long.\n';
const file = join(root, 'statement.txt');
writeFileSync(file, text);

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
      fc.property(fc.oneof(fc.string(), fc.uint8Array().map((bytes) => `U1NIU0lHAAAAAQ${Buffer.from(bytes).toString('base64')}`)), (any) => {
        const signature = readSignature(any);
        return signature === undefined || !isSigned(text, signature);
      }),
    );
  });
});

const keygen = spawnSync('ssh-keygen', ['-Y', 'find-principals']).error === undefined;

describe.skipIf(!keygen)('beside ssh-keygen', () => {
  it.each([
    ['ed25519', [], true],
    ['ecdsa', ['-b', '256'], true],
    ['ecdsa', ['-b', '384'], true],
    ['ecdsa', ['-b', '521'], true],
    ['rsa', ['-b', '2048'], true],
    // Too short to be a proof of anything.
    ['rsa', ['-b', '1024'], false],
  ])('a signature by a key of kind %s %j holds: %s', (kind, size, holds) => {
    const key = join(root, `${kind}-${size.join('')}`);
    execFileSync('ssh-keygen', ['-q', '-t', kind, ...size, '-N', '', '-C', 'made for a test', '-f', key]);
    rmSync(`${file}.sig`, { force: true });
    execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-n', SIGNED_FOR, '-f', key, file], { stdio: 'ignore' });
    const signature = read(readFileSync(`${file}.sig`, 'utf8'));
    expect(signature.key.equals(keyBytes(readFileSync(`${key}.pub`, 'utf8')))).toBe(true);
    expect(isSigned(text, signature)).toBe(holds);
    expect(isSigned(`${text}x`, signature)).toBe(false);
  });

  it('one that is made here holds there, for what it was made', () => {
    const [signers, made] = [join(root, 'signers'), join(root, 'made.sig')];
    writeFileSync(signers, `ada ${lineOf(privateKey)}\n`);
    writeFileSync(made, own);
    const verify = (namespace: string): number | null =>
      spawnSync('ssh-keygen', ['-Y', 'verify', '-f', signers, '-I', 'ada', '-n', namespace, '-s', made], { input: text }).status;
    expect([verify(SIGNED_FOR), verify('git')]).toEqual([0, 255]);
  });
});
