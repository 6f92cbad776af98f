import { Engine, type RuleResult } from 'json-rules-engine';
import type { Condition, Test } from '../../model/condition.js';
import type { Truth } from '../../model/value.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import { isDecisive, keepDecision, testsOf } from './condition.js';
import { engineFacts, factSheet, put, type FactSheet } from './fact-sheet.js';
import { printedUnit, typeOf, valueOf } from '../values/name.js';
import { isSameFact, isSettled, operators, type EngineFact } from './operators.js';
import type { Decision, Evaluated, Outcome, Run, View } from '../run.js';
import { valueText } from '../values/value.js';
import { twinOf, writtenFor, type Written, type WrittenRule } from './written.js';

/** A condition to be decided for a view. */
export interface Question {
  readonly condition: Condition;
  readonly view: View;
  /** Above 1 when a test reads a table whose results hold cases of their own: those are decided first. */
  readonly depth: number;
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
  const { run } = questions[0]!.view;
  const sheet = factSheet();
  const asked = questions.map((question) => askedOf(question, sheet));
  const toFire = new Map<string, Ruled>();
  for (const one of asked.flatMap((question) => rulesOf(question, sheet))) {
    const known = knownOutcome(run, one);
    if (known === undefined) toFire.set(one.rule.name, one);
    else run.outcomes.set(one.rule.name, known);
  }
  if (toFire.size > 0) await fire(toFire, sheet, run);
  for (const one of asked) keepDecision(run, one.question.condition, one.question.view, decisionFrom(one, run, sheet));
}

/** A rule and what it reads. */
interface Ruled {
  readonly rule: WrittenRule;
  readonly facts: readonly EngineFact[];
}

function rulesOf({ written, twin }: Asked, sheet: FactSheet): Ruled[] {
  const facts = written.reads.map(({ id }) => sheet.facts.get(id)!);
  return (twin === null ? [written.rule] : [written.rule, twin]).map((rule) => ({ rule, facts }));
}

/** A lever leaves most facts as they are: of these, the engine has spoken in the run before. */
function knownOutcome({ outcomes, before }: Run, { rule, facts }: Ruled): Outcome | undefined {
  const known = outcomes.get(rule.name) ?? before?.outcomes.get(rule.name);
  return known?.facts.every((fact, i) => isSameFact(fact, facts[i]!)) === true ? known : undefined;
}

async function fire(rules: ReadonlyMap<string, Ruled>, sheet: FactSheet, run: Run): Promise<void> {
  const engine = new Engine();
  for (const { name, decide } of OPERATORS) engine.addOperator(name, decide);
  for (const { rule } of rules.values())
    engine.addRule({ name: rule.name, conditions: rule.conditions, event: { type: 'holds' } });
  const { results, failureResults } = await engine.run(engineFacts(sheet));
  const evaluated = new Map([...results, ...failureResults].map((one) => [one.name, one]));
  if (evaluated.size !== rules.size || results.length + failureResults.length !== rules.size)
    throw new Error(`json-rules-engine evaluated ${evaluated.size} of ${rules.size} rules`);
  for (const [name, { rule, facts }] of rules)
    run.outcomes.set(name, { facts, ...outcomeOf(rule, evaluated.get(name)) });
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

/** The engine keeps no result in the root of a rule: it is the rule's own. */
function outcomeOf({ lone }: WrittenRule, result: RuleResult | undefined): Omit<Outcome, 'facts'> {
  const root = result?.conditions as Evaluated | undefined;
  const fires = result?.result === true;
  const condition = lone ? root?.all?.[0] : root && { ...root, result: fires };
  if (condition === undefined) throw new Error('json-rules-engine lost a condition');
  return { fires, condition };
}

function decisionFrom(asked: Asked, run: Run, sheet: FactSheet): Decision {
  const holds = run.outcomes.get(asked.written.rule.name)!;
  const turned = asked.twin === null ? null : run.outcomes.get(asked.twin.name)!;
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
