/** The form for editors: Sveltia CMS, taught to read and write our files. Everything else about it is in its configuration. */
import CMS from '@sveltia/cms';
import { formFormats } from '../exports/form-formats.ts';

/** Starts the form in the place of the page. */
export function startForm(): void {
  for (const { name, extension, fromFile, toFile } of formFormats()) CMS.registerCustomFormat(name, extension, { fromFile, toFile });
  void CMS.init();
}
