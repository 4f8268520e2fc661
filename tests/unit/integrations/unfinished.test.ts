import { expect, it } from 'vitest';
import { wantOfRoom } from '../../../src/integrations/unfinished.ts';

it.each([
  [{ free: 1_100_000, files: 5000 }, 'The disk is full, or nearly so (1.1 MB left). Free some space and run `npm run build` again'],
  [{ free: 9e9, files: 4 }, 'The disk is full, or nearly so (room for 4 more files). Free some space'],
])('a build that failed on a disk with %o says why', (disk, words) => {
  expect(wantOfRoom(disk)).toContain(words);
});

it.each([
  { free: 9e9, files: 5000 },
  { free: 9e9, files: 0 },
])('a build that failed on a disk with %o failed for another reason', (disk) => {
  expect(wantOfRoom(disk)).toBeUndefined();
});
