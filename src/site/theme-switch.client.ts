/** `<theme-switch>`: a radio group that sets light, dark or the system's colours. The colours themselves are in the style sheet. */
import { savedSetting, saveSetting } from '../parts/setting.client.ts';

export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const chosen = savedSetting('theme') ?? 'system';
    for (const radio of this.querySelectorAll('input')) radio.checked = radio.value === chosen;
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      const theme = target.value === 'system' ? undefined : target.value;
      if (theme === undefined) delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
      saveSetting('theme', theme);
    });
  }
}
