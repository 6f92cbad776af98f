import { expect, test } from 'vitest';
import { nextQuestions } from '../../src/dialogue/next-questions.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { packOf } from '../fixtures/packs.js';

/** A parent and a child of this age, of whom nobody said whether it goes to school. */
const asked = (age: number): string[] => {
  const household = {
    month: '2026-06',
    persons: [
      { id: 'ann', role: 'head', age: 44, sex: 'female' },
      { id: 'leo', role: 'child', age, school: 'unknown' },
    ],
    dwelling: { region: 'wallonia' },
    incomes: [{ of: 'ann', kind: 'wage', amount: 1085 }],
  };
  return nextQuestions(packOf('be'), household as HouseholdInput).questions.map(({ name }) => name);
};

const OF_STUDENTS = ['person.student-room@leo', 'person.reduced-tuition@leo'];

test('a child of three is asked nothing about a room, fees or a living wage of its own', () => {
  for (const name of [...OF_STUDENTS, 'person.school-track@leo', 'person.living-wage@leo'])
    expect([name, asked(3).includes(name)]).toEqual([name, false]);
});

test('a young person of seventeen is asked about them', () => {
  for (const name of OF_STUDENTS) expect([name, asked(17).includes(name)]).toEqual([name, true]);
});
