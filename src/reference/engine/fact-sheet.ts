import { Fact } from 'json-rules-engine';
import { snap } from '../../decimal/exact.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import type { Read } from './leaf.js';
import type { EngineFact } from './operators.js';
import type { View } from '../run.js';
import type { Value } from '../values/value.js';

/** What the conditions of one stratum read, each fact once. */
export interface FactSheet {
  readonly facts: Map<string, EngineFact>;
  readonly faults: Map<string, RefbudgetError>;
}

export function factSheet(): FactSheet {
  return { facts: new Map(), faults: new Map() };
}

/** Reads a fact from a run; what cannot be computed is kept as a fault and raised when the condition is used. */
export function put({ id, value }: Read, view: View, sheet: FactSheet): void {
  if (sheet.facts.has(id)) return;
  try {
    sheet.facts.set(id, engineFact(value(view)));
  } catch (error) {
    if (!(error instanceof RefbudgetError)) throw error;
    sheet.facts.set(id, { is: 'failed' });
    sheet.faults.set(id, error);
  }
}

function engineFact(value: Value): EngineFact {
  if (value.state === 'word') return { is: 'known', value: value.word };
  if (value.state !== 'number') return { is: value.state };
  return value.open ? { is: 'open' } : { is: 'known', value: snap(value.number) };
}

/** As facts that are constant anyway: without the engine's own cache, which would only hash their names. */
export function engineFacts({ facts }: FactSheet): Record<string, Fact> {
  return Object.fromEntries([...facts].map(([id, value]) => [id, new Fact(id, value, { cache: false })]));
}
