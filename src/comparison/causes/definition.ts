import type { Model } from '../../model/model.js';
import type { Valid } from '../../model/value.js';
import type { Cause } from '../shapes.js';
import { definitionIn } from '../../model/definitions-of.js';
import { partsOf, type Side } from '../side.js';
import { leafCause } from './leaf.js';
import type { Walk } from './side-by-side.js';

type Defined = { readonly id: string; readonly valid: Valid };

/** The definition behind a node on one side; undefined where it does not exist in that month or pack. */
export function definitionOf(side: Side, key: string): Defined | undefined {
  const { prefix, name } = partsOf(key);
  const { model, month } = side;
  if (prefix === 'when') return ruleOf(model, month, name);
  if (prefix === 'table') return definitionIn(model.tables, tableIdOf(model, name), month);
  const list = listOf(model, prefix);
  return list === undefined ? undefined : definitionIn(list, name, month);
}

/** `ris.base(single)` and `survey.food` as the id of their table. */
export function tableIdOf(model: Model, name: string): string {
  const bare = name.replace(/\(.*\)$/, '');
  return model.tables.some((table) => table.id === bare) ? bare : bare.slice(0, Math.max(0, bare.lastIndexOf('.')));
}

/** A need, item, adjustment or notice by the name of its condition. */
function ruleOf(model: Model, month: number, name: string): Defined | undefined {
  const [owner = name, inner] = name.split('/');
  if (inner === undefined)
    return (
      definitionIn(model.needs, name, month) ??
      definitionIn(model.adjustments, name, month) ??
      definitionIn(model.notices, name, month)
    );
  const policy = definitionIn(model.policies, owner, month);
  if (policy !== undefined) return definitionIn(policy.adjustments, inner, month);
  return definitionIn(definitionIn(model.needs, owner, month)?.items ?? [], inner, month);
}

function listOf(model: Model, prefix: string): readonly Defined[] | undefined {
  switch (prefix) {
    case 'fact':
      return model.facts;
    case 'derived':
      return model.derived;
    case 'parameter':
      return model.parameters;
    case 'series':
      return model.series;
    case 'line':
    case 'aid-line':
      return model.needs;
    case 'bill':
      return model.bills;
    case 'income':
      return model.incomes;
    case 'figure':
      return model.figures;
    case 'total':
      return model.totals;
    default:
      return undefined;
  }
}

/** A cause where the definition behind a node is not the same on both sides: not there, or written otherwise. */
export function ruleCause(walk: Walk, key: string): readonly Cause[] {
  const left = definitionOf(walk.left, key);
  const right = definitionOf(walk.right, key);
  if (left === right) return [];
  if (left !== undefined && right !== undefined && JSON.stringify(left) === JSON.stringify(right)) return [];
  const { prefix, name } = partsOf(key);
  // A price or tariff that begins or ends is told as an amount, with its value.
  if (prefix === 'parameter' || prefix === 'table')
    return [leafCause(key, 'amount', walk.left.nodes.get(key), walk.right.nodes.get(key))];
  const there = (one: Defined | undefined): string | null => (one === undefined ? null : 'yes');
  return [{ kind: 'rule', name, person: null, left: there(left), right: there(right) }];
}

/** The last resort: a node differs and nothing that it reads does. */
export function writtenOtherwise(key: string): Cause {
  return { kind: 'rule', name: partsOf(key).name, person: null, left: 'yes', right: 'yes' };
}
