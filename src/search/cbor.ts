/** Reads and writes the part of CBOR (RFC 8949) that Pagefind's index uses: whole numbers, text and lists. Anything else throws. */

export type Cbor = number | string | Cbor[];

const major = { unsigned: 0, negative: 1, text: 3, list: 4 } as const;

/** The one value in these bytes, e.g. `82 61 61 01` is `['a', 1]`. Throws on other types and on bytes left over. */
export function readCbor(bytes: Uint8Array): Cbor {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const count = (short: number): number => {
    if (short < 24) return short;
    const width = { 24: 1, 25: 2, 26: 4 }[short];
    if (width === undefined) throw new Error(`CBOR length form ${short} is not one that is expected here.`);
    at += width;
    return buffer.readUIntBE(at - width, width);
  };
  const value = (): Cbor => {
    const head = buffer.readUInt8(at++);
    const kind = head >> 5;
    const size = count(head & 31);
    if (kind === major.unsigned) return size;
    if (kind === major.negative) return -1 - size;
    if (kind === major.text) {
      at += size;
      return buffer.toString('utf8', at - size, at);
    }
    if (kind === major.list) return Array.from({ length: size }, value);
    throw new Error(`CBOR type ${kind} is not one that is expected here.`);
  };
  const read = value();
  if (at !== buffer.length) throw new Error(`${buffer.length - at} bytes are left over after the CBOR value.`);
  return read;
}

/** The bytes of a value, in the shortest form. */
export function toCbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? toHead(major.negative, -1 - value) : toHead(major.unsigned, value);
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8');
    return Buffer.concat([toHead(major.text, text.length), text]);
  }
  return Buffer.concat([toHead(major.list, value.length), ...value.map(toCbor)]);
}

function toHead(kind: number, size: number): Buffer {
  const width = size < 24 ? 0 : size < 0x100 ? 1 : size < 0x1_0000 ? 2 : 4;
  const head = Buffer.alloc(1 + width);
  head.writeUInt8((kind << 5) | { 0: size, 1: 24, 2: 25, 4: 26 }[width], 0);
  if (width > 0) head.writeUIntBE(size, 1, width);
  return head;
}
