/** Says at the top of a page that its review fell due after it was built. Works on the date in the page; asks nobody. */

/** Days as `2026-11-20` compare as text. Nothing is past on its own day. */
export const isPast = (due: string, today: string): boolean => due < today;

/** The day by the clock of the reader's device, e.g. `2026-11-20`. */
export const dayOnDevice = (): string => new Date().toISOString().slice(0, 10);

/** Puts the banner first in the main part when the page's date has passed by `today`. */
export function showStaleBanner(today = dayOnDevice()): void {
  const due = document.querySelector<HTMLTimeElement>('time[data-review-due]');
  const main = document.querySelector('main');
  if (!due || !main || !isPast(due.dateTime, today)) return;
  const banner = document.createElement('p');
  banner.className = 'notice stale-banner';
  banner.setAttribute('role', 'status');
  const strong = document.createElement('strong');
  strong.textContent = 'Out of date.';
  banner.append(
    strong,
    ` This page was due for review on ${due.textContent?.trim() ?? due.dateTime}. Check its sources before you rely on it.`,
  );
  main.prepend(banner);
}
