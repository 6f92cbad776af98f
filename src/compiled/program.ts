import { isValid, type Model } from '../model/model.js';
import type { Adjustment, Figure, Notice } from '../model/needs.js';
import type { MonthIndex, ValueType } from '../model/value.js';
import type { TracePlan } from './trace/entry.js';
import type { Batch } from './machine/batch.js';
import { makeBatch } from './machine/make-batch.js';
import { billAmount, type BillAmount } from './lines/bill-amounts.js';
import { billsOf, billSplit, type BillSplit } from './lines/bill-split.js';
import { compiler, wordCode, type Compiler } from './compiler.js';
import { numberIn, truthIn } from './machine/lift.js';
import { conditionOf } from './inference/conditions.js';
import { contextOf } from './formulas/context.js';
import { coreBlocks, type CoreBlock } from './lines/core.js';
import { derivedSlots, type DerivedSlots } from './inference/derived.js';
import { numberOf } from './formulas/expressions.js';
import { askedFact, isComputedFact, type AskedFact } from './inference/facts.js';
import { incomeKinds, incomeSlots, type IncomeSlots } from './lines/incomes.js';
import type { Touched } from './levers/keep.js';
import type { Slice } from './levers/run.js';
import { leverSlots, slotsRead, type LeverSlots } from './levers/slots.js';
import { withSums } from './formulas/linear.js';
import type { Line } from './lines/lines.js';
import { keepAll } from './machine/nums.js';
import { policySlots, type PolicySlots } from './levers/policy-slots.js';
import type { NumberSlot, Slot, Step, TruthSlot, WordSlot } from './machine/slots.js';
import { allLines, balanceSum, incomeSum, needSum, totalSlots, type TotalSlots } from './lines/sums.js';
import { silenceOf, type Silence } from './input/silence.js';
import { placesOf, type Place } from './lines/totals-places.js';

/** A column that is filled from what is said. */
export interface Input {
  readonly id: string;
  readonly type: ValueType;
  readonly slot: NumberSlot | WordSlot;
}

export interface NoticeSlots {
  readonly notice: Notice;
  readonly when: TruthSlot;
}

export interface FigureSlots {
  readonly figure: Figure;
  readonly value: NumberSlot;
}

/** A model made ready for one month and policy: columns, and the steps that fill them. */
export interface Program {
  readonly model: Model;
  readonly month: MonthIndex;
  readonly policy: string | null;
  readonly compiler: Compiler;
  /** In an order in which each comes after all it reads. */
  readonly steps: readonly Step[];
  /** What comes before anything is read. */
  readonly silence: Silence;
  /** What totals need, found when they are first asked for. */
  readonly core: readonly CoreBlock[];
  /** All but the policy's own. */
  readonly beforePolicy: readonly Step[];
  readonly inputs: readonly Input[];
  readonly inputOf: ReadonlyMap<string, Input>;
  readonly facts: readonly AskedFact[];
  readonly age: NumberSlot;
  readonly assumeMonths: number;
  readonly derived: readonly DerivedSlots[];
  readonly incomes: readonly IncomeSlots[];
  readonly incomeOf: ReadonlyMap<string, IncomeSlots>;
  readonly bills: readonly BillAmount[];
  readonly billOf: ReadonlyMap<string, BillAmount>;
  readonly splits: readonly BillSplit[];
  readonly lines: readonly Line[];
  readonly sums: {
    readonly need: NumberSlot;
    readonly income: NumberSlot;
    readonly balance: NumberSlot;
  };
  /** Where totals are added up. */
  readonly places: readonly Place[];
  readonly totals: readonly TotalSlots[];
  readonly figures: readonly FigureSlots[];
  readonly notices: readonly NoticeSlots[];
  readonly levers: readonly LeverSlots[];
  readonly policySlots: PolicySlots | null;
  /** The bill that may fill a line's need. */
  readonly splitFor: ReadonlyMap<Line, { readonly split: BillSplit; readonly at: number }>;
  /** Series named by formulas that use their last value, levers and policy apart. */
  readonly namedBeyond: ReadonlySet<string>;
  /** Bills that a formula reads, levers and policy apart. */
  readonly readBills: ReadonlySet<string>;
  /** A bill follows its references: a lever's run needs those of the run before. */
  readonly follows: boolean;
  /** A table may be asked with an unknown key. */
  readonly asksTables: boolean;
  /** Steps to the balance, and also to what decides levers; found when one is first tried. */
  readonly leads: [readonly Step[] | null, readonly Step[] | null];
  /** Of these, the steps a lever runs again. */
  readonly slices: Map<LeverSlots, [Slice | null, Slice | null]>;
  /** Columns a chain of levers may change, found when one is first tried. */
  touched: Touched | null;
  /** Made when a trace is first asked for. */
  plan: TracePlan | null;
  /** Columns made so far: one household's, and many households'. */
  readonly batches: { one: Batch | null; many: Batch | null };
}

