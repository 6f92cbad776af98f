import { monthText } from '../calendar/month.js';
import { compile } from '../compiled/compile.js';
import type { Program } from '../compiled/program.js';
import { householdReader, type HouseholdReader } from '../household/read.js';
import type { Model } from '../model/model.js';
import type { MonthIndex } from '../model/value.js';

/** A month of a model under one policy, ready for households. */
export interface Prepared {
  readonly program: Program;
  readonly reader: HouseholdReader;
  /** Keeps no input: for sums. */
  readonly bare: HouseholdReader;
}

/** So many are kept a model, those used last: each holds some ten megabytes, and a service may ask for every month under every policy. */
const KEPT = 64;

const cache = new WeakMap<Model, Map<string, Prepared>>();

/** Compiling is done once a model, month and policy. */
export function prepared(model: Model, month: MonthIndex, policy: string | null): Prepared {
  let kept = cache.get(model);
  if (kept === undefined) cache.set(model, (kept = new Map<string, Prepared>()));
  const key = `${monthText(month)} ${policy ?? ''}`;
  const one = kept.get(key) ?? made(model, month, policy);
  // a map tells its keys in the order in which they came: the last used comes last
  kept.delete(key);
  kept.set(key, one);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return one;
}

function made(model: Model, month: MonthIndex, policy: string | null): Prepared {
  return {
    program: compile(model, month, policy),
    reader: householdReader(model, month),
    bare: householdReader(model, month, { keepInput: false }),
  };
}
