import { Engine } from 'json-rules-engine';
import type { Condition } from '../model/condition.js';
import type { Truth } from '../model/value.js';
import { isDecisive, keepDecision, testsOf } from './condition.js';
import { factId, factSheet, factsRead, written, type EngineCondition, type FactSheet } from './leaf.js';
import { operators } from './operators.js';
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

/** Each condition is a rule, and the condition turned round is its twin: neither fires where nobody knows. */
async function decideTogether(questions: readonly Question[]): Promise<void> {
  const sheet = factSheet();
  const engine = new Engine();
  for (const { name, decide } of OPERATORS) engine.addOperator(name, decide);
  const rules = questions.flatMap(({ condition, view }, at) =>
    [false, true].map((turned) => ({ at, turned, conditions: written(condition, view, turned, sheet) })),
  );
  for (const { at, turned, conditions } of rules)
    engine.addRule({
      name: ruleName(at, turned),
      conditions: { all: [conditions] },
      event: { type: 'holds' },
    });
  const { results, failureResults } = await engine.run(Object.fromEntries(sheet.facts));
  const evaluated = new Map([...results, ...failureResults].map((one) => [one.name, one]));
  if (evaluated.size !== rules.length || results.length + failureResults.length !== rules.length)
    throw new Error(`json-rules-engine evaluated ${evaluated.size} of ${rules.length} rules`);
  questions.forEach((question, at) => {
    const [rule, twin] = [false, true].map((turned) => evaluated.get(ruleName(at, turned)));
    const reads = rules[2 * at]!.conditions;
    const outcome = { holds: outcomeOf(rule), turned: outcomeOf(twin) };
    keepDecision(question.view.run, question.condition, question.view, decisionFrom(question, outcome, reads, sheet));
  });
}

function ruleName(at: number, turned: boolean): string {
  return `${at} ${turned ? 'turned' : 'as written'}`;
}

interface Outcome {
  readonly fires: boolean;
  readonly condition: Evaluated;
}

function outcomeOf(result: { result: unknown; conditions: unknown } | undefined): Outcome {
  const conditions = result?.conditions as Evaluated | undefined;
  const condition = conditions?.all?.[0];
  if (condition === undefined) throw new Error('json-rules-engine lost a condition');
  return { fires: result?.result === true, condition };
}

function decisionFrom(
  { condition, view }: Question,
  { holds, turned }: { holds: Outcome; turned: Outcome },
  reads: EngineCondition,
  sheet: FactSheet,
): Decision {
  if (holds.fires && turned.fires) throw new Error('a condition and its twin both hold');
  const truth = truthFrom(holds.fires, turned.fires);
  const [yes, no] = [leafResults(condition, holds.condition), leafResults(condition, turned.condition)];
  const tests = testsOf(condition);
  const truths = tests.map((_, i) => truthFrom(yes[i] === true, no[i] === true));
  const failed = factsRead(reads).find((fact) => sheet.faults.has(fact));
  return {
    truth,
    fault: failed === undefined ? null : sheet.faults.get(failed)!,
    tests: tests.map((test, i) => ({
      test,
      holds: truths[i]!,
      value: sheet.texts.get(factId(test, view)) ?? null,
      decisive: isDecisive(condition, truths, i, truth),
    })),
  };
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
