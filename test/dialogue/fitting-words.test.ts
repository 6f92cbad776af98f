import { expect, test } from 'vitest';
import { sceneOf } from '../../src/dialogue/unknowns.js';
import { householdReader, mustRead } from '../../src/household/read.js';
import { packOf } from '../fixtures/packs.js';

const { model } = packOf('be');
const reader = householdReader(model, 2026 * 12 + 5, { begun: true });

function wordsOf(fact: string, age: number): string[] {
  const child = { id: 'tim', role: 'child', age };
  const input = { persons: [{ id: 'ann', role: 'head', age: 44 }, child], dwelling: { region: 'wallonia' } };
  const unknowns = [...sceneOf(model, mustRead(reader, input)).unknowns.values()];
  const { classes = [] } = unknowns.find(({ name }) => name === `${fact}@tim`) ?? {};
  return classes.flatMap((one) => (one.kind === 'word' ? [one.word] : []));
}

test('what the pack doubts at an age is no answer that a question could bring', () => {
  expect(wordsOf('person.school', 8)).toEqual(['primary']);
  expect(wordsOf('person.school', 13)).toEqual(['primary', 'secondary-lower', 'secondary-upper']);
  expect(wordsOf('person.school', 19)).toEqual(['secondary-upper', 'higher', 'no-school']);
});

test('a doubt that rests on more than the age leaves every answer', () => {
  expect(wordsOf('person.work', 30)).toContain('unemployed');
});
