/** The two sides of a card as elements, from plain strings. Only text is put in, never markup. */
import type { CardSource, CardView } from '../parts/card.ts';

type Child = Node | string | undefined | false;

/** An element with a class and what stands in it, e.g. `made('p', 'note', 'None.')`. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  look = '',
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (look) element.className = look;
  element.append(...children.filter((child): child is Node | string => typeof child !== 'boolean' && child !== undefined));
  return element;
}

export function link(href: string, text: string): HTMLAnchorElement {
  const element = made('a', '', text);
  element.href = href;
  return element;
}

/** What is asked, with gaps that are empty or filled. */
export const askedNodes = ({ asks }: CardView, filled: boolean): Node[] =>
  asks.map((piece, index) => {
    if (index % 2 === 0) return document.createTextNode(piece);
    const gap = made('span', 'gap', filled ? piece : '…');
    if (filled) gap.dataset['filled'] = '';
    else gap.setAttribute('aria-label', 'gap');
    return gap;
  });

const sourceRow = ({ says, href, text, kind, grade, locator, passage }: CardSource): HTMLElement =>
  made(
    'li',
    '',
    says && `${says} `,
    made(
      'span',
      'meta',
      link(href, text),
      ...[kind, grade, locator].filter(Boolean).map((fact) => made('span', '', fact)),
      passage && link(passage, 'Passage'),
    ),
  );

/** Whether what the reader picked is right; undefined where nothing was to be picked, or nothing was. */
export function isRight({ options, steps }: CardView, picked: readonly number[]): boolean | undefined {
  if (!picked.length || !(options.length + steps.length)) return undefined;
  if (options.length) return options[picked[0] ?? -1]?.right === true;
  return picked.length === steps.length && picked.every((at, index) => steps[at]?.place === index + 1);
}

/** Options, or things to put in order, before the answer: buttons that say what was picked. */
export const pickRows = ({ options, steps }: CardView, picked: readonly number[]): HTMLElement[] =>
  [...options, ...steps].map(({ says }, index) => {
    const at = picked.indexOf(index);
    const button = made(
      'button',
      '',
      made('kbd', '', steps.length && at >= 0 ? `${at + 1}.` : options.length ? String(index + 1) : '·'),
      says,
    );
    button.type = 'button';
    button.dataset['pick'] = String(index);
    button.setAttribute('aria-pressed', String(at >= 0));
    return made('li', '', button);
  });

/** The same after it: each wrong option with why it is wrong and who says so, things in their order. */
export function shownRows({ options, steps }: CardView, picked: readonly number[]): HTMLElement[] {
  if (steps.length)
    return steps
      .toSorted((a, b) => a.place - b.place)
      .map(({ says, place }) => made('li', '', made('div', 'study-option', made('span', 'study-place', `${place}.`), says)));
  return options.map(({ says, right, why, from }, index) => {
    const chosen = picked.includes(index);
    const word = right ? 'Right' : chosen ? 'Your answer, wrong' : 'Wrong';
    const row = made(
      'div',
      'study-option',
      made('span', 'study-place', right ? '✓' : '✗'),
      made(
        'div',
        '',
        says,
        made('p', '', made('span', 'study-verdict', `${word}. `), why, why && ' ', ...from.map(({ href, text }) => link(href, text))),
      ),
    );
    if (right) row.dataset['right'] = '';
    if (chosen) row.dataset['picked'] = '';
    return made('li', '', row);
  });
}

/** The answer with what it rests on, who says otherwise, and one link to the page. */
export function answerNodes(card: CardView): Node[] {
  const { kind, answer, more, support, sources, stands, topic } = card;
  return [
    kind === 'fact' && made('p', 'card-answer', answer),
    more && made('p', '', more),
    support && made('p', 'card-claim', made('strong', '', 'A claim, not a finding. '), `What supports it: ${support}`),
    made('ul', 'card-sources', ...sources.map(sourceRow)),
    stands &&
      made(
        'p',
        'card-stands',
        link(stands.href, stands.text),
        stands.verdict && ` ${stands.verdict}.`,
        stands.others && ` Otherwise: ${stands.others}.`,
      ),
    made('p', 'card-stands', 'Read the page: ', link(topic.href, topic.text)),
  ].filter((node): node is HTMLParagraphElement | HTMLUListElement => typeof node === 'object');
}
