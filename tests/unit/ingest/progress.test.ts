import { describe, expect, it } from 'vitest';
import { Progress, toProgressLine, IngestTally, toLine, type IngestEntry } from '../../../src/ingest/report.ts';

describe('a line of progress', () => {
  it.each([
    [{ done: 120, total: 300, rate: 40 }, '120 of 300, 40 a second, about 5 s left'],
    [{ done: 1, total: 3, rate: 0.05 }, '1 of 3, 3 a minute, about 40 s left'],
    [{ done: 10, total: 10_000, rate: 10 }, '10 of 10000, 10 a second, about 17 min left'],
    [{ done: 10, total: 100_000, rate: 10 }, '10 of 100000, 10 a second, about 3 h left'],
    [{ done: 0, total: 300, rate: 0 }, '0 of 300'],
    [{ done: 300, total: 300, rate: 40 }, '300 of 300'],
  ])('%o says “%s”', (state, line) => {
    expect(toProgressLine(state)).toBe(line);
  });

  const watch = (isTTY: boolean, total: number, each: number): string[] => {
    const written: string[] = [];
    let time = 0;
    const progress = new Progress(total, { isTTY, write: (text) => written.push(text) }, () => time);
    for (let done = 1; done <= total; done++) {
      time += each;
      progress.clear();
      progress.show(done);
    }
    return written;
  };

  it('rewrites itself on a terminal, ten times a second at most, and gets out of the way of other lines', () => {
    const written = watch(true, 100, 20);
    const lines = written.filter((text) => text.includes('of 100'));
    expect(lines.length).toBeLessThanOrEqual(21);
    expect(lines.every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
    expect(lines[1]).toBe('\r\u001b[K6 of 100, 50 a second, about 2 s left');
    expect(written).toContain('\r\u001b[K');
  });

  it('is a plain line now and then where nobody watches', () => {
    expect(watch(false, 1200, 10)).toEqual([
      'progress    500 of 1200, 100 a second, about 7 s left\n',
      'progress    1000 of 1200, 100 a second, about 2 s left\n',
    ]);
  });

  it('goes by the pace of the last ten seconds', () => {
    const written: string[] = [];
    let time = 0;
    const progress = new Progress(2000, { write: (text) => written.push(text) }, () => time);
    for (let done = 1; done <= 1000; done++) {
      time += done <= 500 ? 1 : 100;
      progress.show(done);
    }
    expect(written).toEqual([
      'progress    500 of 2000, 1000 a second, about 2 s left\n',
      'progress    1000 of 2000, 10 a second, about 2 min left\n',
    ]);
  });
});

describe('the account of a run', () => {
  const entry = (outcome: IngestEntry['outcome']): IngestEntry => ({ name: 'a.xml, item 1', outcome });
  const refused = (field?: string) => entry({ state: 'refused', ...(field && { field }), reason: 'It is empty.', hint: 'Fill it.' });
  const off = entry({ state: 'off-topic', reason: 'relevance 0.0, below 2.0: none of our words' });

  it('tells files from the articles in them and names what they were refused for', () => {
    const tally = new IngestTally();
    tally.add([off, off, refused('title'), refused('title, link')]);
    tally.add([refused()]);
    expect(tally.toSummary(false)).toMatchInlineSnapshot(`
      "2 files with 5 articles: 0 drafted, 0 known, 2 off topic, 3 refused, 0 passed over.
      Refused for \`title\` 2, \`link\` 1.
      What is off topic was not drafted. If it belongs here after all, give its own file or address alone."
    `);
    expect({ given: tally.given, refused: tally.count('refused') }).toEqual({ given: 2, refused: 3 });
  });

  it.each([
    [[false], '1 file'],
    [[true], '1 address'],
    [[true, true], '2 addresses'],
    [[true, false], '2 items'],
  ])('counts %j as %s', (remotes, words) => {
    const tally = new IngestTally();
    for (const remote of remotes) tally.add([off], remote);
    expect(tally.toSummary(false)).toContain(`${words}: 0 drafted, 0 known, ${remotes.length} off topic, 0 refused, 0 passed over.`);
  });

  it('gives what is off topic a line with its score', () => {
    expect(toLine(off)).toBe('off topic   a.xml, item 1: relevance 0.0, below 2.0: none of our words');
  });
});
