import { describe, expect, test } from 'vitest';
import { nextQuestions } from '../../src/dialogue/next-questions.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import { definitionIn } from '../../src/model/definitions-of.js';
import { monthIndex } from '../../src/calendar/month.js';
import { walkCondition } from '../../src/model/walk.js';
import { packOf } from '../fixtures/packs.js';

const be = packOf('be');
const month = monthIndex('2026-06')!;

const FAMILY = {
  month: '2026-06',
  persons: [
    { id: 'ann', role: 'head', age: 44, sex: 'female' },
    { id: 'lea', role: 'child', age: 17 },
    { id: 'leo', role: 'child', age: 2 },
  ],
  dwelling: { region: 'wallonia' },
  incomes: [{ of: 'ann', kind: 'wage', amount: 1085 }],
} as const;

const asked = (household: object): string[] =>
  nextQuestions(be, household as HouseholdInput).questions.map(({ name }) => name);

describe('what to ask next', () => {
  test('is what decides whether a question arises, before that question', () => {
    const names = asked(FAMILY);
    let pairs = 0;
    for (const [at, name] of names.entries()) {
      const [id = '', person] = name.split('@');
      walkCondition(definitionIn(be.model.facts, id, month)?.applies ?? null, {
        test: ({ ref }) => {
          if (ref.of !== 'fact') return;
          const before = names.indexOf(ref.id.startsWith('person.') ? `${ref.id}@${person ?? ''}` : ref.id);
          if (before < 0) return;
          expect([name, before < at]).toEqual([name, true]);
          pairs++;
        },
      });
    }
    expect(pairs).toBeGreaterThan(3);
  });

  test('is at the very end what hangs on something nobody knows', () => {
    const persons = FAMILY.persons.map((one) => (one.id === 'lea' ? { ...one, school: 'unknown' } : one));
    const names = asked({ ...FAMILY, persons });
    expect(names).not.toContain('person.school@lea');
    const room = names.indexOf('person.student-room@lea');
    expect(room).toBeGreaterThan(names.indexOf('person.glasses@ann'));
    expect(names.slice(room).every((name) => name.endsWith('@lea') || name.startsWith('dwelling.'))).toBe(true);
  });
});
