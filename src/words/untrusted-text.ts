/**
 * Text that strangers may have written, on its way to a terminal, a job log or a page of GitHub: what it says is kept, what it
 * could do is not. The only place that knows how; see docs.github.com/actions/reference/workflow-commands.
 */

/** Control characters but for tab and line feed, and signs that turn the direction of a line. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text for a terminal or a log: it steers no terminal, and no line of it is a command to a CI runner.
 * Example: `logText('::error::x')` is `: :error::x`.
 */
export const logText = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROLS, '')
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replace(/##(?=\[|vso\[)/g, '## ');

/** The same in one line, e.g. `logLine('a\n::b')` is `a ::b`. */
export const logLine = (text: string): string => logText(text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' '));

/** The text of a workflow command, e.g. `commandData('two\nlines')` is `two%0Alines`. */
export const commandData = (text: string): string =>
  text
    .replace(/[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replace(CONTROLS, '');

/** The value of a property of a workflow command, e.g. `commandProperty('a,b')` is `a%2Cb`. */
export const commandProperty = (text: string): string => commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * Text that GitHub prints as it stands: no markup, no HTML, no mention, no reference to an issue, no bare link.
 * Example: `markdownText('*x* @y')` is `\*x\* @&#8203;y`.
 */
export const markdownText = (text: string): string =>
  text
    .replace(CONTROLS, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]>|~!]/g, '\\$&')
    .replace(/[@#]/g, '$&&#8203;')
    .replace(/:\/\//g, ':&#8203;//')
    .replace(/\b(?:www(?=\.)|gh-(?=\d))/gi, '$&&#8203;');

/**
 * Lines as a block of code of GitHub’s Markdown, its fence longer than any run of backticks inside.
 * Example: `markdownBlock('a')` is three lines: a fence, `a`, and the fence again.
 */
export function markdownBlock(text: string): string {
  // Measured on what is printed: two runs of backticks become one when a sign between them is taken out.
  const printed = logText(text).replace(/\n+$/, '');
  const longest = Math.max(2, ...[...printed.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${printed}\n${fence}`;
}
