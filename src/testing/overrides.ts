import fc from 'fast-check';
import { factOf, type Derived, type Fact } from '../model/facts.js';
import type { Need } from '../model/needs.js';
import type { Edges } from './edges.js';
import { centsBetween, knownValueOf } from './fact-values.js';

/** At most two judgements, on different targets: of a line, of an asked fact, of a derived one. */
export function overridesOf(
  needs: readonly Need[],
  facts: readonly Fact[],
  derived: readonly Derived[],
  members: readonly string[],
  edges: Edges,
): fc.Arbitrary<readonly object[]> {
  const why = { reason: 'drawn at random', by: 'test' };
  const target = (id: string, personal: boolean): fc.Arbitrary<string> =>
    personal ? fc.constantFrom(...members.map((member) => `${id}@${member}`)) : fc.constant(id);
  const line = (): Drawn =>
    fc
      .constantFrom(...needs)
      .chain((need) => fc.tuple(target(need.id, need.for === 'person'), centsBetween(0, 400)))
      .map(([id, amount]) => ({ line: id, amount, ...why }));
  const typed = [...facts.filter((fact) => !fact.builtIn && fact.scope !== 'local'), ...derived.map(asFact)];
  const name = (): Drawn =>
    fc
      .constantFrom(...typed)
      .chain((fact) => fc.tuple(target(fact.id, fact.scope === 'person'), knownValueOf(fact, edges)))
      .map(([id, is]) => ({ name: id, is, ...why }));
  const kinds = [...(needs.length === 0 ? [] : [line()]), ...(typed.length === 0 ? [] : [name()])];
  if (kinds.length === 0) return fc.constant([]);
  return fc.uniqueArray(fc.oneof(...kinds), { maxLength: 2, selector: (one) => one.line ?? one.name ?? '' });
}

type Drawn = fc.Arbitrary<{ readonly line?: string; readonly name?: string }>;

function asFact(one: Derived): Fact {
  const { id, scope, valid, type, unit, values } = one;
  return factOf({ id, scope, valid, type, unit, values, required: true });
}
