import type { Derived, Fact } from '../model/facts.js';
import { onceAMonth } from '../model/definitions-in-month.js';
import { isValid, type Model } from '../model/model.js';
import type { Bill, Income, Need } from '../model/needs.js';
import type { MonthIndex, Valid } from '../model/value.js';

/** A key somebody may write, with the fact it means; the fact has another id where it was renamed. */
export interface FactKey {
  readonly id: string;
  readonly fact: Fact;
  /** The answers where they are words: a text that is one of them needs no further reading. */
  readonly words: ReadonlySet<string> | null;
}

/** What a household may name in a month, by id. */
export interface Names {
  readonly facts: ReadonlyMap<string, Fact>;
  /** By scope, then by the key as written: `sex`, not `person.sex`. */
  readonly keys: Readonly<Record<'person' | 'dwelling' | 'household', ReadonlyMap<string, FactKey>>>;
  readonly derived: ReadonlyMap<string, Derived>;
  readonly incomes: ReadonlyMap<string, Income>;
  readonly bills: ReadonlyMap<string, Bill>;
  readonly needs: ReadonlyMap<string, Need>;
  readonly required: readonly Fact[];
}

/** Found once a model and month. */
export const namesOf = onceAMonth(findNames);

function findNames(model: Model, month: MonthIndex): Names {
  const facts = byId(model.facts, month);
  for (const fact of [...facts.values()])
    if (fact.renamed !== null && !facts.has(fact.renamed)) facts.set(fact.renamed, fact);
  const required = [...facts.values()].filter((fact) => fact.required && !fact.builtIn && fact.applies === null);
  return {
    facts,
    keys: {
      person: keysOf(facts, 'person'),
      dwelling: keysOf(facts, 'dwelling'),
      household: keysOf(facts, 'household'),
    },
    derived: byId(model.derived, month),
    incomes: byId(model.incomes, month),
    bills: byId(model.bills, month),
    needs: byId(model.needs, month),
    required: [...new Set(required)],
  };
}

function keysOf(facts: ReadonlyMap<string, Fact>, scope: string): Map<string, FactKey> {
  const keys = new Map<string, FactKey>();
  for (const [id, fact] of facts)
    if (id.startsWith(`${scope}.`)) keys.set(id.slice(scope.length + 1), { id, fact, words: wordsOf(fact) });
  return keys;
}

function wordsOf(fact: Fact): Set<string> | null {
  if (fact.type === 'yes-no') return new Set(['yes', 'no']);
  return fact.type === 'one-of' ? new Set(fact.values.filter((value) => value !== 'unknown')) : null;
}

function byId<T extends { readonly id: string; readonly valid: Valid }>(
  definitions: readonly T[],
  month: MonthIndex,
): Map<string, T> {
  return new Map(
    definitions.filter((definition) => isValid(definition, month)).map((definition) => [definition.id, definition]),
  );
}
