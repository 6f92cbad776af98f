import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/numbers.js';
import { FACTS, foundIn, linkedOf, modelOf } from './tiny-pack.js';

function tableOf(body: string, more = ''): Table {
  const found = modelOf(`${FACTS}source: s\ntables: { t: { ${body} } }\n${more}`).tables[0];
  if (found === undefined) throw new Error('no table');
  return found;
}

/** Rows as text: `72..120 one-of:yes = 5`. */
function rowsOf(table: Table, edition = 0): string[] {
  return (table.editions[edition]?.rows ?? []).map((row) => {
    const cells = row.cells.map((cell) => {
      if (cell.kind === 'any') return 'any';
      if (cell.kind === 'band') return `${cell.from ?? ''}..${cell.below ?? ''}`;
      return [...cell.values, ...(cell.unknown ? ['unknown'] : [])].join('|');
    });
    const results = row.results.map((r) =>
      r === null ? 'none' : r.kind === 'number' || r.kind === 'word' ? r.value : r.kind,
    );
    return `${cells.join(' ')} = ${results.join(' ')}`;
  });
}

describe('a table', () => {
  it('keeps cells in the unit of their key', () => {
    const table = tableOf(
      'unit: EUR/year, by: [person.age, person.ill], rows: [[..5 months, any, 1], [6 months, yes, 2], [18.., [no, unknown], 3]]',
    );
    expect(rowsOf(table)).toEqual(['..6 any = 1', '6..7 yes = 2', '216.. no|unknown = 3']);
    expect(table.keys).toEqual(['age', 'yes-no']);
    expect(table.scope).toBe('person');
  });

  it('pairs a list of results with the one list of cells of its length', () => {
    const table = tableOf(
      'unit: EUR/month, by: [household.pets, person.sex], rows: [[[1, 2, 3], [female, male], [10, 20, 30]]]',
    );
    expect(rowsOf(table)).toEqual(['1 female|male = 10', '2 female|male = 20', '3 female|male = 30']);
  });

  it('writes a list of ages that do not follow one another as rows of their own', () => {
    expect(rowsOf(tableOf('unit: EUR/month, by: [person.age], rows: [[[6, 7, 9], 1]]'))).toEqual([
      '72..96 = 1',
      '108..120 = 1',
    ]);
  });

  it('takes an uprated edition from the one before, rounded', () => {
    const table = tableOf(
      'unit: EUR/month, by: [person.sex], editions: { 2025-01: { uprate: { by: 3%, round: 5 } }, 2024-01: { rows: [[female, 900], [male, none]] } }',
    );
    expect(table.editions.map(({ from }) => from)).toEqual([24288, 24300]);
    expect(rowsOf(table, 1)).toEqual(['female = 925', 'male = none']);
  });

  it('goes on beyond its last row by the last step, the same, or an amount', () => {
    const base = 'unit: EUR/month, by: [household.pets], rows: [[[1, 2, 3], [950, 1060, 1330]]], beyond:';
    expect(rowsOf(tableOf(`${base} last-step`)).slice(3, 5)).toEqual(['4 = 1600', '5 = 1870']);
    expect(rowsOf(tableOf(`${base} same`)).slice(3)).toEqual(['4.. = 1330']);
    expect(rowsOf(tableOf(`${base} 100`)).slice(3, 5)).toEqual(['4 = 1430', '5 = 1530']);
    expect(rowsOf(tableOf(`${base} last-step`)).at(-1)).toBe('104.. = add');
  });

  it('gives several results in the order of gives', () => {
    const table = tableOf(
      'unit: EUR/month, by: [person.sex], gives: [food, rent], rows: [[female, 1, 2], [male, 3, none]]',
    );
    expect(rowsOf(table)).toEqual(['female = 1 2', 'male = 3 none']);
    expect(table.gives).toEqual(['food', 'rent']);
  });

  it('reads formulas, names and words as results', () => {
    const table = tableOf(
      'unit: EUR/month, by: [person.sex], rows: [[female, 2 * person.pay], [male, p]]',
      'parameters: { p: { unit: EUR/month, values: 3 } }\n',
    );
    expect(rowsOf(table)).toEqual(['female = multiply', 'male = name']);
    expect(tableOf('by: [person.sex], values: [a, b], rows: [[female, a], [male, b]]').type).toBe('one-of');
    expect(tableOf('by: [person.sex], rows: [[female, yes], [male, no]]').type).toBe('yes-no');
  });

  it('reads its rows from a file, with source, status and note of a row', () => {
    const csv = 'person.sex,value,status,note\nfemale,1.50,,\nmale,2,assumption,"a guess, ""half"""\n';
    const linked = linkedOf(`${FACTS}source: s\ntables: { t: { unit: EUR/month, by: [person.sex], file: t.csv } }\n`, [
      { file: 'rules/x/t.csv', text: csv },
    ]);
    const rows = linked.model.tables[0]?.editions[0]?.rows;
    expect(rows?.[0]?.results[0]).toMatchObject({ value: '1.50', from: { status: 'published', source: 's' } });
    expect(rows?.[1]?.results[0]).toMatchObject({ value: '2', from: { status: 'assumption' } });
    expect(linked.numbers.find(({ value }) => value === '2')?.note).toBe('a guess, "half"');
    expect(linked.places['t/rows/1']).toMatchObject({ file: 'rules/x/t.csv', line: 3 });
  });

  it.each([
    ['by: [person.sex], unit: EUR/month, rows: [[female, 1, 2]]', 'row-length'],
    ['by: [person.sex], unit: EUR/month, rows: [[femal, 1]]', 'wrong-word'],
    ['by: [person.pay], unit: EUR/month, rows: [[0..1000, 1]]', 'bad-band'],
    ['by: [person.sex], unit: EUR/month, rows: [[[female, male], [1, 2, 3]]]', 'paired-lists'],
    ['by: [person.sex], unit: EUR/month, rows: [[female, 5 EUR/year]]', 'unit-mismatch'],
    ['by: [person.aid], unit: EUR/month, rows: [[[yes, unknown], 1]]', 'never-unknown'],
    ['by: [person.sex], unit: EUR/month, hit: slices, rows: [[female, 1]]', 'slices'],
    ['by: [person.sex], unit: EUR/month, hit: lowst, rows: [[female, 1]]', 'wrong-value'],
    ['by: [person.sex], unit: EUR/month, beyond: same, rows: [[female, 1]]', 'beyond'],
    ['by: [person.sex], unit: EUR/month, editions: { 2024-01: { uprate: { by: 2% } } }', 'uprate'],
    ['by: [person.sex], unit: EUR/month', 'exactly-one'],
    ['by: [person.sex], unit: EUR/month, file: nowhere.csv', 'no-file'],
    ['by: [person.sex], unit: EUR/month, file: ../../../etc/passwd', 'no-file'],
    ['by: [person.sx], unit: EUR/month, rows: [[female, 1]]', 'unknown-name'],
  ])('refuses { %s }', (body, code) => {
    expect(foundIn(`tables: { t: { ${body} } }\n${FACTS}source: s\n`).map((line) => line.split(' ')[0])).toEqual([
      code,
    ]);
  });
});
