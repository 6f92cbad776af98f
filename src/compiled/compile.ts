import { isValid, type Model } from '../model/model.js';
import type { Adjustment, Figure, Notice } from '../model/needs.js';
import type { MonthIndex, Valid } from '../model/value.js';
import { billAmount, type BillAmount } from './lines/bill-amounts.js';
import { billsOf, billSplit } from './lines/bill-split.js';
import { compiler, wordCode, type Compiler } from './compiler/compiler.js';
import { numberIn, truthIn } from './compiler/lift.js';
import { conditionOf } from './formulas/conditions.js';
import { contextOf } from './compiler/context.js';
import { derivedSlots } from './inference/derived.js';
import { NAMES } from './names.js';
import { numberOf } from './formulas/expressions.js';
import { askedFact, isComputedFact, type AskedFact } from './inference/facts.js';
import { incomeKinds, incomeSlots } from './lines/incomes.js';
import { leverSlots, slotsRead } from './levers/slots.js';
import { withSums } from './formulas/linear.js';
import { keepAll } from './machine/nums.js';
import { policySlots } from './levers/policy-slots.js';
import type { NumberSlot, Slot } from './machine/slots.js';
import type { Step } from './machine/step.js';
import { allLines, balanceSum, incomeSum, needSum, totalSlots } from './lines/sums.js';
import { silenceOf } from './input/silence.js';
import type { FigureSlots, Input, NoticeSlots, Program } from './program.js';

/**
 * Makes a linked model ready for a month and a policy (null = none): valid definitions chosen, constants folded, columns
 * laid out. The month lies inside `covers`; the model has passed the load-time checks.
 */
export function compile(model: Model, month: MonthIndex, policy: string | null): Program {
  const c = compiler(model, month, policy, NAMES);
  for (const { values } of [...model.facts, ...model.derived]) for (const value of values) wordCode(c, value);
  const inMonth = <T extends { readonly valid: Valid }>(all: readonly T[]): T[] =>
    all.filter((one) => isValid(one, month));
  const age = askedFact(c, 'person.age').raw as NumberSlot;
  const lines = allLines(c);
  const splits = billsOf(c).map((bill) => billSplit(c, bill));
  const sums = { need: needSum(c), income: incomeSum(c), balance: balanceSum(c) };
  const core = c.steps.length;
  const asked = inMonth(model.facts)
    .filter(({ id }) => !isComputedFact(id))
    .map(({ id }) => askedFact(c, id));
  const derived = inMonth(model.derived).map(({ id }) => derivedSlots(c, id));
  const incomes = incomeKinds(c).map((income) => incomeSlots(c, income.id));
  const bills = billsOf(c).map((bill) => billAmount(c, bill.id));
  const totals = inMonth(model.totals).map(({ id }) => totalSlots(c, id));
  const figures = inMonth(model.figures).map((figure) => figureSlots(c, figure));
  const notices = inMonth(model.notices).map((notice) => noticeSlots(c, notice));
  compileWhens(c, model.adjustments);
  const namedBeyond = new Set(c.namedBeyond);
  const readBills = new Set(c.readBills);
  const levers = inMonth(model.levers).map((lever) => leverSlots(c, lever));
  const beforePolicy = c.steps.length;
  const chosen = policy === null ? null : policySlots(c, policy, lines);
  if (chosen !== null) compileWhens(c, chosen.policy.adjustments);
  const inputs = inputsOf(asked, bills);
  const kept: Slot[] = [sums.need, sums.income, sums.balance, ...figures.map(({ value }) => value)];
  if (chosen !== null) kept.push(chosen.needSteps, chosen.gap);
  for (const lever of levers) kept.push(...slotsRead(lever));
  const fewer = withSums(c.steps, kept, c.slots.length);
  for (const step of fewer) for (const slot of step?.writes ?? []) if (slot.kind === 'number') slot.filled = true;
  const upTo = (end: number): Step[] => fewer.slice(0, end).filter((step) => step !== null);
  keepAll(c.arena);
  return {
    model,
    month,
    policy,
    compiler: c,
    steps: upTo(fewer.length),
    silence: silenceOf(inputs, incomes),
    get upToSums() {
      return upTo(core);
    },
    beforePolicy: upTo(beforePolicy),
    inputs,
    inputOf: new Map(inputs.map((input) => [input.id, input])),
    facts: asked,
    age,
    assumeMonths: model.facts.find((fact) => fact.id === 'person.age')?.assumeMonths ?? 0,
    derived,
    incomes,
    incomeOf: new Map(incomes.map((one) => [one.income.id, one])),
    bills,
    billOf: new Map(bills.map((one) => [one.bill.id, one])),
    splits,
    lines,
    sums,
    totals,
    figures,
    notices,
    levers,
    policySlots: chosen,
    splitFor: new Map(splits.flatMap((split) => split.lines.map((line, at) => [line, { split, at }] as const))),
    namedBeyond,
    readBills,
    follows: splits.some(({ bill }) => bill.follows),
    asksTables: c.asksTables,
    batches: { one: null, many: null },
  };
}

function figureSlots(c: Compiler, figure: Figure): FigureSlots {
  const value = numberOf(c, figure.value, contextOf(figure.id));
  return { figure, value: numberIn(c, value, figure.scope) };
}

function noticeSlots(c: Compiler, notice: Notice): NoticeSlots {
  const when = conditionOf(c, notice.when, contextOf(notice.id));
  return { notice, when: truthIn(c, when, notice.scope) };
}

/** What a household says is filled in; ages come with the persons. */
function inputsOf(facts: readonly AskedFact[], bills: readonly BillAmount[]): Input[] {
  return [
    ...facts
      .filter(({ fact }) => fact.id !== 'person.age')
      .map(({ fact, raw }) => ({ id: fact.id, type: fact.type, slot: raw })),
    ...bills.map(({ bill, raw }) => ({ id: `bill.${bill.id}`, type: 'amount' as const, slot: raw })),
  ];
}

/** Conditions of adjustments are told even where no line of theirs exists in the month. */
function compileWhens(c: Compiler, adjustments: readonly Adjustment[]): void {
  for (const adjustment of adjustments)
    if (adjustment.when !== null && isValid(adjustment, c.month))
      truthIn(c, conditionOf(c, adjustment.when, contextOf(adjustment.id)), adjustment.for);
}
