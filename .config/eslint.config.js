/** What the linter holds people to: mistakes that types do not see. Layout belongs to Prettier, borders to tests/house.test.ts. */
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores, includeIgnoreFile } from 'eslint/config';
import tseslint from 'typescript-eslint';

const root = new URL('..', import.meta.url).pathname;

const unused = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true };

export default defineConfig([
  includeIgnoreFile(fileURLToPath(new URL('../.gitignore', import.meta.url))),
  globalIgnores(['content/', 'public/', 'tests/fixtures/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      // Control characters are named where text is cleaned of them.
      'no-control-regex': 'off',
      'no-else-return': 'error',
      'no-lonely-if': 'error',
      'no-param-reassign': ['error', { props: false }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { URL: 'readonly', process: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    // What the linter does not find in the compiler's project: scripts cut out of Astro files, and folders that begin with a dot.
    ignores: ['**/*.astro/*.ts', '.config/**', '**/.well-known/**'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', unused],
      // A number in a message is what the message is for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // An arrow that hands a call through is shorter and no less clear.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // `noUncheckedIndexedAccess` asks for guards that this rule calls unneeded where types are wider than data.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Check digits and marks are spread character by character; nothing here is spread that could hold an emoji.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Errors of Node carry a `code`, which is what a handler wants to see.
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      // The type parameter of a query selector stands in its result alone, as in the library of the DOM.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // There are no enums here, and these two are a third of the running time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Matchers of the test runner and parsed output are `any` by design.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.astro', '**/*.astro/*.ts', '.config/*.ts', '**/.well-known/*.ts'],
    extends: [tseslint.configs.strict],
    rules: {
      // `Props` is read by Astro, not by the file.
      '@typescript-eslint/no-unused-vars': ['error', { ...unused, varsIgnorePattern: '^(?:_|Props$)' }],
      // The only way to give the test runner's options their types.
      '@typescript-eslint/triple-slash-reference': ['error', { types: 'always' }],
    },
  },
  // After the rules of TypeScript, because both name a parser and Astro files need theirs.
  astro.configs.recommended,
  {
    files: ['**/*.astro'],
    rules: {
      'astro/no-set-html-directive': 'error',
      // `astro check` resolves names, those that Astro adds included.
      'no-undef': 'off',
    },
  },
  {
    // Bodies come rendered and checked by the content gate; structured data comes escaped from src/exports/json-ld.ts.
    files: [
      'src/parts/figures/FigureDrawing.astro',
      'src/collections/*/{Question,Source,Topic}Article.astro',
      'src/site/{Head,Page}.astro',
    ],
    rules: { 'astro/no-set-html-directive': 'off' },
  },
]);
