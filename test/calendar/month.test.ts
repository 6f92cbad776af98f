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
  expect(dateParts('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 });
  expect(['2023-02-29', '2024-04-31', '2024-00-10', '1900-02-29', '2024-1-1'].map(dateParts)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(dateParts('2000-02-29')).not.toBeNull();
});
