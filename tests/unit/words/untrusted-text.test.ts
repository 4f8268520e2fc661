/** Text of strangers in logs and on GitHub: it says what it says and does nothing. */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { commandData, commandProperty, logLine, logText, markdownBlock, markdownText } from '../../../src/words/untrusted-text.ts';

const bits = ['::error::x', '##[error]x', '##vso[x]', '::', '`', '```', '~~~', '@octo', '#1', '<img src=x>', '&lt;', '[a](b)', '\u202e'];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...bits, '\r', '\n', '\u001b[2J', '\u2028', ' ', '\0', 'https://x.example', '*', '_'), fc.string()), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

/** What a runner takes for a command; see actions/runner, ActionCommand. */
const commands = (text: string): string[] =>
  text.split(/\r\n|[\r\n]/).filter((line) => line.trimStart().startsWith('::') || line.includes('##['));

describe('a sign that nobody sees', () => {
  const unseen = ['\0', '\b', '\v', '\u001b', '\u007f', '\u009b', '\u061c', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069'];
  test.each(unseen)('is taken out wherever text is printed: %j', (sign) => {
    for (const print of [logText, logLine, commandData, commandProperty, markdownText]) expect(print(`a${sign}b`)).toBe('ab');
  });

  test('is not a tab, which is kept', () => {
    for (const print of [logText, logLine, commandData, markdownText]) expect(print('a\tb')).toBe('a\tb');
  });
});

describe('a log', () => {
  test('takes no line for a command and no sign for one to the terminal, whatever is printed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(commands(logText(text))).toEqual([]);
        expect(logText(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
        expect(logLine(text)).not.toContain('\n');
        expect(logText(logText(text))).toBe(logText(text));
      }),
    );
  });

  test('keeps the words', () => {
    expect(logText('  ::error file=a::Done\u001b[31m\r\nnext')).toBe('  : :error file=a::Done[31m\nnext');
    expect(logLine('one\n::two')).toBe('one ::two');
  });

  test.each(['\r\n', '\r', '\u0085', '\u2028', '\u2029'])('takes for an end of a line what anybody may: %j', (end) => {
    expect(logText(`a${end}::b`)).toBe('a\n: :b');
    expect(logLine(`a${end}::b`)).toBe('a ::b');
    expect(commandData(`a${end}b`)).toMatch(/^a(?:%0D)?(?:%0A)?b$/);
    expect(commandData(`a${end}b`)).not.toBe('ab');
  });

  test('takes no older way of writing a command for one', () => {
    expect(logText('a ##[error]b ##vso[task]c ##d')).toBe('a ## [error]b ## vso[task]c ##d');
  });

  test('gets a value as one line of a command', () => {
    expect(commandData('50 %\r\nof')).toBe('50 %25%0D%0Aof');
    expect(commandProperty('a,b:c')).toBe('a%2Cb%3Ac');
  });
});

describe('a page of GitHub', () => {
  test('shows a text as it stands', () => {
    const shown = (text: string): string =>
      toString(fromMarkdown(markdownText(text), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })).replaceAll('\u200b', '');
    const texts = [
      '<img src=x onerror=y> [a](javascript:b) `c` *d*',
      '&lt;img&gt; &#64;octo',
      '~~a~~ **b** __c__ ![d](e)',
      '> a',
      '| a | b |\n| - | - |\n| c | d |',
      'at http://x.example, www.x.example and WWW.x.example',
      'GH-1, gh-2 and high-3',
    ];
    expect(texts.map(shown)).toEqual(texts);
  });

  test('links to nobody and nothing', () => {
    expect(markdownText('@octo #1 https://x.example')).not.toMatch(/@octo|#1|:\/\//);
    expect(markdownText('www.x.example WWW.x.example GH-1 gh-2')).not.toMatch(/www\.|gh-\d/i);
  });

  test('gets a block that nothing inside can close, nor what it becomes when unseen signs are taken out', () => {
    expect(markdownBlock('``\0``')).toBe('`````text\n````\n`````');
    fc.assert(
      fc.property(hostile, (text) => {
        const { children } = fromMarkdown(markdownBlock(text));
        expect(children).toHaveLength(1);
        expect(children[0]).toMatchObject({ type: 'code', lang: 'text' });
      }),
    );
  });
});

describe('npm run github-text', () => {
  const run = (shape: string, input: string): string =>
    execFileSync(process.execPath, ['scripts/github.ts', 'text', shape], { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });

  test('makes a block or a list', () => {
    expect(run('block', 'a ``` b\n::error::c\n')).toBe('````text\na ``` b\n: :error::c\n````\n');
    expect(run('list', 'Fix #3\n\n@octo\n')).toBe('- Fix #&#8203;3\n- @&#8203;octo\n');
  });

  test('cuts what GitHub would refuse, and says so', () => {
    const said = run('block', 'a line of feeds\n'.repeat(10_000));
    expect(said.length).toBeLessThan(60_000);
    expect(said).toContain('The rest did not fit');
  });

  test('says how it is called', () => {
    expect(() => run('table', '')).toThrow();
  });
});
