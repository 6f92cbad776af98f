import { safeAssess } from '../../assessment/assess.js';
import type { Assessment } from '../../assessment/document.js';
import { monthIndex } from '../../calendar/month.js';
import type { Scenario } from '../../language/linked.js';
import type { Pack } from '../../model/pack.js';
import { casesOf } from '../cases.js';
import { changedPack } from '../changed-pack.js';
import { formulaNodes } from '../values.js';
import { point } from './point.js';
import { pointsOf } from './points.js';
import { reachedBy } from './reached.js';

/** How much of a pack its scenarios reach. */
export interface Coverage {
  /** Definitions, answers of conditions, cases, items and rows that there are. */
  readonly points: number;
  /** Those that no scenario reaches, in the order of the model. */
  readonly missing: readonly string[];
}

/** Runs every household and every formula of the scenarios with a full trace and collects what they reach. */
export async function coverage(pack: Pack, scenarios: readonly Scenario[]): Promise<Coverage> {
  const reached = new Set<string>();
  const add = (names: readonly string[]): void => names.forEach((name) => reached.add(name));
  for (const scenario of scenarios) {
    const changed = changedPack(pack, scenario.parameters);
    for (const { household, month, policy } of casesOf(scenario)) {
      const result = safeAssess(changed, household, { ...month, policy, levers: 'alone', trace: 'full' });
      if (result.ok) add(documentPoints(changed, result.value));
    }
    for (const { month, nodes } of await formulaNodes(changed.model, scenario)) add(reachedBy(changed, month, nodes));
  }
  const points = pointsOf(pack);
  return { points: points.length, missing: points.filter((name) => !reached.has(name)) };
}

/** A need or an item without condition is reached by the line it makes; a policy by being chosen. */
function documentPoints(pack: Pack, assessment: Assessment): readonly string[] {
  const { model } = pack;
  const { policy, needs, trace } = assessment;
  return [
    ...(policy === null ? [] : [point.used(`policy ${policy.id}`)]),
    ...needs.lines.flatMap(({ id, items }) => {
      const name = id.replace(/@.*$/, '');
      return [point.used(name), ...(items ?? []).map((item) => point.used(`${name}/${item.id}`))];
    }),
    ...model.adjustments.filter(({ when }) => when === null).map(({ id }) => point.used(id)),
    ...model.policies
      .filter(({ id }) => id === policy?.id)
      .flatMap(({ id, adjustments }) => adjustments.map((one) => point.used(`${id}/${one.id}`))),
    ...reachedBy(pack, monthIndex(assessment.month) ?? 0, trace?.nodes ?? []),
  ];
}
