/** Addresses that bodies may carry. The check refuses the others, and the renderer drops them. */

/** A link: http and https with a host in plain letters, or an address within the site. No name and password before the host, and no control characters: browsers drop some before they read the scheme. */
export const linkAddress = /^(?:https?:\/\/[\w.-]+(?::\d+)?(?:[/?#]|$)|(?![/\\]{2})(?![^/?#]*:))[^\u0000-\u001f\u007f-\u009f]*$/iu;

/** A picture: the path of a file of the site, spelt out, e.g. `/pictures/vein.png`. */
export const pictureAddress = /^(?:\/[\w-][\w.-]*)+$/;
