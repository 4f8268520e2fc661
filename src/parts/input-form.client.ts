/** The fields of inputs as answers of the engine of pathways, and the other way round. */
import type { Answer } from '../evidence/pathway/answer.ts';
import { fromText, toText, UNKNOWN, type Said } from '../evidence/pathway/fragment.ts';
import type { PathwayInput } from '../schema/pathway.ts';

/** What a page hands over in an attribute of `host`, e.g. a pathway. Throws when the component left it out. */
export function dataOf<Data>(host: HTMLElement, name: string): Data {
  const text = host.dataset[name];
  if (text === undefined) throw new Error(`<${host.localName}> has no \`data-${name}\`. Its component must print one.`);
  return JSON.parse(text) as Data;
}

/** The controls of one input. Beside a number the tick for “Not known” has a name of its own. */
export const controls = (form: HTMLFormElement, key: string): HTMLInputElement[] =>
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
export function settle(form: HTMLFormElement, changed: HTMLInputElement): void {
  const others = controls(form, changed.name.replace(/Unknown$/, '')).filter((control) => control !== changed);
  if (changed.type === 'number' && changed.value !== '') for (const other of others) other.checked = false;
  if (changed.type === 'checkbox' && changed.checked) for (const other of others) if (other.type === 'number') other.value = '';
}
