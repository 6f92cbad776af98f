import { nameOf } from '../../model/node-id.js';
import { roundTo } from '../../decimal/exact.js';
import type { Condition } from '../../model/condition.js';
import type { Derived } from '../../model/facts.js';
import type { Figure } from '../../model/needs.js';
import type { CasesNode, ConditionNode, IncomeNode, TotalNode, TraceNode, TraceTest } from '../../model/trace.js';
import type { Expression, Ref } from '../../model/expression.js';
import { viewOf } from '../values/aggregate.js';
import { peek } from '../engine/condition.js';
import { derivedView } from '../values/derived.js';
import { figureView } from '../lines/figure.js';
import { countedIncomes, countsView } from '../lines/income.js';
import { linesOf, moneyText } from '../lines/need.js';
import { domain, stateId } from '../persons.js';
import { readingsOf, readingsOfCondition } from '../values/readings.js';
import type { Reading, View } from '../run.js';
import type { Decision, IncomeState } from '../states.js';
import { balanceOf, incomeSum, needSum } from '../lines/sums.js';
import type { Weaver } from './trace.js';
import { valueText, type Value } from '../values/value.js';

export function testsOfDecision({ tests }: Decision): TraceTest[] {
  return tests().map(({ test, value, holds, decisive }) => ({
    name: nameOf(test.ref),
    test: test.text,
    value,
    holds,
    decisive,
  }));
}

export function conditionNode(id: string, condition: Condition, view: View, weaver: Weaver): ConditionNode {
  const decision = peek(condition, view);
  return {
    id,
    kind: 'condition',
    value: decision.truth,
    tests: testsOfDecision(decision),
    in: weaver.ids(readingsOfCondition(condition, view)),
  };
}

function openMark(value: Value): { open?: true } {
  return value.state === 'number' && value.open ? { open: true } : {};
}

/** A derived name: a condition, cases, a formula or an aggregate; said by a worker, it is a fact. */
export function derivedNode(derived: Derived, person: number | null, weaver: Weaver): TraceNode {
  const { run } = weaver;
  const name = stateId(run, derived.id, person);
  const id = `derived/${name}`;
  const { value, overridden } = run.derived.get(name)!;
  const text = valueText(value, derived.type);
  if (overridden) return { id, kind: 'fact', origin: 'override', value: text };
  const view = derivedView(run, derived, person);
  const { rule, unit } = derived;
  const unitMark = unit === null ? {} : { unit };
  switch (rule.kind) {
    case 'condition':
      return conditionNode(id, rule.when, view, weaver);
    case 'value': {
      const reads = weaver.ids(readingsOf(rule.value, view));
      if (rule.value.kind === 'cases')
        return {
          id,
          kind: 'cases',
          value: text,
          ...unitMark,
          ...casesOf(rule.value, view),
          in: reads,
          ...openMark(value),
        };
      return { id, kind: 'formula', value: text, ...unitMark, in: reads, ...openMark(value) };
    }
    case 'aggregate':
    case 'rank': {
      const of = rule.kind === 'rank' ? 'rank' : rule.how;
      return { id, kind: 'aggregate', of, value: text, in: weaver.ids(readingsOfAll(rule, view)), ...openMark(value) };
    }
  }
}

/** Which case gave the value, and the tests of each. */
function casesOf(formula: Extract<Expression, { kind: 'cases' }>, view: View): Pick<CasesNode, 'case' | 'cases'> {
  const decisions = formula.cases.map((one) => peek(one.when, view));
  const first = decisions.findIndex((one) => one.truth !== 'no');
  return {
    case: first < 0 ? formula.cases.length : decisions[first]!.truth === 'yes' ? first : null,
    cases: decisions.map((one) => ({ holds: one.truth, tests: testsOfDecision(one) })),
  };
}

/** Person by person: what `where` reads, then what is added up or ranked. */
function readingsOfAll(rule: Extract<Derived['rule'], { kind: 'aggregate' | 'rank' }>, view: View): Reading[] {
  return domain(view.run, rule.over, view.person).flatMap((person) => {
    const theirs = viewOf(view, person);
    const of: Expression | null = rule.kind === 'rank' ? { kind: 'name', ref: rule.by } : rule.of;
    return [...readingsOfCondition(rule.where, theirs), ...readingsOf(of, theirs)];
  });
}

export function figureNode(figure: Figure, person: number | null, weaver: Weaver): TraceNode {
  const { run } = weaver;
  const name = stateId(run, figure.id, person);
  const value = run.figures.get(name)!;
  return {
    id: `figure/${name}`,
    kind: 'figure',
    value: valueText(value, 'number'),
    ...(figure.unit === null ? {} : { unit: figure.unit }),
    in: weaver.ids(readingsOf(figure.value, figureView(run, person))),
    ...openMark(value),
  };
}

/** What of an income counts. */
export function incomeNode(id: string, state: IncomeState, weaver: Weaver): IncomeNode {
  const { run } = weaver;
  const counted = state.counted!;
  const reads = weaver.ids(readingsOf(state.income.counts, countsView(run, state)));
  return {
    id,
    kind: 'income',
    value: moneyText(run, roundTo(counted.number, run.definitions.step)),
    ...(reads.length === 0 ? {} : { in: reads }),
    ...openMark(counted),
  };
}

/** The document's own sums. */
export function sumNode(which: 'income' | 'need' | 'balance', weaver: Weaver): TotalNode {
  const { run } = weaver;
  const id = `total/${which}`;
  if (which === 'balance') {
    const of: Ref[] = [
      { of: 'sum', id: 'income' },
      { of: 'sum', id: 'need' },
    ];
    const view = figureView(run, null);
    const reads = weaver.ids(of.map((ref) => ({ ref, view })));
    return { id, kind: 'total', of: 'subtract', value: moneyText(run, balanceOf(run).number), in: reads };
  }
  const reads: Reading[] =
    which === 'income'
      ? countedIncomes(run).map((one) => ({ node: `income/${stateId(run, one.income.id, one.person)}` }))
      : linesOf(run)
          .filter((line) => !line.need.optional)
          .map((line) => ({ node: `line/${line.id}` }));
  const value = which === 'income' ? incomeSum(run) : needSum(run);
  return { id, kind: 'total', of: 'sum', value: moneyText(run, value.number), in: weaver.ids(reads) };
}

/** A total of the pack. */
export function totalNode(id: string, weaver: Weaver): TotalNode {
  const { run } = weaver;
  const total = run.totals.get(id)!;
  const reads = total.lines.map((line) => ({ node: `line/${line}` }));
  return {
    id: `total/${id}`,
    kind: 'total',
    of: 'sum',
    value: moneyText(run, total.value.number),
    in: weaver.ids(reads),
  };
}
