import { expect, test } from 'vitest';
import { dateParts, monthIndex, monthText } from '../../src/calendar/month.js';

test('a month and its index are the same thing', () => {
  for (const text of ['1999-12', '2000-01', '2024-06', '2026-12'] as const)
    expect(monthText(monthIndex(text)!)).toBe(text);
  expect(monthIndex('2024-02')! - monthIndex('2023-12')!).toBe(2);
});

test('what is no month has no index', () => {
  expect(['2024-13', '2024-00', '2024-6', '24-06', '2024-06-01', ''].map(monthIndex)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a date is a day that exists', () => {
  const two = (n: number): string => String(n).padStart(2, '0');
  for (const year of [1900, 2000, 2023, 2024])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${two(month)}-${two(day)}`;
        const same = new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(text);
        expect(dateParts(text), text).toEqual(same ? { year, month, day } : null);
      }
  expect(['2024-1-1', '2024-01-011', '24-01-01'].map(dateParts)).toEqual([null, null, null]);
});
