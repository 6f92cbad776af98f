import type { Model } from '../model/model.js';
import type { Figure, Notice } from '../model/needs.js';
import type { MonthIndex, ValueType } from '../model/value.js';
import type { Batch } from './machine/batch.js';
import { makeBatch } from './machine/make-batch.js';
import type { BillAmount } from './lines/bill-amounts.js';
import type { BillSplit } from './lines/split.js';
import type { Compiler } from './compiler/compiler.js';
import type { DerivedSlots } from './inference/derived.js';
import type { AskedFact } from './inference/facts.js';
import type { IncomeSlots } from './lines/incomes.js';
import type { LeverSlots } from './levers/slots.js';
import type { Line } from './lines/line.js';
import type { PolicySlots } from './levers/policy-slots.js';
import type { NumberSlot, Slot, TruthSlot, WordSlot } from './machine/slots.js';
import type { Step } from './machine/step.js';
import type { TotalSlots } from './lines/sums.js';

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

/** States of the slots that households say something of, while nobody does: unknown; incomes are 0. */
export type Silence = ReadonlyMap<Slot, number>;

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
  /** Those that lead to lines, sums and incomes are among the first: up to here. */
  readonly upToSums: readonly Step[];
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
  /** Columns made so far: one household's, and many households'. */
  readonly batches: { one: Batch | null; many: Batch | null };
}

/** What a room works out for a program when it is first asked for, and keeps as long as there is the program. */
export function keptFor<T extends object>(make: (program: Program) => T): (program: Program) => T {
  const kept = new WeakMap<Program, T>();
  return (program) => {
    let made = kept.get(program);
    if (made === undefined) kept.set(program, (made = make(program)));
    return made;
  };
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
