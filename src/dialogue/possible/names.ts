import { definitionIn } from '../../model/definitions-of.js';
import type { Ref } from '../../model/expression.js';
import type { ValueType } from '../../model/value.js';
import type { Unknown } from '../unknown.js';
import { billOf } from './bills.js';
import { derivedOf } from './derived.js';
import { factOf } from './facts.js';
import { incomeOf, incomesOf } from './incomes.js';
import { literal } from './interval.js';
import { lineIn, totalOf } from './lines.js';
import { numberIn, type Possible } from './possible.js';
import { keyOf, type Place } from './scene.js';
import { tableOf } from './tables.js';

/** All that a name may be worth where it is read. */
export function nameOf(ref: Ref, place: Place): Possible {
  const { scene } = place;
  switch (ref.of) {
    case 'fact':
      return factOf(scene, ref.id, place.row);
    case 'derived':
      return derivedOf(scene, ref.id, place.row);
    case 'parameter':
      return parameterOf(ref.id, place);
    case 'series':
      return seriesAt(ref.id, place.asOf ?? scene.month, place);
    case 'table':
      return tableOf(ref, place);
    case 'income':
      return incomeOf(scene, ref.kind, ref.scope === 'person' ? place.row : null);
    case 'incomes':
      return incomesOf(scene, ref.tag, ref.scope === 'person' ? place.row : null);
    case 'bill':
      return billOf(scene, ref.id, place.row);
    case 'total':
      return totalOf(scene, ref.id);
    case 'line':
      return lineIn(scene, ref.id, place.row);
    case 'sum':
      return (ref.id === 'amount' ? place.amount : ref.id === 'parts' ? place.parts : undefined) ?? ANYTHING;
  }
}

/** No line and no income reads the sums of the document. */
const ANYTHING = numberIn(-Infinity, Infinity);

function parameterOf(id: string, { scene, asOf }: Place): Possible {
  const month = asOf ?? scene.month;
  const one = definitionIn(scene.model.parameters, id, month);
  const value = one?.values.filter(({ from }) => from === null || from <= month).at(-1)?.value.value;
  if (value === undefined) throw new Error(`parameter ${id} has no value in the month; the pack was not checked`);
  const { lo, hi } = literal(value);
  return numberIn(lo, hi);
}

/** A month without a value uses the last one before it. */
export function seriesAt(id: string, month: number, { scene }: Place): Possible {
  const series = definitionIn(scene.model.series, id, month);
  let at = series === undefined ? -1 : Math.min(month - series.first, series.months.length - 1);
  while (at >= 0 && series?.months[at] == null) at--;
  const text = series?.months[at] ?? null;
  if (text === null) throw new Error(`series ${id} has no value in the month; the pack was not checked`);
  const { lo, hi } = literal(text);
  return numberIn(lo, hi);
}

/** The unknown that a name is itself, and not only hangs on. */
export function directUnknown(ref: Ref, { scene, row }: Place): Unknown | null {
  if (ref.of === 'fact') return scene.unknowns.get(keyOf(ref.id, rowOf(ref, row))) ?? null;
  if (ref.of === 'income') return scene.unknowns.get(keyOf(`income ${ref.kind}`, rowOf(ref, row))) ?? null;
  return null;
}

const rowOf = (ref: Extract<Ref, { of: 'fact' | 'income' }>, row: number | null): number | null =>
  (ref.of === 'fact' ? ref.id.startsWith('person.') : ref.scope === 'person') ? row : null;

/** The type of a name that a comparison turns into years. */
export function typeOf(ref: Ref, { scene }: Place): ValueType {
  const { facts, derived } = scene.definitions;
  if (ref.of === 'fact') return facts.get(ref.id)?.type ?? 'number';
  if (ref.of === 'derived') return derived.get(ref.id)?.type ?? 'number';
  return 'number';
}
