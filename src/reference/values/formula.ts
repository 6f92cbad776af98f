import { Exact, roundTo, snap } from '../../decimal/exact.js';
import { evaluationError } from '../../model/diagnostic.js';
import type { Expression } from '../../model/expression.js';
import type { ValueType } from '../../model/value.js';
import { decisionOf } from '../engine/condition.js';
import { numberOf } from '../engine/leaf-value.js';
import { literalValue } from './literal.js';
import { inFormula, typeOf, valueOf } from './name.js';
import type { View } from '../run.js';
import { asNumber, numberValue, OPEN, UNKNOWN, weakest, wordValue, type NumberValue, type Value } from './value.js';

/** What a formula is worth, as the law is written: one operation after the other. `name` is who asks, for errors. */
export function evaluate(formula: Expression, view: View, name: string): Value {
  switch (formula.kind) {
    case 'number':
      return literalValue(formula);
    case 'word':
      return wordValue(formula.value);
    case 'name':
      return inFormula(valueOf(formula.ref, view), typeOf(formula.ref, view));
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const [left, right] = [evaluate(formula.left, view, name), evaluate(formula.right, view, name)];
      if (left.state === 'unknown' || right.state === 'unknown') return UNKNOWN;
      return arithmetic(formula.kind, asNumber(left, name), asNumber(right, name), name);
    }
    case 'min':
    case 'max': {
      const of = formula.of.map((one) => evaluate(one, view, name));
      if (of.some((one) => one.state === 'unknown')) return UNKNOWN;
      return choice(
        formula.kind,
        of.map((one) => asNumber(one, name)),
      );
    }
    case 'round':
      return mapped(evaluate(formula.of, view, name), name, (x) => roundTo(x, numberOf(formula.step)));
    case 'up':
      return mapped(evaluate(formula.of, view, name), name, (x) => snap(x).ceil());
    case 'down':
      return mapped(evaluate(formula.of, view, name), name, (x) => snap(x).floor());
    case 'convert':
      return mapped(evaluate(formula.of, view, name), name, (x) =>
        x.mul(numberOf(formula.times)).div(numberOf(formula.over)),
      );
    case 'at':
      return evaluate(formula.of, { ...view, month: formula.month }, name);
    case 'cases': {
      for (const one of formula.cases) {
        const truth = decisionOf(one.when, view).truth;
        if (truth === 'yes') return evaluate(one.is, view, name);
        if (truth === 'undecided') return view.undecided === 'unknown' ? UNKNOWN : OPEN;
      }
      return evaluate(formula.otherwise, view, name);
    }
  }
}

/** A formula that must give a number. */
export function evaluateNumber(formula: Expression, view: View, name: string): NumberValue {
  return asNumber(evaluate(formula, view, name), name);
}

/** A formula whose result has a type: an age stays in months where it is only passed on, else years become months. */
export function evaluateAs(formula: Expression, type: ValueType, view: View, name: string): Value {
  if (type !== 'age') return evaluate(formula, view, name);
  if (formula.kind === 'name' && typeOf(formula.ref, view) === 'age') return valueOf(formula.ref, view);
  return mapped(evaluate(formula, view, name), name, (years) => years.mul(12));
}

function arithmetic(
  kind: 'add' | 'subtract' | 'multiply' | 'divide',
  left: NumberValue,
  right: NumberValue,
  name: string,
): NumberValue {
  const [a, b] = [left.number, right.number];
  if (kind === 'divide' && b.isZero()) throw evaluationError('division-by-zero', name, 'a division by 0');
  return numberValue(worked(kind, a, b), weakest([left.status, right.status]), left.open || right.open);
}

function worked(kind: 'add' | 'subtract' | 'multiply' | 'divide', a: Exact, b: Exact): Exact {
  switch (kind) {
    case 'add':
      return a.add(b);
    case 'subtract':
      return a.sub(b);
    case 'multiply':
      return a.mul(b);
    case 'divide':
      return a.div(b);
  }
}

function choice(kind: 'min' | 'max', of: readonly NumberValue[]): NumberValue {
  const numbers = of.map((one) => snap(one.number));
  return numberValue(
    kind === 'min' ? Exact.min(...numbers) : Exact.max(...numbers),
    weakest(of.map((one) => one.status)),
    of.some((one) => one.open),
  );
}

function mapped(value: Value, name: string, change: (number: Exact) => Exact): Value {
  if (value.state === 'unknown') return UNKNOWN;
  const number = asNumber(value, name);
  return { ...number, number: change(number.number) };
}
