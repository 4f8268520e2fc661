/** Hands every page what the site says of itself, so that its frame and the emergency line need not get it from each route. */
import type { MiddlewareHandler } from 'astro';
import { loadLibrary } from './library/load.ts';
import type { SiteProfile } from './schema/site-profile.ts';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- this is how Astro is told what `Astro.locals` holds
  namespace App {
    interface Locals {
      profile: SiteProfile;
    }
  }
}

export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  locals.profile = (await loadLibrary()).site;
  return next();
};
