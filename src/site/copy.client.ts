/** Copies an address or a text and says so. A link that is copied is followed as well, so that it works where copying is refused. */

/** Milliseconds for which the word stays. */
const stay = 2000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Copies what an element stands for: the address of a link, else the text of the element that its `data-copies` names. */
export async function copyFrom(control: HTMLElement): Promise<void> {
  const text =
    control instanceof HTMLAnchorElement
      ? control.href
      : (document.querySelector(`#${control.dataset['copies']}`)?.textContent.trim() ?? '');
  const done = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  say(
    done ? (control instanceof HTMLAnchorElement ? 'Link copied' : 'Copied') : 'Copying was refused. Select the text and copy it by hand.',
  );
}

/** Says something where it is seen and heard without taking the focus. */
function say(words: string): void {
  const old = document.querySelector('.copied');
  const output = old instanceof HTMLOutputElement ? old : document.createElement('output');
  output.className = 'copied';
  if (!old) document.querySelector('main')?.append(output);
  output.textContent = words;
  clearTimeout(timer);
  timer = setTimeout(() => output.remove(), stay);
}
