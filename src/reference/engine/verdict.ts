import type { Condition } from '../../model/condition.js';
import type { Truth } from '../../model/value.js';
import { isDecisive, testsOf } from './condition.js';
import type { EngineFact } from './operators.js';

/** What json-rules-engine said of a condition, given the values of what it reads: whose they are makes no difference. */
export interface Verdict {
  readonly truth: Truth;
  /** Of each test, in the order of writing. */
  readonly tests: () => readonly { readonly holds: Truth; readonly decisive: boolean }[];
}

/** The verdicts on conditions that say the same, by the values of what they read. */
export type Verdicts = Map<string, Verdict>;

/** Amounts differ from household to household: when so many verdicts were kept, their list starts anew. */
const MOST = 1_000;

export function noVerdicts(): Verdicts {
  return new Map<string, Verdict>();
}

export function makeRoom(verdicts: Verdicts): void {
  if (verdicts.size > MOST) verdicts.clear();
}

/** Two lists of facts have the same text when every test decides the same on both. */
export function textOfFacts(facts: readonly EngineFact[]): string {
  return facts.length === 1 ? facts[0]!.text : facts.map((fact) => fact.text).join('\n');
}

/** What a rule and its twin say: whether they fire, and whether their tests hold, in the order of writing. */
export interface Said {
  readonly fires: boolean;
  readonly tests: readonly boolean[];
}

/** A condition is *yes* where its rule fires, *no* where its twin does; without a twin, where the rule does not. */
export function verdictOf(condition: Condition, rule: Said, twin: Said | null): Verdict {
  if (rule.fires && twin?.fires === true) throw new Error('a condition and its twin both hold');
  const truth = truthFrom(rule.fires, twin?.fires ?? !rule.fires);
  const tests = (): ReturnType<Verdict['tests']> => {
    const truths = rule.tests.map((holds, i) => truthFrom(holds, twin === null ? !holds : twin.tests[i] === true));
    return testsOf(condition).map((_, i) => ({
      holds: truths[i]!,
      decisive: isDecisive(condition, truths, i, truth),
    }));
  };
  return { truth, tests: once(tests) };
}

function truthFrom(holds: boolean, turned: boolean): Truth {
  if (holds) return 'yes';
  return turned ? 'no' : 'undecided';
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
