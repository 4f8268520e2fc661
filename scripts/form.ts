/** `npm run build:form` writes the form for editors as a folder for a host name of its own; `npm run form` shows it on this machine as well, until Ctrl-C. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formPolicy } from '../src/hosting/policy.ts';
import { writeFormFolder } from '../src/editor/form-build.ts';
import { site } from '../src/config.ts';
import { startServer } from './static-server.ts';

const usage = 'Usage: npm run build:form -- [--out dist-form], or npm run form -- [--out dist-form] [--port 4322]';

try {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'dist-form' },
      port: { type: 'string', default: '4322' },
      serve: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`\`--port\` is \`${values.port}\`, expected a number from 0 to 65535.`);
  const folder = resolve(values.out);
  await writeFormFolder(folder);
  console.log(`The form for editors is in ${values.out}/.`);
  if (values.serve) {
    const server = await startServer({ folder, port, served: { policy: formPolicy(site.repository).header } });
    console.log(`It is at ${server.url}/ (Ctrl-C ends it)`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        void server.close().then(() => process.exit(0));
      });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(usage);
  process.exitCode = 2;
}
