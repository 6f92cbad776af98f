import { describe, expect, test } from 'vitest';
import { Exact } from '../../../src/decimal/exact.js';
import { savingPlan } from '../../../src/explain/report/saving-plan.js';
import { example } from './examples.js';

const sum = (amounts: readonly string[]): string =>
  amounts.reduce((total, one) => total.add(one), new Exact(0)).toFixed(2);

describe.each(['lone-parent-wallonia', 'retired-owners-flanders', 'jobseeker-brussels'])(
  'the saving plan of %s',
  (name) => {
    const assessment = example(name);
    const plan = savingPlan(assessment);

    test('comes to what the budget puts aside', () => {
      expect(plan.month).toBe(assessment.needs.groups.reserve.need);
      expect(sum(plan.horizons.map(({ month }) => month))).toBe(plan.month);
    });

    test('puts each purchase where its time lies, and pays for it in that time', () => {
      let least = 0;
      for (const { months, purchases } of plan.horizons) {
        for (const { every, cost, month, timesAYear } of purchases) {
          expect(every).toBeGreaterThan(least);
          if (months !== null) expect(every).toBeLessThanOrEqual(months);
          // Both are rounded to the cent: the month by half a cent, times the months between two purchases.
          const saved = new Exact(month).mul(every).div(timesAYear ?? 1);
          expect(saved.sub(cost).abs().toNumber()).toBeLessThanOrEqual(0.005 * every + 0.005);
        }
        least = months ?? least;
      }
    });

    test('gives each line no more than its items have', () => {
      for (const line of assessment.needs.lines) {
        const inLine = plan.horizons.flatMap(({ purchases }) => purchases).filter((one) => one.line.id === line.id);
        if (inLine.length === 0) continue;
        const difference = new Exact(sum(inLine.map(({ month }) => month))).sub(line.need).abs().toNumber();
        expect(difference).toBeLessThanOrEqual(0.005 * inLine.length + 1e-9);
      }
    });
  },
);
