import { describe, expect, test } from 'vitest';
import type { Ref } from '../../src/model/expression.js';
import type { Row, Table } from '../../src/model/numbers.js';
import { packOf } from '../fixtures/packs.js';

/** A key that no row foresees must never cost nothing in silence. */
const { model } = packOf('be');

const wordsOf = (ref: Ref): readonly string[] => {
  const known = ref.of === 'fact' ? model.facts : ref.of === 'derived' ? model.derived : [];
  return known.find((one) => 'id' in ref && one.id === ref.id)?.values ?? [];
};

/** Nothing, or a guard: no value that somebody chose for whatever is left. */
const givesNothing = ({ results }: Row): boolean =>
  results.every((result) => result === null || (result.kind === 'number' && Number(result.value) === 0));

/** Words of a key that only a row for `any` catches, which gives nothing. */
function forgotten({ id, by, editions }: Table): readonly string[] {
  return editions.flatMap(({ rows }) =>
    by.flatMap((ref, key) => {
      const cells = rows.map((row) => row.cells[key]);
      const named = new Set(cells.flatMap((cell) => (cell?.kind === 'one-of' ? cell.values : [])));
      const caught = rows.some((row) => row.cells[key]?.kind === 'any' && givesNothing(row));
      if (named.size === 0 || !caught) return [];
      return wordsOf(ref).flatMap((word) => (named.has(word) ? [] : [`${id}: ${word}`]));
    }),
  );
}

describe('a Belgian table', () => {
  test('adds up no rows, for then a key without row would give 0', () => {
    expect(model.tables.filter(({ hit }) => hit === 'sum').map(({ id }) => id)).toEqual([]);
  });

  test('names each word of its keys for which it gives nothing', () => {
    expect([...new Set(model.tables.flatMap(forgotten))]).toEqual([]);
  });
});
