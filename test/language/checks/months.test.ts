import { expect, it } from 'vitest';
import { loadPack } from '../../../src/language/load.js';
import { tinyFiles } from '../tiny-pack.js';

const CODES = ['month-without-value', 'series-starts-later'];

/** `message | hint | captions` of what is found about months without a value. The pack covers 2024 and 2025. */
function found(yaml: string): string[] {
  const result = loadPack(tinyFiles(`source: s\n${yaml}`), { pack: 'x' });
  return (result.ok ? result.warnings : result.errors)
    .filter(({ code }) => CODES.includes(code))
    .map(({ message, hint, places }) => [message, hint, ...places.flatMap(({ caption }) => caption ?? [])].join(' | '));
}

const need = (amount: string, more = ''): string =>
  `needs: { food.x: { for: household, pays: living, index: none, ${more}amount: ${amount}, label: X } }\n`;
const fee = (from: string, more = ''): string =>
  `parameters: { fee: { ${more}unit: EUR/month, values: { ${from}: 3 }, label: F } }\n`;

it('says from when to when a parameter is missing, and who reads it then', () => {
  expect(found(fee('2024-06') + need('fee'))).toEqual([
    '"fee" has no value from 2024-01 to 2024-05, and "food.x" reads it then' +
      ' | Add a value for 2024-01 or earlier, or say with `valid: 2024-06..` that it does not exist before.' +
      ' | the first value is of 2024-06 | "food.x" reads it',
  ]);
  expect(found(fee('2024-02') + need('fee'))[0]).toMatch(/^"fee" has no value in 2024-01, and/);
});

it('says the same of an edition of a table', () => {
  const table =
    'tables: { t: { unit: EUR/month, by: [person.age], label: T, editions: { 2024-03: { rows: [[any, 3]] } } } }\n';
  const [first] = found(table + need('t', 'presence: full, ').replace('for: household', 'for: person'));
  expect(first).toMatch(
    /^"t" has no value from 2024-01 to 2024-02, and "food.x" reads it then \| Add an edition for 2024-01/,
  );
});

it.each([
  ['that is read from its first month on alone', fee('2024-06') + need('fee', 'valid: 2024-06.., ')],
  ['that is read as of a month', fee('2024-06') + need('at(2024-06; fee)')],
  ['from before the pack', fee('2023-06') + need('fee')],
  ['that is not there before', fee('2024-06', 'valid: 2024-06.., ') + need('fee', 'valid: 2024-06.., ')],
])('says nothing of a value %s', (_, yaml) => {
  expect(found(yaml)).toEqual([]);
});

it('counts the months in which the reader is there', () => {
  expect(found(fee('2025-06') + need('fee', 'valid: 2024-06..2025-04, '))[0]).toMatch(
    /^"fee" has no value from 2024-06 to 2025-04,/,
  );
});

const cpi = 'series: { cpi: { base: 100, months: { 2024-03: 100, 2024-04: 101 }, label: C } }\n';

it('says of an index when it begins, and of a price that is older than it', () => {
  const indexed = (priced: string): string =>
    cpi +
    `needs: { food.x: { for: household, pays: living, index: cpi, priced: ${priced}, amount: 3 EUR/month, label: X } }\n`;
  const [missing, older, ...others] = found(indexed('2024-02'));
  expect(missing).toMatch(
    /^"cpi" has no value from 2024-01 to 2024-02, and "food.x" reads it then \| Add a month for 2024-01/,
  );
  expect(older).toMatch(/^the price is of 2024-02, and series "cpi" starts only in 2024-03 \| Add earlier months/);
  expect(others).toEqual([]);
  expect(found(indexed('2024-03'))).toHaveLength(1);
  expect(found(cpi + need('3 EUR/month * cpi / 100'))[0]).toMatch(/^"cpi" has no value from 2024-01 to 2024-02,/);
});
