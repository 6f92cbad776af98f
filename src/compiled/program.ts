import type { Model } from '../model/model.js';
import type { Figure, Notice } from '../model/needs.js';
import type { MonthIndex, ValueType } from '../model/value.js';
import type { TracePlan } from './trace/entry.js';
import type { Batch } from './machine/batch.js';
import { makeBatch } from './machine/make-batch.js';
import type { BillAmount } from './lines/bill-amounts.js';
import type { BillSplit } from './lines/bill-split.js';
import type { Compiler } from './compiler.js';
import type { CoreBlock } from './lines/core.js';
import type { DerivedSlots } from './inference/derived.js';
import type { AskedFact } from './inference/facts.js';
import type { IncomeSlots } from './lines/incomes.js';
import type { Touched } from './levers/keep.js';
import type { Slice } from './levers/run.js';
import type { LeverSlots } from './levers/slots.js';
import type { Line } from './lines/lines.js';
import type { PolicySlots } from './levers/policy-slots.js';
import type { NumberSlot, Step, TruthSlot, WordSlot } from './machine/slots.js';
import type { TotalSlots } from './lines/sums.js';
import type { Silence } from './input/silence.js';
import type { Place } from './lines/totals-places.js';

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
  /** Steps to what every document tells, found when they are first asked for. */
  toDocument: readonly Step[] | null;
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
