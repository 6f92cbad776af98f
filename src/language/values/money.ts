import type { Expression, NumberExpression } from '../../model/expression.js';
import type { Unit } from './unit.js';

/** Tells an amount of money: EUR, EUR/month, EUR/kWh. */
export function isMoney(unit: Unit, currency: string): boolean {
  return unit.top.includes(currency);
}

/** An expression of plain numbers where it takes this unit from its place: in money, its numbers are amounts. */
export function taking(unit: Unit, bare: NumberExpression, currency: string): NumberExpression;
export function taking(unit: Unit, bare: Expression, currency: string): Expression;
export function taking(unit: Unit, bare: Expression, currency: string): Expression {
  return isMoney(unit, currency) ? amounts(bare) : bare;
}

function amounts(of: Expression): Expression {
  switch (of.kind) {
    case 'number':
      return { ...of, money: true };
    case 'add':
    case 'subtract':
      return { ...of, left: amounts(of.left), right: amounts(of.right) };
    // an amount times or over a number: both doubled, a product would be fourfold and a quotient unchanged
    case 'multiply':
    case 'divide':
      return { ...of, left: amounts(of.left) };
    case 'min':
    case 'max':
      return { ...of, of: of.of.map(amounts) };
    case 'round':
    case 'up':
    case 'down':
    case 'convert':
    case 'at':
      return { ...of, of: amounts(of.of) };
    case 'cases':
      return {
        ...of,
        cases: of.cases.map(({ when, is }) => ({ when, is: amounts(is) })),
        otherwise: amounts(of.otherwise),
      };
    case 'word':
    case 'name':
      return of;
  }
}
