import { Engine } from 'json-rules-engine';
import { monthText } from '../src/calendar/month.js';
import type { Household } from '../src/household/household.js';
import type { Pack } from '../src/model/pack.js';
import { toJsonRulesEngine } from '../src/verify/index.js';

/**
 * Stock json-rules-engine on the same conditions, matching only: one Engine holds them for all members of the household,
 * one `run()` decides them, its facts are given (no budget is computed).
 */
export function stockEngine(pack: Pack, household: Household): { conditions: number; run: () => Promise<unknown> } {
  const exported = toJsonRulesEngine(pack, monthText(household.month));
  const engine = new Engine([], { allowUndefinedFacts: true });
  const facts: Record<string, unknown> = {};
  let conditions = 0;
  const add = (rule: (typeof exported.person)[number], member: string | null): void => {
    if (rule.event.type !== 'yes') return;
    const conditionsText = JSON.stringify(rule.conditions, (key, value: unknown) =>
      key === 'fact' && typeof value === 'string' && value.startsWith('person.') && member !== null
        ? `${value}@${member}`
        : value,
    );
    engine.addRule({ conditions: JSON.parse(conditionsText) as never, event: rule.event, priority: rule.priority });
    conditions++;
  };
  for (const rule of exported.household) add(rule, null);
  for (let i = 0; i < household.members; i++) {
    const { id, age, facts: said } = household.persons[i]!;
    for (const rule of exported.person) add(rule, id);
    for (const fact of exported.facts) {
      if (fact === 'person.age') facts[`${fact}@${id}`] = 'years' in age ? age.years * 12 + 6 : 400;
      else if (fact.startsWith('person.age')) facts[`${fact}@${id}`] = 'years' in age ? age.years : 33;
      else if (fact.startsWith('person.')) facts[`${fact}@${id}`] = said[fact] ?? null;
    }
  }
  for (const fact of exported.facts) if (!fact.startsWith('person.')) facts[fact] = household.facts[fact] ?? null;
  return { conditions, run: () => engine.run(facts) };
}
