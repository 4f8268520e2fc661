/** Letters that are composed, as in Chinese, Japanese and Korean: until they are chosen nothing is searched or opened. */

/** Whether a key belongs to a composition; Safari says so of the last one by the code 229 alone. */
export const isComposed = ({ isComposing, keyCode }: { readonly isComposing: boolean; readonly keyCode: number }): boolean =>
  isComposing || keyCode === 229;

/** Calls `act` with each change of the field that is no part of a composition, and at the end of one. */
export function onWritten(field: HTMLInputElement, act: () => void): void {
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) act();
  });
  field.addEventListener('compositionend', act);
}
