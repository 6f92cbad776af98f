import type { Evaluation } from '../../model/evaluation.js';
import { orderNodeIds } from '../../model/node-order.js';
import { moneyText } from '../lines/need.js';
import { everybodyOrOnce, membersOrOnce, stateId } from '../persons.js';
import type { Run } from '../run.js';
import type { Lookup } from '../states.js';
import type { Seen } from './seen.js';
import { valueText } from '../values/value.js';

type Assumption = Evaluation['assumptions'][number];

/** What was assumed because nobody said: facts, bills that formulas read, keys of tables. */
export function assumptionsOf(run: Run, seen: Seen): Assumption[] {
  return [...ofFacts(run), ...ofBills(run, seen.bills), ...ofTables(run, seen.lookups)];
}

function ofFacts(run: Run): Assumption[] {
  return [...run.definitions.facts.values()]
    .filter((fact) => fact.scope !== 'local')
    .flatMap((fact) =>
      everybodyOrOnce(run, fact.scope).flatMap((person) => {
        const name = stateId(run, fact.id, person);
        const state = run.facts.get(name)!;
        const value = valueText(state.value, fact.type, fact.unit);
        return state.origin === 'assumed' && value !== null ? [{ name, value, node: `fact/${name}` }] : [];
      }),
    );
}

function ofBills(run: Run, read: ReadonlySet<string>): Assumption[] {
  return [...run.definitions.bills.values()].flatMap((bill) =>
    membersOrOnce(run, bill.for).flatMap((person) => {
      const id = stateId(run, bill.id, person);
      const state = run.bills.get(id);
      return state?.origin === 'assumed' && read.has(id)
        ? [{ name: `bill.${id}`, value: moneyText(run, state.month.number), node: `bill/${id}` }]
        : [];
    }),
  );
}

/** Keys that nobody said and that fitted a row, each name once, with the first table that met it. */
function ofTables(run: Run, lookups: ReadonlyMap<string, Lookup>): Assumption[] {
  const met = new Map<string, string>();
  const persons = run.household.persons.map((person) => person.id);
  const nodes = [...lookups.keys()].filter((node) => lookups.get(node)!.unknownKeys.length > 0);
  if (nodes.length === 0) return [];
  for (const node of orderNodeIds(run.model, run.month, persons, nodes))
    for (const name of lookups.get(node)!.unknownKeys) if (!met.has(name)) met.set(name, node);
  return [...met].map(([name, node]) => ({ name, value: 'unknown', node }));
}
