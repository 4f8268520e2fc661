/** `npm run schemas`: writes the JSON Schema of every noun to `schemas/`, for editors that complete and check fields. A test holds the files against the schemas. */
import { mkdir, writeFile } from 'node:fs/promises';
import { schemaFiles } from '../src/schema/json-schema.ts';

const FOLDER = 'schemas';

await mkdir(FOLDER, { recursive: true });
const files = schemaFiles();
for (const [name, text] of files) await writeFile(`${FOLDER}/${name}`, text);
console.log(`Wrote ${files.size} schemas to ${FOLDER}/.`);
