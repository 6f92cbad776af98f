import type { Condition } from '../../model/condition.js';
import type { Derived } from '../../model/facts.js';
import type { Need } from '../../model/needs.js';
import type { Pack } from '../../model/pack.js';
import { nameOfDefinition, point } from './point.js';
import { rowPoints } from './rows.js';

/** Everything of a pack that a scenario can reach: each definition, both answers of a condition, each case, item and row. */
export function pointsOf(pack: Pick<Pack, 'model' | 'places'>): readonly string[] {
  const { model } = pack;
  return [
    ...model.derived.flatMap((one) => rulePoints(one, nameOfDefinition(one, model.derived))),
    ...model.parameters.map((one) => point.used(nameOfDefinition(one, model.parameters))),
    ...model.tables.flatMap((one) => rowPoints(pack, one)),
    ...model.needs.flatMap((one) => needPoints(one, nameOfDefinition(one, model.needs))),
    ...model.adjustments.flatMap((one) => conditionPoints(nameOfDefinition(one, model.adjustments), one.when)),
    ...model.bills.map(({ id }) => point.used(`bill ${id}`)),
    ...model.incomes.map(({ id }) => point.used(`income ${id}`)),
    ...model.levers.flatMap((one) => {
      const name = nameOfDefinition(one, model.levers);
      return [point.fires(name), point.rests(name)];
    }),
    ...model.policies.flatMap((policy) => [
      point.used(`policy ${policy.id}`),
      ...policy.adjustments.flatMap((one) => conditionPoints(`${policy.id}/${one.id}`, one.when)),
    ]),
    ...model.notices.flatMap((one) => conditionPoints(nameOfDefinition(one, model.notices), one.when)),
  ];
}

function rulePoints({ rule }: Derived, name: string): readonly string[] {
  if (rule.kind === 'condition') return conditionPoints(name, rule.when);
  if (rule.kind !== 'value' || rule.value.kind !== 'cases') return [point.used(name)];
  const { cases } = rule.value;
  return [...cases.map((_, i) => i), cases.length].map((i) => point.chosen(name, i, cases.length));
}

function conditionPoints(name: string, when: Condition | null): readonly string[] {
  return when === null ? [point.used(name)] : [point.holds(name), point.fails(name)];
}

function needPoints({ when, items }: Need, name: string): readonly string[] {
  return [
    ...conditionPoints(name, when),
    ...(items ?? []).flatMap((item) => conditionPoints(`${name}/${item.id}`, item.when)),
  ];
}
