import type { Ref } from './expression.js';
import type { Model } from './model.js';
import { walkModel, walkNeed, type Visitor } from './walk.js';

const known = new WeakMap<Model, ReadonlyMap<string, ReadonlySet<string>>>();

/**
 * The needs that read a bill, by its id, where nothing else makes use of it: no line that it replaces, no rule, no notice. If none
 * of these needs has a line, such a bill counts for nothing: the loan of who rents.
 */
export function billsInNeeds(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  let found = known.get(model);
  if (found === undefined) known.set(model, (found = find(model)));
  return found;
}

function find(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const beside = new Set(model.bills.filter(({ replaces }) => replaces.length > 0).map(({ id }) => id));
  walkModel(
    { ...model, needs: [] },
    billsRead((id) => beside.add(id)),
  );
  const readers = new Map<string, Set<string>>();
  for (const need of model.needs)
    walkNeed(
      need,
      billsRead((id) => {
        if (!beside.has(id)) readers.set(id, (readers.get(id) ?? new Set()).add(need.id));
      }),
    );
  return readers;
}

function billsRead(tell: (id: string) => unknown): Visitor {
  const name = (ref: Ref): void => {
    if (ref.of === 'bill') tell(ref.id);
  };
  return { expression: (one) => (one.kind === 'name' ? name(one.ref) : undefined), test: ({ ref }) => name(ref) };
}
