import { expect, test } from 'vitest';
import { roomBetween } from '../../../../src/explain/report/svg/frame.js';

test('lines keep out of a short label of wide letters too: it takes more room than as many narrow ones', () => {
  const { left } = roomBetween(0, 'Wohnen', '1.000,00 €');
  expect(left).toBeGreaterThan(roomBetween(0, 'litter', '1.000,00 €').left);
  // as Chromium draws it, 49 wide, with some air beside it
  expect(left).toBeGreaterThanOrEqual(54);
});
