import { expect, test } from 'vitest';
import { budgetSources } from '../../src/provenance/budget.js';
import { distinctRows } from '../../src/provenance/rows.js';
import { assessment as anna, pack as isle } from '../fixtures/isle.js';

const sources = budgetSources(isle, anna);

test('every line of the budget is told, with the weakest status of its numbers', () => {
  expect(sources.lines.map(({ id, status }) => [id, status.need])).toEqual(
    anna.needs.lines.map((line) => [line.id, line.status.need]),
  );
});

test('a line names the sources of the numbers it was computed from, none that only decided', () => {
  const daily = sources.lines.find(({ id }) => id === 'food.daily@tom');
  expect(daily?.sources).toMatchInlineSnapshot(`
    [
      "survey",
    ]
  `);
  const known = new Set(isle.model.sources.map(({ id }) => id));
  expect(sources.lines.flatMap((line) => line.sources).filter((id) => !known.has(id))).toEqual([]);
});

test('a source touches the references of its lines, the largest first', () => {
  const cents = (text: string): number => Math.round(Number(text) * 100);
  for (const { touches, lines } of sources.sources) {
    const sum = anna.needs.lines
      .filter(({ id }) => lines.includes(id))
      .reduce((all, one) => all + cents(one.reference), 0);
    expect(cents(touches)).toBe(sum);
  }
  const amounts = sources.sources.map(({ touches }) => cents(touches));
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
});

test('equal prices count once', () => {
  const twice = { ...isle.model, needs: [...isle.model.needs, ...isle.model.needs] };
  expect(distinctRows(twice)).toEqual(distinctRows(isle.model));
  expect(distinctRows({ ...isle.model, needs: [] })).toEqual({ items: 0, tariffs: 0 });
});
