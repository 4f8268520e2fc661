/** What an editor reads where a limb in danger does not come first: the message is the feature, so each is pinned. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('emergency-first names what comes before a limb in danger, and whose word is put into whose mouth', async () => {
  expect(await messagesOf('emergency-first')).toMatchInlineSnapshot(`
    "content/pathways/asks-late.yaml:7:5  emergency-first
      The first input is \`bent\`: a pathway asks first, with yes or no, about a limb in danger.
      Put this first: \`{ key: limbThreat, type: yes-no, name: Limb in danger, label: Is the limb in danger (phlegmasia)? }\`. Where nobody can be in danger write \`emergency: false\`.
    content/pathways/decides-late.yaml:10:5  emergency-first
      The first rule is about something else: a limb in danger is decided before anything else, and by nothing else.
      Put this first: \`{ id: inDanger, when: { limbThreat: { is: true } }, outcome: emergency, locator: … }\`.
    content/pathways/half-decided.yaml:10:5  emergency-first
      The first rule is about something else: a limb in danger is decided before anything else, and by nothing else.
      Put this first: \`{ id: inDanger, when: { limbThreat: { is: true } }, outcome: emergency, locator: … }\`.
    content/pathways/never-asks.yaml:7:5  emergency-first
      The first input is \`bent\`: a pathway asks first, with yes or no, about a limb in danger.
      Put this first: \`{ key: limbThreat, type: yes-no, name: Limb in danger, label: Is the limb in danger (phlegmasia)? }\`. Where nobody can be in danger write \`emergency: false\`.
    content/pathways/ordinary-outcome.yaml:10:70  emergency-first
      The outcome \`wait\` of a limb in danger is also the outcome of other cases: it would read as an ordinary answer.
      Give a limb in danger an outcome of its own.
    content/pathways/ordinary-outcome.yaml:15:58  emergency-first
      No finding of the source takes a position on a limb in danger, and \`wait\` is given as its word on it.
      Write \`direction: emergency\` and \`label: "The source does not speak of a limb in danger: this is an emergency"\`, or add the finding with its locator.
    content/pathways/other-words.yaml:10:70  emergency-first
      The outcome \`emergency\` of a limb in danger is also the outcome of other cases: it would read as an ordinary answer.
      Give a limb in danger an outcome of its own.
    content/pathways/other-words.yaml:12:38  emergency-first
      The rule \`second\` leads to \`emergency\` without a limb in danger.
      Lead it to an outcome of its own.
    content/pathways/other-words.yaml:14:29  emergency-first
      The label of \`emergency\` is “Not covered”: silence on a limb in danger is always said in the same words.
      Write \`label: "The source does not speak of a limb in danger: this is an emergency"\`.
    9 errors in 6 files.
    "
  `);
});

test('emergency-missing says why the page needs the line', async () => {
  expect(await messagesOf('emergency-missing')).toMatchInlineSnapshot(`
    "content/questions/widget-choice.mdx:2:1  emergency-missing
      \`emergency\` is not set, and somebody in danger may come to this page: its population is \`limb-threatening\`.
      Add \`emergency: true\`.
    content/questions/widget-limb.mdx:2:1  emergency-missing
      \`emergency\` is not set, and somebody in danger may come to this page: it says “limb”.
      Add \`emergency: true\`.
    content/topics/widgets.mdx:2:1  emergency-missing
      \`emergency\` is not set, and somebody in danger may come to this page: its title says “phlegmasia”.
      Add \`emergency: true\`.
    3 errors in 3 files.
    "
  `);
});
