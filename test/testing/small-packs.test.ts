import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HouseholdInput } from '../../src/household/household-input.js';
import type { Pack } from '../../src/model/pack.js';
import { households, laws } from '../../src/testing/index.js';
import { tiny } from '../reference/tiny.js';

const NEED = 'needs: { food.daily: { for: person, pays: living, amount: 100 EUR/month, label: Food } }';
const FACT = 'facts: { household.pets: { type: yes-no, assume: no, ask: Are there pets } }';

const failed = (error: unknown): string => (error instanceof Error ? error.message : '');

describe('a pack with hardly anything in it', () => {
  test.each([
    ['needs alone', NEED],
    ['a fact alone', FACT],
    ['nothing at all', ''],
  ])('that has %s has households, and keeps every law', async (_, text) => {
    const pack = tiny(text) as Pack<HouseholdInput>;
    expect(fc.sample(households(pack), { seed: 1, numRuns: 5 })).toHaveLength(5);
    for (const law of laws(pack)) {
      const result = await fc.check(law.property as fc.IAsyncProperty<unknown[]>, { seed: 1, numRuns: 5 });
      expect({ law: law.id, why: failed(result.errorInstance) }).toEqual({ law: law.id, why: '' });
    }
  });
});
