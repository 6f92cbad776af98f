import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeAssess, type Month } from '../../../src/index.js';
import { Exact } from '../../../src/decimal/exact.js';
import type { HouseholdInput } from '../../../src/household/household-input.js';
import { createDomains, type Domain } from '../../../src/language/checks/domains/domain.js';
import type { Domains } from '../../../src/language/checks/domains/domains.js';
import type { Interval } from '../../../src/language/checks/domains/interval.js';
import { loadPack } from '../../../src/language/load.js';
import type { Ref } from '../../../src/model/expression.js';
import type { Pack } from '../../../src/model/pack.js';
import type { TraceNode } from '../../../src/model/trace.js';
import { households } from '../../../src/testing/index.js';
import { generatedPack } from '../../agreement/generated-pack.js';
import { PACKS, packOf } from '../../fixtures/packs.js';
import { SEED } from '../../fixtures/runs.js';

/** What the checks think possible is why they keep silent of a gap in a table or a division by 0: it must hold of every value. */
describe('a name is never worth what the checks think impossible', () => {
  it.each(PACKS.map((id) => [id] as const))('on households of %s', (id) => {
    const pack = packOf(id);
    const domains = createDomains(pack.model);
    let looked = 0;
    for (const household of fc.sample(households(pack), { numRuns: 60, seed: SEED }))
      looked += lookAt(pack, household, domains);
    expect(looked).toBeGreaterThan(1_000);
  });

  it('on households of generated packs', () => {
    let looked = 0;
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const loaded = loadPack(generatedPack(seed), { pack: 'drawn' });
        if (!loaded.ok) throw new Error(loaded.errors.map(({ message }) => message).join('\n'));
        const pack = loaded.value as Pack<HouseholdInput>;
        const domains = createDomains(pack.model);
        for (const household of fc.sample(households(pack), { numRuns: 6, seed }))
          looked += lookAt(pack, household, domains);
      }),
      { numRuns: 60, seed: SEED },
    );
    expect(looked).toBeGreaterThan(10_000);
  });
});

/** The values of one household, all of them looked at; how many. What a worker wrote over a name may be anything. */
function lookAt(pack: Pack<HouseholdInput>, household: HouseholdInput, domains: Domains): number {
  const { month, overrides: _, ...said } = household;
  const assessed = safeAssess(pack, said, { month: month as Month, levers: 'none', trace: 'full' });
  if (!assessed.ok) {
    expect(assessed.errors.map(({ code }) => code)).toEqual(['none-reached']);
    return 0;
  }
  const values = assessed.value.trace!.nodes.filter(isValue);
  const wrong = values.flatMap((node) => {
    const domain = domainOf(node, domains);
    return allows(domain, node) || isGuarded(node, domains) ? [] : [{ node, domain: told(domain) }];
  });
  expect(wrong).toEqual([]);
  return values.length;
}

type Value = Extract<TraceNode, { kind: 'condition' | 'cases' | 'formula' | 'aggregate' | 'table' | 'fact' }>;

function isValue(node: TraceNode): node is Value {
  return /^(fact|derived|table)\//.test(node.id);
}

function domainOf({ id }: Value, domains: Domains): Domain {
  const [, of = '', name = ''] = /^(fact|derived|table)\/([^@(/]+)/.exec(id) ?? [];
  return of === 'table'
    ? domains.of(tableNamed(name, domains))
    : domains.of({ of: of as 'fact' | 'derived', id: name });
}

/** `food.rate`, or a column of a table of several results: `survey.food`. */
function tableNamed(name: string, { definitions }: Domains): Extract<Ref, { of: 'table' }> {
  if (definitions.tables.has(name)) return { of: 'table', id: name };
  const dot = name.lastIndexOf('.');
  return { of: 'table', id: name.slice(0, dot), column: name.slice(dot + 1) };
}

/** A table that is named in a case that is not reached shows no value where its row says `none` or none fits. */
function isGuarded(node: Value, { definitions }: Domains): boolean {
  if (node.kind !== 'table' || node.value !== null) return false;
  const tables = [...definitions.tables.values()].flat().filter(({ id }) => node.id.startsWith(`table/${id}`));
  return tables.some(({ editions }) => editions.some(({ rows }) => rows.some(({ results }) => results.includes(null))));
}

function allows(domain: Domain, node: Value): boolean {
  if (node.value === null || node.value === 'undecided') return domain.unknown || domain.none || domain.open;
  if ('open' in node && !domain.open) return false;
  if (domain.words !== null) return domain.words.includes(node.value);
  const number = 'months' in node ? String(node.months) : node.value.split(' ')[0]!;
  return /^-?\d+(\.\d+)?$/.test(number) ? inside(domain.numbers, new Exact(number)) : true;
}

/** Texts show 24 places; an end of what is possible may have more. */
function inside({ from, to, zero }: Interval, value: Exact): boolean {
  const least = new Exact('1e-20');
  const [low, high] = [from?.minus(least) ?? value, to?.plus(least) ?? value];
  return value.gte(low) && value.lte(high) && (zero || !value.isZero());
}

function told({ words, numbers, unknown, none, open }: Domain): unknown {
  return { words, from: numbers.from?.toString(), to: numbers.to?.toString(), zero: numbers.zero, unknown, none, open };
}
