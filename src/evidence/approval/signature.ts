/**
 * Signatures as `ssh-keygen -Y sign` writes them, read and verified here, so that no check and no build depends on a program that
 * may not be installed. Pure. The form: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig; of keys and
 * signatures: RFC 4253 (6.6), RFC 5656 (3.1), RFC 8332 (3), RFC 8709 (4 and 6).
 */
import { createHash, createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';

/** A signature, its parts as they lie in it. */
export interface SshSignature {
  /** The public key that it says it was made with, e.g. to be held against those of a person. */
  readonly key: Buffer;
  /** What it was made for: the `-n` of the call. */
  readonly namespace: string;
  readonly reserved: Buffer;
  readonly hash: 'sha256' | 'sha512';
  /** `ssh-ed25519`, `rsa-sha2-512`, … */
  readonly scheme: string;
  readonly bytes: Buffer;
}

const MAGIC = 'SSHSIG';
/** An RSA key of less is no proof any more: NIST SP 800-131A allows 2048 bits and more. */
const LEAST_RSA_BITS = 2048;

/** Takes strings off a buffer one by one, each led by its length in four bytes. Throws where it ends too soon. */
function stringsOf(buffer: Buffer, start = 0): () => Buffer {
  let at = start;
  return () => {
    const [from, to] = [at + 4, at + 4 + buffer.readUInt32BE(at)];
    if (to > buffer.length) throw new RangeError('A string ends after what holds it.');
    at = to;
    return buffer.subarray(from, to);
  };
}

/** The bytes of a public key from its line, e.g. of `ssh-ed25519 AAAA… ada@example.org`: equal for one key, whatever stands behind it. */
export const keyBytes = (line: string): Buffer => Buffer.from(line.split(' ')[1] ?? '', 'base64');

/** A signature from its lines; undefined for what is none, or is of another version. Throws nothing. */
export function readSignature(lines: string): SshSignature | undefined {
  const blob = Buffer.from(lines.replace(/-----(?:BEGIN|END) SSH SIGNATURE-----/g, ''), 'base64');
  try {
    if (blob.subarray(0, MAGIC.length).toString('latin1') !== MAGIC || blob.readUInt32BE(MAGIC.length) !== 1) return undefined;
    const next = stringsOf(blob, MAGIC.length + 4);
    const [key, namespace, reserved, hash, signature] = [next(), next().toString(), next(), next().toString(), stringsOf(next())];
    if (hash !== 'sha256' && hash !== 'sha512') return undefined;
    return { key, namespace, reserved, hash, scheme: signature().toString(), bytes: signature() };
  } catch {
    return undefined;
  }
}

const string = (bytes: Buffer | string): Buffer => {
  const held = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(held.length);
  return Buffer.concat([length, held]);
};

/** What is signed in place of a text: the text as a hash, and what it is signed for. */
export const signedBytes = (text: string, { namespace, reserved, hash }: Pick<SshSignature, 'namespace' | 'reserved' | 'hash'>): Buffer =>
  Buffer.concat([Buffer.from(MAGIC), ...[namespace, reserved, hash, createHash(hash).update(text).digest()].map(string)]);

/** A whole signature as `readSignature` reads it, e.g. for a test that signs. */
export const toBlob = ({ key, namespace, reserved, hash, scheme, bytes }: SshSignature): Buffer =>
  Buffer.concat([
    Buffer.from(MAGIC),
    Buffer.from([0, 0, 0, 1]),
    ...[key, namespace, reserved, hash, Buffer.concat([string(scheme), string(bytes)])].map(string),
  ]);

/** A line of a public key from its parts, e.g. `['ssh-ed25519', x]`. */
export const keyLine = (parts: readonly (Buffer | string)[]): string =>
  `${String(parts[0])} ${Buffer.concat(parts.map(string)).toString('base64')}`;

const word = (bytes: Buffer): string => bytes.toString('base64url');
/** A whole number without the zero that says that it is not negative, in so many bytes. */
const unsigned = (bytes: Buffer, size: number): Buffer => {
  const digits = bytes.subarray(Math.max(0, bytes.length - size));
  return Buffer.concat([Buffer.alloc(size - digits.length), digits]);
};

interface Scheme {
  /** What hash a scheme of signatures of this key works with; undefined for one that is not its own, or is broken. */
  readonly hashOf: (scheme: string) => string | null | undefined;
  readonly toJwk: (next: () => Buffer) => JsonWebKey;
  /** The signature as Node takes it. */
  readonly toBytes?: (bytes: Buffer) => Buffer;
}

function ecdsa(bits: number, hash: string): Scheme {
  const size = Math.ceil(bits / 8);
  return {
    hashOf: (scheme) => (scheme === `ecdsa-sha2-nistp${bits}` ? hash : undefined),
    toJwk(next) {
      next();
      const point = next();
      return { kty: 'EC', crv: `P-${bits}`, x: word(point.subarray(1, 1 + size)), y: word(point.subarray(1 + size)) };
    },
    toBytes(bytes) {
      const next = stringsOf(bytes);
      return Buffer.concat([unsigned(next(), size), unsigned(next(), size)]);
    },
  };
}

const schemes: Readonly<Record<string, Scheme>> = {
  'ssh-ed25519': {
    hashOf: (scheme) => (scheme === 'ssh-ed25519' ? null : undefined),
    toJwk: (next) => ({ kty: 'OKP', crv: 'Ed25519', x: word(next()) }),
  },
  'ecdsa-sha2-nistp256': ecdsa(256, 'sha256'),
  'ecdsa-sha2-nistp384': ecdsa(384, 'sha384'),
  'ecdsa-sha2-nistp521': ecdsa(521, 'sha512'),
  'ssh-rsa': {
    // `ssh-rsa` as a scheme is SHA-1, which is broken.
    hashOf: (scheme) => /^rsa-sha2-(256|512)$/.exec(scheme)?.[0].replace('rsa-sha2-', 'sha'),
    toJwk(next) {
      const [e, n] = [next(), next()];
      return { kty: 'RSA', e: word(e), n: word(n[0] === 0 ? n.subarray(1) : n) };
    },
  },
};

const isStrong = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean =>
  asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS;

/**
 * Whether the text was signed with the key that the signature names. Whose key that is, and what it was signed for, is for the
 * caller to ask. Throws nothing: what cannot be a signature is none.
 */
export function isSigned(text: string, signature: SshSignature): boolean {
  try {
    const next = stringsOf(signature.key);
    const scheme = schemes[next().toString()];
    const hash = scheme?.hashOf(signature.scheme);
    if (!scheme || hash === undefined) return false;
    const key = createPublicKey({ format: 'jwk', key: scheme.toJwk(next) });
    const bytes = scheme.toBytes?.(signature.bytes) ?? signature.bytes;
    return isStrong(key) && verify(hash, signedBytes(text, signature), { key, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {
    return false;
  }
}
