import type { Expression } from '../../model/expression.js';
import type { Place } from '../../model/pack.js';
import type { ValueType } from '../../model/value.js';
import type { Reader } from '../context.js';
import { taking } from './money.js';
import type { Resolved } from './resolved.js';
import { FACTOR, isFactor, sameUnit, unitText, type Unit } from './unit.js';

/** A linked formula and what is known of its value. */
export interface Typed {
  readonly expression: Expression;
  readonly type: ValueType;
  readonly unit: Unit;
  /** Only plain numbers without unit: takes the unit of what it meets. */
  readonly bare: boolean;
  /** Words of a one-of. */
  readonly values: readonly string[];
  /** Part of a circle: nothing is checked. */
  readonly pending: boolean;
}

/** A name as a value: inside at(…) it must be read as of that month, and have a value there. Null after a finding. */
export function typedName(found: Resolved, name: string, place: Place, reader: Reader): Typed | null {
  if (reader.asOf !== null) {
    if (!['parameter', 'series', 'table'].includes(found.ref.of)) {
      reader.context.report.error(
        'at-reads',
        place,
        `at(…) cannot read ${name}`,
        'Inside at(…) stand parameters, series and tables only.',
      );
      return null;
    }
    if (found.hasValueAt?.(reader.asOf) === false) {
      reader.context.report.error(
        'no-value-at',
        place,
        `${name} has no value in that month`,
        'Add the value of that month, or ask for another.',
      );
      return null;
    }
  }
  const expression: Expression = { kind: 'name', ref: found.ref };
  return {
    expression,
    // in a formula an age is completed years
    type: found.type === 'age' ? 'whole' : found.type,
    unit: found.unit,
    bare: false,
    values: found.values,
    pending: found.pending === true,
  };
}

/** Tells what cannot be reckoned with. */
export function isNumeric(typed: Typed, place: Place, reader: Reader): boolean {
  if (typed.pending || ['whole', 'number', 'share', 'amount'].includes(typed.type)) return true;
  reader.context.report.error(
    'not-a-number',
    place,
    `a ${typed.type} cannot be reckoned with`,
    'Test it in a condition, and give numbers by cases.',
  );
  return false;
}

/** Terms of one sum, arguments of `min`, cases: all have one unit, and bare numbers take it. */
export function joinTerms(terms: readonly Typed[], place: Place, reader: Reader): Omit<Typed, 'expression'> | null {
  const firm = terms.filter((term) => !term.bare && !term.pending);
  const first = firm[0];
  const pending = terms.some((term) => term.pending);
  const other = firm.find((term) => first !== undefined && !sameUnit(term.unit, first.unit));
  if (first !== undefined && other !== undefined) {
    const [a, b] = [unitText(first.unit) ?? 'a number without unit', unitText(other.unit) ?? 'a number without unit'];
    reader.context.report.error(
      'unit-mismatch',
      place,
      `${a} and ${b} do not go together`,
      unitHint(first.unit, other.unit),
    );
    return null;
  }
  const unit = first?.unit ?? FACTOR;
  const types = new Set(terms.map((term) => term.type));
  const type = !isFactor(unit) ? 'amount' : types.size === 1 ? (terms[0]?.type ?? 'number') : 'number';
  return { type, unit, bare: terms.every((term) => term.bare), values: [], pending };
}

/** The expression of a term of a sum: plain numbers take the unit of the sum. */
export function termIn(joined: { readonly unit: Unit }, term: Typed, reader: Reader): Expression {
  return term.bare ? taking(joined.unit, term.expression, reader.context.info.currency) : term.expression;
}

function unitHint(a: Unit, b: Unit): string {
  if (a.top.join() === b.top.join() && a.bottom.length > 0 && b.bottom.length > 0)
    return 'Bring both to one period: monthly(x) or yearly(x).';
  return 'Multiply or divide until both have one unit; a number in the formula may carry its unit: 5 EUR/month.';
}
