import type { Household } from '../household/household.js';
import type { Model, Step } from '../model/model.js';
import type { Policy } from '../model/needs.js';
import { askAdjustment, computeAdjustment } from './lines/adjustment.js';
import { askBill, computeBill } from './lines/bill.js';
import { definitionsOf } from './definitions.js';
import { askDerived, computeDerived } from './values/derived.js';
import { askFact, computeFact } from './values/fact.js';
import { askFigure, computeFigure } from './lines/figure.js';
import { askIncome, computeIncome, readIncomes } from './lines/income.js';
import { askLines, askNeed, computeNeed } from './lines/need.js';
import { askNotice } from './blocks/notice.js';
import { factSheet } from './engine/fact-sheet.js';
import { gathering, type Gathering } from './engine/questions.js';
import { decide } from './engine/rules-engine.js';
import type { Changes, Noted, Run, Sides } from './run.js';
import { computeTotal } from './lines/total.js';

const NO_CHANGES: Changes = { facts: new Map(), incomes: new Map(), bills: new Map(), setNow: new Set() };

/**
 * One run, stratum after stratum: steps of one stratum do not read one another, so their conditions are decided
 * together, by json-rules-engine, then those inside the lines that are there, and then their values are computed.
 */
export async function runHousehold(
  model: Model,
  household: Household,
  policy: Policy | null,
  changes: Changes = NO_CHANGES,
  before: Run | null = null,
): Promise<Run> {
  const run = emptyRun(model, household, policy, changes, before);
  readIncomes(run);
  for (const stratum of run.definitions.strata) {
    const questions = gathering();
    for (const step of stratum) askStep(run, step, questions);
    await decide(questions.questions);
    const inside = gathering();
    for (const { kind, at } of stratum) if (kind === 'need') askLines(run, model.needs[at]!, inside);
    await decide(inside.questions);
    for (const step of stratum) computeStep(run, step);
  }
  return run;
}

function emptyRun(
  model: Model,
  household: Household,
  policy: Policy | null,
  changes: Changes,
  before: Run | null,
): Run {
  const { persons, members } = household;
  const everybody = persons.map((_, place) => place);
  // each side knows all three
  const sides = {} as { -readonly [K in keyof Sides]: Sides[K] };
  const run: Run = {
    model,
    definitions: definitionsOf(model, household.month),
    month: household.month,
    household,
    members: everybody.slice(0, members),
    everybody,
    policy,
    changes,
    before,
    ids: before?.ids ?? new Map<string, readonly string[]>(),
    facts: new Map(),
    derived: new Map(),
    bills: new Map(),
    incomes: new Map(),
    adjustments: new Map(),
    lines: new Map(),
    needColumn: new Map(),
    totals: new Map(),
    figures: new Map(),
    inOrder: { all: [], kept: [] },
    ...nothingNoted(),
    sides,
  };
  sides.document = run;
  sides.judging = { ...run, ...nothingNoted() };
  sides.replaced = { ...run, ...nothingNoted() };
  return run;
}

function nothingNoted(): Noted {
  return {
    decisions: new Map(),
    sheet: factSheet(),
    lookups: new Map(),
    seriesBeyondEnd: new Set(),
    billsRead: new Set(),
  };
}

function askStep(run: Run, { kind, at }: Step, into: Gathering): void {
  const { model } = run;
  switch (kind) {
    case 'fact':
      return askFact(run, model.facts[at]!, into);
    case 'derived':
      return askDerived(run, model.derived[at]!, into);
    case 'bill':
      return askBill(run, model.bills[at]!, into);
    case 'adjustment':
      return askAdjustment(run, model.adjustments[at]!, into);
    case 'need':
      return askNeed(run, model.needs[at]!, into);
    case 'income':
      return askIncome(run, model.incomes[at]!, into);
    case 'figure':
      return askFigure(run, model.figures[at]!, into);
    case 'notice':
      return askNotice(run, model.notices[at]!, into);
    case 'total':
      return;
  }
}

function computeStep(run: Run, { kind, at }: Step): void {
  const { model } = run;
  switch (kind) {
    case 'fact':
      return computeFact(run, model.facts[at]!);
    case 'derived':
      return computeDerived(run, model.derived[at]!);
    case 'bill':
      return computeBill(run, model.bills[at]!);
    case 'adjustment':
      return computeAdjustment(run, model.adjustments[at]!);
    case 'need':
      return computeNeed(run, model.needs[at]!);
    case 'income':
      return computeIncome(run, model.incomes[at]!);
    case 'total':
      return computeTotal(run, model.totals[at]!);
    case 'figure':
      return computeFigure(run, model.figures[at]!);
    case 'notice':
      return;
  }
}
