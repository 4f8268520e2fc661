/**
 * `npm run schemas`: writes the JSON Schema of every noun to `schemas/`, and which files each is for into the settings of
 * VS Code. A test holds both against the schemas.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { nounNames, nouns } from '../src/schema/nouns.ts';
import { schemaFiles } from '../src/schema/json-schema.ts';

const FOLDER = 'schemas';
const SETTINGS = '.vscode/settings.json';

await mkdir(FOLDER, { recursive: true });
const files = schemaFiles();
for (const [name, text] of files) await writeFile(`${FOLDER}/${name}`, text);

const settings = JSON.parse(await readFile(SETTINGS, 'utf8')) as Record<string, unknown>;
settings['yaml.schemas'] = Object.fromEntries(
  nounNames.map((noun) => {
    const { list, path, ending } = nouns[noun];
    return [`${FOLDER}/${noun}.json`, `content/${path}${list ? '' : `/*${ending}`}`];
  }),
);
await writeFile(SETTINGS, `${JSON.stringify(settings, null, 2)}\n`);
console.log(`Wrote ${files.size} schemas to ${FOLDER}/ and their places to ${SETTINGS}.`);
