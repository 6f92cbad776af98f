import { expect, it } from 'vitest';
import { loadPack } from '../../../src/language/load.js';
import type { Diagnostic } from '../../../src/model/diagnostic.js';
import { tinyFiles } from '../tiny-pack.js';

/** What is found about the tables of a pack of a few lines. */
function found(yaml: string): readonly Diagnostic[] {
  const result = loadPack(tinyFiles(yaml), { pack: 'x' });
  const all = result.ok ? result.warnings : result.errors;
  return all.filter(({ code }) => code.startsWith('table-') || code === 'row-never-reached');
}

const said = (yaml: string): string[] => found(yaml).map(({ code, message }) => `${code}: ${message}`);

const ROOMS = `facts:
  dwelling.rooms: { type: whole, range: 0..<9, required: yes, ask: "Rooms?" }
  dwelling.floor: { type: whole, range: 0..<60, required: yes, ask: "Floor?" }
`;
const need = (amount: string): string =>
  `needs: { food.x: { for: household, pays: living, index: none, source: law, amount: ${amount}, label: X } }\n`;
const table = (rows: string, hit = 'unique'): string =>
  `${ROOMS}tables: { cost: { unit: EUR/month, source: law, by: [dwelling.rooms], hit: ${hit}, rows: ${rows}, label: C } }\n${need('cost')}`;

it('names up to three gaps, and counts the others', () => {
  expect(said(table('[[0, 1], [2, 2], [4, 3], [6.., 4]]'))).toEqual([
    'table-gap: table "cost" has no row for dwelling.rooms 1 or 3 or 5',
  ]);
  const two = (rows: string): string =>
    `${ROOMS}tables: { cost: { unit: EUR/month, source: law, by: [dwelling.rooms, dwelling.floor], rows: ${rows}, label: C } }\n${need('cost')}`;
  const [three] = said(two('[[0, 0, 1], [1, 1, 2], [2.., any, 3]]'));
  expect(three).toMatch(/^table-gap: table "cost" has no row for [^;]*; [^;]*$/);
  const [four] = said(two('[[0, 0, 1], [1, 1, 2], [2, 2, 2], [3, 3, 2], [4.., any, 3]]'));
  expect(four).toMatch(/^table-gap: table "cost" has no row for [^;]*; [^;]*; [^;]*, and 1 more$/);
});

it('names the rows that meet, and shows each where it is written', () => {
  const [overlap] = found(table('[[..3, 1], [3..5, 2], [6.., 3]]'));
  expect(overlap?.message).toBe('rows 1 and 2 of table "cost" both take dwelling.rooms 3');
  expect(overlap?.places.map(({ caption, line, column }) => `${caption ?? ''} ${line}:${column}`)).toEqual([
    'row 1 4:91',
    'row 2 4:101',
  ]);
});

it('says of a row that nothing reaches that it is, but not where it gave up looking', () => {
  expect(said(table('[[any, 1], [3, 2]]', 'first'))).toEqual([
    'row-never-reached: row 2 of table "cost" is never reached',
  ]);
  const floors = Array.from({ length: 60 }, (_, i) => `[${i}, ${i}, ${i}]`).join(', ');
  const steps = `facts:
  dwelling.rooms: { type: whole, range: 0..<60, required: yes, ask: "Rooms?" }
  dwelling.floor: { type: whole, range: 0..<60, required: yes, ask: "Floor?" }
tables: { cost: { unit: EUR/month, source: law, by: [dwelling.rooms, dwelling.floor], rows: [${floors}, [70, any, 4]], label: C } }
${need('cost')}`;
  expect(said(steps).filter((one) => one.startsWith('row-never-reached'))).toEqual([]);
  expect(said(steps)).toHaveLength(1);
});

const editions = (first: string, second: string): string => `facts:
  dwelling.kind: { type: one-of, values: [low, high, wide], assume: low, ask: "Kind?" }
derive:
  dwelling.size:
    - { valid: ..2024-06, values: [small, large], value: [{ when: { dwelling.kind: low }, is: small }, { otherwise: large }], label: S }
    - { valid: 2024-07.., values: [small, huge], value: [{ when: { dwelling.kind: low }, is: small }, { otherwise: huge }], label: S }
tables:
  cost:
    unit: EUR/month
    source: law
    by: [dwelling.size]
    label: C
    editions:
      2024-01: { rows: [${first}] }
      2024-07: { rows: [${second}] }
${need('cost')}`;

it('holds an edition against what may be in its own months, and names it', () => {
  expect(said(editions('[small, 1], [large, 2]', '[small, 1], [huge, 3]'))).toEqual([]);
  expect(said(editions('[small, 1], [large, 2]', '[small, 1]'))).toEqual([
    'table-gap: table "cost" in the edition of 2024-07 has no row for dwelling.size huge',
  ]);
  expect(said(editions('[small, 1]', '[small, 1], [huge, 3]'))).toEqual([
    'table-gap: table "cost" in the edition of 2024-01 has no row for dwelling.size large',
  ]);
});
