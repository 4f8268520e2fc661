import { describe, expect, it } from 'vitest';
import { nearAddresses, type AddressRow } from '../../../src/site/near-address.client.ts';

const rows: AddressRow[] = [
  ['/topics/', 'Topics'],
  ['/topics/phlegmasia/', 'Limb-threatening DVT (phlegmasia)'],
  ['/topics/caval-filters/', 'Caval filters'],
  ['/questions/caval-filter/', 'Should a caval filter be placed?'],
  ['/sources/nice-2019-ipg651/', 'Percutaneous mechanical thrombectomy'],
  ['/sources/news-2024-wall/', 'Wall-to-wall results'],
  ['/papers/2024-03-27-wall-to-wall-results', 'Wall-to-wall results', '/sources/news-2024-wall/'],
  ['/glossary/phlegmasia-alba-dolens/', 'Phlegmasia alba dolens'],
];
const near = (path: string) => nearAddresses(path, rows).map(({ href }) => href);

describe('a wrong address', () => {
  it.each([
    ['a typing mistake', '/topics/flegmasia', '/topics/phlegmasia/'],
    ['the wrong folder', '/pages/caval-filters/', '/topics/caval-filters/'],
    ['letters that changed places', '/sources/nice-2019-ipg615/', '/sources/nice-2019-ipg651/'],
    ['an old address half remembered', '/papers/2024-03-27-wall-to-wal-result.html', '/sources/news-2024-wall/'],
    ['words of the title', '/mechanical-thrombectomy', '/sources/nice-2019-ipg651/'],
    ['capitals and signs', '/Topics/PHLEGMASIA%20', '/topics/phlegmasia/'],
  ])('with %s leads to the page that was meant', (_, path, href) => {
    expect(near(path)[0]).toBe(href);
  });

  it('suggests a page once, by its own address and not by an old one', () => {
    expect(near('/wall-to-wall-results').filter((href) => href === '/sources/news-2024-wall/')).toHaveLength(1);
    expect(near('/wall-to-wall-results')).not.toContain('/papers/2024-03-27-wall-to-wall-results');
  });

  it.each(['/', '/wp-admin/setup.php', '/zzzz', '/%E0%A4%A'])('that is like none leads nowhere: %s', (path) => {
    expect(near(path)).toEqual([]);
  });
});
