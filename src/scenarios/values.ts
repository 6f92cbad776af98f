import type { Household } from '../household/household.js';
import type { Scenario, ValueRow } from '../language/linked.js';
import { standsAlone } from '../language/checks/alone.js';
import { faultIn } from '../model/diagnostic.js';
import type { Evaluation } from '../model/evaluation.js';
import type { Model, Step } from '../model/model.js';
import type { Figure } from '../model/needs.js';
import type { Pack } from '../model/pack.js';
import type { TraceNode } from '../model/trace.js';
import type { MonthIndex } from '../model/value.js';
import { evaluateByReference } from '../reference/evaluate.js';
import { expectedText, matches } from './compare.js';
import type { Found } from './found.js';
import type { ScenarioResult } from './result.js';

const ALWAYS = { from: null, to: null };

/** Rows of `values`: formulas over parameters, series and tables, read as of a month, without a household. */
export async function formulaResults(pack: Pack, scenario: Scenario): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = [];
  for (const [i, row] of scenario.values.entries()) {
    const found = await formulaValue(pack.model, row);
    results.push({
      id: scenario.id,
      row: i + 1,
      key: row.formula,
      passed: matches(String(row.expected.value), found, row.expected.tolerance, scenario.knownDifference),
      expected: expectedText(row.expected, scenario.knownDifference),
      found: found.text ?? 'unknown',
      place: row.place,
    });
  }
  return results;
}

/** The trace of each row of `values` that can be computed, with its month: which parameters and rows of tables it reads. */
export async function formulaNodes(
  model: Model,
  { values }: Scenario,
): Promise<readonly { readonly month: MonthIndex; readonly nodes: readonly TraceNode[] }[]> {
  const computed = values.map(async (row) => {
    try {
      return { month: row.month, nodes: (await formulaEvaluation(model, row, 'full')).nodes ?? [] };
    } catch (error) {
      faultIn(error);
      return { month: row.month, nodes: [] };
    }
  });
  return await Promise.all(computed);
}

/** The formula as the only figure of a model that asks nothing, so that the evaluator needs no other way in. */
function formulaEvaluation(model: Model, row: ValueRow, trace: 'none' | 'full'): Promise<Evaluation> {
  const figure: Figure = { id: 'value', valid: ALWAYS, scope: 'household', unit: row.unit, value: row.value };
  return evaluateByReference(onlyFigure(model, figure, row), nobody(row.month), {
    policy: null,
    levers: 'none',
    trace,
  });
}

async function formulaValue(model: Model, row: ValueRow): Promise<Found> {
  try {
    const { figures } = await formulaEvaluation(model, row, 'none');
    return { text: figures[0]?.value ?? null };
  } catch (error) {
    return { text: faultIn(error).message };
  }
}

/** A model of the figure, of the derived facts behind it that need no household, and of the month. */
function onlyFigure(model: Model, figure: Figure, row: ValueRow): Model {
  const behind = standsAlone(row.value, row.month, model).derived;
  const facts = model.facts.filter(({ id }) => id === 'month');
  const derived = model.derived.filter((one) => behind.has(one));
  const order = model.order.flatMap((step): Step[] => {
    if (step.kind === 'derived') return placed(step, derived.indexOf(model.derived[step.at]!));
    return step.kind === 'fact' ? placed(step, facts.indexOf(model.facts[step.at]!)) : [];
  });
  const last: Step = { kind: 'figure', at: 0, level: 1 + Math.max(0, ...order.map(({ level }) => level)) };
  const nothing = { needs: [], adjustments: [], bills: [], incomes: [], totals: [] };
  const more = { levers: [], policies: [], notices: [] };
  return { ...model, ...nothing, ...more, facts, derived, figures: [figure], order: [...order, last] };
}

function placed(step: Step, at: number): Step[] {
  return at < 0 ? [] : [{ ...step, at }];
}

function nobody(month: MonthIndex): Household {
  return {
    month,
    persons: [],
    members: 0,
    facts: {},
    incomes: [],
    incomesComplete: true,
    bills: [],
    overrides: [],
    input: {},
    warnings: [],
  };
}
