/** Finds the parts that a component promised to a custom element. */

/** The first element that matches, e.g. `partOf(this, 'form')`. Throws when the component left it out. */
export function partOf<Part extends HTMLElement = HTMLElement>(host: HTMLElement, selector: string): Part {
  const part = host.querySelector<Part>(selector);
  if (!part) throw new Error(`<${host.localName}> has no \`${selector}\`. Its component must print one.`);
  return part;
}
