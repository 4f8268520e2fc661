/**
 * Opens the form for editors, which no reader loads: on a press of the button, or at once for who has it open already.
 * The form is fetched only then; it takes the place of the words in front of it.
 */
import './form.css';
import { confineMemory, isSignedIn } from './form-memory.client.ts';

const button = document.querySelector<HTMLButtonElement>('button[data-open-form]');

/** A copy on this computer can be worked on only by a page that comes from it; see the form's own rule for browsers. */
const fromHere = /^(?:127\.0\.0\.1|(?:.+\.)?localhost)$/.test(location.hostname);

async function openForm(): Promise<void> {
  if (button) button.disabled = true;
  const { startForm } = await import('./form-widgets.client.ts');
  document.querySelector('main')?.remove();
  for (const sheet of document.querySelectorAll('link[rel=stylesheet]')) sheet.remove();
  startForm();
}

confineMemory(button?.dataset['signInLasts'] === 'tab');
if (button && (fromHere || button.dataset['openForm'] === 'anywhere')) {
  button.hidden = false;
  button.addEventListener('click', () => void openForm());
  if (location.hash.startsWith('#/') || isSignedIn()) void openForm();
}
