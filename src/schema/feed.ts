/** A feed that is read on a schedule: its new items come as drafts in a pull request, never as pages. */
import { z } from 'zod';

export const feed = z.strictObject({
  address: z
    .url({ protocol: /^https?$/, error: 'a feed is an address that starts with https://' })
    .describe('Address of the RSS or Atom feed.'),
  title: z.string().min(1).describe('What it is, as pull requests name it.'),
  why: z.string().min(1).describe('Why its items are worth an editor’s time.'),
});

export const feeds = z.array(feed);
