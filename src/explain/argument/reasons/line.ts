import { Exact } from '../../../decimal/exact.js';
import type { LineItem } from '../../../model/evaluation.js';
import type { LineNode, TraceStep } from '../../../model/trace.js';
import type { Context } from '../context.js';
import type { Because } from '../reading.js';
import { setAside } from '../set-aside.js';
import { nodeName } from '../trace-index.js';
import { fromReason } from './from.js';
import type { Others, Reason } from './reason-shape.js';
import { testsReason } from './tests.js';

/** Things bought that are named one by one. */
const NAMED = 3;

/** Why a line is there, and what made its amount: paid or by hand first, then condition, amount, and what changed it. */
export function lineReasons(context: Context, node: LineNode, because: Because): readonly Reason[] {
  const line = context.lines.get(node.id);
  const last = node.steps.find(({ step }) => step === 'leave-out');
  if (last !== undefined) return [{ kind: 'left-out', by: reasonIds(last) }];
  const paid: Reason[] =
    line === undefined || line.paid === null
      ? []
      : [{ kind: 'bill', used: line.basis === 'bill', paid: line.paid, reference: line.reference }];
  const condition = conditionReason(context, node, because);
  // What was paid, or set by hand, is the whole amount: how the reference came about is not asked.
  if (line !== undefined && line.basis !== 'reference') return [...paid, ...condition];
  return [...paid, ...condition, ...node.steps.flatMap((step) => stepReason(context, node, step))];
}

function conditionReason(context: Context, node: LineNode, because: Because): readonly Reason[] {
  const { prefix, name, person } = nodeName(node.id);
  const when = context.index.get(`when/${name}${person === null ? '' : `@${person}`}`);
  if (prefix !== 'line' || when?.kind !== 'condition') return [];
  return testsReason(context, when, when.value, when.tests, because);
}

function stepReason(context: Context, node: LineNode, { step, by, in: inputs, value }: TraceStep): readonly Reason[] {
  switch (step) {
    case 'amount': {
      const ids = inputs ?? [];
      const aside = setAside(context.pack.model, context.index, node, context.month, ids);
      return fromReason(
        context,
        ids.filter((id) => !aside.has(id)),
      );
    }
    case 'items':
      return itemsReason(context, node);
    case 'index':
    case 'months':
    case 'presence':
      return by === undefined || new Exact(by).eq(1) ? [] : [{ kind: 'factor', step, by }];
    case 'scale':
    case 'increase':
    case 'at-least':
    case 'at-most':
      return [{ kind: 'adjusted', verb: step, amount: by ?? value, by: reasonIds({ in: inputs ?? [] }) }];
    default:
      return [];
  }
}

/** Ids of the adjustments that a step names: those whose texts say why. */
function reasonIds({ in: inputs }: { readonly in?: readonly string[] }): readonly string[] {
  return (inputs ?? []).filter((id) => id.startsWith('when/')).map((id) => id.slice('when/'.length));
}

function itemsReason({ lines }: Context, node: LineNode): readonly Reason[] {
  const items = lines.get(node.id)?.items ?? [];
  if (items.length === 0) return [];
  const sorted = [...items].sort((a, b) => new Exact(b.month).comparedTo(a.month));
  const largest = sorted.slice(0, NAMED);
  const { name } = nodeName(node.id);
  return [{ kind: 'items', need: name, count: items.length, largest, others: othersOf(sorted.slice(NAMED)) }];
}

function othersOf(items: readonly LineItem[]): Others | null {
  if (items.length === 0) return null;
  const amount = items.reduce((sum, item) => sum.add(item.month), new Exact(0));
  return { count: items.length, amount: amount.toFixed(2) };
}
