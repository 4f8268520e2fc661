/** Lets the contents list follow: marks the part that is being read, and folds the list up once a part was chosen. */

const nav = document.querySelector<HTMLElement>('.contents');
const details = nav?.querySelector('details');
const here = nav?.querySelector('.contents-here');
const links = [...(nav?.querySelectorAll('a') ?? [])];
let following = false;
const beside = matchMedia('(min-width: 94rem)');

/** The last heading above the upper third of the window is the one being read. */
function follow(): void {
  const line = innerHeight / 3;
  const current = links.findLast(({ hash }) => (document.getElementById(hash.slice(1))?.getBoundingClientRect().top ?? line) < line);
  for (const link of links) {
    if (link === current) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (here) here.textContent = current?.textContent.trim() ?? '';
}

/** Beside the page the list is always open; as a bar it opens when asked. */
function unfold(): void {
  if (details) details.open = beside.matches;
}

/** Starts to follow, e.g. as soon as the reader scrolls. Called again it does nothing, and neither does it on a page without a contents list. */
export function followReading(): void {
  if (following) return;
  following = true;
  let waiting = false;
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  };
  addEventListener('scroll', soon, { passive: true });
  nav?.addEventListener('click', ({ target }) => {
    if (target instanceof HTMLAnchorElement) unfold();
  });
  nav?.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !details?.open || beside.matches) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
  beside.addEventListener('change', unfold);
  if (beside.matches) unfold();
  follow();
}
