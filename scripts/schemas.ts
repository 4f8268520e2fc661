/**
 * `npm run schemas`: writes the JSON Schema of every noun to `schemas/`, and which files each is for into the settings of
 * VS Code. A test holds both against the schemas.
 */
import { readFile } from 'node:fs/promises';
import { readContent } from '../src/library/from-files.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { nounNames, nouns } from '../src/schema/nouns.ts';
import { schemaFiles } from '../src/schema/json-schema.ts';

const FOLDER = 'schemas';
const SETTINGS = '.vscode/settings.json';

try {
  const { library } = await readContent('content');
  const files = schemaFiles(library.vocabulary);
  for (const [name, text] of files) writeWhole(`${FOLDER}/${name}`, text);

  const settings = JSON.parse(await readFile(SETTINGS, 'utf8')) as Record<string, unknown>;
  settings['yaml.schemas'] = Object.fromEntries(
    nounNames.map((noun) => {
      const { path, ending } = nouns[noun];
      return [`${FOLDER}/${noun}.json`, `content/${path}${path.endsWith(ending) ? '' : `/*${ending}`}`];
    }),
  );
  writeWhole(SETTINGS, `${JSON.stringify(settings, null, 2)}\n`);
  console.log(`Wrote ${files.size} schemas to ${FOLDER}/ and their places to ${SETTINGS}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
