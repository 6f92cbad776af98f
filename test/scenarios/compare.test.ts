import { describe, expect, test } from 'vitest';
import { matches } from '../../src/scenarios/compare.js';

describe('an expectation', () => {
  test('compares numbers by value, not by spelling', () => {
    expect(matches('1450.10', { text: '1450.1' }, null, null)).toBe(true);
    expect(matches('50%', { text: '0.5' }, null, null)).toBe(true);
    expect(matches('1450.10', { text: '1450.11' }, null, null)).toBe(false);
  });

  test('compares an age in years or in months', () => {
    const age = { text: '7 years', also: ['90 months'] };
    expect(matches('7', age, null, null)).toBe(true);
    expect(matches('7 years', age, null, null)).toBe(true);
    expect(matches('90 months', age, null, null)).toBe(true);
    expect(matches('7 months', age, null, null)).toBe(false);
  });

  test('does not take one unit for another', () => {
    expect(matches('600 EUR/month', { text: '600 EUR/year' }, null, null)).toBe(false);
  });

  test('takes a published figure within its tolerance, both ends in', () => {
    expect(matches('191', { text: '192.00' }, '1', null)).toBe(true);
    expect(matches('191', { text: '192.01' }, '1', null)).toBe(false);
  });

  test('with a known difference passes only if the difference is exactly that', () => {
    expect(matches('190.00', { text: '191.10' }, null, '1.10')).toBe(true);
    expect(matches('190.00', { text: '190.00' }, null, '1.10')).toBe(false);
    expect(matches('190.00', { text: '188.90' }, null, '1.10')).toBe(false);
    expect(matches('190.00', { text: '188.90' }, null, '-1.10')).toBe(true);
  });

  test('compares words as words, and nothing said with unknown', () => {
    expect(matches('single', { text: 'single' }, null, null)).toBe(true);
    expect(matches('single', { text: 'family' }, null, null)).toBe(false);
    expect(matches('unknown', { text: null }, null, null)).toBe(true);
    expect(matches('no', { text: null }, null, null)).toBe(false);
  });
});
