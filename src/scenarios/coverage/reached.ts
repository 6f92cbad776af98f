import { monthIndex } from '../../calendar/month.js';
import { isValid } from '../../model/model.js';
import type { Pack } from '../../model/pack.js';
import type { TraceNode } from '../../model/trace.js';
import type { MonthIndex, Valid } from '../../model/value.js';
import { nameOfDefinition, point } from './point.js';
import { rowPoint } from './rows.js';

interface Definition {
  readonly id: string;
  readonly valid: Valid;
}

/** What the nodes of one trace show to have been reached; `month` is the month assessed. */
export function reachedBy(
  pack: Pick<Pack, 'model' | 'places'>,
  month: MonthIndex,
  nodes: readonly TraceNode[],
): readonly string[] {
  const { model } = pack;
  const named = <T extends Definition>(list: readonly T[], id: string, at = month): [T, string] | null => {
    const found = list.find((one) => one.id === id && isValid(one, at));
    return found === undefined ? null : [found, nameOfDefinition(found, list)];
  };
  const name = (list: readonly Definition[], id: string): string => named(list, id)?.[1] ?? id;

  const reached = (node: TraceNode): readonly string[] => {
    const { kind, id, asOf } = partsOf(node.id);
    if (kind === 'derived') return [...ruleReached(node, name(model.derived, id))];
    if (kind === 'when') return conditionReached(node, whenName(id, name));
    if (kind === 'parameter') return [point.used(named(model.parameters, id, asOf ?? month)?.[1] ?? id)];
    if (kind === 'bill' || kind === 'income') return [point.used(`${kind} ${id}`)];
    if (kind === 'lever') {
      const lever = name(model.levers, id);
      return [node.value === 'may' ? point.fires(lever) : point.rests(lever)];
    }
    if (node.kind !== 'table') return [];
    const at = asOf ?? month;
    const [table] = named(model.tables, id, at) ?? named(model.tables, withoutColumn(id), at) ?? [];
    if (table === undefined) return [];
    const from = table.editions.filter((edition) => edition.from === null || edition.from <= at).at(-1)?.from ?? null;
    return rowsOf(node.row).map((row) => rowPoint(pack, table, from, row));
  };

  /** Conditions of needs and their items, adjustments and notices; a policy's adjustment keeps its path. */
  function whenName(id: string, nameIn: (list: readonly Definition[], id: string) => string): string {
    if (model.policies.some((policy) => id.startsWith(`${policy.id}/`))) return id;
    const [definition = id, item] = id.split('/');
    const lists: readonly (readonly Definition[])[] = [model.needs, model.adjustments, model.notices];
    const list = lists.find((all) => named(all, definition) !== null);
    const label = nameIn(list ?? [], definition);
    return item === undefined ? label : `${label}/${item}`;
  }

  return nodes.flatMap(reached);
}

function ruleReached(node: TraceNode, name: string): readonly string[] {
  if (node.kind === 'condition') return conditionReached(node, name);
  if (node.kind !== 'cases') return [point.used(name)];
  return node.case === null ? [] : [point.chosen(name, node.case, node.cases.length)];
}

function conditionReached(node: TraceNode, name: string): readonly string[] {
  if (node.value === 'yes') return [point.holds(name)];
  return node.value === 'no' ? [point.fails(name)] : [];
}

function rowsOf(row: number | readonly number[] | null): readonly number[] {
  if (row === null) return [];
  return typeof row === 'number' ? [row] : row;
}

/** `table/ris.base(single)@tom/2020-12` is of kind `table`, id `ris.base`, as of 2020-12. */
function partsOf(node: string): { readonly kind: string; readonly id: string; readonly asOf: MonthIndex | null } {
  const [, kind = '', rest = ''] = /^([^/]+)\/(.*)$/.exec(node) ?? [];
  const [, body = rest, month] = /^(.*?)(?:\/(\d{4}-\d{2}))?$/.exec(rest) ?? [];
  const id = body.replace(/@[^@]*$/, '').replace(/\(.*\)$/, '');
  return { kind, id, asOf: month === undefined ? null : monthIndex(month) };
}

function withoutColumn(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('.')));
}
