/** The questions that stand on the one-page sheet: those by which people ask, then the nearest others, never one twice. */
import { expect, test } from 'vitest';
import { toSheet } from '../../../src/collections/questions/sheet.ts';
import { madeLibrary, madeQuestion } from '../made.ts';

const question = (id: string, topics: string[], asked: string[] = []) => madeQuestion(id, { question: `Is it ${id}?`, topics, asked });
const own = question('own', ['a', 'b'], ['Own one?', 'Own two?', 'Own three?']);
const others = [question('far', ['c']), question('near', ['a']), question('nearest', ['b', 'a']), question('also-near', ['b'])];
const sheet = (questions = [own, ...others]) => toSheet(madeLibrary({ questions }), own, 'https://patency.example/questions/own/');

test('its own come first, then those that share the most topics, five in all', () => {
  expect(sheet().asks).toEqual(['Own one?', 'Own two?', 'Own three?', 'Is it nearest?', 'Is it also-near?']);
});

test('without neighbours there are as many as there are', () => {
  expect(sheet([own]).asks).toEqual(['Own one?', 'Own two?', 'Own three?']);
});

test('it is found by its query and by its fragment, and its code is a drawing', () => {
  expect(sheet().href).toBe('/questions/own/?print=sheet#sheet');
  expect(sheet().code).toMatch(/^<svg class="qr-code"/);
});
