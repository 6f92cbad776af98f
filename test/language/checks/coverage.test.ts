import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Exact } from '../../../src/decimal/exact.js';
import { fits, type Atom } from '../../../src/language/checks/domains/atoms.js';
import { combinations } from '../../../src/language/checks/domains/coverage.js';
import { createDomains } from '../../../src/language/checks/domains/domain.js';
import { factOf, type Fact } from '../../../src/model/facts.js';
import type { Model } from '../../../src/model/model.js';
import type { Cell, Row, Table } from '../../../src/model/numbers.js';

const ALWAYS = { from: null, to: null };
const AGE = fact({ id: 'person.age', type: 'age', required: true, builtIn: true });
const ROOMS = fact({ id: 'dwelling.rooms', type: 'whole', range: { from: '0', below: '8' }, required: true });
const ILL = fact({ id: 'person.ill', type: 'yes-no' });
const SCHOOL = fact({
  id: 'person.school',
  type: 'one-of',
  values: ['low', 'high'],
  assume: { kind: 'word', value: 'low' },
  applies: {
    kind: 'test',
    ref: { of: 'fact', id: 'person.age' },
    check: { op: 'band', from: '72', below: '216' },
    turned: false,
    text: '6..17',
  },
});

function fact(given: Partial<Fact> & Pick<Fact, 'id' | 'type'>): Fact {
  return factOf({ scope: 'person', ...given });
}

const model = {
  pack: { covers: [24288, 24299] },
  facts: [AGE, ROOMS, ILL, SCHOOL],
  derived: [],
  parameters: [],
  series: [],
  tables: [],
  needs: [],
} as unknown as Model;

function tableOf(by: readonly Fact[], rows: readonly Row[]): Table {
  return {
    id: 't',
    valid: ALWAYS,
    scope: 'person',
    type: 'number',
    unit: null,
    by: by.map(({ id }) => ({ of: 'fact', id })),
    keys: by.map(({ type }) => type),
    gives: [''],
    hit: 'unique',
    mayLower: false,
    editions: [{ from: null, rows }],
  };
}

/** How many rows take all pieces of one combination, looked at one by one. */
function taking(rows: readonly Row[], atoms: readonly Atom[]): number {
  return rows.filter(({ cells }) => atoms.every((atom, k) => fits(cells[k]!, atom))).length;
}

/** For each combination that was told, how many rows take it. */
function counts(by: readonly Fact[], rows: readonly Row[]): readonly number[] {
  const found: number[] = [];
  combinations(tableOf(by, rows), rows, createDomains(model), (combination) => found.push(combination.rows.length) > 0);
  return found;
}

const bound = (limit: number): fc.Arbitrary<string | null> =>
  fc.option(fc.integer({ min: 0, max: limit }).map(String), { nil: null });
const bandCell = (limit: number): fc.Arbitrary<Cell> =>
  fc.record({ kind: fc.constant('band' as const), from: bound(limit), below: bound(limit) });
const ANY: Cell = { kind: 'any' };
const wordCell: fc.Arbitrary<Cell> = fc.record({
  kind: fc.constant('one-of' as const),
  values: fc.subarray(['yes', 'no']),
  unknown: fc.boolean(),
});
const row = fc
  .tuple(fc.oneof(bandCell(9), fc.constant(ANY)), fc.oneof(wordCell, fc.constant(ANY)))
  .map((cells): Row => ({ cells, results: [null] }));

describe('the combinations of a table', () => {
  it('are the same gaps and overlaps as trying every single value', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const told = counts([ROOMS, ILL], rows);
        const answers: Atom[] = [{ kind: 'word', value: 'yes' }, { kind: 'word', value: 'no' }, { kind: 'unknown' }];
        const tried = Array.from({ length: 8 }, (_, rooms) =>
          answers.map((answer) =>
            taking(rows, [{ kind: 'number', value: new Exact(rooms), from: null, below: null }, answer]),
          ),
        ).flat();
        expect(Math.min(...told)).toBe(Math.min(...tried));
        expect(Math.max(...told)).toBe(Math.max(...tried));
      }),
      { numRuns: 1000 },
    );
  });

  it('leave out what cannot be together: a fact that does not apply at that age', () => {
    const cell = (from: string | null, below: string | null): Cell => ({ kind: 'band', from, below });
    const school: Cell = { kind: 'one-of', values: ['low', 'high'], unknown: false };
    const rows: Row[] = [
      { cells: [cell(null, '72'), ANY], results: [null] },
      { cells: [cell('72', '216'), school], results: [null] },
      { cells: [cell('216', null), ANY], results: [null] },
    ];
    expect(counts([AGE, SCHOOL], rows).every((count) => count === 1)).toBe(true);
    expect(counts([AGE, SCHOOL], [{ cells: [ANY, school], results: [null] }])).toContain(0);
  });

  it('reach 120 years and eleven months, and no further', () => {
    const rows: Row[] = [{ cells: [{ kind: 'band', from: '0', below: '1452' }], results: [null] }];
    expect(counts([AGE], rows)).toEqual([1]);
    expect(counts([AGE], [{ cells: [{ kind: 'band', from: '0', below: '1451' }], results: [null] }])).toEqual([1, 0]);
  });
});
