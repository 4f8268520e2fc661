/** `/.well-known/security.txt`, where there is somebody to tell. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toSecurityTxt } from '../../site/security-txt.ts';
import { site } from '../../config.ts';

export const getStaticPaths = (() => {
  const text = toSecurityTxt(site, site.asOf);
  return text === undefined ? [] : [{ params: { file: 'security.txt' }, props: { text } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
