import { describe, expect, it } from 'vitest';
import { FACTS, foundIn, modelOf, tryLink } from './tiny-pack.js';

describe('the order of things', () => {
  it('shows every place of a circle', () => {
    const { findings } = tryLink(
      'derive:\n  household.a: { value: household.b + 1 }\n  household.b: { value: t + 1 }\ntables:\n  t: { by: [household.a], rows: [[any, 3]] }\nsource: s\n',
    );
    expect(findings.map(({ code }) => code)).toEqual(['circle']);
    expect(findings[0]?.message).toContain('household.a → household.b → t → household.a');
    expect(findings[0]?.places.map(({ line, caption }) => [line, caption])).toEqual([
      [2, 'household.a reads household.b'],
      [3, 'household.b reads t'],
      [5, 't reads household.a'],
    ]);
  });

  it('finds a circle of conditions, and of a name with itself', () => {
    expect(
      foundIn('derive:\n  person.a: { when: { person.b: yes } }\n  person.b: { when: { person.a: no } }\n'),
    ).toEqual(['circle 2:3']);
    expect(foundIn('derive:\n  person.a: { when: { person.a: yes } }\n')).toEqual(['circle 2:3']);
  });

  it('knows no circle between definitions that never meet in a month', () => {
    const { derived } = modelOf(
      `${FACTS}derive:
  household.a: [{ valid: ..2024-06, value: household.pets }, { valid: 2024-07.., value: household.b }]
  household.b: [{ valid: ..2024-06, value: household.a }, { valid: 2024-07.., value: household.pets }]
`,
    );
    expect(derived.map(({ id, type }) => [id, type])).toEqual([
      ['household.a', 'whole'],
      ['household.a', 'whole'],
      ['household.b', 'whole'],
      ['household.b', 'whole'],
    ]);
  });

  it('finds the circle of a line that reads a total of itself through an adjustment', () => {
    const found = foundIn(
      `adjustments:
  more: { for: household, on: [food.a], increase: 1% * total.all, because: X }
totals: { all: { of: { basket: food } } }
needs: { food.a: { for: household, pays: living, index: none, amount: 5 } }
source: s
`,
    );
    expect(found).toEqual(['circle 2:3']);
  });

  it.each([
    ['by itself', 'a: COUNTS person.income.a }', ['circle 3:3']],
    ['by a tag of its own', 'a: COUNTS person.incomes.t }', ['circle 3:3']],
    ['by one that counts by it', 'a: COUNTS person.income.b }\n  b: COUNTS person.income.a }', ['circle 3:3']],
    ['by one that counts wholly', 'a: COUNTS person.income.b }\n  b: { for: person, tags: [s], counts: all }', []],
  ])('an income that counts %s', (_, incomes, expected) => {
    const counts = '{ for: person, tags: [t], counts: amount / 2 + 1% *';
    expect(foundIn(`source: s\nincomes:\n  ${incomes.replaceAll('COUNTS', counts)}\n`)).toEqual(expected);
  });

  it('allows a total that does not reach back', () => {
    const { order, needs } = modelOf(
      `adjustments: { more: { for: household, on: [home.b], increase: 1% * total.all, because: X } }
totals: { all: { of: { basket: food } } }
index: none
needs: { home.b: { for: household, pays: living, amount: 5 }, food.a: { for: household, pays: living, amount: 5 } }
source: s
`,
    );
    const level = (kind: string, at: number): number =>
      order.find((step) => step.kind === kind && step.at === at)?.level ?? -1;
    expect(needs.map(({ id }) => id)).toEqual(['food.a', 'home.b']);
    expect([level('need', 0), level('total', 0), level('adjustment', 0), level('need', 1)]).toEqual([0, 1, 2, 3]);
  });

  it('narrows what reads an id to the months in which the id is', () => {
    const { derived, needs } = modelOf(
      `${FACTS}source: s
parameters: { card: { valid: ..2024-06, unit: EUR/month, values: 5 } }
derive: { household.x: { value: card * 2 } }
needs: { food.a: { valid: 2024-03.., for: household, pays: living, index: none, amount: household.x } }
`,
    );
    expect(derived[0]?.valid).toEqual({ from: null, to: 24293 });
    expect(needs[0]?.valid).toEqual({ from: 24290, to: 24293 });
  });

  it('tells a definition that is never valid, and one that would have a gap', () => {
    expect(
      foundIn(
        'derive: { household.x: { valid: 2025-01.., value: card * 2 } }\nsource: s\nparameters: { card: { valid: ..2024-06, unit: EUR/month, values: 5 } }\n',
      ),
    ).toEqual(['never-valid 1:11']);
    expect(
      foundIn(
        'derive: { household.x: { value: card * 2 } }\nsource: s\nparameters: { card: [{ valid: ..2024-06, unit: EUR/month, values: 5 }, { valid: 2024-09.., unit: EUR/month, values: 5 }] }\n',
      ),
    ).toEqual(['valid-gap 1:11']);
  });

  it('takes an id once, or as a list whose months do not meet', () => {
    expect(foundIn('parameters: { p: { unit: factor, values: 2 } }\nsource: s\nderive: { p: { value: 3 } }\n')).toEqual(
      ['duplicate-id 3:11'],
    );
    expect(
      foundIn(
        'parameters:\n  p:\n    - { valid: ..2024-06, unit: factor, values: 2 }\n    - { valid: 2024-06.., unit: factor, values: 3 }\nsource: s\n',
      ),
    ).toEqual(['overlapping-valid 4:7']);
    const two = modelOf(
      'parameters:\n  p:\n    - { valid: ..2024-06, unit: factor, values: 2 }\n    - { valid: 2024-07.., unit: factor, values: 3 }\nsource: s\n',
    );
    expect(two.parameters.map(({ id, valid }) => [id, valid.from, valid.to])).toEqual([
      ['p', null, 24293],
      ['p', 24294, null],
    ]);
  });
});
