/** A form of pathway fields and the fragment of the address, kept in step. Keeps and sends nothing. */
import type { Answer } from '../../evidence/pathway/answer.ts';
import { fromFragment, fromText, toFragment, toText, UNKNOWN, type Said } from '../../evidence/pathway/fragment.ts';
import type { PathwayInput } from '../../schema/pathway.ts';

/** A pathway as its page hands it over, in an attribute of `host`. Throws when the component left it out. */
export function dataOf<Data>(host: HTMLElement, name: string): Data {
  const text = host.dataset[name];
  if (text === undefined) throw new Error(`<${host.localName}> has no \`data-${name}\`. Its component must print one.`);
  return JSON.parse(text) as Data;
}

/** The controls of one input. Beside a number the tick for “Not known” has a name of its own. */
const controls = (form: HTMLFormElement, key: string): HTMLInputElement[] =>
  [...form.elements].filter(
    (element): element is HTMLInputElement => element instanceof HTMLInputElement && [key, `${key}Unknown`].includes(element.name),
  );

const isTicked = (control: HTMLInputElement): boolean => control.type !== 'number' && control.checked;

/** What stands in the form. A number that is not valid counts as not said. */
export function readForm(form: HTMLFormElement, inputs: readonly PathwayInput[]): Said {
  const answers: Record<string, Answer> = {};
  const unknown = new Set<string>();
  for (const input of inputs) {
    const own = controls(form, input.key);
    const ticked = own.find(isTicked)?.value;
    const text = ticked ?? own.find((control) => control.type === 'number' && control.validity.valid)?.value ?? '';
    const answer = fromText(input, text);
    if (ticked === UNKNOWN) unknown.add(input.key);
    else if (answer !== undefined) answers[input.key] = answer;
  }
  return { answers, unknown };
}

/** Puts answers into the form, as on arrival and on going back. */
export function writeForm(form: HTMLFormElement, inputs: readonly PathwayInput[], { answers, unknown }: Said): void {
  for (const { key } of inputs) {
    const answer = answers[key];
    const text = unknown.has(key) ? UNKNOWN : answer === undefined ? '' : toText(answer);
    for (const control of controls(form, key)) {
      if (control.type === 'number') control.value = text === UNKNOWN ? '' : text;
      else control.checked = control.value === text;
    }
  }
}

/** A number typed and “Not known” ticked exclude each other: the one that was changed last stands. */
function settle(form: HTMLFormElement, changed: HTMLInputElement): void {
  const others = controls(form, changed.name.replace(/Unknown$/, '')).filter((control) => control !== changed);
  if (changed.type === 'number' && changed.value !== '') for (const other of others) other.checked = false;
  if (changed.type === 'checkbox' && changed.checked) for (const other of others) if (other.type === 'number') other.value = '';
}

/**
 * Listens to a form and to the address, and calls `show` with what is said, first now. A first answer to a question makes an
 * entry in the history, so that Back takes it away; changing it again does not.
 */
export function followForm(form: HTMLFormElement, inputs: readonly PathwayInput[], show: (said: Said) => void): AbortController {
  const life = new AbortController();
  const { signal } = life;
  const fromAddress = (): Said => fromFragment(inputs, location.hash);
  const begin = (): void => {
    writeForm(form, inputs, fromAddress());
    show(fromAddress());
  };
  const said = ({ answers, unknown }: Said): number => Object.keys(answers).length + unknown.size;
  const change = (): void => {
    const now = readForm(form, inputs);
    const before = fromAddress();
    const fragment = toFragment(inputs, now);
    if (fragment !== toFragment(inputs, before)) {
      const address = location.pathname + location.search + (fragment && `#${fragment}`);
      if (said(now) === said(before)) history.replaceState(null, '', address);
      else history.pushState(null, '', address);
    }
    show(now);
  };
  form.addEventListener(
    'change',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      settle(form, target);
      if (target.type === 'number' && !target.reportValidity()) return;
      change();
    },
    { signal },
  );
  // Enter in a number would send the form: it takes the number instead.
  form.addEventListener('submit', (event) => event.preventDefault(), { signal });
  form.addEventListener(
    'reset',
    (event) => {
      event.preventDefault();
      writeForm(form, inputs, { answers: {}, unknown: new Set() });
      change();
      controls(form, inputs[0]?.key ?? '')[0]?.focus();
    },
    { signal },
  );
  for (const moved of ['popstate', 'hashchange']) addEventListener(moved, begin, { signal });
  // This code is fetched late: what was answered before it came counts, unless the address says something else.
  if (said(fromAddress()) === 0 && said(readForm(form, inputs)) > 0) change();
  else begin();
  return life;
}
