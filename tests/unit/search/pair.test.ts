import { describe, expect, it } from 'vitest';
import { pairOf, type AdvisingWork } from '../../../src/search/pair.client.ts';

const works: readonly AdvisingWork[] = [
  ['aha', 'AHA', 'AHA, 2011'],
  ['aha-pts', 'AHA on PTS', 'AHA on PTS, 2014'],
  ['ash-pregnancy', 'ASH', 'ASH, 2018'],
  ['ash', 'ASH', 'ASH, 2020'],
  ['ng158', 'NG158', 'NICE, NG158, 2020'],
];

describe('two works named in a search', () => {
  it.each([
    ['AHA v ASH iliofemoral', '#a=aha&b=ash', 'AHA, 2011 and ASH, 2020 side by side'],
    ['ng158 vs aha', '#a=ng158&b=aha', 'NICE, NG158, 2020 and AHA, 2011 side by side'],
    ['compare AHA on PTS with NG158', '#a=aha-pts&b=ng158', 'AHA on PTS, 2014 and NICE, NG158, 2020 side by side'],
  ])('%s', (typed, fragment, title) => {
    expect(pairOf(typed, works)).toMatchObject({ url: `/matrix/${fragment}`, title, page: 'Compare' });
  });

  it.each(['ASH', 'AHA, ASH and NG158', 'ashes and ahas', '', 'PTS NG158'])('are not `%s`', (typed) => {
    expect(pairOf(typed, works)).toBeUndefined();
  });
});
