/** What the middleware hands to every page. */
declare namespace App {
  interface Locals {
    profile: import('../schema/site-profile.ts').SiteProfile;
  }
}
