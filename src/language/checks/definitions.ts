import type { Model } from '../../model/model.js';
import type { Valid } from '../../model/value.js';

/** Groups the definitions of a list by id, in their order. */
export function byId<T extends { readonly id: string }>(definitions: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const definition of definitions) {
    const group = groups.get(definition.id);
    if (group === undefined) groups.set(definition.id, [definition]);
    else group.push(definition);
  }
  return groups;
}

/** What the definitions of a pack are, found by id. */
export interface Definitions {
  readonly facts: ReadonlyMap<string, readonly Model['facts'][number][]>;
  readonly derived: ReadonlyMap<string, readonly Model['derived'][number][]>;
  readonly parameters: ReadonlyMap<string, readonly Model['parameters'][number][]>;
  readonly series: ReadonlyMap<string, readonly Model['series'][number][]>;
  readonly tables: ReadonlyMap<string, readonly Model['tables'][number][]>;
}

export function definitionsOf(
  model: Model,
  valid: (definition: { readonly valid: Valid }) => boolean = () => true,
): Definitions {
  return {
    facts: byId(model.facts.filter(valid)),
    derived: byId(model.derived.filter(valid)),
    parameters: byId(model.parameters.filter(valid)),
    series: byId(model.series.filter(valid)),
    tables: byId(model.tables.filter(valid)),
  };
}
