import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toSelfContained, toInnerNotices } from '../../../src/editor/form-program.ts';

const program = readFileSync(createRequire(import.meta.url).resolve('@sveltia/cms'), 'utf8');
const fonts = /url\(https:\/\/cdn\.jsdelivr\.net\/[^)]*\)/g;
const state = 'https://www.githubstatus.com/api/v2/status.json';

describe('the program of the form', () => {
  it('is bundled without the addresses that it would ask for by itself', () => {
    const own = toSelfContained(program);
    expect(program.match(fonts)?.length).toBeGreaterThan(0);
    expect([own.includes('cdn.jsdelivr.net'), own.includes(state)]).toEqual([false, false]);
  });

  it('stops the build when what was to be replaced is not there', () => {
    expect(() => toSelfContained('export const a = 1;')).toThrowErrorMatchingInlineSnapshot(
      `[Error: The program of the form (@sveltia/cms) no longer holds the fonts from cdn.jsdelivr.net and the state of GitHub from www.githubstatus.com where it did. Look at what it asks other servers for now, and put the new address into src/editor/form-program.ts.]`,
    );
    expect(() => toSelfContained(program.replaceAll(fonts, 'url(https://fonts.example/a)'))).toThrow(
      'no longer holds the fonts from cdn.jsdelivr.net where it did.',
    );
    expect(() => toSelfContained(program.replaceAll(state, 'https://status.example/'))).toThrow(
      'no longer holds the state of GitHub from www.githubstatus.com where it did.',
    );
  });
});

describe('the notices of what a program was bundled from', () => {
  it('name each package with its version, and say once what its code says of its makers', () => {
    const fonts = 'url(https://cdn.example/fontsource/fonts/moon-sans:vf@5.3.0/a.woff2)';
    const notices = toInnerNotices(
      {
        sources: [
          '../src/own.js',
          '../node_modules/.pnpm/@moon+cheese@2.1.0_rind@1.0.0/node_modules/@moon/cheese/a.js',
          '../node_modules/.pnpm/@moon+cheese@2.1.0_rind@1.0.0/node_modules/@moon/cheese/b.js',
          '../node_modules/.pnpm/rind@1.0.0/node_modules/rind/a.js',
          '../node_modules/crust/a.js',
        ],
        sourcesContent: [
          '/* (c) us */',
          '/*!\n * Copyright (c) Ada Moon\n *\n * MIT licence\n */ let a; /* a remark */',
          '/**\n * Copyright (c) Ada Moon\n *\n * MIT licence\n */',
          null,
          '// nothing',
        ],
      },
      `${fonts} ${fonts}`,
    );
    expect(notices).toMatchInlineSnapshot(`
      "
      # Within the program, bundled by its makers

      ## @moon/cheese 2.1.0

      Licence: https://www.npmjs.com/package/@moon/cheese/v/2.1.0

      Copyright (c) Ada Moon

      MIT licence

      ## crust

      Licence: https://www.npmjs.com/package/crust

      ## rind 1.0.0

      Licence: https://www.npmjs.com/package/rind/v/1.0.0

      ## The font moon-sans 5.3.0

      Licence: https://fontsource.org/fonts/moon-sans
      "
    `);
  });
});
