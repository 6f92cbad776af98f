import { monthIndex, monthText } from '../../calendar/month.js';
import { definitionIn, definitionsOf } from '../../model/definitions-of.js';
import { isValid, type Source } from '../../model/model.js';
import type { Pack, Place } from '../../model/pack.js';
import type { TraceNode } from '../../model/trace.js';
import type { MonthIndex, Valid } from '../../model/value.js';
import { nodeName, type Prefix } from './trace-index.js';

type Definition = { readonly id: string; readonly valid: Valid };

/** The file, line and column of a node's definition: of the row that was chosen, where the pack tells it. */
export function placeOf(pack: Pack, node: TraceNode, month: MonthIndex): Place | null {
  const { prefix, name, asOf } = nodeName(node.id);
  const at = asOf === null ? month : (monthIndex(asOf) ?? month);
  const id = prefix === 'table' ? tableId(pack, name) : name.startsWith('person.') ? name : name.split('/')[0]!;
  const key = keyOf(pack, prefix, id, at);
  const inside = name.includes('/') ? [name, `${key}/items/${name.slice(name.indexOf('/') + 1)}`] : [];
  const keys = [...rowKeys(pack, node, key, id, at), ...inside.reverse(), key, id];
  for (const one of keys) {
    const place = pack.places[one];
    if (place !== undefined) return place;
  }
  return null;
}

/** The source that a node names. */
export function sourceOf(pack: Pack, node: TraceNode): Source | null {
  if (!('source' in node)) return null;
  return sourcesOf(pack).get(node.source) ?? null;
}

const sources = new WeakMap<Pack, ReadonlyMap<string, Source>>();

function sourcesOf(pack: Pack): ReadonlyMap<string, Source> {
  let known = sources.get(pack);
  if (known === undefined) sources.set(pack, (known = new Map(pack.model.sources.map((one) => [one.id, one]))));
  return known;
}

/** An id with several definitions: the one of the month, written `id#1` for the second. */
function keyOf(pack: Pack, prefix: Prefix, id: string, month: number): string {
  const definitions = listsOf(pack, prefix).flatMap((list) => definitionsOf(list, id));
  const which = definitions.findIndex((one) => isValid(one, month));
  return which > 0 ? `${id}#${which}` : id;
}

function listsOf(pack: Pack, prefix: Prefix): readonly (readonly Definition[])[] {
  const { model } = pack;
  switch (prefix) {
    case 'line':
    case 'aid-line':
      return [model.needs];
    case 'when':
      return [model.needs, model.adjustments, model.notices];
    case 'derived':
      return [model.derived];
    case 'fact':
      return [model.facts];
    case 'parameter':
      return [model.parameters];
    case 'series':
      return [model.series];
    case 'table':
      return [model.tables];
    case 'bill':
      return [model.bills];
    case 'income':
      return [model.incomes];
    case 'total':
      return [model.totals];
    case 'figure':
      return [model.figures];
    case 'lever':
      return [model.levers];
    case 'aid':
      return [model.policies];
    case 'incomes':
      return [];
  }
}

/** `ris.base(single)` and `survey.food` as the id of their table. */
function tableId(pack: Pack, name: string): string {
  const bare = name.replace(/\(.*\)$/, '');
  if (definitionsOf(pack.model.tables, bare).length > 0) return bare;
  const column = bare.lastIndexOf('.');
  return column < 0 ? bare : bare.slice(0, column);
}

function rowKeys(pack: Pack, node: TraceNode, key: string, id: string, month: MonthIndex): readonly string[] {
  if (node.kind !== 'table') return [];
  const row = typeof node.row === 'number' ? node.row : node.row?.[0];
  if (row === undefined) return [];
  const table = definitionIn(pack.model.tables, id, month);
  const from = table?.editions.filter((edition) => edition.from === null || edition.from <= month).at(-1)?.from ?? null;
  const edition = from === null ? null : `${key}/editions/${monthText(from)}`;
  return [...(edition === null ? [] : [`${edition}/rows/${row}`, edition]), `${key}/rows/${row}`];
}
