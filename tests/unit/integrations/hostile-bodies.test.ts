/** Whatever a body holds, the check stops it or it does nothing; and the allow-list of markup holds by itself, without the check. */
import { markdownToHtml } from 'satteri';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/check/check-content.ts';
import { imageWithoutRights } from '../../../src/check/rules/image.ts';
import { mdxCode, rawHtml, unsafeLink } from '../../../src/check/rules/markup.ts';
import { unreadableFile } from '../../../src/check/rules/unreadable-file.ts';
import { toContent } from '../../../src/library/content.ts';
import { sourceFeatures } from '../../../src/library/source-markdown.ts';
import { aliveIn, dropCompiled, hostile, placings, renderPage, renderSource } from './hostile.ts';

const rules = [rawHtml, unsafeLink, imageWithoutRights, mdxCode, unreadableFile];

/** For each body whether the rules on bodies find an error in a file that holds it. */
function stopped(folder: 'sources' | 'questions', bodies: readonly string[]): boolean[] {
  const ending = folder === 'sources' ? 'md' : 'mdx';
  const files = bodies.map((body, index) => ({
    path: `${folder}/b-${index}.${ending}`,
    bytes: new TextEncoder().encode(`---\ntitle: A\n---\n${body}`),
  }));
  const content = toContent(files);
  const wrong = new Set(checkContent(content, { asOf: '2026-11-20', rules }).map(({ file }) => file));
  return files.map(({ path }) => wrong.has(`content/${path}`));
}

afterAll(dropCompiled);

test('there are enough of them, and the reader sees that they are alive', () => {
  expect(new Set([...hostile.markdown, ...hostile.mdx, ...hostile.yaml]).size).toBeGreaterThan(400);
  const alive = hostile.markdown.filter((body) => aliveIn(markdownToHtml(body.trim(), { features: sourceFeatures }).html).length > 0);
  expect(alive.length).toBeGreaterThan(200);
});

describe('sources', () => {
  const bodies = hostile.markdown.flatMap(placings);

  test('what the renderer alone would make alive is stopped by the check', () => {
    const verdicts = stopped('sources', bodies);
    const missed = bodies.filter(
      (body, index) => !verdicts[index] && aliveIn(markdownToHtml(body.trim(), { features: sourceFeatures }).html).length > 0,
    );
    expect(missed).toEqual([]);
  });

  test('what is printed does nothing, whether or not the check would stop it', async () => {
    const alive: unknown[] = [];
    for (const body of bodies) {
      const found = aliveIn(await renderSource(body));
      if (found.length) alive.push({ body, found });
    }
    expect(alive).toEqual([]);
  }, 60_000);
});

describe('topics and questions', () => {
  test('what is printed does nothing; what cannot be printed is stopped by the check', async () => {
    const verdicts = stopped('questions', hostile.mdx);
    const wrong: unknown[] = [];
    let printed = 0;
    for (const [index, body] of hostile.mdx.entries()) {
      try {
        const found = aliveIn(await renderPage(body));
        printed += 1;
        if (found.length) wrong.push({ body, found });
      } catch (error) {
        if (!verdicts[index]) wrong.push({ body, error: String(error) });
      }
    }
    expect(wrong).toEqual([]);
    expect(printed).toBeGreaterThan(90);
  }, 120_000);

  test('code, HTML and addresses of harm are stopped by the check', () => {
    const verdicts = stopped('questions', hostile.mdx);
    expect(hostile.mdx.filter((_, index) => !verdicts[index])).toMatchInlineSnapshot(`
      [
        "A {'<img src=x onerror=window.__hostile=1>'} b.",
        "A {"</script><script>window.__hostile=1</script>"} b.",
        "A {/* <img src=x onerror=window.__hostile=1> */} b.",
        "A {12} {''} b.",
        "https://evil.invalid/"onclick="window.__hostile=1",
        "[a](/topics/ "<wbr data-lead-end><img src=x onerror=window.__hostile=1>")",
        "[a](/topics/ '<wbr data-lead-end=""><img src=x onerror=window.__hostile=1>')",
        "[a](/topics/ '<section class="band" aria-labelledby="x"><img src=x onerror=window.__hostile=1>')",
        "[a](/topics/ '<h2 id="x"></h2><img src=x onerror=window.__hostile=1>')",
        "A[^x" onclick="window.__hostile=1].

      [^x" onclick="window.__hostile=1]: c",
        "&lt;img src=x onerror=window.__hostile=1&gt;",
        "&#60;script&#62;window.__hostile=1&#60;/script&#62;",
        "\\<img src=x onerror=window.__hostile=1>",
        "\`<img src=x onerror=window.__hostile=1>\`",
        "\`\`\`html
      <script>window.__hostile=1</script>
      \`\`\`",
        "\`\`\`js" onclick="window.__hostile=1
      x
      \`\`\`",
        "~~~html onclick=window.__hostile=1 {x}
      x
      ~~~",
        "[-@example-2020-trial" onclick="window.__hostile=1]",
      ]
    `);
  });
});
