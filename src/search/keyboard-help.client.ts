/** `<keyboard-help>`: the list of shortcuts, with the switch for those of a single key. */
import { savedSetting, saveSetting } from '../parts/setting.client.ts';

class KeyboardHelp extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector<HTMLInputElement>('input[type=checkbox]');
    if (!box) return;
    box.checked = savedSetting('shortcuts') !== 'off';
    box.addEventListener('change', () => saveSetting('shortcuts', box.checked ? undefined : 'off'));
  }
}

customElements.define('keyboard-help', KeyboardHelp);
