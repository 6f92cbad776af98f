import { describe, expect, test } from 'vitest';
import { isoDate, monthName } from '../../src/explain/words/dates.js';
import { moneyText, numberText, percentText, ratio } from '../../src/explain/words/numbers.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('numbers in words', () => {
  test('money is exact, with the places it is written with', () => {
    expect(plain(moneyText('fr', 'EUR', '1063.95'))).toBe('1 063,95 €');
    expect(plain(moneyText('nl', 'EUR', '-182.34'))).toBe('€ −182,34');
    expect(plain(moneyText('de', 'EUR', '123456789012.34'))).toBe('123.456.789.012,34 €');
    expect(plain(moneyText('en', 'SEK', '2060'))).toBe('SEK 2,060');
    expect(plain(moneyText('en', 'EUR', '70.67', true))).toBe('+€70.67');
    expect(plain(moneyText('en', 'EUR', '0.00', true))).toBe('€0.00');
  });

  test('a number longer than a double keeps all its digits', () => {
    expect(numberText('en', '0.12345678901234567891')).toBe('0.12345678901234567891');
    expect(numberText('en', '6.90')).toBe('6.90');
    expect(numberText('en', '1.689319670800874675413421', 4)).toBe('1.6893');
  });

  test('shares have at most one decimal, and a share of nothing is nothing', () => {
    expect(plain(percentText('fr', ratio('1.69', '1063.95')))).toBe('0,2 %');
    expect(ratio('0.00', '0.00')).toBe('0');
  });

  test('months and days have names', () => {
    expect(monthName('fr', '2024-08')).toBe('août 2024');
    expect(monthName('de', '2024-03')).toBe('März 2024');
    expect(isoDate('nl', '2017-03-02')).toBe('2 maart 2017');
    expect(isoDate('en', '2017-03-02')).toBe('2 March 2017');
  });
});
