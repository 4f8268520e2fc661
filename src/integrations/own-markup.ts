/** What the markup of the site itself is made of, as tables, and what in a built page is not on them: code, frames, foreign addresses. Pure. */
import { linkAddress } from '../schema/address.ts';
import { searchUrl } from '../parts/urls.ts';

/** An element as any parser tells it, attributes by name. */
export interface MarkupElement {
  readonly name: string;
  readonly space: 'html' | 'svg' | 'other';
  readonly attributes: ReadonlyMap<string, string>;
  /** Text inside, asked of scripts and styles alone. */
  readonly text: () => string;
}

/** Something in a file that the site does not put there. */
export interface Intruder {
  readonly says: string;
  /** What to look for in the content, the likeliest first. */
  readonly sought: readonly string[];
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const elements = {
  html: words(`
    html head title meta link script noscript body header nav main section article aside footer div p span br wbr hr a
    h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td figure figcaption blockquote
    pre code kbd samp var em strong b i small sub sup del ins mark abbr dfn cite q time data bdi bdo img
    details summary dialog form fieldset legend label input button select option optgroup output progress meter template`),
  svg: words(`
    svg g defs symbol use title desc a path circle ellipse rect line polyline polygon text tspan
    pattern marker clipPath mask linearGradient radialGradient stop`),
  other: words(''),
};

/** Attributes that load nothing, run nothing and lead nowhere; those with addresses are below. */
const harmless = words(`
  id class lang xml:lang dir title role hidden tabindex translate inert accesskey open closedby popover popovertarget slot part
  charset name property media sizes as type crossorigin integrity fetchpriority async defer nomodule hreflang download
  value placeholder checked disabled selected multiple readonly required min max step minlength maxlength size rows cols pattern
  for form method label autocomplete autocapitalize autofocus spellcheck enterkeyhint inputmode list
  datetime colspan rowspan span scope headers abbr start reversed align alt width height loading decoding
  xmlns xmlns:xlink version viewBox preserveAspectRatio focusable x y x1 x2 y1 y2 cx cy r rx ry dx dy d points offset
  transform patternTransform patternUnits patternContentUnits gradientTransform gradientUnits markerWidth markerHeight markerUnits
  refX refY orient maskUnits maskContentUnits clipPathUnits overflow opacity color fill-opacity fill-rule clip-rule stop-color stop-opacity
  stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-miterlimit stroke-opacity
  text-anchor dominant-baseline font-size font-weight font-family font-style letter-spacing vector-effect textLength lengthAdjust`);

/** Attributes of drawings that may point into the same page and nowhere else. */
const painted = words('fill stroke clip-path mask marker-start marker-mid marker-end filter');

const relations = {
  /** Addresses that a browser loads. */
  loads: words('stylesheet icon apple-touch-icon preload modulepreload manifest search cms-config-url'),
  /** Addresses that a browser only knows. */
  names: words('canonical alternate license author help prev next'),
};

const inputs = words('text search checkbox radio number range date');
const scriptFile = /^\/(?:_astro\/[\w.-]+\.[\w-]{8}\.js|theme\.js|admin\/admin\.js)$/;

/** A path of the site, as a resource is addressed. */
const ownFile = /^\/(?![/\\])[^\s\\]*$/;

/** True for CSS that asks for nothing from elsewhere. */
export const isSelfContained = (css: string): boolean =>
  !/@import/i.test(css) &&
  [...css.matchAll(/url\(\s*["']?([^"')]*)/gi)].every(([, address = '']) => ownFile.test(address) || address.startsWith('#'));

/** The address that an element makes a browser load: of a script, a picture, a style, a font; undefined where there is none. */
export function loadedBy({ name, attributes }: MarkupElement): string | undefined {
  if (name === 'script' || name === 'img') return attributes.get('src');
  const loads = name === 'link' && (attributes.get('rel') ?? '').split(' ').some((one) => relations.loads.has(one));
  return loads ? attributes.get('href') : undefined;
}

function isJson(text: string): boolean {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
}

function* scriptIntruders({ attributes, text }: MarkupElement): Iterable<Intruder> {
  const [source, type] = [attributes.get('src'), attributes.get('type')];
  if (type === 'application/ld+json' && source === undefined) {
    if (!isJson(text())) yield { says: 'data for machines that is no JSON', sought: [] };
  } else if (source === undefined || !scriptFile.test(source) || (type ?? 'module') !== 'module' || text().trim())
    yield {
      says: `a script that is none of ours: \`${source ?? text().trim().slice(0, 60)}\``,
      sought: [source ?? text().trim(), '<script'],
    };
}

/** Why an address on an element is not ours, or undefined. */
function addressIntruder({ name, space, attributes }: MarkupElement, attribute: string, value: string): string | undefined {
  if (attribute === 'href' && name === 'a') return linkAddress.test(value) ? undefined : 'a link to an address that is no page';
  if (attribute === 'href' && space === 'svg') return value.startsWith('#') ? undefined : 'a drawing with a part from elsewhere';
  if (attribute === 'href' && name === 'link') {
    const names = (attributes.get('rel') ?? '').split(' ');
    if (names.every((one) => relations.names.has(one)))
      return linkAddress.test(value) ? undefined : 'a relation to an address that is no page';
    return names.every((one) => relations.loads.has(one)) && ownFile.test(value) ? undefined : 'something that loads from elsewhere';
  }
  if (attribute === 'src' && (name === 'script' || name === 'img'))
    return name === 'script' || ownFile.test(value) ? undefined : 'a picture from elsewhere';
  if (attribute === 'action' && name === 'form')
    return value === searchUrl ? undefined : 'a form that sends to another address than the search';
  return `an attribute that no page of ours has`;
}

/** What in one element the site does not put there: `<p onclick="x">` has one. `forwards` is the address that this page may lead to by itself. */
export function* intrudersOf(element: MarkupElement, forwards?: string): Iterable<Intruder> {
  const { name, space, attributes } = element;
  // What has a hyphen is defined by our scripts or by nobody.
  if (!elements[space].has(name) && !(space === 'html' && /^[a-z]+(?:-[a-z]+)+$/.test(name))) {
    yield { says: `an element \`<${name}>\`, of which no page of ours is made`, sought: [`<${name}`] };
    return;
  }
  for (const [attribute, value] of attributes) {
    if (/^(?:aria|data)-[\w-]+$/.test(attribute) || harmless.has(attribute)) continue;
    const sought = [value, `${attribute}=`, `<${name}`];
    const says = `on \`<${name}>\`: \`${attribute}="${value.slice(0, 80)}"\``;
    if (painted.has(attribute)) {
      if (/url\(\s*["']?(?!#)/i.test(value)) yield { says: `a drawing with a part from elsewhere, ${says}`, sought };
    } else if (name === 'meta' && ['content', 'http-equiv'].includes(attribute)) continue;
    else if (name === 'link' && attribute === 'rel') continue;
    else {
      const problem = addressIntruder(element, attribute, value);
      if (problem) yield { says: `${problem}, ${says}`, sought };
    }
  }
  if (space === 'html' && name === 'script') yield* scriptIntruders(element);
  if (name === 'input' && !inputs.has(attributes.get('type') ?? 'text'))
    yield { says: `an input of type \`${attributes.get('type') ?? ''}\``, sought: ['<input'] };
  const rule = attributes.get('http-equiv')?.toLowerCase();
  if (rule === undefined || rule === 'content-security-policy') return;
  const content = attributes.get('content') ?? '';
  if (rule !== 'refresh' || forwards === undefined || content !== `0;url=${forwards}`)
    yield { says: `\`<meta http-equiv="${rule}" content="${content.slice(0, 80)}">\``, sought: [content, 'http-equiv'] };
}
