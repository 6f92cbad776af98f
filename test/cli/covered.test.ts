import { expect, test } from 'vitest';
import { covered } from '../../src/cli/covered.js';

test('says in one line that everything is reached', () => {
  expect(covered({ points: 2392, missing: [] })).toBe('  coverage: all 2392 are reached by a scenario\n');
});

test('names each definition once, with its rows as spans and its other parts', () => {
  const rows = [1, 2, 3, 5].map((row) => `bus.pass from 2021-02: row ${row}`);
  const missing = [...rows, 'bus.pass from 2021-02: beyond its rows', 'food.diet: holds', 'policy town'];
  expect(covered({ points: 1000, missing })).toBe(
    `  coverage: 993 of 1000 are reached by a scenario (99.3 %). Not reached:
    bus.pass from 2021-02: rows 1-3, 5, beyond its rows
    food.diet: holds
    policy town
`,
  );
});

test('stays within 80 columns', () => {
  const missing = Array.from({ length: 40 }, (_, i) => `a.very-long-name-of-a-table from 2022-01: row ${2 * i + 1}`);
  const lines = covered({ points: 100000, missing }).split('\n');
  expect(lines.length).toBeGreaterThan(3);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});
