import type { Condition } from '../../model/condition.js';
import { placeOf } from './condition.js';
import type { Names } from '../definitions.js';
import { readsOf, written, type EngineCondition, type Read } from './leaf.js';
import { noVerdicts, type Verdicts } from './verdict.js';
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
  readonly reads: readonly Read[];
  /** The condition, and the same turned round; written when they are first needed. */
  rule: WrittenRule | null;
  twin: WrittenRule | null;
  /** What the engine said so far of the condition, whoever saw it. */
  readonly verdicts: Verdicts;
}

interface Known {
  readonly places: Map<number, Written>;
  readonly verdicts: Verdicts;
}

const known = new WeakMap<Names, WeakMap<Condition, Known>>();

/** Persons are named by place, so a condition is written once a place, for all households and months with the same names. */
export function writtenFor(condition: Condition, view: View): Written {
  const { places, verdicts } = knownOf(condition, view.run.definitions.names);
  let found = places.get(placeOf(view));
  if (found === undefined) {
    found = { reads: readsOf(condition, view), rule: null, twin: null, verdicts };
    places.set(placeOf(view), found);
  }
  return found;
}

export function ruleOf(written: Written, condition: Condition, view: View): WrittenRule {
  written.rule ??= writtenRule(condition, view, false);
  return written.rule;
}

export function twinOf(written: Written, condition: Condition, view: View): WrittenRule {
  written.twin ??= writtenRule(condition, view, true);
  return written.twin;
}

function knownOf(condition: Condition, names: Names): Known {
  let conditions = known.get(names);
  if (conditions === undefined) known.set(names, (conditions = new WeakMap<Condition, Known>()));
  let one = conditions.get(condition);
  if (one === undefined) conditions.set(condition, (one = { places: new Map(), verdicts: noVerdicts() }));
  return one;
}

function writtenRule(condition: Condition, view: View, turn: boolean): WrittenRule {
  const found = written(condition, view, turn);
  const lone = 'fact' in found;
  const conditions = lone ? { all: [found] } : found;
  return { name: JSON.stringify(conditions), conditions, lone };
}
