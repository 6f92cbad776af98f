import { Exact } from '../../decimal/exact.js';
import type { Expression, Ref } from '../../model/expression.js';
import type { Derived } from '../../model/facts.js';
import { isValid, type Model } from '../../model/model.js';
import type { Row, Table } from '../../model/numbers.js';
import type { MonthIndex } from '../../model/value.js';
import { refsOfExpression, refsOfRule, type RefRead } from '../linking/reads.js';
import { fits, type Atom } from './domains/atoms.js';

/** What a formula rests on where nobody lives. */
export interface Alone {
  /** Derived facts behind it that need no household. */
  readonly derived: ReadonlySet<Derived>;
  /** From a name of the formula to one that only a household has; null where it needs none. */
  readonly way: readonly Ref[] | null;
}

/** Goes behind a formula: parameters, series, tables and `month` stand alone, and derived facts that read only these. */
export function standsAlone(formula: Expression, month: MonthIndex, model: Model): Alone {
  const derived = new Set<Derived>();
  const seen = new Set<string>();
  const behind = (reads: readonly RefRead[], way: readonly Ref[]): readonly Ref[] | null => {
    for (const read of reads) {
      const found = into(read, [...way, read.ref]);
      if (found !== null) return found;
    }
    return null;
  };
  const into = ({ ref, asOf }: RefRead, way: readonly Ref[]): readonly Ref[] | null => {
    switch (ref.of) {
      case 'parameter':
      case 'series':
        return null;
      case 'table':
        return once(ref, asOf) ? behind(readsOfTable(ref, asOf ?? month, model), way) : null;
      case 'derived': {
        const one = model.derived.find(({ id, valid }) => id === ref.id && isValid({ valid }, month));
        if (one === undefined || !isOfNobody(one)) return way;
        derived.add(one);
        return once(ref, null) ? behind(refsOfRule(one.rule), way) : null;
      }
      default:
        return ref.of === 'fact' && ref.id === 'month' ? null : way;
    }
  };
  const once = (ref: Ref, asOf: MonthIndex | null): boolean => {
    const key = JSON.stringify([ref, asOf]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  return { way: behind(refsOfExpression(formula), []), derived };
}

function isOfNobody({ scope, rule }: Derived): boolean {
  return scope !== 'person' && (rule.kind === 'value' || rule.kind === 'condition');
}

/** A table looked up with a value of one's own reads neither its last key nor the rows for other values. */
function readsOfTable(ref: Extract<Ref, { of: 'table' }>, month: MonthIndex, model: Model): readonly RefRead[] {
  const table = model.tables.find(({ id, valid }) => id === ref.id && isValid({ valid }, month));
  if (table === undefined) return [];
  const keys = ref.with === undefined ? table.by : table.by.slice(0, -1);
  const asked = keys.map((key): RefRead => ({ ref: key, asOf: null }));
  return [
    ...asked,
    ...rowsFor(ref, table, month).flatMap(({ results }) => results.flatMap((one) => refsOfExpression(one))),
  ];
}

function rowsFor({ with: key }: Extract<Ref, { of: 'table' }>, table: Table, month: MonthIndex): readonly Row[] {
  const edition = table.editions.filter(({ from }) => from === null || from <= month).at(-1);
  const rows = edition?.rows ?? [];
  if (key?.kind !== 'literal' || table.hit === 'slices') return rows;
  const atom = atomOf(key.value);
  const fitting = rows.filter(({ cells }) => fits(cells.at(-1)!, atom));
  const single = table.by.length === 1 && (table.hit === 'first' || table.hit === 'unique');
  return single ? fitting.slice(0, 1) : fitting;
}

function atomOf(text: string): Atom {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'word', value: text };
  const value = new Exact(text);
  return { kind: 'number', value, from: value, below: value };
}
