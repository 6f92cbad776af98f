import { expect, it } from 'vitest';
import { assessTiny, nodeOf, valueOfNode } from '../tiny.js';

const FACTS = `
facts:
  person.ill: { type: yes-no, ask: Ill? }
  person.hurt: { type: yes-no, ask: Hurt? }
  person.kind: { type: one-of, values: [red, green, blue], ask: Which? }
  person.left-home: { type: age, applies: { person.age: 18.. }, ask: When? }
`;
const derive = (rules: string): string => `${FACTS}derive:\n${rules}`;
const one = (more: string): string => `persons: [{ id: a, role: head, age: 40${more} }]`;

it('decides yes, no and undecided', async () => {
  const pack = derive('  person.x: { when: { person.ill: yes } }');
  for (const [said, value] of [
    ['yes', 'yes'],
    ['no', 'no'],
    ['unknown', 'undecided'],
  ])
    expect(valueOfNode(await assessTiny(pack, one(`, ill: ${said}`)), 'derived/person.x@a')).toBe(value);
});

it('settles a condition although one of its tests is undecided', async () => {
  const pack = derive(`
  person.either: { when: { any: [{ person.ill: yes }, { person.hurt: yes }] } }
  person.both: { when: { person.ill: yes, person.hurt: yes } }
  person.neither: { when: { none: [{ person.ill: yes }, { person.hurt: yes }] } }`);
  const a = await assessTiny(pack, one(', ill: yes'));
  expect(valueOfNode(a, 'derived/person.either@a')).toBe('yes');
  expect(valueOfNode(a, 'derived/person.both@a')).toBe('undecided');
  expect(valueOfNode(a, 'derived/person.neither@a')).toBe('no');
  const b = await assessTiny(pack, one(', ill: no'));
  expect(valueOfNode(b, 'derived/person.either@a')).toBe('undecided');
  expect(valueOfNode(b, 'derived/person.both@a')).toBe('no');
  expect(valueOfNode(b, 'derived/person.neither@a')).toBe('undecided');
});

it('turns one test round, and leaves the undecided undecided', async () => {
  const pack = derive('  person.x: { when: { person.kind: { not: [red, green] } } }');
  for (const [said, value] of [
    ['red', 'no'],
    ['blue', 'yes'],
    ['unknown', 'undecided'],
  ])
    expect(valueOfNode(await assessTiny(pack, one(`, kind: ${said}`)), 'derived/person.x@a')).toBe(value);
});

it('accepts silence where a list says so; turned, only something said that is not in the list', async () => {
  const pack = derive(`
  person.x: { when: { person.kind: [red, unknown] } }
  person.y: { when: { person.kind: { not: [red, unknown] } } }`);
  for (const [said, x, y] of [
    ['red', 'yes', 'no'],
    ['blue', 'no', 'yes'],
    ['unknown', 'yes', 'no'],
  ]) {
    const a = await assessTiny(pack, one(`, kind: ${said}`));
    expect([valueOfNode(a, 'derived/person.x@a'), valueOfNode(a, 'derived/person.y@a')]).toEqual([x, y]);
  }
});

it('takes a question that does not apply as no, and as yes when turned', async () => {
  const pack = derive(`
  person.early: { when: { person.left-home: ..17 } }
  person.not-early: { when: { person.left-home: { not: ..17 } } }`);
  const a = await assessTiny(pack, 'persons: [{ id: a, role: head, age: 40 }, { id: b, role: child, age: 10 }]');
  expect(valueOfNode(a, 'derived/person.early@b')).toBe('no');
  expect(valueOfNode(a, 'derived/person.not-early@b')).toBe('yes');
  expect(valueOfNode(a, 'derived/person.early@a')).toBe('undecided');
  expect(valueOfNode(a, 'fact/person.left-home@b')).toBe(null);
});

it('compares with names, with several bounds, and leaves an open bound undecided', async () => {
  const sections = `
parameters: { low: { unit: EUR/month, values: 100 } }
incomes: { wage: { for: person, counts: all, plausible: 0..<6000 } }
derive:
  person.between: { when: { person.income.wage: { from: low, below: 200.5 } } }
  person.more: { when: { person.income.wage: { above: household.low } } }
  household.low: { sum: person, of: person.income.wage * 50% }
`;
  const wage = (amount: string): string =>
    `persons: [{ id: a, role: head, age: 40 }]\nincomes: [{ of: a, kind: wage, amount: ${amount} }]`;
  for (const [amount, value] of [
    ['99.99', 'no'],
    ['100', 'yes'],
    ['200.49', 'yes'],
    ['200.5', 'no'],
  ])
    expect(valueOfNode(await assessTiny(sections, wage(amount!)), 'derived/person.between@a')).toBe(value);
  expect(valueOfNode(await assessTiny(sections, wage('10')), 'derived/person.more@a')).toBe('yes');
  const open = await assessTiny(sections, 'persons: [{ id: a, role: head, age: 40 }]');
  expect(valueOfNode(open, 'derived/person.between@a')).toBe('undecided');
  expect(nodeOf(open, 'derived/household.low')).toMatchObject({ value: '0', open: true });
});

it('compares ages in bands by months and with names by completed years', async () => {
  const sections = `
parameters: { limit: { unit: factor, values: 18 } }
derive: { person.grown: { when: { person.age: 18.. } }, person.baby: { when: { person.age: ..5 months } } }
`;
  const born = (date: string): string =>
    `persons: [{ id: a, role: head, age: 40 }, { id: b, role: child, born: ${date} }]`;
  for (const [date, value] of [
    ['2006-06-01', 'yes'],
    ['2006-06-02', 'no'],
  ])
    expect(valueOfNode(await assessTiny(sections, born(date!)), 'derived/person.grown@b')).toBe(value);
  for (const [date, value] of [
    ['2024-01-01', 'yes'],
    ['2023-12-01', 'no'],
    ['2023-12-02', 'yes'],
  ])
    expect(valueOfNode(await assessTiny(sections, born(date!)), 'derived/person.baby@b')).toBe(value);
});

it('marks the tests whose turning alone would turn the condition', async () => {
  const pack = derive('  person.x: { when: { person.kind: red, any: [{ person.ill: yes }, { person.hurt: yes }] } }');
  const decisive = async (said: string): Promise<boolean[]> => {
    const node = nodeOf(await assessTiny(pack, one(`, ${said}`)), 'derived/person.x@a');
    return (node as unknown as { tests: { decisive: boolean }[] }).tests.map((test) => test.decisive);
  };
  expect(await decisive('kind: red, ill: yes, hurt: no')).toEqual([true, true, false]);
  expect(await decisive('kind: red, ill: yes, hurt: yes')).toEqual([true, false, false]);
  expect(await decisive('kind: blue, ill: no, hurt: no')).toEqual([false, false, false]);
  expect(await decisive('kind: red, ill: no')).toEqual([false, false, true]);
  expect(await decisive('kind: red, ill: yes')).toEqual([true, true, false]);
});
