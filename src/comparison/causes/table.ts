import type { Row, Table } from '../../model/numbers.js';
import type { TableNode } from '../../model/trace.js';
import type { Cause } from '../shapes.js';
import { definitionIn } from '../../model/definitions-of.js';
import { partsOf, type Side } from '../side.js';
import { tableIdOf } from './definition.js';
import { leafCause } from './leaf.js';
import { inputsOf } from './tests.js';
import { allOf, type Walk } from './side-by-side.js';

/** Why a table gives another value: other keys, other names in its rows, or other numbers in them. */
export function tableCauses(walk: Walk, key: string, left: TableNode, right: TableNode): readonly Cause[] {
  const inputs = allOf(walk, inputsOf(walk, left.in, right.in));
  if (inputs.length > 0 && sameNumbers(walk, key, left, right)) return inputs;
  return [...inputs, leafCause(key, 'amount', left, right)];
}

/** True when the rows that fit on one side give the same on the other: with the tables alone changed, nothing would have moved. */
function sameNumbers(walk: Walk, key: string, left: TableNode, right: TableNode): boolean {
  const [before, after] = [rowsOf(walk.left, key), rowsOf(walk.right, key)];
  if (before === undefined || after === undefined) return before === after;
  return before === after || (areIn(after, fitting(before, left)) && areIn(before, fitting(after, right)));
}

function fitting(rows: readonly Row[], { row }: TableNode): readonly (Row | undefined)[] {
  return row === null ? [] : [row].flat().map((at) => rows[at]);
}

function areIn(rows: readonly Row[], some: readonly (Row | undefined)[]): boolean {
  return some.every((row) => row !== undefined && rows.some((one) => sameRow(one, row)));
}

function rowsOf(side: Side, key: string): readonly Row[] | undefined {
  const table: Table | undefined = definitionIn(
    side.model.tables,
    tableIdOf(side.model, partsOf(key).name),
    side.month,
  );
  return table?.editions.filter(({ from }) => from === null || from <= side.month).at(-1)?.rows;
}

function sameRow(a: Row, b: Row): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
