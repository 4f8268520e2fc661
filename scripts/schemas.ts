/**
 * `npm run schemas`: writes the JSON Schema of every collection to `schemas/`, and which files each is for into the settings of
 * VS Code. A test holds both against the schemas.
 */
import { readFile } from 'node:fs/promises';
import { readContent } from '../src/library/from-files.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { collectionNames, collections, isOneFile } from '../src/schema/collections.ts';
import { schemaFiles } from '../src/schema/json-schema.ts';
import { runCommand } from './command.ts';

const FOLDER = 'schemas';
const SETTINGS = '.vscode/settings.json';

async function writeSchemas(): Promise<void> {
  const { library } = await readContent('content');
  const files = schemaFiles(library.vocabulary);
  for (const [name, text] of files) writeWhole(`${FOLDER}/${name}`, text);

  const settings = JSON.parse(await readFile(SETTINGS, 'utf8')) as Record<string, unknown>;
  settings['yaml.schemas'] = Object.fromEntries(
    collectionNames.map((collection) => {
      const { path, ending } = collections[collection];
      return [`${FOLDER}/${collection}.json`, `content/${path}${isOneFile(collection) ? '' : `/*${ending}`}`];
    }),
  );
  writeWhole(SETTINGS, `${JSON.stringify(settings, null, 2)}\n`);
  console.log(`Wrote ${files.size} schemas to ${FOLDER}/ and their places to ${SETTINGS}.`);
}

await runCommand(writeSchemas);
