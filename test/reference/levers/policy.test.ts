import { expect, it } from 'vitest';
import { assessTiny, nodeOf } from '../tiny.js';

const SECTIONS = `
facts: { local.share: { type: share, assume: 50%, ask: Share? }, household.sick: { type: yes-no, ask: Sick? } }
incomes: { wage: { for: person, counts: all, plausible: 0..<6000 } }
needs:
  food.a: { for: person, pays: living, amount: 100 EUR/month }
  home.rent: { for: household, pays: fixed, amount: 600 EUR/month }
  home.gone: { for: household, pays: fixed, amount: 40 EUR/month }
  home.debt: { for: household, pays: fixed, optional: yes, amount: 90 EUR/month, tags: [debt] }
  home.car: { for: household, pays: fixed, optional: yes, amount: 70 EUR/month }
policies:
  town:
    status: assumption
    note: x
    counts: [debt]
    settings: { local.share: 80% }
    adjustments:
      rent: { for: household, on: [home.rent], at-most: 500 EUR/month, because: x }
      gone: { for: household, on: [home.gone], leave-out: yes, because: x }
      old: { for: person, when: { person.age: 65.. }, on: [food.a], scale: 150%, because: x }
      sick: { for: household, when: { household.sick: yes }, on: [home.rent], increase: 10 EUR/month, because: x }
    aid: { pays: min(local.share * gap; 300 EUR/month), minimum: 25, months: 6, once: 10 EUR/month * 3 }
`.replace('10 EUR/month * 3', '30');
const home = (wage: string): string =>
  `persons: [{ id: a, role: head, age: 40 }, { id: b, role: parent, age: 70 }]\nincomes: [{ of: a, kind: wage, amount: ${wage} }]`;

it('touches the aid column alone, counts optional lines, and caps what is paid', async () => {
  const a = await assessTiny(SECTIONS, home('390'), { policy: 'town' });
  expect(a.needs.need).toBe('840.00');
  expect(a.aid).toEqual({
    lines: [
      { id: 'food.a@b', need: '100.00', aid: '150.00', by: ['town/old'] },
      { id: 'home.rent', need: '600.00', aid: '500.00', by: ['town/rent'] },
      { id: 'home.gone', need: '40.00', aid: '0.00', by: ['town/gone'] },
    ],
    optionalCounted: [{ id: 'home.debt', need: '90.00', aid: '90.00' }],
    need: '840.00',
    gap: '450.00',
    pays: '300.00',
    left: '150.00',
    months: 6,
    once: '30.00',
    open: [{ id: 'town/sick', kind: 'adjustment', missing: ['household.sick'], node: 'when/town/sick' }],
    node: 'aid/town',
  });
  expect(a.open).toEqual([]);
  expect(nodeOf(a, 'aid-line/food.a@b')).toMatchObject({
    steps: [{ step: 'scale', in: ['line/food.a@b', 'when/town/old@b'] }, {}],
  });
  expect(nodeOf(a, 'fact/local.share')).toMatchObject({ origin: 'policy', value: '0.8' });
});

it('pays nothing below the minimum, and nothing without a gap', async () => {
  const aid = async (wage: string) => (await assessTiny(SECTIONS, home(wage), { policy: 'town' })).aid;
  expect(await aid('810')).toMatchObject({ gap: '30.00', pays: '0.00', left: '30.00' });
  expect(await aid('800')).toMatchObject({ gap: '40.00', pays: '32.00', left: '8.00' });
  expect(await aid('900')).toMatchObject({ gap: '0.00', pays: '0.00', left: '0.00' });
});

it('leaves every other block the same bytes', async () => {
  const [plain, town] = [
    await assessTiny(SECTIONS, home('390')),
    await assessTiny(SECTIONS, home('390'), { policy: 'town' }),
  ];
  const own = ['policy', 'aid', 'trace', 'seal'];
  const rest = (document: typeof plain): unknown[] => Object.entries(document).filter(([key]) => !own.includes(key));
  expect(JSON.stringify(rest(town))).toBe(JSON.stringify(rest(plain)));
});
