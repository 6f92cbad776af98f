import { monthText } from '../../calendar/month.js';
import { Exact, plain } from '../../decimal/exact.js';
import type { Band, Compare, Test } from '../../model/condition.js';
import { definitionIn } from '../../model/definitions-of.js';
import type { Expression, Ref } from '../../model/expression.js';
import { nameOf, nodePattern } from '../../model/node-id.js';
import type { TraceNode } from '../../model/trace.js';
import type { ValueType } from '../../model/value.js';
import type { Context } from './context.js';
import type { Bound, Needed, Quantity } from './reading-shape.js';

export interface Measure {
  readonly type: ValueType;
  readonly unit: string;
}

/** What kind of value a tested name has, and its unit: the trace of a count or of an income writes a bare number. */
export function measureOf({ pack, month }: Context, ref: Ref): Measure {
  const { model } = pack;
  switch (ref.of) {
    case 'fact':
      return measured(definitionIn(model.facts, ref.id, month));
    case 'derived':
      return measured(definitionIn(model.derived, ref.id, month));
    case 'income':
    case 'incomes':
    case 'bill':
    case 'total':
    case 'line':
    case 'sum':
      return { type: 'amount', unit: `${model.pack.currency}/month` };
    case 'table':
      return { type: 'number', unit: definitionIn(model.tables, ref.id, month)?.unit ?? '' };
    case 'parameter':
      return { type: 'number', unit: definitionIn(model.parameters, ref.id, month)?.unit ?? '' };
    case 'series':
      return { type: 'number', unit: '' };
  }
}

function measured(one: { readonly type: ValueType; readonly unit: string | null } | undefined): Measure {
  return { type: one?.type ?? 'number', unit: one?.unit ?? '' };
}

/** A test as plain data: ages in years where they are whole, months as months, names with their values. */
export function neededBy(context: Context, test: Test, person: string | null): Needed {
  const { check, turned } = test;
  const { type, unit } = measureOf(context, test.ref);
  switch (check.op) {
    case 'one-of':
      return { kind: 'one-of', values: check.values, not: turned };
    case 'band':
      return { kind: 'bounds', bounds: bandBounds(check, type, unit), not: turned };
    case 'compare':
      return {
        kind: 'bounds',
        bounds: check.bounds.map((one) => compareBound(context, one, person, { type, unit })),
        not: turned,
      };
  }
}

function bandBounds({ from, below }: Band, type: ValueType, unit: string): readonly Bound[] {
  const years = type === 'age' && [from, below].every((end) => end === null || new Exact(end).mod(12).isZero());
  // Among whole numbers the last one in is one before the end that is out.
  const whole = type === 'whole' || type === 'age' || type === 'date' || type === 'month';
  const show = (end: Exact): Quantity => {
    if (type === 'date' || type === 'month') return { value: monthText(end.toNumber()), unit: '' };
    return { value: plain(end), unit: type === 'age' ? (years ? 'years' : 'months') : unit };
  };
  const scaled = (end: string): Exact => (years ? new Exact(end).div(12) : new Exact(end));
  return [
    ...(from === null ? [] : [{ is: 'from' as const, limit: show(scaled(from)), name: null }]),
    ...(below === null
      ? []
      : [
          whole
            ? { is: 'to' as const, limit: show(scaled(below).sub(1)), name: null }
            : { is: 'below' as const, limit: show(scaled(below)), name: null },
        ]),
  ];
}

function compareBound(
  context: Context,
  { is, bound }: Compare['bounds'][number],
  person: string | null,
  { type, unit }: Measure,
): Bound {
  const value = limitOf(context, bound, person);
  const limit = value === null ? null : { value: plain(value), unit: type === 'age' ? 'years' : unit };
  return { is, limit, name: bound.kind === 'name' ? nameOf(bound.ref) : null };
}

/** The value of a limit: a number, or a name as the trace has it for this person; null where it has none yet. */
export function limitOf(context: Context, bound: Expression, person: string | null): Exact | null {
  if (bound.kind === 'number') return new Exact(bound.value);
  if (bound.kind === 'convert') {
    const of = limitOf(context, bound.of, person);
    return of === null ? null : of.mul(bound.times).div(bound.over);
  }
  if (bound.kind !== 'name') return null;
  const node = nodeOf(context, bound.ref, person);
  const text = node === undefined || 'open' in node ? undefined : /^-?\d+(?:\.\d+)?/.exec(node.value ?? '')?.[0];
  return text === undefined ? null : new Exact(text);
}

/** The node of a name, of this person where it is a person's. */
export function nodeOf({ index, assessment }: Context, ref: Ref, person: string | null): TraceNode | undefined {
  const pattern = nodePattern(ref, null);
  const own = person === null ? undefined : index.get(pattern.replace('{at}', `@${person}`));
  const shared = own ?? index.get(pattern.replace('{at}', ''));
  if (shared !== undefined || ref.of !== 'series') return shared;
  return index.get(`${pattern}/${assessment.month}`);
}
