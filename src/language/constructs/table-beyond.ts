import { Exact, plain } from '../../decimal/exact.js';
import type { Expression, Ref } from '../../model/expression.js';
import { nodePattern } from '../../model/node-id.js';
import type { Cell, Row } from '../../model/numbers.js';
import { weaker, type Provenance } from '../../model/value.js';
import type { Reader } from '../context.js';
import { numberExpression } from '../values/formula.js';
import { numberText } from '../values/literal.js';
import type { Edition } from './table-editions.js';
import type { Key } from './table-keys.js';
import type { Scalar } from '../reading/tree.js';

/** Rows written out beyond the last; a last row without upper end goes on from there by a formula. */
const WRITTEN_OUT = 100;

/**
 * The value from which a table goes on by a formula of its own last key, and not by rows; null when it has no such row. Looked
 * up with another value, it must not be asked from there on.
 */
export function formulaFrom(rows: readonly Row[], key: Ref): Exact | null {
  const starts = rows.flatMap(({ cells, results }) => {
    const cell = cells[cells.length - 1];
    const open = cell?.kind === 'band' && cell.below === null ? cell.from : null;
    return open !== null && results.every((result) => isStep(result, key)) ? [new Exact(open)] : [];
  });
  return starts.length === 0 ? null : Exact.min(...starts);
}

/** `start + step * (key - last)`. */
function isStep(result: Expression | null, key: Ref): boolean {
  if (result?.kind !== 'add' || result.right.kind !== 'multiply' || result.right.right.kind !== 'subtract')
    return false;
  const { left } = result.right.right;
  return left.kind === 'name' && nodePattern(left.ref, null) === nodePattern(key, null);
}

/**
 * `beyond` of a table whose last key is a whole number, one apart: `same` repeats the last row, `last-step` adds the last
 * difference for each further one, an amount is added each. Null after a finding.
 */
export function beyondRows(
  editions: readonly Edition[],
  by: readonly Key[],
  beyond: Scalar,
  reader: Reader,
): readonly Edition[] | null {
  const { report } = reader.context;
  const key = by[by.length - 1];
  const amount = numberText(beyond.text);
  if (key?.type !== 'whole' || (beyond.text !== 'same' && beyond.text !== 'last-step' && amount === null)) {
    report.error(
      'beyond',
      beyond.place,
      'beyond is last-step, same or an amount, and the last key a whole number',
      'Write beyond: last-step.',
    );
    return null;
  }
  const added = amount === null ? null : numberExpression(amount, beyond.place, reader, true);
  const out: Edition[] = [];
  for (const edition of editions) {
    const rows = further(edition.rows, key, beyond.text, added);
    if (rows === null) {
      report.error(
        'beyond',
        beyond.place,
        'the rows beyond which it goes on are whole numbers, one apart, with numbers as results',
        'Write at least two such rows for last-step, one for the others.',
      );
      return null;
    }
    out.push({ from: edition.from, rows: [...edition.rows, ...rows] });
  }
  return out;
}

function further(rows: readonly Row[], key: Key, how: string, added: Expression | null): Row[] | null {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = JSON.stringify(row.cells.slice(0, -1));
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const out: Row[] = [];
  for (const group of groups.values()) {
    const sorted = [...group].sort((a, b) => (lastOf(a) ?? 0) - (lastOf(b) ?? 0));
    const numbers = sorted.map(lastOf);
    const row = sorted[sorted.length - 1];
    const last = numbers[numbers.length - 1];
    if (row === undefined || last === undefined || last === null) return null;
    if (numbers.some((n, at) => n === null || n !== last - numbers.length + 1 + at)) return null;
    if (how === 'same') out.push({ cells: [...row.cells.slice(0, -1), band(last + 1, null)], results: row.results });
    else {
      const before = sorted[sorted.length - 2];
      const rowsHere = stepped(row, last, how === 'last-step' ? before : row, added, key);
      if (rowsHere === null) return null;
      out.push(...rowsHere);
    }
  }
  return out;
}

/** The whole number of a row's last cell, or null. */
function lastOf(row: Row): number | null {
  const cell = row.cells[row.cells.length - 1];
  return cell?.kind === 'one-of' && cell.values.length === 1 && !cell.unknown && /^\d+$/.test(cell.values[0] ?? '')
    ? Number(cell.values[0])
    : null;
}

function band(from: number, below: number | null): Cell {
  return { kind: 'band', from: String(from), below: below === null ? null : String(below) };
}

function stepped(row: Row, last: number, before: Row | undefined, added: Expression | null, key: Key): Row[] | null {
  if (before === undefined) return null;
  const series = row.results.map((result, at) => {
    const start = result;
    const previous = before.results[at] ?? null;
    if (start?.kind !== 'number' || previous?.kind !== 'number') return null;
    const from = weakest([start.from, previous.from, added?.kind === 'number' ? added.from : undefined]);
    const step = added?.kind === 'number' ? new Exact(added.value) : new Exact(start.value).minus(previous.value);
    return { start: new Exact(start.value), step, from, money: start.money === true };
  });
  if (series.includes(null)) return null;
  const sound = series as NonNullable<(typeof series)[number]>[];
  const cells = row.cells.slice(0, -1);
  const number = (value: Exact, { from, money }: (typeof sound)[number]): Expression => ({
    kind: 'number',
    value: plain(value),
    ...(from === undefined ? {} : { from }),
    ...(money ? { money } : {}),
  });
  const out: Row[] = [];
  for (let n = 1; n <= WRITTEN_OUT; n++) {
    out.push({
      cells: [...cells, { kind: 'one-of', values: [String(last + n)], unknown: false }],
      results: sound.map((one) => number(one.start.plus(one.step.mul(n)), one)),
    });
  }
  const name: Expression = { kind: 'name', ref: key.ref };
  const results = sound.map((one): Expression => {
    const times: Expression = { kind: 'subtract', left: name, right: { kind: 'number', value: String(last) } };
    return {
      kind: 'add',
      left: number(one.start, one),
      right: { kind: 'multiply', left: number(one.step, one), right: times },
    };
  });
  out.push({ cells: [...cells, band(last + WRITTEN_OUT + 1, null)], results });
  return out;
}

function weakest(list: readonly (Provenance | undefined)[]): Provenance | undefined {
  const found = list.filter((from) => from !== undefined);
  return found.reduce<Provenance | undefined>(
    (a, b) => (a === undefined || weaker(a.status, b.status) !== a.status ? b : a),
    undefined,
  );
}
