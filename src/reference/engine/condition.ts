import type { Condition, Test } from '../../model/condition.js';
import type { Truth } from '../../model/value.js';
import type { View } from '../run.js';
import type { Decision } from '../states.js';

const ALWAYS: Decision = { truth: 'yes', tests: () => [], fault: null };

/** How a condition was decided for a view; without a condition: yes. A test that could not be computed raises its error here. */
export function decisionOf(condition: Condition | null, view: View): Decision {
  if (condition === null) return ALWAYS;
  const decision = peek(condition, view);
  if (decision.fault !== null) throw decision.fault;
  return decision;
}

/** The same without raising: for the trace. */
export function peek(condition: Condition, view: View): Decision {
  const decision = view.run.decisions.get(condition)?.get(placeOf(view));
  if (decision === undefined) throw new Error(`a condition is used before it is decided: ${textOf(condition)}`);
  return decision;
}

export function isDecided(condition: Condition, view: View): boolean {
  return view.run.decisions.get(condition)?.has(placeOf(view)) ?? false;
}

export function keepDecision(condition: Condition, view: View, decision: Decision): void {
  const { decisions: all } = view.run;
  let decisions = all.get(condition);
  if (decisions === undefined) all.set(condition, (decisions = new Map<number, Decision>()));
  decisions.set(placeOf(view), decision);
}

/** More persons than a household may have. */
const PLACES = 2 ** 20;

/** Person and month in one number: the same condition is decided once for both. */
export function placeOf({ person, month }: View): number {
  return (month === null ? 0 : month + 1) * PLACES + (person === null ? 0 : person + 1);
}

const tests = new WeakMap<Condition, readonly Test[]>();

/** The tests of a condition in the order of writing; found once. */
export function testsOf(condition: Condition): readonly Test[] {
  let found = tests.get(condition);
  if (found === undefined)
    tests.set(condition, (found = condition.kind === 'test' ? [condition] : condition.of.flatMap(testsOf)));
  return found;
}

/** Kleene's logic over the truths of the tests, in the order of writing. */
export function truthOf(condition: Condition, truths: readonly Truth[]): Truth {
  let next = 0;
  const walk = (one: Condition): Truth => {
    if (one.kind === 'test') return truths[next++] ?? 'undecided';
    const parts = one.of.map(walk);
    const [settles, otherwise]: [Truth, Truth] = one.kind === 'all' ? ['no', 'yes'] : ['yes', 'no'];
    if (parts.includes(settles)) return settles;
    return parts.includes('undecided') ? 'undecided' : otherwise;
  };
  return walk(condition);
}

/** Turning it alone would turn the condition; of an undecided condition, each undecided test. */
export function isDecisive(condition: Condition, truths: readonly Truth[], at: number, truth: Truth): boolean {
  const holds = truths[at];
  if (truth === 'undecided') return holds === 'undecided';
  if (holds === undefined || holds === 'undecided') return false;
  const turned = truths.map((one, i) => (i === at ? (holds === 'yes' ? 'no' : 'yes') : one));
  return truthOf(condition, turned) !== truth;
}

function textOf(condition: Condition): string {
  return testsOf(condition)
    .map((test) => test.text)
    .join(', ');
}
