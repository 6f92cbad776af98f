import { Fact } from 'json-rules-engine';
import { snap } from '../../decimal/exact.js';
import { faultIn, type RefbudgetError } from '../../model/diagnostic.js';
import type { Read } from './leaf.js';
import type { EngineFact } from './operators.js';
import type { View } from '../run.js';
import type { Value } from '../values/value.js';

/** What the conditions of a run read, each fact once: it was worked out in a stratum before. */
export interface FactSheet {
  readonly facts: Map<string, EngineFact>;
  readonly faults: Map<string, RefbudgetError>;
}

export function factSheet(): FactSheet {
  return { facts: new Map(), faults: new Map() };
}

/** Reads a fact from a run; what cannot be computed is kept as a fault and raised when the condition is used. */
export function put({ id, value }: Read, view: View): EngineFact {
  const { sheet } = view.run;
  let fact = sheet.facts.get(id);
  if (fact === undefined) sheet.facts.set(id, (fact = read(id, value, view, sheet)));
  return fact;
}

function read(id: string, value: Read['value'], view: View, sheet: FactSheet): EngineFact {
  try {
    return engineFact(value(view));
  } catch (error) {
    sheet.faults.set(id, faultIn(error));
    return { is: 'failed', text: '(failed)' };
  }
}

function engineFact(value: Value): EngineFact {
  if (value.state === 'word') return { is: 'known', value: value.word, text: `=${value.word}` };
  if (value.state !== 'number') return { is: value.state, text: `(${value.state})` };
  if (value.open) return { is: 'open', text: '(open)' };
  const number = snap(value.number);
  return { is: 'known', value: number, text: number.toFixed() };
}

/** As facts that are constant anyway: without the engine's own cache, which would only hash their names. */
export function engineFacts(facts: ReadonlyMap<string, EngineFact>): Record<string, Fact> {
  return Object.fromEntries([...facts].map(([id, fact]) => [id, new Fact(id, fact, { cache: false })]));
}
