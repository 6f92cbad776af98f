import { Engine, type RuleResult } from 'json-rules-engine';
import type { Condition, Test } from '../model/condition.js';
import type { Truth } from '../model/value.js';
import { RefbudgetError } from '../model/diagnostic.js';
import { isDecisive, keepDecision, testsOf } from './condition.js';
import { engineFacts, factSheet, put, type FactSheet } from './fact-sheet.js';
import { printedUnit, typeOf, valueOf } from './name.js';
import { isSettled, operators } from './operators.js';
import type { Decision, View } from './run.js';
import { valueText } from './value.js';
import { twinOf, writtenFor, type Written, type WrittenRule } from './written.js';

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
  const asked = questions.map((question) => askedOf(question, sheet));
  const rules = new Map(
    asked.flatMap(({ written, twin }) => [written.rule, ...(twin === null ? [] : [twin])]).map(named),
  );
  const engine = new Engine();
  for (const { name, decide } of OPERATORS) engine.addOperator(name, decide);
  for (const { name, conditions } of rules.values()) engine.addRule({ name, conditions, event: { type: 'holds' } });
  const { results, failureResults } = await engine.run(engineFacts(sheet));
  const evaluated = new Map([...results, ...failureResults].map(named));
  if (evaluated.size !== rules.size || results.length + failureResults.length !== rules.size)
    throw new Error(`json-rules-engine evaluated ${evaluated.size} of ${rules.size} rules`);
  for (const one of asked)
    keepDecision(one.question.view.run, one.question.condition, one.question.view, decisionFrom(one, evaluated, sheet));
}

function named<T extends { readonly name: string }>(one: T): [string, T] {
  return [one.name, one];
}

interface Asked {
  readonly question: Question;
  readonly written: Written;
  /** Null where all it reads is known. */
  readonly twin: WrittenRule | null;
}

/**
 * A condition is a rule. Where something it reads is not known, the condition turned round is its twin: neither fires
 * where nobody knows. Where everything is known, a rule that does not fire says *no*.
 */
function askedOf(question: Question, sheet: FactSheet): Asked {
  const { condition, view } = question;
  const written = writtenFor(condition, view);
  for (const read of written.reads) put(read, view, sheet);
  const settled = written.reads.every(({ id }) => isSettled(sheet.facts.get(id)));
  return { question, written, twin: settled ? null : twinOf(written, condition, view) };
}

interface Outcome {
  readonly fires: boolean;
  readonly condition: Evaluated;
}

/** The engine keeps no result in the root of a rule: it is the rule's own. */
function outcomeOf({ name, lone }: WrittenRule, evaluated: ReadonlyMap<string, RuleResult>): Outcome {
  const result = evaluated.get(name);
  const root = result?.conditions as Evaluated | undefined;
  const fires = result?.result === true;
  const condition = lone ? root?.all?.[0] : root && { ...root, result: fires };
  if (condition === undefined) throw new Error('json-rules-engine lost a condition');
  return { fires, condition };
}

function decisionFrom(asked: Asked, evaluated: ReadonlyMap<string, RuleResult>, sheet: FactSheet): Decision {
  const holds = outcomeOf(asked.written.rule, evaluated);
  const turned = asked.twin === null ? null : outcomeOf(asked.twin, evaluated);
  if (holds.fires && turned?.fires === true) throw new Error('a condition and its twin both hold');
  const truth = truthFrom(holds.fires, turned === null ? !holds.fires : turned.fires);
  const failed = sheet.faults.size === 0 ? undefined : asked.written.reads.find(({ id }) => sheet.faults.has(id));
  return {
    truth,
    fault: failed === undefined ? null : sheet.faults.get(failed.id)!,
    tests: () => decidedTests(asked.question, truth, holds, turned),
  };
}

function decidedTests(
  { condition, view }: Question,
  truth: Truth,
  holds: Outcome,
  turned: Outcome | null,
): ReturnType<Decision['tests']> {
  const yes = leafResults(condition, holds.condition);
  const no = turned === null ? yes.map((one) => !one) : leafResults(condition, turned.condition);
  const tests = testsOf(condition);
  const truths = tests.map((_, i) => truthFrom(yes[i] === true, no[i] === true));
  return tests.map((test, i) => ({
    test,
    holds: truths[i]!,
    value: comparedText(test, view),
    decisive: isDecisive(condition, truths, i, truth),
  }));
}

/** What a test compared, as the trace prints it; null where it could not be computed. */
function comparedText({ ref }: Test, view: View): string | null {
  try {
    return valueText(valueOf(ref, view), typeOf(ref, view), printedUnit(ref, view));
  } catch (error) {
    if (error instanceof RefbudgetError) return null;
    throw error;
  }
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
