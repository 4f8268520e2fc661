import { describe, expect, it } from 'vitest';
import { toSearchScope } from '../../../src/search/page.ts';
import { madeFinding, madeLibrary, madeSource } from '../made.ts';

const advice = (id: string, fields: object) =>
  madeSource(id, { kind: 'guideline', jurisdiction: 'Here', findings: [madeFinding('q', 'against')], ...fields });

describe('what search knows of the site', () => {
  it('has the works that can be compared: in force, the oldest first, under the name that readers use', () => {
    const sources = [
      advice('moon-2021-made', { shortTitle: 'MOON', issued: 2021 }),
      advice('moon-2012-made', { shortTitle: 'OLD', issued: 2012, supersededBy: 'moon-2021-made' }),
      advice('sun-2019-made', { shortTitle: 'SG7', issued: 2019, authors: [{ organisation: 'SUN' }] }),
      madeSource('star-2020-trial', { shortTitle: 'STAR', findings: [madeFinding('q', 'none')] }),
    ];
    expect(toSearchScope(madeLibrary({ sources })).works).toEqual([
      ['sun-2019-made', 'SG7', 'SUN, SG7 2019'],
      ['moon-2021-made', 'MOON', 'MOON 2021'],
    ]);
  });

  it('never reads from a search whether there is danger', () => {
    const { criteria } = toSearchScope(madeLibrary({}));
    expect(criteria.map(({ key }) => key)).toContain('age');
    expect(criteria.map(({ key }) => key)).not.toContain('limb-threat');
  });
});
