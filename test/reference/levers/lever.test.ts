import { expect, it } from 'vitest';
import { assessTiny } from '../tiny.js';

const SECTIONS = `
facts:
  person.card: { type: yes-no, ask: Card? }
  person.job: { type: yes-no, assume: no, ask: Job? }
  dwelling.social: { type: yes-no, assume: no, ask: Social? }
incomes: { wage: { for: person, counts: all, plausible: 0..<6000 }, grant: { for: household, counts: all, plausible: 0..<900 } }
derive:
  household.any-card: { any: person, where: { person.card: yes } }
  household.wage: { sum: person, of: person.income.wage }
  household.granted: { when: { household.income.grant: { above: 0 } } }
tables:
  fee: { unit: EUR/month, by: [person.card], rows: [[yes, 4], [[no, unknown], 10]] }
  heat.rate: { unit: EUR/month, by: [dwelling.social], rows: [[yes, 60], [no, 80]] }
needs:
  food.fee: { for: person, pays: living, amount: fee }
  home.heat: { for: household, pays: fixed, amount: heat.rate }
bills: { heat: { for: household, replaces: [home.heat], what-if: follows } }
levers:
  card: { for: person, has: { person.card: yes }, when: { person.age: 18.. }, assume: { person.card: yes }, once: 2.505, apply: { where: W, by: B } }
  social: { for: household, has: { dwelling.social: yes }, when: { household.any-card: yes }, assume: { dwelling.social: yes }, apply: { where: W, by: B } }
  worse: { for: household, has: { household.wage: 1 }, when: { household.wage: { above: 500 } }, who: { person.role: head }, assume: { person.income.wage: household.wage - 500 }, apply: { where: W, by: B } }
  a-grant: { for: household, has: { household.granted: yes }, when: { household.wage: { below: 1200 } }, assume: { household.income.grant: 10% * household.wage }, apply: { where: W, by: B } }
`.replace('has: { household.wage: 1 }', 'has: { household.wage: { below: 501 } }');
const assess = (household: string) => assessTiny(SECTIONS, household, { levers: 'chain' });
const TWO = 'incomes: [{ of: a, kind: wage, amount: 1000 }]\nbills: { heat: 96 }\n';

it('tries a person’s lever for all it fits at once, and a bill follows its references in the same proportion', async () => {
  const a = await assess(
    `${TWO}persons: [{ id: a, role: head, age: 40, card: no }, { id: b, role: partner, age: 41, card: no }, { id: c, role: child, age: 5, card: no }]`,
  );
  expect(a.levers?.list.map((one) => [one.id, one.state, one.persons, one.alone])).toEqual([
    ['card', 'may', ['a', 'b'], { month: '12.00', once: '5.01' }],
    ['social', 'no', [], null],
    ['worse', 'may', [], { month: '-500.00', once: '0.00' }],
    ['a-grant', 'may', [], { month: '100.00', once: '0.00' }],
  ]);
  expect(a.levers?.chain).toEqual([
    { id: 'a-grant', outcome: 'taken', gain: { month: '100.00', once: '0.00' }, balance: '974.00' },
    { id: 'card', outcome: 'taken', gain: { month: '12.00', once: '5.01' }, balance: '986.00' },
    { id: 'social', outcome: 'opened', gain: null, balance: null },
    { id: 'worse', outcome: 'left-out', gain: null, balance: null },
    { id: 'social', outcome: 'taken', gain: { month: '24.00', once: '0.00' }, balance: '1010.00' },
  ]);
  expect(a.levers?.together).toEqual({ month: '136.00', once: '5.01', balance: '1010.00' });
});

it('asks for what is missing, and has what is there', async () => {
  const a = await assess('persons: [{ id: a, role: head, age: 40 }, { id: b, role: partner, age: 41, card: yes }]');
  expect(a.levers?.list.map((one) => [one.id, one.state, one.persons, one.missing])).toEqual([
    ['card', 'ask', ['a'], ['person.card@a']],
    ['social', 'may', [], []],
    ['worse', 'ask', [], ['person.income.wage@a', 'person.income.wage@b']],
    ['a-grant', 'ask', [], ['household.income.grant', 'person.income.wage@a', 'person.income.wage@b']],
  ]);
});

it('tells a lever as closed that may no longer be when its turn comes', async () => {
  const sections = SECTIONS.replace(
    'household.wage: { below: 1200 }',
    'household.wage: { below: 1200 }, household.any-card: no',
  );
  const a = await assessTiny(
    sections,
    'persons: [{ id: a, role: head, age: 40, card: no }]\nincomes: [{ of: a, kind: wage, amount: 10 }]',
    { levers: 'chain' },
  );
  expect(a.levers?.chain?.map((one) => [one.id, one.outcome])).toEqual([
    ['card', 'taken'],
    ['social', 'opened'],
    ['a-grant', 'closed'],
    ['social', 'taken'],
  ]);
});

it('computes levers alone without a chain, and none at all', async () => {
  const household = 'persons: [{ id: a, role: head, age: 40, card: no }]\nincomes: []';
  const alone = await assessTiny(SECTIONS, household, { levers: 'alone' });
  expect(alone.levers?.list.length).toBe(4);
  expect(alone.levers?.chain).toBe(undefined);
  expect((await assessTiny(SECTIONS, household)).levers).toBe(undefined);
});
