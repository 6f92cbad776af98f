import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/model/expression.js';
import { FACTS, firstWords, foundIn, modelOf } from './tiny-pack.js';

const PARTS = `source: s
parameters:
  rate: { unit: EUR/year, values: { 2024-01: 12, 2025-01: 24 } }
  price: { unit: EUR/kWh, values: 0.25 }
  hours: { unit: hour/month, values: 176 }
  factor: { unit: factor, values: 1.5 }
tables:
  base: { unit: EUR/month, by: [household.pets, person.sex], rows: [[any, female, 10], [any, male, 20]] }
`;

function valueOf(formula: string): { expression: Expression | undefined; type: string; unit: string | null } {
  const derived = modelOf(`${FACTS}${PARTS}derive: { value-of: { value: "${formula}" } }\n`).derived[0];
  const rule = derived?.rule;
  return {
    expression: rule?.kind === 'value' ? rule.value : undefined,
    type: derived?.type ?? '',
    unit: derived?.unit ?? null,
  };
}

/** Codes with columns counted from the first character of the formula. */
function refused(formula: string): string[] {
  const found = foundIn(`derive:\n  value-of:\n    value: ${formula}\n${FACTS}${PARTS}`);
  return found.map((line) => line.replace(/3:(\d+)$/, (_, column: string) => String(Number(column) - 12)));
}

function shown(expression: Expression | undefined): string {
  if (expression === undefined) return '';
  switch (expression.kind) {
    case 'number':
    case 'word':
      return expression.value;
    case 'name':
      return 'id' in expression.ref ? expression.ref.id : expression.ref.of;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const sign = { add: '+', subtract: '-', multiply: '*', divide: '/' }[expression.kind];
      return `(${shown(expression.left)} ${sign} ${shown(expression.right)})`;
    }
    case 'min':
    case 'max':
      return `${expression.kind}(${expression.of.map(shown).join('; ')})`;
    case 'convert':
      return `${shown(expression.of)}*${expression.times}/${expression.over}`;
    case 'cases':
      return 'cases';
    default:
      return `${expression.kind}(${shown(expression.of)})`;
  }
}

describe('a formula', () => {
  it.each([
    ['1 + 2 - 3', '((1 + 2) - 3)'],
    ['1 + 2 * 3 / 4', '(1 + ((2 * 3) / 4))'],
    ['(1 + 2) * 3', '((1 + 2) * 3)'],
    ['max(household.pets; 2; 3)', 'max(household.pets; 2; 3)'],
    ['10% * rate', '(0.1 * rate)'],
    ['monthly(rate)', 'rate*1/12'],
    ['yearly(monthly(rate))', 'rate*1/12*12/1'],
    ['at(2024-06; rate)', 'at(rate)'],
    ['up(household.pets / 2)', 'up((household.pets / 2))'],
    ['round(monthly(rate); 0.01)', 'round(rate*1/12)'],
  ])('reads %s from left to right, each sign by its rank', (formula, expected) => {
    expect(shown(valueOf(formula).expression)).toBe(expected);
  });

  it.each([
    ['price * dwelling.power', 'EUR/year'],
    ['rate * 2', 'EUR/year'],
    ['monthly(rate) / hours', 'EUR/hour'],
    ['rate / price', 'kWh/year'],
    ['monthly(rate) - 5', 'EUR/month'],
    ['max(rate; 0)', 'EUR/year'],
    ['household.pets * 2', null],
    ['factor * factor', null],
  ])('multiplies and cancels units: %s', (formula, unit) => {
    expect(valueOf(formula).unit).toBe(unit);
  });

  it('keeps whole numbers whole where nothing divides them', () => {
    expect(valueOf('household.pets * 2 + 1').type).toBe('whole');
    expect(valueOf('up(household.pets / 2)').type).toBe('whole');
    expect(valueOf('household.pets / 2').type).toBe('number');
  });

  it('looks a table up with another last key: a word or a name', () => {
    const literal = valueOf('base(male)').expression;
    expect(literal).toMatchObject({ ref: { id: 'base', with: { kind: 'literal', value: 'male' } } });
    expect(valueOf('base(person.sex)').expression).toMatchObject({
      ref: { with: { kind: 'name', ref: { id: 'person.sex' } } },
    });
  });

  it.each([
    ['1+2', ['formula-syntax 1']],
    ['rate * - 5', ['formula-syntax 7']],
    ['max(1, 2)', ['formula-syntax 5']],
    ['1e3 * rate', ['formula-syntax 0']],
    ['1_000 * rate', ['formula-syntax 0']],
    ['0x10 * rate', ['formula-syntax 0']],
    ['12,50 * rate', ['formula-syntax 2']],
    ['rate +', ['formula-syntax 6']],
    ['rate * (1 + 2', ['formula-syntax 13']],
    ['rate 2', ['formula-syntax 5']],
    ['monthly(rate) + rate', ['unit-mismatch 14']],
    ['rate * rate', ['amount-times-amount 5']],
    ['rate + 5 USD/year', ['unknown-unit 7']],
    ['household.pets + rate', ['unit-mismatch 15']],
    ['monthly(household.pets)', ['no-period 0']],
    ['person.sex * 2', ['not-a-number 0']],
    ['household.pest + 1', ['unknown-name 0']],
    ['round(rate)', ['arguments 0']],
    ['round(rate; factor)', ['arguments 12']],
    ['at(rate; rate)', ['arguments 3']],
    ['at(2020-12; rate)', ['no-value-at 12']],
    ['at(2024-12; household.pets)', ['at-reads 12']],
    ['base(mail)', ['unknown-name 5']],
    ['nothing(1)', ['unknown-call 0']],
    ['gap', ['name-not-here 0']],
    ['true', ['boolean 0']],
    ['none', ['none-not-here 0']],
  ])('refuses %s at its place', (formula, codes) => {
    expect(refused(formula)).toEqual(codes);
  });

  it('offers the nearest name', () => {
    expect(firstWords(`${FACTS}derive: { household.x: { value: household.pest + 1 } }\n`)).toContain(
      'Did you mean "household.pets"?',
    );
  });

  it('refuses in a household what belongs to each person, unless it is added up', () => {
    expect(foundIn(`derive: { household.x: { value: person.pay * 2 } }\n${FACTS}source: s\n`)).toEqual([
      'person-name 1:33',
    ]);
    expect(modelOf(`${FACTS}derive: { household.x: { sum: person, of: person.pay } }\n`).derived[0]?.scope).toBe(
      'household',
    );
  });
});
