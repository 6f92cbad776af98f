import { expect, test } from 'vitest';
import { monthIndex } from '../../src/calendar/month.js';
import { agendaOf, type Step } from '../../src/dialogue/agenda.js';
import { packOf } from '../fixtures/packs.js';

const harbour = packOf('harbour');
const facts = harbour.model.facts.map((fact) =>
  fact.id === 'dwelling.quay' ? { ...fact, renamed: 'dwelling.shore' } : fact,
);
const pack = { ...harbour, model: { ...harbour.model, facts } };

function nextStep(dwelling: object): Step {
  const input = { persons: [{ id: 'ann', role: 'head', age: 34 }], dwelling };
  const progress = { persons: true, owners: 0, presence: true, bills: [], costs: false };
  return agendaOf(pack, input, monthIndex('2024-06')!, progress, { within: 50, policy: null }).step;
}

test('what is required is asked until it is said, under its former name too', () => {
  expect(nextStep({})).toEqual({ kind: 'fact', name: 'dwelling.quay' });
  const incomes = { kind: 'incomes', owner: 0, last: false };
  expect(nextStep({ quay: 'north' })).toEqual(incomes);
  expect(nextStep({ shore: 'north' })).toEqual(incomes);
});
