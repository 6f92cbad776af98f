import { Engine, type RuleResult } from 'json-rules-engine';
import type { Condition, Test } from '../../model/condition.js';
import { faultIn } from '../../model/diagnostic.js';
import { keepDecision, testsOf } from './condition.js';
import { engineFacts, put } from './fact-sheet.js';
import { printedUnit, typeOf, valueOf } from '../values/name.js';
import { isSettled, operators, type EngineFact } from './operators.js';
import type { View } from '../run.js';
import type { Decision } from '../states.js';
import { valueText } from '../values/value.js';
import { makeRoom, textOfFacts, verdictOf, type Said, type Verdict, type Verdicts } from './verdict.js';
import { ruleOf, twinOf, writtenFor, type Written, type WrittenRule } from './written.js';

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

/** The engine is asked once for a condition and the values it reads, whose they are and in which household. */
async function decideTogether(questions: readonly Question[]): Promise<void> {
  const asked = questions.map(askedOf);
  const known = asked.map(verdictOn);
  const open = distinct(asked.filter((_, i) => known[i] === undefined));
  if (open.length > 0) {
    const results = await fire(rulesOf(open), engineFacts(factsOf(open)));
    for (const one of open) one.written.verdicts.set(one.values, verdictFrom(one, results));
  }
  asked.forEach((one, i) => {
    const { condition, view } = one.question;
    keepDecision(condition, view, decisionFrom(one, (known[i] ?? verdictOn(one))!));
  });
}

interface Asked {
  readonly question: Question;
  readonly written: Written;
  readonly facts: readonly EngineFact[];
  /** The values of the facts as one text. */
  readonly values: string;
}

function askedOf(question: Question): Asked {
  const { condition, view } = question;
  const written = writtenFor(condition, view);
  const facts = written.reads.map((read) => put(read, view));
  makeRoom(written.verdicts);
  return { question, written, facts, values: textOfFacts(facts) };
}

/** What is read, by name; questions may have sheets of their own. */
const factsOf = (open: readonly Asked[]): Map<string, EngineFact> =>
  new Map(open.flatMap(({ written, facts }) => written.reads.map(({ id }, i) => [id, facts[i]!] as const)));

function verdictOn({ written, values }: Asked): Verdict | undefined {
  return written.verdicts.get(values);
}

/** Of those that ask the same of equal values, the first. */
function distinct(open: readonly Asked[]): Asked[] {
  const seen = new Map<Verdicts, Set<string>>();
  return open.filter(({ written: { verdicts }, values }) => {
    let met = seen.get(verdicts);
    if (met === undefined) seen.set(verdicts, (met = new Set<string>()));
    return met.size < met.add(values).size;
  });
}

/**
 * A condition is a rule. Where something it reads is not known, the condition turned round is its twin: neither fires
 * where nobody knows. Where everything is known, a rule that does not fire says *no*.
 */
function rulesFor({ question, written, facts }: Asked): {
  readonly rule: WrittenRule;
  readonly twin: WrittenRule | null;
} {
  const { condition, view } = question;
  const rule = ruleOf(written, condition, view);
  return { rule, twin: facts.every(isSettled) ? null : twinOf(written, condition, view) };
}

/** By name: conditions that ask the same of the same facts are one rule. */
function rulesOf(open: readonly Asked[]): Map<string, WrittenRule> {
  const rules = open.flatMap((one) => {
    const { rule, twin } = rulesFor(one);
    return twin === null ? [rule] : [rule, twin];
  });
  return new Map(rules.map((rule) => [rule.name, rule]));
}

/** What the engine leaves in a condition once it has run. */
interface Evaluated {
  readonly result?: boolean;
  readonly all?: readonly Evaluated[];
  readonly any?: readonly Evaluated[];
}

/** What the engine said of each rule, by name. */
type Results = ReadonlyMap<string, Evaluated>;

async function fire(rules: ReadonlyMap<string, WrittenRule>, facts: ReturnType<typeof engineFacts>): Promise<Results> {
  const engine = new Engine();
  for (const { name, decide } of OPERATORS) engine.addOperator(name, decide);
  for (const { name, conditions } of rules.values()) engine.addRule({ name, conditions, event: { type: 'holds' } });
  const { results, failureResults } = await engine.run(facts);
  const evaluated = new Map([...results, ...failureResults].map((one) => [one.name, evaluatedOf(one)]));
  if (evaluated.size !== rules.size || results.length + failureResults.length !== rules.size)
    throw new Error(`json-rules-engine evaluated ${evaluated.size} of ${rules.size} rules`);
  return evaluated;
}

/** The engine keeps no result in the root of a rule: it is the rule's own. */
function evaluatedOf({ conditions, result }: RuleResult): Evaluated {
  return { ...(conditions as Evaluated), result: result === true };
}

function verdictFrom(one: Asked, results: Results): Verdict {
  const { rule, twin } = rulesFor(one);
  const { condition } = one.question;
  return verdictOf(
    condition,
    saidOf(rule, condition, results),
    twin === null ? null : saidOf(twin, condition, results),
  );
}

function saidOf({ name, lone }: WrittenRule, condition: Condition, results: Results): Said {
  const root = results.get(name);
  const evaluated = lone ? root?.all?.[0] : root;
  if (root === undefined || evaluated === undefined) throw new Error('json-rules-engine lost a condition');
  return { fires: root.result === true, tests: leafResults(condition, evaluated) };
}

/** The engine's results of the tests, in the order of writing. */
function leafResults(condition: Condition, evaluated: Evaluated): boolean[] {
  if (condition.kind === 'test') return [evaluated.result === true];
  const parts = evaluated.all ?? evaluated.any ?? [];
  return condition.of.flatMap((one, i) => leafResults(one, parts[i] ?? {}));
}

function decisionFrom({ question, written }: Asked, verdict: Verdict): Decision {
  const { condition, view } = question;
  const { sheet } = view.run;
  const failed = sheet.faults.size === 0 ? undefined : written.reads.find(({ id }) => sheet.faults.has(id));
  return {
    truth: verdict.truth,
    fault: failed === undefined ? null : sheet.faults.get(failed.id)!,
    tests: () => {
      const said = verdict.tests();
      return testsOf(condition).map((test, i) => ({
        test,
        value: comparedText(test, view),
        holds: said[i]!.holds,
        decisive: said[i]!.decisive,
      }));
    },
  };
}

/** What a test compared, as the trace prints it; null where it could not be computed. */
function comparedText({ ref }: Test, view: View): string | null {
  try {
    return valueText(valueOf(ref, view), typeOf(ref, view), printedUnit(ref, view));
  } catch (error) {
    faultIn(error);
    return null;
  }
}
