/** The description by which a browser offers to search this site from its address bar (OpenSearch 1.1). */
import { encodeXML } from 'entities';
import { fileUrl, searchUrl } from '../parts/urls.ts';

interface SearchSite {
  readonly name: string;
  readonly tagline: string;
  readonly url: string;
  readonly language: string;
}

/** The file as XML text, e.g. with `template="https://patency.example/search/?q={searchTerms}"`. */
export function toOpenSearch({ name, tagline, url, language }: SearchSite): string {
  const address = (path: string): string => encodeXML(new URL(path, url).href);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${encodeXML(name.slice(0, 16))}</ShortName>
  <Description>${encodeXML(tagline)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${encodeXML(language)}</Language>
  <Image width="16" height="16" type="image/svg+xml">${address(fileUrl('favicon'))}</Image>
  <Url type="text/html" method="get" template="${address(searchUrl)}?q={searchTerms}" />
</OpenSearchDescription>
`;
}
