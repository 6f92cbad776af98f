import { expect, it } from 'vitest';
import { assessTiny, nodeOf, valueOfNode } from '../tiny.js';

const SECTIONS = `
incomes:
  wage: { for: person, tags: [work], counts: all, plausible: 0..<6000 }
  job: { for: person, tags: [work], plausible: 0..<500, counts: [{ when: { person.role: child }, is: 0 }, { otherwise: amount }] }
  tips: { for: person, plausible: 0..<500, counts: max(amount - 10 EUR/month; 0) }
  grant: { for: household, tags: [work], counts: all, plausible: 0..<500 }
derive:
  household.work: { value: household.incomes.work }
  person.works: { when: { person.income.wage: { above: 0 } } }
`;
const PERSONS = 'persons: [{ id: a, role: head, age: 40 }, { id: c, role: child, age: 16 }]\n';

it('adds up kinds, times a year, and rounds each counted income once', async () => {
  const a = await assessTiny(
    SECTIONS,
    `${PERSONS}incomes:
  - { of: a, kind: wage, amount: 1450, times: 13.92 }
  - { of: a, kind: wage, amount: 10 EUR/week }
  - { of: c, kind: job, amount: 100.005 }
  - { of: a, kind: tips, amount: 25 }
  - { kind: grant, amount: 1000 EUR/year }`,
  );
  expect(a.incomes.lines.map((one) => [one.id, one.given, one.counted, one.exempt])).toEqual([
    ['wage@a', '1725.33', '1725.33', '0.00'],
    ['tips@a', '25.00', '15.00', '10.00'],
    ['job@c', '100.01', '0.00', '100.01'],
    ['grant', '83.33', '83.33', '0.00'],
  ]);
  expect(a.incomes).toMatchObject({ given: '1933.67', counted: '1823.66', year: '21884.00' });
  expect(valueOfNode(a, 'derived/household.work')).toBe('1908.671666666666666666666667');
  expect(nodeOf(a, 'income/job@c')).toMatchObject({ value: '0.00', in: ['fact/person.role@c'] });
});

it('is open where nobody has told, and 0 where the list is complete', async () => {
  const open = await assessTiny(
    SECTIONS,
    `${PERSONS}incomes: [{ of: a, kind: wage, amount: 900 }]\nincomes-complete: no`,
  );
  expect(open.incomes.lines.filter((one) => one.open).map((one) => one.id)).toEqual([
    'job@a',
    'tips@a',
    'wage@c',
    'job@c',
    'tips@c',
    'grant',
  ]);
  expect(valueOfNode(open, 'derived/person.works@c')).toBe('undecided');
  expect(nodeOf(open, 'derived/household.work')).toMatchObject({ value: '900', open: true });
  const told = await assessTiny(SECTIONS, `${PERSONS}incomes: []`);
  expect(told.incomes.lines).toEqual([]);
  expect(valueOfNode(told, 'derived/person.works@c')).toBe('no');
});

it('opens lines, figures and questions that rest on an open income', async () => {
  const a = await assessTiny(
    `${SECTIONS}
needs:
  home.fee: { for: household, pays: fixed, amount: 10 EUR/month + 5% * household.work }
  home.flat: { for: household, pays: fixed, when: { household.work: { below: 100 } }, amount: 3 EUR/month }
figures: { rest: { unit: EUR/month, value: balance } }
totals: { homes: { of: { basket: home } } }`,
    'persons: [{ id: a, role: head, age: 40 }]',
  );
  expect(a.needs).toMatchObject({ need: '10.00' });
  expect(a.figures.map((one) => [one.id, one.value])).toEqual([
    ['homes', null],
    ['rest', null],
  ]);
  const asked = ['person.income.wage@a', 'person.income.job@a', 'household.income.grant'];
  expect(a.open).toEqual([
    { id: 'home.flat', kind: 'need', missing: asked, node: 'when/home.flat' },
    { id: 'home.fee', kind: 'line', missing: asked, node: 'line/home.fee' },
  ]);
});
