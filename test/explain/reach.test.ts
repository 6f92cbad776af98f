import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeAssess } from '../../src/assessment/assess.js';
import { tryHousehold } from '../../src/assessment/try-household.js';
import { applyChanges } from '../../src/comparison/what-if/apply.js';
import { candidatesFor } from '../../src/explain/argument/changes/candidates.js';
import { mayTurn } from '../../src/explain/argument/changes/reach.js';
import { contextOf } from '../../src/explain/argument/context.js';
import { testsOf } from '../../src/explain/argument/trace-index.js';
import { writtenConditions } from '../../src/explain/argument/written-tests.js';
import { households } from '../../src/testing/index.js';
import { packOf } from '../fixtures/packs.js';
import { SEED } from '../fixtures/runs.js';

describe('a change that is not tried', () => {
  test.each([
    ['harbour', 60],
    ['be', 12],
  ] as const)('would have turned no condition and no lever of %s', (id, runs) => {
    const pack = packOf(id);
    const seen = { spared: 0, tried: 0 };
    fc.assert(
      fc.property(households(pack), fc.nat(), (household, from) => {
        const before = safeAssess(pack, household, { trace: 'full', levers: 'alone' });
        if (!before.ok) return;
        const context = contextOf(pack, before.value);
        const run = { month: context.month, policy: null };
        const nodes = (before.value.trace?.nodes ?? []).filter(
          (node) =>
            (node.kind === 'condition' && node.value === 'no') || (node.kind === 'lever' && node.value === 'no'),
        );
        for (let i = 0; i < Math.min(4, nodes.length); i++) {
          const node = nodes[(from + i * 7) % nodes.length]!;
          const [condition, ...more] = writtenConditions(pack, node, context.month);
          if (condition === undefined || more.length > 0) continue;
          for (const { change } of candidatesFor(context, node, true)) {
            if (mayTurn(pack.model, condition, testsOf(node), change)) seen.tried++;
            else {
              seen.spared++;
              const after = tryHousehold(pack, applyChanges(before.value.input!, [change]), run, [node.id]);
              expect([node.id, change, after?.values[0]]).not.toEqual([node.id, change, 'yes']);
              expect([node.id, change, after?.values[0]]).not.toEqual([node.id, change, 'may']);
            }
          }
        }
      }),
      { seed: SEED, numRuns: runs },
    );
    expect(seen.tried).toBeGreaterThan(5);
    expect(seen.spared).toBeGreaterThan(5);
  });
});
