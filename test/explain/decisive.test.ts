import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeAssess } from '../../src/assessment/assess.js';
import type { Assessment } from '../../src/assessment/document.js';
import { applyChanges } from '../../src/comparison/what-if/apply.js';
import type { Change as HouseholdChange } from '../../src/comparison/what-if/change.js';
import { why, whyNot, type Change } from '../../src/explain/index.js';
import { definitionIn } from '../../src/model/definitions-of.js';
import type { Fact } from '../../src/model/facts.js';
import { monthIndex } from '../../src/calendar/month.js';
import type { Pack } from '../../src/model/pack.js';
import type { ConditionNode } from '../../src/model/trace.js';
import { households } from '../../src/testing/index.js';
import { packOf } from '../fixtures/packs.js';
import { SEED } from '../fixtures/runs.js';

const HARBOUR = packOf('harbour');
const BE = packOf('be');

function full(pack: Pack, household: unknown, levers: 'none' | 'alone' = 'none'): Assessment | null {
  const result = safeAssess(pack, household, { trace: 'full', levers });
  return result.ok ? result.value : null;
}

/** Other values of a fact: all its words, and numbers small and large, so that some pass and some fail any test. */
function others(fact: Fact): readonly string[] {
  if (fact.type === 'yes-no') return ['yes', 'no'];
  if (fact.type === 'one-of') return fact.values.filter((value) => value !== 'unknown');
  if (fact.type === 'age') return ['1', '7', '13', '17', '18', '30', '66', '80'];
  const unit = fact.unit === null ? '' : ` ${fact.unit}`;
  return fact.type === 'amount' || fact.type === 'whole' ? ['0', '1', '3', '12', '400'].map((n) => n + unit) : [];
}

interface Turned {
  readonly decisive: boolean;
  readonly before: string;
  readonly after: string;
  readonly of: string;
}

/** Says each fact that an explanation reads otherwise, and tells what became of the conclusion where that test alone turned. */
function turnings(pack: Pack, before: Assessment, node: ConditionNode): readonly Turned[] {
  const root = why(pack, before, node.id, { derivation: 'none' }).roots[0];
  const person = root?.person ?? null;
  const decisive = new Set(root?.decisive.map((one) => `${one.name} ${one.test}`));
  return node.tests.flatMap((told, at) => {
    const fact = definitionIn(pack.model.facts, told.name, monthIndex(before.month)!);
    if (fact === undefined || fact.builtIn !== (fact.id === 'person.age') || told.holds === 'undecided') return [];
    for (const value of others(fact)) {
      const whose = fact.scope === 'person' ? person : null;
      const input = applyChanges(before.input!, [{ of: 'fact', fact, person: whose, value }]);
      const after = full(pack, input)?.trace?.nodes.find(({ id }) => id === node.id);
      if (after?.kind !== 'condition') continue;
      const alone = after.tests.every((one, i) =>
        i === at ? one.holds !== told.holds && one.holds !== 'undecided' : one.holds === node.tests[i]!.holds,
      );
      if (alone)
        return [
          {
            decisive: decisive.has(`${told.name} ${told.test}`),
            before: node.value,
            after: after.value,
            of: `${node.id}: ${told.name} ${told.test} by ${value}`,
          },
        ];
    }
    return [];
  });
}

describe.each([
  ['harbour', HARBOUR, 60, 6],
  ['be', BE, 10, 10],
] as const)('on random households of %s', (_, pack, runs, perHousehold) => {
  test('turning a test that decides turns the conclusion, and turning one that does not leaves it', () => {
    const seen = { decisive: 0, idle: 0 };
    fc.assert(
      fc.property(households(pack), fc.nat(), (household, from) => {
        const before = full(pack, household);
        const conditions = (before?.trace?.nodes ?? []).filter(
          (node): node is ConditionNode => node.kind === 'condition' && node.value !== 'undecided',
        );
        for (let i = 0; i < Math.min(perHousehold, conditions.length); i++) {
          const node = conditions[(from + i * 7) % conditions.length]!;
          for (const one of turnings(pack, before!, node)) {
            seen[one.decisive ? 'decisive' : 'idle']++;
            expect([one.of, one.after === one.before]).toEqual([one.of, !one.decisive]);
          }
        }
      }),
      { seed: SEED, numRuns: runs },
    );
    expect(seen.decisive).toBeGreaterThan(15);
  }, 120_000);

  test.each([
    ['a condition', 'none', /^when\//, 'yes'],
    ['a lever', 'alone', /^lever\//, 'may'],
  ] as const)(
    'each single change of why-not makes %s apply',
    (_kind, levers, ids, holds) => {
      let told = 0;
      fc.assert(
        fc.property(households(pack), fc.nat(), (household, from) => {
          const before = full(pack, household, levers);
          const against = (before?.trace?.nodes ?? []).filter((node) => ids.test(node.id) && node.value !== holds);
          for (let i = 0; i < Math.min(levers === 'none' ? 5 : 15, against.length); i++) {
            const node = against[(from + i * 5) % against.length]!;
            for (const change of whyNot(pack, before!, node.id).roots[0]!.changes) {
              const { name, to } = change;
              const after = full(pack, applyChanges(before!.input!, [changeSaid(pack, before!, change)]), levers);
              told++;
              const turned = after?.trace?.nodes.find(({ id }) => id === node.id)?.value;
              expect([node.id, name, to, turned]).toEqual([node.id, name, to, holds]);
              expect(after?.balance.amount).toBe(change.balance);
            }
          }
        }),
        { seed: SEED, numRuns: runs },
      );
      expect(told).toBeGreaterThan(levers === 'none' ? 5 : 2);
    },
    120_000,
  );
});

/** A change that an answer tells, as the household's file would say it. */
function changeSaid(pack: Pack, { month }: Assessment, { name, person, to }: Change): HouseholdChange {
  const fact = definitionIn(pack.model.facts, name, monthIndex(month)!);
  const said = to.replace(/ years$/, '');
  if (fact === undefined) return { of: 'income', kind: name.split('.').slice(2).join('.'), person, value: said };
  return { of: 'fact', fact, person, value: fact.type === 'date' ? `${said}-01` : said };
}
