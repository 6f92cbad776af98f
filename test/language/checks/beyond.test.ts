import { describe, expect, it } from 'vitest';
import { loadPack } from '../../../src/language/load.js';
import { tinyFiles } from '../tiny-pack.js';

/** Hints about look-ups of `size`, whose three rows go on by `beyond`, as `household.x: { value: … }`. */
function found(formula: string, beyond = 'last-step'): string[] {
  const result = loadPack(
    tinyFiles(`source: s
facts:
  person.age: { required: yes, assume-months: 6, ask: How old? }
  household.pets: { type: whole, assume: 0, ask: Pets? }
  household.trees: { type: whole, assume: 0, ask: Trees? }
  household.rooms: { type: whole, range: 0..20, assume: 0, ask: Rooms? }
derive:
  household.children: { count: person, where: { person.age: ..17 } }
  household.more: { value: household.children + household.trees }
  household.x: { value: ${formula} }
tables: { size: { unit: EUR/month, by: [household.pets], beyond: ${beyond}, rows: [[[0, 1, 2], [10, 20, 35]]] } }
figures: { f: { value: household.x } }
`),
    { pack: 'x' },
  );
  const all = result.ok ? result.warnings : result.errors;
  return all.filter(({ code }) => code === 'beyond-lookup').map(({ hint }) => hint ?? '');
}

describe('a table that goes on beyond its rows', () => {
  it.each(['size', 'size(102)', 'size(household.rooms)', 'size(household.children)', 'size(household.pets)'])(
    'may be read as %s',
    (formula) => {
      expect(found(formula)).toEqual([]);
    },
  );

  it('is not looked up with what may lie further than its rows are written out', () => {
    expect(found('size(103)')).toEqual(['Ask for 102 at most, or write more rows.']);
    expect(found('size(household.trees)')).toEqual([
      'Give household.trees a range that ends at 102 or below, or write more rows.',
    ]);
    expect(found('size(household.more)')).toHaveLength(1);
    expect(found('size(household.trees)', '5')).toHaveLength(1);
  });

  it('that repeats its last row may be looked up with anything', () => {
    expect(found('size(household.trees)', 'same')).toEqual([]);
  });
});
