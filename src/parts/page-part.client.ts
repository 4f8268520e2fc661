/** Finds the parts that a component promised to a custom element, and sets those that are true only at times. */

/** The first element that matches, e.g. `partOf(this, 'form')`. Throws when the component left it out. */
export function partOf<Part extends HTMLElement = HTMLElement>(host: HTMLElement, selector: string): Part {
  const part = host.querySelector<Part>(selector);
  if (!part) throw new Error(`<${host.localName}> has no \`${selector}\`. Its component must print one.`);
  return part;
}

const placed = new WeakMap<HTMLTemplateElement, Element>();

/**
 * Puts what a `<template data-while="name">` holds behind it as long as it is true, and takes it away again: words that are not true
 * are not in the document. Gives what stands there, the last where several templates have the name, e.g. `standWhile(this, 'empty', true)`.
 */
export function standWhile(host: ParentNode, name: string, isTrue: boolean): Element | undefined {
  let standing: Element | undefined;
  for (const template of host.querySelectorAll<HTMLTemplateElement>(`template[data-while=${name}]`)) {
    const part = placed.get(template) ?? template.content.firstElementChild;
    if (!part) continue;
    placed.set(template, part);
    if (!isTrue) part.remove();
    else if (!part.isConnected) template.after(part);
    if (isTrue) standing = part;
  }
  return standing;
}
