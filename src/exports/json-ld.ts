/** Structured data as text that is safe within a `<script type="application/ld+json">`. */
import type { Thing } from 'schema-dts';

/** Things as one JSON-LD document. `<` is escaped, so that no text can end the script element. */
export function toJsonLdText(things: readonly Thing[]): string {
  const document =
    things.length === 1
      ? { '@context': 'https://schema.org', ...(things[0] as object) }
      : { '@context': 'https://schema.org', '@graph': things };
  return JSON.stringify(document).replace(/[<\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
