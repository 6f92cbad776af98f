import { later } from '../machine/later.js';
import type { LeverNode } from '../../model/trace.js';
import { stateAt } from '../blocks/levers.js';
import { namesOfCondition } from '../formulas/refs.js';
import { idsOf, linksOf, nameAll } from './links.js';
import { always, KINDS, nothing, type TracePlan } from './entry.js';
import { addEntry } from './planned.js';
import { testsTold, toldCondition } from './tests.js';

/** Levers: a node a member, or one for the household; tests of `has`, then of `when`. */
export function planLevers(plan: TracePlan): void {
  plan.program.levers.forEach((slots, i) => {
    const { lever, rows } = slots;
    const conditions = [lever.has, lever.when].filter((one) => one !== null);
    const told = later(() => conditions.map((condition) => toldCondition(plan.program, condition, rows)));
    const links = later(() =>
      linksOf(
        plan,
        conditions.flatMap((condition) => namesOfCondition(condition)),
      ),
    );
    addEntry(plan, `lever/${lever.id}{at}`, {
      kind: KINDS.lever,
      order: [i],
      rows,
      slots: [],
      uses: nothing,
      names: (reading, row) => nameAll(reading, links(), rows, row),
      node: (reading, row, id): LeverNode => ({
        id,
        kind: 'lever',
        value: stateAt(reading.batch, slots, row),
        tests: told().flatMap((one) => testsTold(reading.batch, one, row)),
        in: idsOf(reading, links(), rows, row),
      }),
      exists: always,
      root: (batch, row, { levers }) => levers && (rows === 'household' || batch.isMember[row] === 1),
    });
  });
}
