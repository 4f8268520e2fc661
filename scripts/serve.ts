/**
 * `npm run serve`: shows the built site on this machine until Ctrl-C; it builds nothing. `npm run form` writes the form for editors as a
 * folder for a host name of its own and shows that; `npm run build:form` writes it alone.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formPolicy } from '../src/hosting/policy.ts';
import { localPort, site } from '../src/config.ts';
import { runCommand, toPort } from './command.ts';
import { startServer, type StaticServerOptions } from './static-server.ts';

const usage = `Usage: npm run serve -- [--port 4321] [--host localhost] [--dist dist]
       npm run form -- [--out dist-form] [--port 4322], or npm run build:form -- [--out dist-form]`;

async function serve(called: string, options: StaticServerOptions): Promise<void> {
  const server = await startServer(options);
  console.log(`${called} is at ${server.url}/ (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
}

await runCommand(
  async () => {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: 'localhost' },
        dist: { type: 'string', default: 'dist' },
        form: { type: 'boolean', default: false },
        out: { type: 'string', default: 'dist-form' },
        write: { type: 'boolean', default: false },
      },
    });
    const { form, host } = values;
    const port = toPort(values.port ?? String(form ? localPort + 1 : localPort));
    if (!form) return serve('Patency', { folder: resolve(values.dist), port, host });
    const folder = resolve(values.out);
    const { writeFormFolder } = await import('../src/editor/form-build.ts');
    await writeFormFolder(folder);
    console.log(`The form for editors is in ${values.out}/.`);
    if (!values.write) await serve('It', { folder, port, host, served: { policy: formPolicy(site.repository).header } });
  },
  { usage },
);
