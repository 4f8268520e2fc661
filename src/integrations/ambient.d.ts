/** What the middleware hands to every page. */
declare namespace App {
  interface Locals {
    profile: import('../schema/site-profile.ts').SiteProfile;
  }
}

/** What src/integrations/licences.ts hands to the page of licences. */
declare module 'virtual:licences' {
  export interface Licence {
    readonly name: string;
    readonly version: string;
    /** As SPDX names it, e.g. `MIT`. */
    readonly identifier: string;
    readonly use: string;
    readonly text: string;
  }
  export const licences: readonly Licence[];
}
