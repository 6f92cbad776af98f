import { expect, test } from 'vitest';
import { bandMeant } from '../../../src/language/values/band-meant.js';

test.each([
  ['<18', '..17', '..<18'],
  ['<= 18', '..18', '{ to: 18 }'],
  ['≥18', '18..', '18..'],
  ['> 18', '19..', '{ above: 18 }'],
  ['18+', '18..', '18..'],
  ['6-12', '6..12', '6..<12'],
  ['6 to 12', '6..12', '6..<12'],
])('%s is told as a band of whole numbers and one of amounts', (written, whole, amounts) => {
  expect(bandMeant(written, 'whole')).toBe(`Write ${whole}.`);
  expect(bandMeant(written, 'amounts')).toBe(`Write ${amounts}.`);
});

test('what is no band in any hand gives no hint', () => {
  for (const text of ['young', '6-', '-6', '2024-06', '6-12-18', '<x']) expect(bandMeant(text, 'whole')).toBeNull();
});
