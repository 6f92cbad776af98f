import { Engine, Fact, type RuleResult } from 'json-rules-engine';
import type { Condition } from '../model/condition.js';
import type { Truth } from '../model/value.js';
import { isDecisive, keepDecision, testsOf } from './condition.js';
import { factId, factSheet, factsRead, written, type EngineCondition, type FactSheet } from './leaf.js';
import { isSettled, operators } from './operators.js';
import type { Decision, View } from './run.js';

/** A condition to be decided for a view. */
export interface Question {
  readonly condition: Condition;
  readonly view: View;
  /** Above 1 when a test reads a table whose results hold cases of their own: those are decided first. */
  readonly depth: number;
}

/** What json-rules-engine leaves in a condition once it has run. */
interface Evaluated {
  readonly result?: boolean;
  readonly all?: readonly Evaluated[];
  readonly any?: readonly Evaluated[];
}

const OPERATORS = operators();

/**
 * Decides the conditions of one stratum, for all persons at once, with a fresh engine for each depth: a second `run`
 * on one Engine loses rules without an error.
 */
export async function decide(questions: readonly Question[]): Promise<void> {
  const depths = [...new Set(questions.map((one) => one.depth))].sort((a, b) => a - b);
  for (const depth of depths) await decideTogether(questions.filter((one) => one.depth === depth));
}

async function decideTogether(questions: readonly Question[]): Promise<void> {
  const sheet = factSheet();
  const engine = new Engine();
  for (const { name, decide } of OPERATORS) engine.addOperator(name, decide);
  const asked = questions.map((question, at) => rulesOf(question, at, sheet));
  const rules = asked.flatMap(({ rule, twin }) => (twin === null ? [rule] : [rule, twin]));
  for (const { name, conditions } of rules)
    engine.addRule({
      name,
      conditions: 'fact' in conditions ? { all: [conditions] } : conditions,
      event: { type: 'holds' },
    });
  const { results, failureResults } = await engine.run(engineFacts(sheet));
  const evaluated = new Map([...results, ...failureResults].map((one) => [one.name, one]));
  if (evaluated.size !== rules.length || results.length + failureResults.length !== rules.length)
    throw new Error(`json-rules-engine evaluated ${evaluated.size} of ${rules.length} rules`);
  questions.forEach((question, at) => {
    const { rule, twin, reads } = asked[at]!;
    const holds = outcomeOf(rule, evaluated);
    const turned = twin === null ? null : outcomeOf(twin, evaluated);
    const decision = decisionFrom(question, holds, turned, reads, sheet);
    keepDecision(question.view.run, question.condition, question.view, decision);
  });
}

/** As facts that are constant anyway: without the engine's own cache, which would only hash their names. */
function engineFacts({ facts }: FactSheet): Record<string, Fact> {
  return Object.fromEntries([...facts].map(([id, value]) => [id, new Fact(id, value, { cache: false })]));
}

interface WrittenRule {
  readonly name: string;
  readonly conditions: EngineCondition;
}

interface Asked {
  readonly rule: WrittenRule;
  /** Null where all it reads is known. */
  readonly twin: WrittenRule | null;
  readonly reads: readonly string[];
}

/**
 * A condition is a rule. Where something it reads is not known, the condition turned round is its twin: neither fires
 * where nobody knows. Where everything is known, a rule that does not fire says *no*.
 */
function rulesOf({ condition, view }: Question, at: number, sheet: FactSheet): Asked {
  const rule = { name: `${at} as written`, conditions: written(condition, view, false, sheet) };
  const reads = factsRead(rule.conditions);
  if (reads.every((fact) => isSettled(sheet.facts.get(fact)))) return { rule, twin: null, reads };
  const twin = { name: `${at} turned`, conditions: written(condition, view, true, sheet) };
  return { rule, twin, reads };
}

interface Outcome {
  readonly fires: boolean;
  readonly condition: Evaluated;
}

/** The engine keeps no result in the root of a rule: it is the rule's own. */
function outcomeOf({ name, conditions }: WrittenRule, evaluated: ReadonlyMap<string, RuleResult>): Outcome {
  const result = evaluated.get(name);
  const root = result?.conditions as Evaluated | undefined;
  const fires = result?.result === true;
  const condition = 'fact' in conditions ? root?.all?.[0] : root && { ...root, result: fires };
  if (condition === undefined) throw new Error('json-rules-engine lost a condition');
  return { fires, condition };
}

function decisionFrom(
  question: Question,
  holds: Outcome,
  turned: Outcome | null,
  reads: readonly string[],
  sheet: FactSheet,
): Decision {
  if (holds.fires && turned?.fires === true) throw new Error('a condition and its twin both hold');
  const truth = truthFrom(holds.fires, turned === null ? !holds.fires : turned.fires);
  const failed = sheet.faults.size === 0 ? undefined : reads.find((fact) => sheet.faults.has(fact));
  return {
    truth,
    fault: failed === undefined ? null : sheet.faults.get(failed)!,
    tests: () => decidedTests(question, truth, holds, turned, sheet),
  };
}

function decidedTests(
  { condition, view }: Question,
  truth: Truth,
  holds: Outcome,
  turned: Outcome | null,
  sheet: FactSheet,
): ReturnType<Decision['tests']> {
  const yes = leafResults(condition, holds.condition);
  const no = turned === null ? yes.map((one) => !one) : leafResults(condition, turned.condition);
  const tests = testsOf(condition);
  const truths = tests.map((_, i) => truthFrom(yes[i] === true, no[i] === true));
  return tests.map((test, i) => ({
    test,
    holds: truths[i]!,
    value: sheet.texts.get(factId(test, view))?.() ?? null,
    decisive: isDecisive(condition, truths, i, truth),
  }));
}

function truthFrom(holds: boolean, turned: boolean): Truth {
  if (holds) return 'yes';
  return turned ? 'no' : 'undecided';
}

/** The engine's results of the tests, in the order of writing. */
function leafResults(condition: Condition, evaluated: Evaluated): boolean[] {
  if (condition.kind === 'test') return [evaluated.result === true];
  const parts = evaluated.all ?? evaluated.any ?? [];
  return condition.of.flatMap((one, i) => leafResults(one, parts[i] ?? {}));
}
