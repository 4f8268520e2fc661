/** `npm run hosting`: writes what nginx and Caddy must be told to serve the site, and the form on a host of its own. It serves nothing. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toCaddyfile } from '../src/hosting/caddy.ts';
import { toNginx } from '../src/hosting/nginx.ts';
import { formPolicy, sitePolicy } from '../src/hosting/policy.ts';
import { writeWhole } from '../src/library/to-files.ts';
import { formPath, site } from '../src/config.ts';
import { runCommand } from './command.ts';

const usage = 'Usage: npm run hosting -- [--out dist-hosting] [--root /srv/patency] [--form-root /srv/patency-form] [--address :8080]';

function writeConfigurations(): void {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'dist-hosting' },
      root: { type: 'string', default: '/srv/patency' },
      // What Caddy answers to instead of the host of the site, e.g. a port behind a proxy that ends TLS.
      address: { type: 'string' },
      'form-root': { type: 'string', default: '/srv/patency-form' },
    },
  });
  for (const [option, folder] of [
    ['--root', values.root],
    ['--form-root', values['form-root']],
  ] as const)
    if (!/^\/[\w./-]*$/.test(folder))
      throw new Error(`\`${option}\` is \`${folder}\`, expected an absolute folder of letters, digits, dots, hyphens and slashes.`);
  if (values.address !== undefined && !/^[\w.-]*(?::\d+)?$/.test(values.address))
    throw new Error(`\`--address\` is \`${values.address}\`, expected a host, a port such as \`:8080\`, or both.`);
  const { host } = new URL(site.url ?? 'http://localhost');
  const beside = site.form === formPath;
  const folders = [
    { prefix: '', root: values.root, name: host, served: { policy: sitePolicy.header, form: beside ? formPath : undefined } },
    {
      prefix: 'form-',
      root: values['form-root'],
      name: site.form === undefined || beside ? `form.${host}` : new URL(site.form).host,
      served: { policy: formPolicy(site.repository).header },
    },
  ];
  for (const { prefix, root, name, served } of beside ? folders.slice(0, 1) : folders) {
    writeWhole(join(values.out, `${prefix}nginx.conf`), toNginx(served, { root, name, listen: ['80', '[::]:80'] }));
    writeWhole(join(values.out, `${prefix}Caddyfile`), toCaddyfile(served, { root, address: prefix ? name : (values.address ?? name) }));
  }
  console.log(`Configurations for nginx and Caddy are in ${values.out}/; .github/HOSTING.md says what to do with them.`);
}

await runCommand(writeConfigurations, { usage });
