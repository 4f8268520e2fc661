/** What an editor reads of sentences that say something else, or more, than the sources that they cite. */
import { expect, test } from 'vitest';
import { messagesOf } from './fixture.ts';

test('number-not-carried says what stands there and the way out', async () => {
  expect(await messagesOf('number-not-carried')).toMatchInlineSnapshot();
});

test('strength-not-carried says what stands there and the way out', async () => {
  expect(await messagesOf('strength-not-carried')).toMatchInlineSnapshot();
});

test('intervention-mismatch says what stands there and the way out', async () => {
  expect(await messagesOf('intervention-mismatch')).toMatchInlineSnapshot();
});

test('another-work-named says what stands there and the way out', async () => {
  expect(await messagesOf('another-work-named')).toMatchInlineSnapshot();
});

test('citation-off-topic says what stands there and the way out', async () => {
  expect(await messagesOf('citation-off-topic')).toMatchInlineSnapshot();
});

test('quotation-not-found says what stands there and the way out', async () => {
  expect(await messagesOf('quotation-not-found')).toMatchInlineSnapshot();
});

test('locator-not-in-digest says what stands there and the way out', async () => {
  expect(await messagesOf('locator-not-in-digest')).toMatchInlineSnapshot();
});

test('registers-apart says what stands there and the way out', async () => {
  expect(await messagesOf('registers-apart')).toMatchInlineSnapshot();
});

test('claim-of-absence says what stands there and the way out', async () => {
  expect(await messagesOf('claim-of-absence')).toMatchInlineSnapshot();
});
