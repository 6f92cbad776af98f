import { monthText } from '../../calendar/month.js';
import type { NumberNode } from '../../model/trace.js';
import type { MonthIndex } from '../../model/value.js';
import { definition } from '../compiler/compiler.js';
import { seriesValue } from '../formulas/series.js';
import { placeOf } from './planned.js';
import { always, KINDS, never, nothing, oneCase, type MadeEntry, type TracePlan } from './entry.js';

/** A parameter, as it stands in the month (or as of another). */
export function parameterEntry(plan: TracePlan, id: string, asOf: MonthIndex | null): MadeEntry {
  const c = plan.program.compiler;
  const month = asOf ?? c.month;
  const parameter = definition(c, 'parameter', c.model.parameters, id, month);
  const found = parameter.values.filter(({ from }) => from === null || from <= month).at(-1) ?? parameter.values[0]!;
  const { value } = found;
  const node: NumberNode = {
    id: `parameter/${id}${asOf === null ? '' : `/${monthText(asOf)}`}`,
    kind: 'parameter',
    value: value.value,
    ...(parameter.unit === null ? {} : { unit: parameter.unit }),
    ...(value.from === undefined ? {} : { status: value.from.status }),
    ...(value.from?.source === undefined ? {} : { source: value.from.source }),
  };
  return fixed(KINDS.parameter, node, [placeOf(plan, 'parameters', id), asOf ?? -1]);
}

/** A month of a series. */
export function seriesEntry(plan: TracePlan, id: string, month: MonthIndex): MadeEntry {
  const c = plan.program.compiler;
  const { text, from } = seriesValue(c, id, month);
  const node: NumberNode = {
    id: `series/${id}/${monthText(month)}`,
    kind: 'series',
    value: text,
    status: from.status,
    ...(from.source === undefined ? {} : { source: from.source }),
  };
  return fixed(KINDS.series, node, [placeOf(plan, 'series', id), month]);
}

/** The same for every household: made once, and shared by all documents. */
function fixed(kind: MadeEntry['kind'], node: NumberNode, order: MadeEntry['order']): MadeEntry {
  Object.freeze(node);
  return {
    kind,
    order,
    rows: 'household',
    slots: [],
    names: nothing,
    node: () => node,
    uses: nothing,
    exists: always,
    root: never,
    fixed: always,
    deciding: oneCase,
  };
}
