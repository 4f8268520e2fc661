/** `npm run serve`: shows the built site on this machine until Ctrl-C. It builds nothing. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from './static-server.ts';

const usage = 'Usage: npm run serve -- [--port 4321] [--host localhost] [--dist dist]';

try {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4321' },
      host: { type: 'string', default: 'localhost' },
      dist: { type: 'string', default: 'dist' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`\`--port\` is \`${values.port}\`, expected a number from 0 to 65535.`);
  const server = await startServer({ folder: resolve(values.dist), port, host: values.host });
  console.log(`Patency is at ${server.url}/ (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(usage);
  process.exitCode = 2;
}
