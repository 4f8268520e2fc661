/** SVG as text: escaping, elements, numbers. Knows nothing about what is drawn. */

/** Text made safe between tags and in quoted attributes, e.g. `escapeText('a < b') === 'a &lt; b'`. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A number short enough to read and exact enough to draw: at most two decimals. */
export const round = (value: number): number => Number(value.toFixed(2));

/** An element; `inside` is markup already. Attributes that are undefined are left out. Example: `element('rect', { x: 1 }) === '<rect x="1"></rect>'`. */
export function element(name: string, attributes: Attributes = {}, inside = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeText(String(typeof value === 'number' ? round(value) : value))}"`);
  return `<${name}${written.join('')}>${inside}</${name}>`;
}

/** A text element around plain text. */
export const textElement = (attributes: Attributes, text: string): string => element('text', attributes, escapeText(text));

/** Text in lines of at most so many characters; a word is never cut. Example: `wrapText('one two', 4)` is `['one', 'two']`. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