/**
 * Makes a linked model ready for a month and a policy (null = none): valid definitions chosen, constants folded, columns
 * laid out. The month lies inside `covers`; the model has passed the load-time checks.
 */
export function compile(model: Model, month: MonthIndex, policy: string | null): Program {
  const c = compiler(model, month, policy);
  for (const { values } of [...model.facts, ...model.derived]) for (const value of values) wordCode(c, value);
  const facts = model.facts
    .filter((fact) => isValid(fact, month) && !isComputedFact(fact.id))
    .map((fact) => ({ fact, policyOnly: fact.scope === 'local' }));
  const age = askedFact(c, 'person.age').raw as NumberSlot;
  const lines = allLines(c);
  const splits = billsOf(c).map((bill) => billSplit(c, bill));
  const sums = { need: needSum(c), income: incomeSum(c), balance: balanceSum(c) };
  const core = c.steps.length;
  const asked = facts.map(({ fact }) => askedFact(c, fact.id));
  const derived = model.derived.filter((one) => isValid(one, month)).map((one) => derivedSlots(c, one.id));
  const incomes = incomeKinds(c).map((income) => incomeSlots(c, income.id));
  const bills = billsOf(c).map((bill) => billAmount(c, bill.id));
  const totals = model.totals.filter((total) => isValid(total, month)).map((total) => totalSlots(c, total.id));
  const figures = model.figures
    .filter((figure) => isValid(figure, month))
    .map((figure) => {
      const value = numberOf(c, figure.value, contextOf(figure.id));
      return { figure, value: numberIn(c, value, figure.scope) };
    });
  const notices = model.notices
    .filter((notice) => isValid(notice, month))
    .map((notice) => ({
      notice,
      when: truthIn(c, conditionOf(c, notice.when, contextOf(notice.id)), notice.scope),
    }));
  compileWhens(c, model.adjustments);
  const namedBeyond = new Set(c.namedBeyond);
  const readBills = new Set(c.readBills);
  const levers = model.levers.filter((lever) => isValid(lever, month)).map((lever) => leverSlots(c, lever));
  const beforePolicy = c.steps.length;
  const chosen = policy === null ? null : policySlots(c, policy, lines);
  if (chosen !== null) compileWhens(c, chosen.policy.adjustments);
  const inputs = [
    ...asked
      .filter(({ fact }) => fact.id !== 'person.age')
      .map(({ fact, raw }) => ({ id: fact.id, type: fact.type, slot: raw })),
    ...bills.map(({ bill, raw }) => ({ id: `bill.${bill.id}`, type: 'amount' as const, slot: raw })),
  ];
  const kept = new Set<Slot>([sums.need, sums.income, sums.balance, ...figures.map(({ value }) => value)]);
  if (chosen !== null) kept.add(chosen.needSteps).add(chosen.gap);
  for (const lever of levers) for (const slot of slotsRead(lever)) kept.add(slot);
  const fewer = withSums(c.steps, kept);
  for (const step of fewer) for (const slot of step?.writes ?? []) if (slot.kind === 'number') slot.filled = true;
  const upTo = (end: number): Step[] => fewer.slice(0, end).filter((step) => step !== null);
  let blocks: readonly CoreBlock[] | null = null;
  keepAll(c.arena);
  return {
    model,
    month,
    policy,
    compiler: c,
    steps: upTo(fewer.length),
    silence: silenceOf(inputs, incomes),
    get core() {
      return (blocks ??= coreBlocks(upTo(core), lines, sums.income));
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
    places: placesOf(model.pack.baskets, lines, splits),
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
    leads: [null, null],
    slices: new Map(),
    touched: null,
    plan: null,
    batches: { one: null, many: null },
  };
}

/** Conditions of adjustments are told even where no line of theirs exists in the month. */
function compileWhens(c: Compiler, adjustments: readonly Adjustment[]): void {
  for (const adjustment of adjustments)
    if (adjustment.when !== null && isValid(adjustment, c.month))
      truthIn(c, conditionOf(c, adjustment.when, contextOf(adjustment.id)), adjustment.for);
}

/** A batch with room for so many households and persons, kept between calls. */
export function batchFor(program: Program, which: 'one' | 'many', households: number, persons: number): Batch {
  const kept = program.batches[which];
  const c = program.compiler;
  if (
    kept !== null &&
    kept.start.length > households &&
    kept.capacity >= persons &&
    kept.memory.values.length === kept.stride * c.numbers.length &&
    kept.layout.truths === c.truths &&
    kept.layout.words === c.wordColumns
  )
    return kept;
  const layout = { arena: c.arena, numbers: c.numbers, truths: c.truths, words: c.wordColumns, indices: c.indices };
  const room = which === 'one' ? Math.max(8, persons) : Math.max(persons, households * 3);
  const made = makeBatch(layout, program.splits.length, households, room);
  program.batches[which] = made;
  return made;
}
