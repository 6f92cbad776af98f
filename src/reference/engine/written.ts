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
  /** What the engine said so far of this condition and of all that say the same, whoever saw them. */
  readonly verdicts: Verdicts;
}

interface Known {
  readonly conditions: WeakMap<Condition, Map<number, Written>>;
  /** By what a condition says of its person. */
  readonly verdicts: Map<string, Verdicts>;
}

const known = new WeakMap<Names, Known>();

/** Persons are named by place, so a condition is written once a place, for all households and months with the same names. */
export function writtenFor(condition: Condition, view: View): Written {
  const { conditions, verdicts } = knownOf(view.run.definitions.names);
  let places = conditions.get(condition);
  if (places === undefined) conditions.set(condition, (places = new Map<number, Written>()));
  let found = places.get(placeOf(view));
  if (found === undefined) {
    const one = { reads: readsOf(condition, view), rule: null, twin: null };
    places.set(placeOf(view), (found = { ...one, verdicts: verdictsOf(condition, view, verdicts) }));
  }
  return found;
}

function knownOf(names: Names): Known {
  let one = known.get(names);
  if (one === undefined) known.set(names, (one = { conditions: new WeakMap(), verdicts: new Map() }));
  return one;
}

/** One list of verdicts for all conditions that say the same: a rule of the first person, and how its tests are nested. */
function verdictsOf(condition: Condition, view: View, all: Map<string, Verdicts>): Verdicts {
  const ofFirst = writtenRule(condition, view.person === null ? view : { ...view, person: 0 }, false);
  const says = `${ofFirst.name} ${nesting(condition)}`;
  let verdicts = all.get(says);
  if (verdicts === undefined) all.set(says, (verdicts = noVerdicts()));
  return verdicts;
}

/** Two bounds of one test are written as two tests are. */
function nesting(condition: Condition): string {
  return condition.kind === 'test' ? '.' : `(${condition.of.map(nesting).join('')})`;
}

export function ruleOf(written: Written, condition: Condition, view: View): WrittenRule {
  written.rule ??= writtenRule(condition, view, false);
  return written.rule;
}

export function twinOf(written: Written, condition: Condition, view: View): WrittenRule {
  written.twin ??= writtenRule(condition, view, true);
  return written.twin;
}

function writtenRule(condition: Condition, view: View, turn: boolean): WrittenRule {
  const found = written(condition, view, turn);
  const lone = 'fact' in found;
  const conditions = lone ? { all: [found] } : found;
  return { name: JSON.stringify(conditions), conditions, lone };
}
