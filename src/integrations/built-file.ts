/** What stands in built files other than pages that the site did not put there: drawings, XML, data, styles. Pure. */
import { Parser } from 'htmlparser2';
import { intrudersOf, isSelfContained, type Intruder } from './own-markup.ts';

/** Namespaces of markup in which code can run when a browser is led to the file itself. */
const ACTIVE = /^http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML|1999\/XSL\/Transform)$/;

function xmlIntruders(xml: string, isDrawing: boolean): Intruder[] {
  const found: Intruder[] = [];
  let style = false;
  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name !== '?xml') found.push({ says: `an instruction \`<${name}\``, sought: [`<${name}`] });
      },
      onopentag(name, attributes) {
        style = name === 'style';
        if (isDrawing && !style)
          found.push(...intrudersOf({ name, space: 'svg', attributes: new Map(Object.entries(attributes)), text: () => '' }));
        else if (!isDrawing)
          for (const value of Object.values(attributes))
            if (ACTIVE.test(value)) found.push({ says: `markup that can run: \`<${name} xmlns="${value}">\``, sought: [`<${name}`] });
      },
      ontext(text) {
        if (style && !isSelfContained(text)) found.push({ says: 'a style that loads from elsewhere', sought: [text] });
      },
      onclosetag: () => void (style = false),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return found;
}

/** Files that are looked into here, by ending. */
export const READ_ENDINGS = /\.(?:svg|xml|css|json|jsonld|webmanifest)$/;

/** Intruders of one file, e.g. `fileIntruders('a.svg', '<svg onload="x()"/>')` has one. */
export function fileIntruders(file: string, text: string): Intruder[] {
  if (file.endsWith('.svg') || file.endsWith('.xml')) return xmlIntruders(text, file.endsWith('.svg'));
  if (file.endsWith('.css')) return isSelfContained(text) ? [] : [{ says: 'a style that loads from elsewhere', sought: [] }];
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [{ says: `no JSON: ${(error as Error).message}`, sought: [] }];
  }
}
