/** The form for editors, from an empty page to a commit on a branch of a real repository. */
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { fixContent } from '../../src/check/fix/fix-content.ts';
import { toContent } from '../../src/library/content.ts';
import { readRawFiles } from '../../src/library/from-files.ts';
import { at, pick, press, save, type } from './form-hand.ts';
import { edited, signIn, useForm, useRepository } from './form-visit.ts';

const { folder, openForm } = useRepository();
const form = useForm(folder, 'own', edited);
const file = 'content/sources/example-2024-cohort.md';

const choices = [
  ['results.0.effect.measure', /^RR/],
  ['findings.0.question', /./], // few questions are shown at once
  ['interests.funding', /^Not reported/],
  ['coverage', /^Abstract/],
] as const;

describe('an editor who fills in the form', () => {
  it('adds a source as a draft on a branch of its own, which the check accepts and a fix leaves as it is', async () => {
    const { page, host, foreign } = await openForm(form);
    await signIn(page);
    await page.getByRole('button', { name: 'New' }).first().click();
    await pick(page, 'kind', /^Cohort study$/);
    await type(page, 'title', 'Clots in made-up legs: a cohort');
    await press(page, 'authors', 'button', /Add/);
    await type(page, 'authors.0.family', 'Example');
    await type(page, 'issued', 'last spring');
    await page.locator('.sidebar input').first().fill('example_2024');
    await save(page);
    expect(await (await at(page, 'issued')).innerText()).toContain('A date is written 2017, 2017-12 or 2017-12-07 and must exist');
    expect(await page.locator('.sidebar').first().innerText()).toContain('lower-case letters, digits and hyphens');
    expect(host.pulls).toEqual([]);
    await page.locator('.sidebar input').first().fill('example-2024-cohort');
    await type(page, 'issued', '2024-03');
    await press(page, 'interests', 'checkbox', /Add/);
    await type(page, 'interests.note', 'The abstract does not say "who" paid.');
    await press(page, 'findings', 'button', /Add/);
    await type(page, 'findings.0.id', 'second-clot');
    await pick(page, 'findings.0.direction', /^For\b/);
    await type(page, 'findings.0.says', 'Fewer people had a second clot.');
    await pick(page, 'findings.0.population', /^Calf/);
    await pick(page, 'findings.0.intervention', /^Anticoagulation/);
    await press(page, 'results', 'button', /Add/);
    await type(page, 'results.0.id', 'second-clot-12m');
    await pick(page, 'results.0.outcome', /^Recurrent/);
    await type(page, 'results.0.at', '12 months');
    await press(page, 'results.0.arms', 'button', /Add/);
    await type(page, 'results.0.arms.0.name', 'treated');
    await press(page, 'results.0.effect', 'checkbox', /Add/);
    for (const [path, name] of choices) await press(page, path, 'radio', name);
    await type(page, 'results.0.effect.p', '0.04');
    await save(page);
    await page.getByText('Unpublished Entries').waitFor();
    expect(host.refused).toEqual([]);
    expect(new Set(foreign)).toEqual(new Set(['https://api.github.com']));
    const branch = 'cms/source/example-2024-cohort';
    expect(host.pulls).toEqual([
      { number: 1, title: 'Add source example-2024-cohort', branch, base: 'main', draft: true, labels: ['form/draft'] },
    ]);
    expect(host.git('diff', '--name-status', 'main', branch)).toBe(`A\t${file}`);
    const text = `${host.git('show', `${branch}:${file}`)}\n`;
    expect(text.replace(/^retrieved: \d{4}-\d{2}-\d{2}$/m, 'retrieved: <today>').replace(/question: \S+/, 'question: <one>'))
      .toMatchInlineSnapshot(`
      "---
      kind: cohort
      title: 'Clots in made-up legs: a cohort'
      authors:
        - family: Example
      issued: 2024-03
      language: en
      retrieved: <today>
      coverage: abstract
      interests:
        funding: unknown
        note: The abstract does not say “who” paid.
      status: draft
      findings:
        - id: second-clot
          question: <one>
          direction: for
          says: Fewer people had a second clot.
          population: calf
          intervention: anticoagulation
      results:
        - id: second-clot-12m
          outcome: recurrent-vte
          at: 12 months
          arms:
            - name: treated
          effect:
            measure: RR
            p: 0.04
      ---

      ## What it is

      ## What it says

      ## What it leaves out

      ## How far to trust it
      "
    `);

    const written = { path: file.replace('content/', ''), bytes: new TextEncoder().encode(text) };
    // The form is that of the shipped site: what it wrote is checked by the words of that.
    const words = (await readRawFiles('content')).filter(({ path }) => /^(?:vocabulary|site|terms)\.yaml$/.test(path));
    const others = (await readRawFiles('tests/fixtures/content')).filter(({ path }) => !words.some((one) => one.path === path));
    const content = toContent([...others, ...words, written], 'content');
    // The form writes down the day on which it was filled in.
    const asOf = /^retrieved: (\S+)$/m.exec(text)?.[1] ?? '';
    expect(checkContent(content, { asOf }).filter((issue) => issue.file === file && issue.level === 'error')).toEqual([]);
    expect(fixContent(content).find(({ path }) => path === file)?.text).toBe(text);
  });
});
