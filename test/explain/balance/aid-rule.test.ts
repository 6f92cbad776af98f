import { expect, test } from 'vitest';
import { assess } from '../../../src/assessment/assess.js';
import { aidRuleSentences } from '../../../src/explain/balance/aid-rule.js';
import { voiceOf } from '../../../src/explain/words/voice.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import type { Pack } from '../../../src/model/pack.js';
import { tiny } from '../../reference/tiny.js';

/** What is said of a policy's formula where 50 a month are missing. */
function said(aid: string): readonly string[] {
  const pack = tiny(`
needs: { food.a: { for: person, pays: living, amount: 50 EUR/month, label: Food } }
policies: { town: { label: Town, aid: ${aid} } }
`) as Pack<HouseholdInput>;
  const household: HouseholdInput = { persons: [{ id: 'a', role: 'head', age: 40 }], incomes: [] };
  const document = assess(pack, household, { month: '2024-07', policy: 'town', levers: 'none', trace: 'full' });
  return aidRuleSentences(voiceOf(pack, 'en', '2024-07'), document);
}

test('the part of the formula that counted is told, beside the others', () => {
  expect(said('{ pays: "min(gap * 80%; 45 EUR/month)" }')).toEqual([
    'This is 80% of the gap. The other limit of the rule is higher: €45.00.',
  ]);
});

test('that no more than the gap is paid is told where the formula gives more, and only there', () => {
  const bound = 'The rule allows more, but never more than the gap is paid.';
  expect(said('{ pays: "60 EUR/month" }')).toContain(bound);
  expect(said('{ pays: "40 EUR/month" }')).not.toContain(bound);
});

test('the least that is paid is told where less than it would be paid, and only there', () => {
  const least = 'Less than €30.00 is not paid.';
  expect(said('{ pays: gap * 50%, minimum: 30 EUR/month }')).toContain(least);
  expect(said('{ pays: gap * 80%, minimum: 30 EUR/month }')).not.toContain(least);
});
