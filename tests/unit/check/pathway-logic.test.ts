/** What an editor reads about a pathway that does not hold together: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('pathway-gap names the smallest case that no rule takes, and what to write if the source is silent', async () => {
  expect(await messagesOf('pathway-gap')).toMatchInlineSnapshot(`
    "content/pathways/widget-path.yaml:10:1  pathway-gap
      No rule takes this case — Bend: yes; Age: exactly 20 weeks.
      Mend the rules if they do not say what the source says. If the source says so, add to \`acknowledged\`: \`{ lint: gap, about: 'bent=yes; age=20', says: …, locator: … }\`.
    1 error in 1 file.
    "
  `);
});

test('pathway-logic names wrong names, rules never reached, bounds read twice, broken constraints and idle answers', async () => {
  expect(await messagesOf('pathway-logic')).toMatchInlineSnapshot(`
    "content/pathways/other-path.yaml:10:32  pathway-logic
      \`bend\` is not an input of this pathway.
      Write one of: \`bent\`.
    content/pathways/other-path.yaml:11:38  pathway-logic
      \`leave\` is not an outcome of this pathway.
      Write one of: \`straighten\`, \`wait\`.
    content/pathways/other-path.yaml:14:5  pathway-logic
      No rule leads to \`wait\`.
      Take it out, or put it right.
    content/pathways/widget-path.yaml:10:1  pathway-logic
      Age is “at least 20 weeks” in the constraint \`notWhenOld\` and “more than 20 weeks” in the rule \`again\`: exactly 20 weeks has two readings.
      Mend the rules if they do not say what the source says. If the source says so, add to \`acknowledged\`: \`{ lint: boundary, about: 'age=20', says: …, locator: … }\`.
    content/pathways/widget-path.yaml:12:5  pathway-logic
      The rule \`again\` never decides: earlier rules take all its cases.
      Mend the rules if they do not say what the source says. If the source says so, add to \`acknowledged\`: \`{ lint: unreachable, about: 'again', says: …, locator: … }\`.
    content/pathways/widget-path.yaml:18:5  pathway-logic
      The outcome “Straighten” breaks the constraint \`notWhenOld\` in this case — Bend: yes; Age: at least 20 weeks.
      Mend the rules if they do not say what the source says. If the source says so, add to \`acknowledged\`: \`{ lint: constraint, about: 'notWhenOld: straighten', says: …, locator: … }\`.
    content/pathways/widget-path.yaml:25:25  pathway-logic
      \`acknowledged[0]\` answers the gap \`bent=no\`, and the rules have none of that name.
      Take the entry out.
    7 errors in 2 files.
    "
  `);
});
