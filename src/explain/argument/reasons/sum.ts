import { Exact, money, placesOf } from '../../../decimal/exact.js';
import { definitionIn } from '../../../model/definitions-of.js';
import type { TotalNode } from '../../../model/trace.js';
import type { Context } from '../context.js';
import { nodeName } from '../trace-index.js';
import type { Part, Reason } from './reason-shape.js';

/** Parts of a sum that are named one by one. */
const NAMED = 5;

/** What a sum consists of, the largest first; the needs by basket. */
export function totalReasons(context: Context, node: TotalNode): readonly Reason[] {
  const parts = partsOf(context, node).filter(({ amount }) => !new Exact(amount).isZero());
  if (parts.length === 0) return [];
  if (node.of === 'subtract') return [{ kind: 'parts', parts, others: null }];
  const sorted = [...parts].sort((a, b) => new Exact(b.amount).comparedTo(a.amount));
  // One part more is told by its name: "1 other" would be no shorter.
  const shown = sorted.length === NAMED + 1 ? sorted : sorted.slice(0, NAMED);
  const rest = sorted.slice(shown.length);
  const places = placesOf(context.pack.model.pack.rounding);
  const sum = rest.reduce((all, { amount, minus }) => (minus ? all.sub(amount) : all.add(amount)), new Exact(0));
  const others = rest.length === 0 ? null : { count: rest.length, amount: money(sum, places) };
  return [{ kind: 'parts', parts: shown, others }];
}

function partsOf(context: Context, node: TotalNode): readonly Part[] {
  const { assessment, index, lines, month } = context;
  if (node.id === 'total/need')
    return assessment.needs.baskets.map(({ id, need }) => ({
      of: `basket/${id}`,
      amount: need,
      minus: false,
      reasons: [],
    }));
  // Incomes by tag add up what comes in; the income of the balance, what of it counts.
  const byTag = nodeName(node.id).prefix === 'incomes';
  const given = new Map(byTag ? assessment.incomes.lines.map((line) => [line.node, line.given]) : []);
  const total = definitionIn(context.pack.model.totals, nodeName(node.id).name, month);
  return node.in.flatMap((id, at) => {
    const read = index.get(id);
    if (read === undefined || read.value === null) return [];
    const line = lines.get(id);
    const minus = node.of === 'subtract' ? at > 0 : (line?.credit ?? false);
    const amount = line === undefined ? read.value : total?.column === 'need' ? line.need : line.reference;
    const reasons = node.of === 'subtract' && read.kind === 'total' ? totalReasons(context, read) : [];
    return [{ of: id, amount: given.get(id) ?? amount, minus, reasons }];
  });
}
