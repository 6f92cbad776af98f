import { describe, expect, it } from 'vitest';
import { FACTS, foundIn, modelOf, shown } from './tiny-pack.js';
import type { Condition, Test } from '../../src/model/condition.js';

function conditionOf(tests: string): Condition | null {
  const rule = modelOf(
    `${FACTS}source: s\nparameters: { limit: { unit: EUR/month, values: 9 } }\nderive: { person.x: { when: ${tests} } }\n`,
  ).derived[0]?.rule;
  return rule?.kind === 'condition' ? rule.when : null;
}

function checkOf(tests: string): Test['check'] | null {
  const condition = conditionOf(tests);
  return condition?.kind === 'test' ? condition.check : null;
}

function refused(tests: string): string[] {
  const head = 'derive: { person.x: { when: ';
  return foundIn(`${head}${tests} } }\n${FACTS}`).map((line) =>
    line.replace(/1:(\d+)$/, (_, column: string) => String(Number(column) - head.length)),
  );
}

describe('a condition', () => {
  it.each([
    ['{ person.ill: yes }', 'person.ill yes'],
    ['{ person.ill: yes, person.age: 18.. }', '(person.ill yes & person.age 18..)'],
    ['{ person.ill: { not: yes } }', 'person.ill not yes'],
    ['{ person.sex: [female, male] }', 'person.sex [female, male]'],
    [
      '{ any: [{ person.ill: yes }, { person.aid: yes, person.age: ..5 }] }',
      '(person.ill yes | (person.aid yes & person.age ..5))',
    ],
    ['{ none: [{ person.ill: yes }, { person.aid: yes }] }', '(person.ill not yes & person.aid not yes)'],
    ['{ none: [{ person.ill: yes, person.aid: yes }] }', '(person.ill not yes | person.aid not yes)'],
    ['{ none: [{ person.ill: { not: yes } }] }', 'person.ill yes'],
    ['{ none: [{ any: [{ person.ill: yes }, { person.aid: no }] }] }', '(person.ill not yes & person.aid not no)'],
    ['{ none: [{ none: [{ person.ill: yes }, { person.aid: yes }] }] }', '(person.ill yes | person.aid yes)'],
    ['{ person.pay: { above: 0, to: limit } }', 'person.pay above 0, to limit'],
  ])('pushes negations down to the tests: %s', (tests, expected) => {
    expect(shown(conditionOf(tests))).toBe(expected);
  });

  it.each([
    ['{ person.age: 6..9 }', { op: 'band', from: '72', below: '120' }],
    ['{ person.age: 6..11 months }', { op: 'band', from: '6', below: '12' }],
    ['{ person.age: 7 }', { op: 'band', from: '84', below: '96' }],
    ['{ household.pets: ..3 }', { op: 'band', from: null, below: '4' }],
    ['{ person.pay: 0..<1000 }', { op: 'band', from: '0', below: '1000' }],
    ['{ person.born: 2019-01.. }', { op: 'band', from: '24228', below: null }],
    ['{ month: 2024-01..2024-02 }', { op: 'band', from: '24288', below: '24290' }],
    ['{ household.pets: [1, 3] }', { op: 'one-of', values: ['1', '3'], unknown: false }],
    ['{ person.ill: [no, unknown] }', { op: 'one-of', values: ['no'], unknown: true }],
    ['{ person.age: [6, 7] }', { op: 'band', from: '72', below: '96' }],
  ])('keeps bands as from and below: %s', (tests, expected) => {
    expect(checkOf(tests)).toEqual(expected);
  });

  it('writes a list of ages that do not follow one another as bands of which one holds', () => {
    expect(shown(conditionOf('{ person.age: [6, 9] }'))).toBe('(person.age [6, 9] | person.age [6, 9])');
    expect(conditionOf('{ person.age: { not: [6, 9] } }')?.kind).toBe('all');
  });

  it.each([
    ['{ person.pay: 0..1000 }', ['bad-band 15']],
    ['{ person.age: 9..6 }', ['bad-band 15']],
    ['{ person.age: 6..<9 }', ['bad-band 15']],
    ['{ person.sex: femal }', ['wrong-word 15']],
    ['{ person.ill: true }', ['boolean 15']],
    ['{ person.ill: none }', ['wrong-value 15']],
    ['{ person.sex: { above: 3 } }', ['wrong-value 15']],
    ['{ person.pay: { under: 3 } }', ['unknown-key 17']],
    ['{ person.pay: { below: dwelling.power } }', ['unit-mismatch 24']],
    ['{ person.aid: [no, unknown] }', ['never-unknown 20']],
    ['{ not: { person.ill: yes } }', ['not-of-a-map 3']],
    ['{ any: { person.ill: yes } }', ['wrong-value 3']],
    ['{ dwelling.since: 2024 }', ['wrong-value 19']],
    ['{ person.ilness: yes }', ['unknown-name 3']],
  ])('refuses %s at its place', (tests, codes) => {
    expect(refused(tests)).toEqual(codes);
  });
});
