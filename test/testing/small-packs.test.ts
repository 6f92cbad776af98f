import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/language/load.js';
import type { HouseholdInput } from '../../src/household/household-input.js';
import type { Pack } from '../../src/model/pack.js';
import { households, laws } from '../../src/testing/index.js';

const HEAD = `
pack: { id: islet, version: 1.0.0, language: 1, currency: EUR, per: month, languages: [en], covers: 2024-01..2024-12,
        baskets: [food], rounding: { lines: 0.01 }, calendar: { weeks: 52, days: 365 } }
texts: { food: { label: Food } }
`;
const NEED = `needs: { food.daily: { for: person, pays: living, presence: full, index: none, status: official, amount: 100 EUR/month, label: Food } }\n`;
const FACT = `facts: { household.pets: { type: yes-no, assume: no, ask: Are there pets } }\n`;

function packOf(text: string): Pack<HouseholdInput> {
  const [head, words] = HEAD.split('texts:');
  const files = [
    { file: 'rules/islet/pack.yaml', text: `${head ?? ''}${text}` },
    { file: 'rules/islet/texts/en.yaml', text: `texts:${words ?? ''}` },
  ];
  const loaded = loadPack(files);
  if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
  return loaded.value as Pack<HouseholdInput>;
}

const failed = (error: unknown): string => (error instanceof Error ? error.message : '');

describe('a pack with hardly anything in it', () => {
  test.each([
    ['needs alone', NEED],
    ['a fact alone', FACT],
    ['nothing at all', ''],
  ])('that has %s has households, and keeps every law', async (_, text) => {
    const pack = packOf(text);
    expect(fc.sample(households(pack), { seed: 1, numRuns: 5 })).toHaveLength(5);
    for (const law of laws(pack)) {
      const result = await fc.check(law.property as fc.IAsyncProperty<unknown[]>, { seed: 1, numRuns: 5 });
      expect({ law: law.id, why: failed(result.errorInstance) }).toEqual({ law: law.id, why: '' });
    }
  });
});
