/** How a source is called in a sentence and in a citation. */
import { describe, expect, it } from 'vitest';
import { citationAuthor, citationName, sourceName } from '../../../src/evidence/source-name.ts';
import { madeSource } from '../made.ts';

const moon = { family: 'Moon', given: 'Ada' };
const dairy = { organisation: 'The Dairy' };

describe('a source', () => {
  it.each([
    [{ authors: [moon] }, 'Moon 2020', 'Moon, 2020'],
    [{ authors: [moon, dairy] }, 'Moon and The Dairy 2020', 'Moon & The Dairy, 2020'],
    [{ authors: [dairy, moon, moon] }, 'The Dairy et al. 2020', 'The Dairy et al., 2020'],
    [{ authors: [moon], shortTitle: 'RIND' }, 'Moon 2020 (RIND)', 'Moon, RIND, 2020'],
    [{ authors: undefined, shortTitle: 'RIND' }, 'RIND 2020', 'RIND, 2020'],
    [{ authors: undefined }, '“Work a”', 'Work a, 2020'],
    [{ authors: [moon], issued: '2021-03-04' }, 'Moon 2021', 'Moon, 2021'],
    [{ authors: [moon], issued: 'undated' }, 'Moon undated', 'Moon, n.d.'],
  ])('of %j', (fields, sentence, citation) => {
    const source = { ...madeSource('a'), shortTitle: undefined, ...fields } as ReturnType<typeof madeSource>;
    const named = 'issued' in fields ? source : { ...source, issued: '2020' };
    expect([sourceName(named), citationName(named)]).toEqual([sentence, citation]);
    expect(citationName(named).startsWith(citationAuthor(named))).toBe(true);
  });
});
