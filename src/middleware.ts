/** Hands every page what the site says of itself, so that its frame and the emergency line need not get it from each route. */
import type { MiddlewareHandler } from 'astro';
import { loadLibrary } from './library/load.ts';

export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  locals.profile = (await loadLibrary()).site;
  return next();
};
