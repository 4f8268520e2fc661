/** Says at the end of a build that nobody has told where the site will be, when nobody has. */
import type { AstroIntegration } from 'astro';

/** The notice as an Astro integration; `url` is the address of the site, undefined where it has none. */
export const addressNotice = (url: string | undefined): AstroIntegration => ({
  name: 'patency:address',
  hooks: {
    'astro:build:done': ({ logger }) => {
      if (url === undefined)
        logger.warn(
          'SITE_URL is not set: no page says where it is published, and shared links have no picture. Before you publish, build again with SITE_URL set to the address of the site.',
        );
    },
  },
});
