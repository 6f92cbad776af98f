import type { Condition } from '../../model/condition.js';
import { placeOf } from './condition.js';
import type { Names } from '../definitions.js';
import { readsOf, written, type EngineCondition, type Read } from './leaf.js';
import type { View } from '../run.js';

/** A rule for json-rules-engine. Its name is what it says: conditions that ask the same of the same facts are one rule. */
export interface WrittenRule {
  readonly name: string;
  readonly conditions: { all: EngineCondition[] } | { any: EngineCondition[] };
  /** A lone leaf stands in an `all` of its own. */
  readonly lone: boolean;
}

/** A condition made ready for the engine, seen by one person in one month. */
export interface Written {
  readonly rule: WrittenRule;
  /** The condition turned round; written when it is first needed. */
  twin: WrittenRule | null;
  readonly reads: readonly Read[];
}

const known = new WeakMap<Names, WeakMap<Condition, Map<number, Written>>>();

/** Persons are named by place, so a condition is written once a place, for all households and months with the same names. */
export function writtenFor(condition: Condition, view: View): Written {
  const { names } = view.run.definitions;
  let conditions = known.get(names);
  if (conditions === undefined) known.set(names, (conditions = new WeakMap<Condition, Map<number, Written>>()));
  let places = conditions.get(condition);
  if (places === undefined) conditions.set(condition, (places = new Map<number, Written>()));
  let found = places.get(placeOf(view));
  if (found === undefined) {
    found = { rule: ruleOf(condition, view, false), twin: null, reads: readsOf(condition, view) };
    places.set(placeOf(view), found);
  }
  return found;
}

export function twinOf(written: Written, condition: Condition, view: View): WrittenRule {
  written.twin ??= ruleOf(condition, view, true);
  return written.twin;
}

function ruleOf(condition: Condition, view: View, turn: boolean): WrittenRule {
  const found = written(condition, view, turn);
  const lone = 'fact' in found;
  const conditions = lone ? { all: [found] } : found;
  return { name: JSON.stringify(conditions), conditions, lone };
}
