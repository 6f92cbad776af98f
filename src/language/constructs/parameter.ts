import { monthIndex } from '../../calendar/month.js';
import type { NumberExpression } from '../../model/expression.js';
import type { Parameter } from '../../model/numbers.js';
import type { MonthIndex } from '../../model/value.js';
import { noteDown, type Context, type Signature } from '../context.js';
import { declaredUnit } from '../values/currency.js';
import { numberExpression } from '../values/formula.js';
import { parseLiteral } from '../values/literal.js';
import { taking } from '../values/money.js';
import { originUnder, type Origin } from '../values/provenance.js';
import type { Definition } from '../reading/definitions.js';
import { hasShape } from '../shapes/shape-errors.js';
import { anything, common, numberMap, onlyYes, strict, text, unit } from '../shapes/shape.js';
import { isMap, isScalar, keyPlace, placeOf, type Raw } from '../reading/tree.js';
import { FACTOR, isFactor, parseUnit, sameUnit, unitText, type Unit } from '../values/unit.js';

/** `parameters: { index.benefits: { unit: factor, values: { 2024-05: 1.7069 } } }`: numbers with dates. */
export const parameterSchema = strict({
  ...common,
  unit: unit,
  law: onlyYes.optional(),
  values: anything,
  because: text.optional(),
});

export function unitOf(raw: Raw | undefined): Unit {
  return (raw !== undefined && isScalar(raw) ? parseUnit(raw.text) : null) ?? FACTOR;
}

/** Links a parameter. Null after a finding. */
export function linkParameter(
  definition: Definition,
  context: Context,
): { parameter: Parameter; signature: Signature } | null {
  const { id, body, path } = definition;
  const { report } = context;
  if (!hasShape(parameterSchema, body, id, report, definition.place)) return null;
  noteDown(context, path, body);
  const itsUnit = declaredUnit(body.unit, context);
  if (itsUnit === null) return null;
  const origin = originUnder(definition.file.origin, body);
  const values: Parameter['values'][number][] = [];
  let sound = true;
  const add = (from: MonthIndex | null, raw: Raw, at: string): void => {
    const value = datedNumber(raw, itsUnit, context, path, origin);
    context.places[`${path}/values${at}`] = placeOf(raw);
    if (value === null) sound = false;
    else values.push({ from, value });
  };
  const raw = body.values;
  if (isMap(raw) && !('value' in raw)) {
    for (const [month, entry] of Object.entries(raw)) {
      const index = monthIndex(month);
      if (index === null) {
        report.error(
          'wrong-value',
          keyPlace(raw, month),
          `${id}: ${month} is no month`,
          'Write 2024-06, and the value from that month on.',
        );
        sound = false;
      } else add(index, entry, `/${month}`);
    }
  } else add(null, raw, '');
  if (!sound) return null;
  values.sort((a, b) => (a.from ?? -1) - (b.from ?? -1));
  const isPlain = isFactor(itsUnit);
  return {
    parameter: { id, valid: definition.valid, type: isPlain ? 'number' : 'amount', unit: unitText(itsUnit), values },
    signature: {
      type: isPlain ? 'number' : 'amount',
      unit: itsUnit,
      values: [],
      scope: null,
      hasValueAt: (month) => values.some(({ from }) => from === null || from <= month),
    },
  };
}

/** A lone number, or one with keys of its own, of a unit. */
function datedNumber(raw: Raw, itsUnit: Unit, context: Context, path: string, above: Origin): NumberExpression | null {
  const { report } = context;
  if (isMap(raw) && !hasShape(numberMap, raw, 'a number with keys of its own', report)) return null;
  const inner: Raw = isMap(raw) ? raw.value : raw;
  noteDown(context, path, raw);
  const literal = isScalar(inner) ? parseLiteral(inner.text) : null;
  if (literal === null || !isScalar(inner)) {
    report.error(
      'not-a-number',
      placeOf(inner),
      'expected a number',
      'Write 12.50; a formula belongs in a derived fact.',
    );
    return null;
  }
  if (literal.unit !== null && !sameUnit(literal.unit, itsUnit)) {
    report.error(
      'unit-mismatch',
      placeOf(inner),
      `expected ${unitText(itsUnit) ?? 'a number without unit'}, found ${unitText(literal.unit) ?? 'none'}`,
      'Leave the unit away: the definition has one.',
    );
    return null;
  }
  const origin = originUnder(above, raw);
  const number = numberExpression(literal.value, placeOf(inner), { context, path, origin }, true);
  return taking(itsUnit, number, context.info.currency);
}
