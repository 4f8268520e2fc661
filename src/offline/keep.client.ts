/** `<offline-keep>`: keeps the whole site on this device by one tap, says how much that is, marks that it is kept, and lets go of it again. */
import { dropAll, holdingInWords, keepAll, readHolding, sizeInWords } from './keeping.client.ts';

class OfflineKeep extends HTMLElement {
  private readonly button = document.createElement('button');
  private readonly status = document.createElement('span');

  connectedCallback(): void {
    if (this.button.isConnected) return;
    this.button.type = 'button';
    this.status.role = 'status';
    // Where nothing can be kept nothing is offered.
    void this.tell().then(
      () => this.prepend(this.button, this.status),
      () => this.remove(),
    );
  }

  private async tell(): Promise<void> {
    const holding = await readHolding();
    const all = holding.kept.length === holding.readable.length;
    const size = sizeInWords(holding.list.restBytes);
    this.toggleAttribute('data-kept', all);
    this.button.textContent = all ? 'Remove from this device' : `Keep on this device (${size})`;
    this.status.textContent = all ? `Kept on this device (${size})` : '';
    this.button.onclick = () => void (all ? this.drop() : this.keep());
  }

  private async keep(): Promise<void> {
    this.button.disabled = true;
    const whole = await keepAll((says) => (this.status.textContent = says));
    this.button.disabled = false;
    await this.tell();
    if (!whole) this.status.textContent = `${holdingInWords(await readHolding())} The rest is tried again with the next page.`;
    this.button.focus();
  }

  private async drop(): Promise<void> {
    await dropAll();
    await this.tell();
    this.status.textContent = 'Removed from this device.';
  }
}

customElements.define('offline-keep', OfflineKeep);

/** Puts the choice at the end of an open menu, once. */
export function offerIn(menu: HTMLElement): void {
  if (!menu.querySelector('offline-keep')) menu.append(document.createElement('offline-keep'));
}

/** Offers the choice at the foot of the window, with a way to send it off. It takes no focus and hides nothing that is not behind it. */
export function offerQuietly(): void {
  const offer = document.createElement('section');
  offer.className = 'offline-offer';
  offer.ariaLabel = 'Offline';
  const [says, close] = [document.createElement('p'), document.createElement('button')];
  says.textContent = 'You are back. The whole site can be kept for reading offline.';
  close.type = 'button';
  close.textContent = 'No, thanks';
  close.onclick = () => offer.remove();
  offer.append(says, document.createElement('offline-keep'), close);
  document.body.append(offer);
}
