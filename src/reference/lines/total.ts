import type { Exact } from '../../decimal/exact.js';
import type { Total } from '../../model/needs.js';
import { linesOf } from './need.js';
import { needColumnOf, signed } from './need-column.js';
import type { Run } from '../run.js';
import type { Line, NeedColumn } from '../states.js';
import { numberValue, weakest, ZERO } from '../values/value.js';

/** A sum of rounded lines; optional ones are in it only if it names nothing else. */
export function computeTotal(run: Run, total: Total): void {
  const needs = total.of.map((id) => run.definitions.needs.get(id)).filter((need) => need !== undefined);
  const allOptional = needs.length > 0 && needs.every((need) => need.optional);
  const lines = linesOf(run).filter((line) => total.of.includes(line.need.id) && (allOptional || !line.need.optional));
  const inColumn = (line: Line): Pick<NeedColumn, 'need' | 'status'> =>
    total.column === 'need' ? needColumnOf(run, line) : { need: line.reference, status: line.status };
  const value = numberValue(
    lines.reduce<Exact>((sum, line) => signed(sum, line, inColumn(line).need), ZERO),
    weakest(lines.map((line) => inColumn(line).status)),
    lines.some((line) => line.open),
  );
  run.totals.set(total.id, { value, lines: lines.map((line) => line.id) });
}
