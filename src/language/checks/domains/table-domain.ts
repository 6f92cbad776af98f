import type { Table } from '../../../model/numbers.js';
import { numeric, words, type Domain } from './domain-kinds.js';
import type { Domains } from './domains.js';
import { mayGiveNone, numbersOf } from './formula-domain.js';
import { EVERYTHING, NOT_NEGATIVE, plus, point, union, type Interval } from './interval.js';
import { keyConstraint } from './narrow.js';
import { namesInTable } from '../names.js';

/** What a table may give: each row's result where its cells hold. `column`: one of its several results. */
export function tableDomain(table: Table, column: string | undefined, domains: Domains): Domain {
  const at = column === undefined ? null : table.gives.indexOf(column);
  const rows = table.editions.flatMap((edition) => edition.rows);
  const open = namesInTable(table).some((name) => domains.of(name).open);
  const results = rows.map((row) => {
    const constraints = new Map(row.cells.map((cell, i) => keyConstraint(table.by[i]!, cell, domains)));
    const chosen = at === null ? row.results : [row.results[at] ?? null];
    return chosen
      .filter((result) => result !== null)
      .map((result) => ({
        result,
        numbers: numbersOf(result, constraints, domains),
        none: mayGiveNone(result, constraints, domains),
      }));
  });
  const all = results.flat();
  const flags = { unknown: false, none: all.some((one) => one.none), open };
  if (table.type === 'yes-no' || table.type === 'one-of') {
    const given = all.flatMap(({ result }) => (result.kind === 'word' ? [result.value] : []));
    return { ...words([...new Set(given)], table.type), ...flags };
  }
  const numbers = hitNumbers(table, union(all.map((one) => one.numbers)), results.length);
  return { ...numeric(open ? union([numbers, point('0')]) : numbers, table.type), ...flags };
}

function hitNumbers(table: Table, chosen: Interval, rows: number): Interval {
  if (table.hit === 'slices') return chosen.from !== null && chosen.from.gte(0) ? NOT_NEGATIVE : EVERYTHING;
  if (table.hit !== 'sum') return chosen;
  let sum = point('0');
  for (let i = 0; i < Math.min(rows, 50); i++) sum = plus(sum, union([chosen, point('0')]));
  return rows > 50 ? EVERYTHING : sum;
}
