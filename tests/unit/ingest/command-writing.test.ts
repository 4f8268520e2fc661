import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SnapshotFolder, writeDelivery } from '../../../scripts/intake.ts';
import { sweepParts, writeWhole } from '../../../src/library/to-files.ts';
import { fixtureBytes } from './fixture.ts';

let folder: string;
const at = (...path: string[]): string => join(folder, ...path);
const put = (path: string, text: string): void => writeFileSync(at(path), text);
const namesIn = (path: string): string[] => (existsSync(at(path)) ? readdirSync(at(path)).sort() : []);
const sources = (): string[] => namesIn('content/sources');
const snapshots = (): string[] => namesIn('.snapshots');

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'delivery-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('writing a draft and its snapshot', () => {
  const delivery = () => ({
    draft: { path: at('content/sources/a.md'), text: 'draft' },
    snapshot: { hash: '1', ending: '.txt', bytes: fixtureBytes('leaflet') },
    fingerprint: { path: at('content/fingerprints/a.yaml'), text: 'fingerprint' },
  });
  const deliver = (): void => writeDelivery(delivery(), new SnapshotFolder(at('.snapshots')));

  it('keeps a draft that somebody else wrote in the meantime, and takes the new snapshot back', () => {
    mkdirSync(at('content/sources'), { recursive: true });
    put('content/sources/a.md', 'theirs');
    expect(deliver).toThrow('is there already and is not overwritten');
    expect(readFileSync(at('content/sources/a.md'), 'utf8')).toBe('theirs');
    expect({ sources: sources(), snapshots: snapshots() }).toEqual({ sources: ['a.md'], snapshots: [] });
  });

  it('keeps a snapshot that was there before, also when the draft fails', () => {
    mkdirSync(at('content/sources'), { recursive: true });
    mkdirSync(at('.snapshots'));
    put('content/sources/a.md', 'theirs');
    put('.snapshots/1.txt', 'the same bytes, taken before');
    expect(deliver).toThrow();
    expect(readFileSync(at('.snapshots/1.txt'), 'utf8')).toBe('the same bytes, taken before');
  });

  it('writes the draft last, and replaces a fingerprint that a killed run left behind', () => {
    mkdirSync(at('content/fingerprints'), { recursive: true });
    put('content/fingerprints/a.yaml', 'half a run ago');
    deliver();
    expect(readFileSync(at('content/fingerprints/a.yaml'), 'utf8')).toBe('fingerprint');
    expect(readFileSync(at('content/sources/a.md'), 'utf8')).toBe('draft');
  });

  it('takes all of it back when the draft cannot be written', () => {
    mkdirSync(at('content'));
    put('content/sources', 'a file where the folder should be');
    expect(deliver).toThrow();
    expect({ snapshots: snapshots(), fingerprints: readdirSync(at('content/fingerprints')) }).toEqual({ snapshots: [], fingerprints: [] });
  });

  it('sweeps away what a dead process left half written, and not what a living one is writing', () => {
    const part = (pid: number): string => `.${pid}-0b0e7c3e-0000-4000-8000-00000000000${pid % 10}.part`;
    // The parent of this test is alive; no process has a number this high.
    const [dead, alive] = [part(2 ** 22 + 12345), part(process.ppid)];
    for (const name of [dead, alive, 'a.md', '.note.part']) put(name, 'half');
    expect(sweepParts(folder)).toBe(1);
    expect(readdirSync(folder).sort()).toEqual([alive, '.note.part', 'a.md'].sort());
    expect(sweepParts(at('nowhere'))).toBe(0);
  });

  it('sweeps away parts under all names that they ever had, and under none that an editor may give', () => {
    const uuid = '0b0e7c3e-0000-4000-8000-000000000000';
    const former = [`.a.md.${uuid}.part`, 'lookups.yaml.part', `${'ab'.repeat(32)}.part`, `${'ab'.repeat(32)}.json.part`];
    const kept = ['bibliography.json.tmp', `${'0a'.repeat(10)}.png.tmp`, `${'0a'.repeat(8)}.bin.4711`];
    const others = ['a.md', '.a.md.part', 'a.part', 'lookups.yaml', '.writing.lock'];
    for (const name of [...former, ...kept, ...others]) put(name, 'half');
    mkdirSync(at(`.${2 ** 22 + 12345}-${uuid}.part`));
    expect(sweepParts(folder)).toBe(8);
    expect(readdirSync(folder).sort()).toEqual(others.sort());
  });

  it('sweeps away everything where nobody else can be writing, also under the number of a living process', () => {
    put(`.${process.ppid}-0b0e7c3e-0000-4000-8000-000000000000.part`, 'half');
    expect(sweepParts(folder)).toBe(0);
    expect(sweepParts(folder, { alone: true })).toBe(1);
  });

  it('leaves a raw article in its place that another run has put there since the folder was looked through', () => {
    const early = new SnapshotFolder(at('.snapshots'));
    early.keep('0', '.txt', new Uint8Array([1]));
    deliver();
    expect(early.keep('1', '.txt', fixtureBytes('leaflet'))).toBe(false);
    expect(() => writeDelivery(delivery(), early)).toThrow('is there already');
    expect(snapshots()).toEqual(['0.txt', '1.txt']);
  });

  it('keeps the rights of a file that it replaces, and makes folders that are not there', () => {
    put('a.yaml', 'old');
    chmodSync(at('a.yaml'), 0o640);
    writeWhole(at('a.yaml'), 'new');
    writeWhole(at('deep/er/b.yaml'), 'new');
    expect([statSync(at('a.yaml')).mode & 0o777, readFileSync(at('a.yaml'), 'utf8'), namesIn('deep/er')]).toEqual([
      0o640,
      'new',
      ['b.yaml'],
    ]);
  });
});
