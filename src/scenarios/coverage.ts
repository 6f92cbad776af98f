import { safeAssess } from '../assessment/assess.js';
import type { Scenario } from '../language/linked.js';
import type { Pack } from '../model/pack.js';
import { casesOf } from './cases.js';
import { changedPack } from './changed-pack.js';
import { firedIds } from './fired.js';

/** Needs, adjustments, levers and notices that hold in no scenario, sorted. */
export function coverage(pack: Pack, scenarios: readonly Scenario[]): readonly string[] {
  const reached = new Set<string>();
  for (const scenario of scenarios) {
    const changed = changedPack(pack, scenario.parameters);
    for (const { household, month, policy } of casesOf(scenario)) {
      const result = safeAssess(changed, household, { ...month, policy, levers: 'alone', trace: 'full' });
      if (result.ok) for (const id of firedIds(changed.model, result.value)) reached.add(id);
    }
  }
  const { needs, adjustments, levers, notices } = pack.model;
  const ids = [needs, adjustments, levers, notices].flatMap((list) => list.map((one) => one.id));
  return [...new Set(ids)].filter((id) => !reached.has(id)).sort();
}
