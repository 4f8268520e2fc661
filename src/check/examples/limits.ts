/** Examples of what lies beyond the limits, and of characters that nobody sees: as short as they can be and still be refused. */
import { limits } from '../../schema/limits.ts';
import type { Example } from '../rule-example.ts';

const [ADVICE, TOPIC] = ['sources/society-2021-lamps.md', 'topics/lamps.mdx'];
const BODY = 'Advice in short.\n';
const SUMMARY = 'summary: A page of the example.\n';

export const limitExamples = {
  'file-too-large': { file: ADVICE, right: BODY, wrong: 'Advice at length. '.repeat(limits.page.most / 18 + 1) },
  'body-too-long': { file: ADVICE, right: BODY, wrong: 'Advice at length. '.repeat(limits.body.most / 18 + 1) },
  'field-too-long': { file: TOPIC, right: SUMMARY, wrong: `summary: ${'A page of the example. '.repeat(limits.text.most / 23 + 1)}\n` },
  'nested-too-deep': { file: ADVICE, right: BODY, wrong: `${'> '.repeat(limits.blocks.most + 1)}Advice in short.\n` },
  'too-many-signs': { file: ADVICE, right: BODY, wrong: `${'*'.repeat(limits.signs.most + 1)} Advice in short.\n` },
  'too-slow': { file: TOPIC, right: '## More\n', wrong: `export const lamps = [\n${'1,\n\n'.repeat(700)}`, slow: true },
  'forbidden-character': { file: ADVICE, right: BODY, wrong: 'Advice in \u202etrohs.\n' },
  'mixed-script': { file: ADVICE, right: BODY, wrong: 'Advi\u0441e in short.\n' },
} satisfies Readonly<Record<string, Example>>;
