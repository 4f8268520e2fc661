/** Fetches the walk through a pathway, or the comparison of pathways, when a reader comes near it, or at once when the address carries answers. */
const walk = document.querySelector('pathway-stepper, pathway-compare');
const load = () => void import('./walk.client.ts');
if (walk) {
  if (location.hash.includes('=')) load();
  // By keyboard a reader may arrive without scrolling past it.
  walk.addEventListener('focusin', load, { once: true });
  new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && load(), { rootMargin: '100%' }).observe(
    walk,
  );
}
