/** A guidance leaflet for the public as text: title, a line that says for whom, publication date, site, headings, ISBN. */
import { findPublisher } from '../publisher.ts';
import { toSavedArticle } from '../saved-article.ts';
import { toSavedPage } from '../saved-page.ts';
import { toTextOrigin } from '../text-origin.ts';

const AUDIENCE =
  /^(?:patient |public )?(?:information|advice|guidance)(?: leaflet)? (?:for|about) (?:the )?(?:public|patients|people|carers|families)\b[^.]{0,60}$|^patient information(?: leaflet)?$/i;
const HEAD = 8;

const audienceOf = (text: string): string | undefined =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, HEAD)
    .find((line) => AUDIENCE.test(line));

const noTitle = {
  field: 'title',
  reason: 'No line of the leaflet can be its title.',
  hint: 'Put the title of the leaflet on a line of its own at the top.',
};

export const leaflet = toTextOrigin({
  name: 'leaflet',
  looksFor: 'a line such as “Information for the public” near the top, with a publication date, an ISBN or a site',
  recognise: (text) => {
    const audience = audienceOf(text);
    const page = audience ? toSavedPage(text) : undefined;
    if (!page) return undefined;
    const { published, isbn, siteLine } = page.fields;
    const also = [...(published ? ['a publication date'] : []), ...(isbn ? ['an ISBN'] : []), ...(siteLine ? ['a site line'] : [])];
    return also.length > 0 ? `the line “${audience}” with ${also.join(', ')}` : undefined;
  },
  toArticle: (text) => {
    const page = toSavedPage(text);
    if (!page) return noTitle;
    const audience = audienceOf(text) ?? '';
    const publisher = findPublisher(page);
    const article = toSavedArticle(
      { ...page, blocks: page.blocks.filter((block) => block.text !== audience) },
      { kind: 'guidance-public', kindBecause: `it says “${audience}”` },
    );
    const { container: _, ...rest } = article;
    return {
      ...rest,
      title: `${article.title}: ${audience.charAt(0).toLowerCase()}${audience.slice(1)}`,
      ...(publisher && { publisher }),
      boilerplate: [...article.boilerplate, audience],
    };
  },
});
