/** The form for editors: Sveltia CMS, taught to read and write our files. Everything else about it is in its configuration. */
import CMS from '@sveltia/cms';
import { fixText } from '../check/fix/fix-text.ts';
import { formFormats } from './form-file.ts';

/** Starts the form in the place of the page. What it writes is what `validate -- --fix` would leave as it is. */
export function startForm(): void {
  for (const { collection, name, extension, fromFile, toFile } of formFormats())
    CMS.registerCustomFormat(name, extension, { fromFile, toFile: (value: unknown) => fixText(collection, toFile(value)) });
  void CMS.init();
}
