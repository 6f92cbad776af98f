import { monthText } from '../calendar/month.js';
import type { Ref } from './expression.js';
import type { MonthIndex } from './value.js';

/**
 * The id of the trace node that holds a name's value, without the person: the person's `@id` goes where `{at}` stands
 * (nothing for a name that exists once). `month` is set inside `at(…)`, and always for a series.
 */
export function nodePattern(ref: Ref, month: MonthIndex | null): string {
  const asOf = month === null ? '' : `/${monthText(month)}`;
  switch (ref.of) {
    case 'fact':
      return `fact/${ref.id}{at}`;
    case 'derived':
      return `derived/${ref.id}{at}`;
    case 'parameter':
      return `parameter/${ref.id}${asOf}`;
    case 'series':
      return `series/${ref.id}${asOf}`;
    case 'table':
      return `table/${ref.id}${ref.column === undefined ? '' : `.${ref.column}`}${withText(ref)}{at}${asOf}`;
    case 'income':
      return `income/${ref.kind}{at}`;
    case 'incomes':
      return `incomes/${ref.scope}.${ref.tag}{at}`;
    case 'bill':
      return `bill/${ref.id}{at}`;
    case 'total':
      return `total/${ref.id}`;
    case 'line':
      return `line/${ref.id}{at}`;
    case 'sum':
      return `total/${ref.id}`;
  }
}

function withText(ref: Extract<Ref, { of: 'table' }>): string {
  if (ref.with === undefined) return '';
  return `(${ref.with.kind === 'literal' ? ref.with.value : nameOf(ref.with.ref)})`;
}

/** `food.daily@tom` as its name and its person. */
export function splitAt(id: string): { readonly name: string; readonly person: string | null } {
  const at = id.lastIndexOf('@');
  return at < 0 ? { name: id, person: null } : { name: id.slice(0, at), person: id.slice(at + 1) };
}

/** A name as the files write it: `person.age`, `person.income.wage`, `ris.base(single)`, `total.basic`. */
export function nameOf(ref: Ref): string {
  switch (ref.of) {
    case 'table':
      return `${ref.id}${ref.column === undefined ? '' : `.${ref.column}`}${withText(ref)}`;
    case 'income':
      return `${ref.scope}.income.${ref.kind}`;
    case 'incomes':
      return `${ref.scope}.incomes.${ref.tag}`;
    case 'bill':
      return `bill.${ref.id}`;
    case 'total':
      return `total.${ref.id}`;
    default:
      return ref.id;
  }
}
