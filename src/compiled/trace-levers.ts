import type { LeverNode } from '../model/trace.js';
import { stateAt } from './levers.js';
import { namesOfCondition } from './refs.js';
import { addEntry, always, follow, idOf, idsOf, KINDS, linksOf, type TracePlan } from './trace-plan.js';
import { testsTold, toldCondition } from './trace-tests.js';

/** Levers: a node a member, or one for the household; tests of `has`, then of `when`. */
export function planLevers(plan: TracePlan): void {
  plan.program.levers.forEach((slots, i) => {
    const { lever, rows } = slots;
    const key = `lever/${lever.id}{at}`;
    const conditions = [lever.has, lever.when].filter((one) => one !== null);
    addEntry(plan, key, () => {
      const told = conditions.map((condition) => toldCondition(plan.program, condition, rows));
      const links = linksOf(
        plan,
        conditions.flatMap((condition) => namesOfCondition(condition)),
      );
      return {
        rows,
        order: [KINDS.lever, i],
        links: (reading, row, visit) => follow(reading, links, rows, row, visit),
        node: (reading, row): LeverNode => ({
          id: idOf(reading, plan.byKey.get(key)!, row),
          kind: 'lever',
          value: stateAt(reading.batch, slots, row),
          tests: told.flatMap((one) => testsTold(reading.batch, one, row)),
          in: idsOf(reading, links, rows, row),
        }),
        exists: always,
        root: ({ batch, levers }, row) => levers && (rows === 'household' || batch.isMember[row] === 1),
      };
    });
  });
}
