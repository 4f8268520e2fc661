import { expect, test } from 'vitest';
import { toPatternTest } from '../../../src/words/pattern.ts';

test.each([
  ['clot', 'Two clots', undefined],
  ['clots', 'Two Clots', 'Clots'],
  ['pregnan*', 'In PREGNANCY', 'PREGNANCY'],
  ['*venen*', 'Beckenvenenthrombose', 'Beckenvenenthrombose'],
  ['*thrombose', 'Venenthrombose.', 'Venenthrombose'],
  ['vein*', 'intravenous', undefined],
  ['post-thrombotic*', 'the post thrombotic leg', 'post thrombotic'],
  ['post-thrombotic*', 'postthrombotic', undefined],
  ['phlébite', 'Une phlebite', 'phlebite'],
  ['high + bleeding', 'At high risk of bleeding?', 'high risk of bleeding'],
  ['high + bleeding', 'bleeding, if the risk is high', 'bleeding, if the risk is high'],
  ['high + bleeding', 'High time', undefined],
  ['limb', 'Climb', undefined],
  ['limb', '', undefined],
])('%s in “%s” is %s', (pattern, text, found) => {
  expect(toPatternTest(pattern)(text)).toBe(found);
});
