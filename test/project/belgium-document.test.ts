import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { distances } from '../../scripts/belgium/distance.js';
import { documentText } from '../../scripts/belgium/document.js';
import { FETCH, otherAssumed } from '../../scripts/belgium/fetch.js';
import { fittedFactors } from '../../scripts/belgium/fit.js';
import { needRows } from '../../scripts/belgium/needs.js';
import { packOf } from '../../scripts/belgium/study.js';

const raw = packOf('be');
const calibrated = packOf('be-calibrated');
const factors = fittedFactors(raw);

test('docs/belgium.md is what the pack says; `npm run belgium` writes it anew', () => {
  expect(readFileSync('docs/belgium.md', 'utf8')).toBe(documentText(raw, distances(raw, calibrated), factors));
});

test('the calibration has one factor a basket, as searched, between 0.80 and 1.25, on lines tagged as assumed only', () => {
  const own = calibrated.model.adjustments.filter(({ id }) => id.startsWith('calibration.'));
  expect(own.map(({ id }) => id)).toEqual([...factors.keys()].map((basket) => `calibration.${basket}`));
  const assumed = raw.model.needs.filter(({ tags }) => tags.includes('assumed'));
  for (const { id, on, effects } of own) {
    const basket = id.replace('calibration.', '');
    const factor = factors.get(basket) ?? 0;
    expect(factor).toBeGreaterThanOrEqual(0.8);
    expect(factor).toBeLessThanOrEqual(1.25);
    expect(effects).toHaveLength(1);
    expect(JSON.stringify(effects[0])).toContain(`"${factor}"`);
    expect([...on].sort()).toEqual(
      assumed
        .filter((need) => need.basket === basket)
        .map((need) => need.id)
        .sort(),
    );
  }
});

test('each assumed line says what would replace the guess, in a sentence of its own', () => {
  const needs = needRows(raw);
  const lines = [...needs.filter(({ assumed }) => assumed > 0).map(({ id }) => id), ...otherAssumed(raw, needs)];
  expect(lines.filter((id) => FETCH[id] === undefined)).toEqual([]);
  const sentences = Object.values(FETCH);
  expect(sentences.filter((one, i) => sentences.indexOf(one) !== i)).toEqual([]);
});

test('an amount that no shop sells is not to be fetched in a shop', () => {
  const amounts = needRows(raw).filter(({ assumed, guessed }) => assumed > 0 && guessed === 'the amount');
  expect(amounts.length).toBeGreaterThan(5);
  expect(
    amounts.filter(({ id }) => /shelf|\bshop|supermarket|\bchain/i.test(FETCH[id] ?? '')).map(({ id }) => id),
  ).toEqual([]);
});

test('what is to be fetched names needs of the pack', () => {
  const ids = new Set(raw.model.needs.map(({ id }) => id));
  expect(Object.keys(FETCH).filter((id) => !ids.has(id))).toEqual([]);
});
