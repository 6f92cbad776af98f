import type { ChainLink, Gain, LeverLine, Levers } from '../model/evaluation.js';
import { forgetExact, readExact, truthsOf, valuesOf, wordsOf, type Batch } from './batch.js';
import { atPerson } from './context.js';
import { setNumber } from './encode.js';
import type { LeverSlots, LeverTarget } from './lever-slots.js';
import { missingOf } from './missing.js';
import { add, multiply, whole, type Num } from './nums.js';
import type { Program } from './program.js';
import { reached } from './reach.js';
import { NO, UNDECIDED, YES, type Slot, type Step } from './slots.js';
import { exactSteps } from './steps.js';
import { moneyOf } from './text.js';

type State = LeverLine['state'];

/** What a lever comes to in the run at hand. */
export interface LeverState {
  readonly state: State;
  /** Rows that are `may`, else those whose state it is. */
  readonly rows: readonly number[];
}

const STRONGEST: readonly State[] = ['may', 'ask', 'has', 'no'];

/** The state of one row. */
export function stateAt(batch: Batch, { has, when }: LeverSlots, row: number): State {
  const held = has === null ? NO : truthsOf(batch, has)[row]!;
  if (held === YES) return 'has';
  const due = when === null ? YES : truthsOf(batch, when)[row]!;
  if (due === NO) return 'no';
  return held === UNDECIDED || due === UNDECIDED ? 'ask' : 'may';
}

export function stateOf(batch: Batch, lever: LeverSlots): LeverState {
  const n = lever.rows === 'person' ? batch.members[0]! : 1;
  const states = Array.from({ length: n }, (_, row) => stateAt(batch, lever, row));
  const state = STRONGEST.find((one) => states.includes(one)) ?? 'no';
  return { state, rows: states.flatMap((one, row) => (one === state ? [row] : [])) };
}

/** Everything a run may change, kept to be put back. */
interface Kept {
  readonly memory: Uint8Array;
  readonly billNums: (Num | undefined)[][];
  readonly said: (string | Num | undefined)[][];
}

function keep(program: Program, batch: Batch): Kept {
  return {
    memory: batch.memory.slice(),
    billNums: batch.billNums.map((column) => column.slice()),
    said: saidColumns(program).map((column) => batch.said[column]!.slice()),
  };
}

function putBack(program: Program, batch: Batch, kept: Kept): void {
  batch.memory.set(kept.memory);
  kept.billNums.forEach((column, i) => {
    batch.billNums[i] = column.slice();
  });
  saidColumns(program).forEach((column, i) => {
    batch.said[column] = kept.said[i]!.slice();
  });
  batch.before = null;
  batch.setBills.clear();
  forgetExact(batch);
}

/** Number columns that levers set. */
function saidColumns(program: Program): readonly number[] {
  const columns = new Set<number>();
  for (const lever of program.levers)
    for (const { raw } of lever.targets) if (raw.kind === 'number') columns.add(raw.column);
  return [...columns];
}

/** The steps a lever runs again: to the balance alone, or also to what decides the other levers. */
export function leverSlice(program: Program, lever: LeverSlots, whole: boolean): readonly Step[] {
  const kept = program.slices.get(lever) ?? [null, null];
  program.slices.set(lever, kept);
  const at = whole ? 1 : 0;
  return (kept[at] ??= makeSlice(program, lever, whole));
}

function makeSlice(program: Program, lever: LeverSlots, whole: boolean): readonly Step[] {
  const changed: Slot[] = lever.targets.flatMap(({ raw, listed }) => (listed === null ? [raw] : [raw, listed]));
  const wanted: Slot[] = [program.sums.balance];
  if (whole) for (const one of program.levers) wanted.push(...slotsRead(one));
  return reached(program.steps.slice(0, program.leverSteps.to), changed, wanted);
}

function slotsRead(lever: LeverSlots): Slot[] {
  return [lever.has, lever.when, lever.who, lever.once, ...lever.targets.map(({ value }) => value)].filter(
    (slot) => slot !== null,
  );
}

/** Changes facts, incomes and bills for all rows at once; values are read before anything changes. */
export function applyLever(program: Program, batch: Batch, lever: LeverSlots, rows: readonly number[]): void {
  const changes: (() => void)[] = [];
  for (const target of lever.targets) {
    for (const { from, to } of placesOf(batch, lever, target, rows)) {
      const { value, raw, listed } = target;
      const at = value.rows === 'household' ? 0 : from;
      if (value.kind === 'word') {
        const code = wordsOf(batch, value)[at]!;
        if (raw.kind === 'word') changes.push(() => (wordsOf(batch, raw)[to] = code));
        continue;
      }
      const { arena } = program.compiler;
      const read = readExact(batch, value, at);
      const number = target.age ? multiply(arena, read, whole(arena, 12)) : read;
      changes.push(() => {
        if (raw.kind === 'number') setNumber(batch, raw, number, to);
        if (listed !== null) truthsOf(batch, listed)[to] = YES;
      });
    }
    if (target.target.of === 'bill') {
      const { id } = target.target;
      const split = program.splits.findIndex(({ bill }) => bill.id === id);
      changes.push(() => batch.setBills.add(split));
    }
  }
  for (const change of changes) change();
}

/** Which rows a target changes, and from which row each is read. */
function placesOf(
  batch: Batch,
  lever: LeverSlots,
  target: LeverTarget,
  rows: readonly number[],
): { from: number; to: number }[] {
  if (lever.rows === 'person') return rows.map((row) => ({ from: row, to: target.rows === 'person' ? row : 0 }));
  if (target.rows === 'household') return [{ from: 0, to: 0 }];
  const members = Array.from({ length: batch.members[0]! }, (_, row) => row);
  const who = lever.who === null ? null : truthsOf(batch, lever.who);
  return members.filter((row) => who === null || who[row] === YES).map((row) => ({ from: row, to: row }));
}

/** Runs a lever on top of the run at hand. */
export function runLever(
  program: Program,
  batch: Batch,
  lever: LeverSlots,
  rows: readonly number[],
  steps: readonly Step[],
): void {
  batch.setBills.clear();
  applyLever(program, batch, lever, rows);
  batch.before = program.follows ? program.splits.map(({ references }) => valuesOf(batch, references).slice()) : null;
  forgetExact(batch);
  for (const step of steps) step.run(batch);
  batch.before = null;
}

/** The one-off sum of a lever, in steps, read in the run before. */
function onceOf(program: Program, batch: Batch, lever: LeverSlots, rows: readonly number[]): number {
  if (lever.once === null) return 0;
  const { arena } = program.compiler;
  const { once } = lever;
  const sum = rows
    .map((row) => readExact(batch, once, once.rows === 'household' ? 0 : row))
    .reduce((l, r) => add(arena, l, r), whole(arena, 0));
  return exactSteps(program.compiler, sum);
}

interface Steps {
  readonly month: number;
  readonly once: number;
}

interface Candidate {
  readonly lever: LeverSlots;
  readonly alone: Steps;
}

/** States, gains alone, and the chain. The batch is left as it was. */
export function leversBlock(program: Program, batch: Batch, mode: 'alone' | 'chain'): Levers {
  const c = program.compiler;
  const today = keep(program, batch);
  const balance = (): number => valuesOf(batch, program.sums.balance)[0]!;
  const start = balance();
  const candidates: Candidate[] = [];
  const list = program.levers.map((lever): LeverLine => {
    const { state, rows } = stateOf(batch, lever);
    let alone: Steps | null = null;
    if (state === 'may') {
      const once = onceOf(program, batch, lever, rows);
      runLever(program, batch, lever, rows, leverSlice(program, lever, false));
      alone = { month: balance() - start, once };
      putBack(program, batch, today);
      candidates.push({ lever, alone });
    }
    const person = lever.rows === 'person';
    const conditions = state === 'ask' ? [lever.lever.has, lever.lever.when] : [];
    const missing = new Set(rows.flatMap((row) => missingOf(program, batch, conditions, { rows: lever.rows, row })));
    return {
      id: lever.lever.id,
      state,
      persons: person ? rows.map((row) => atPerson(batch, 'person', row).slice(1)) : [],
      missing: [...missing],
      alone: alone === null ? null : gainText(program, alone),
      node: `lever/${lever.lever.id}${person ? atPerson(batch, 'person', rows[0] ?? 0) : ''}`,
    };
  });
  if (mode === 'alone') return { list };
  const { chain, together } = chainOf(program, batch, candidates);
  const last = balance();
  putBack(program, batch, today);
  return { list, chain, together: { ...gainText(program, together), balance: moneyOf(c, last) } };
}

function gainText(program: Program, { month, once }: Steps): Gain {
  return { month: moneyOf(program.compiler, month), once: moneyOf(program.compiler, once) };
}

/** One lever after another, each on top of those taken. */
function chainOf(
  program: Program,
  batch: Batch,
  candidates: readonly Candidate[],
): { chain: ChainLink[]; together: Steps } {
  const c = program.compiler;
  const chain: ChainLink[] = [];
  const together = { month: 0, once: 0 };
  const queue = [...candidates].sort(
    (a, b) => b.alone.month - a.alone.month || (a.lever.lever.id < b.lever.lever.id ? -1 : 1),
  );
  const waiting: { lever: LeverSlots; harms: boolean }[] = queue.map(({ lever, alone }) => ({
    lever,
    harms: alone.month < 0,
  }));
  const known = new Set(candidates.map(({ lever }) => lever));
  for (let i = 0; i < waiting.length; i++) {
    const { lever, harms } = waiting[i]!;
    const { id } = lever.lever;
    if (harms) {
      chain.push({ id, outcome: 'left-out', gain: null, balance: null });
      continue;
    }
    const { state, rows } = stateOf(batch, lever);
    if (state !== 'may') {
      chain.push({ id, outcome: 'closed', gain: null, balance: null });
      continue;
    }
    const before = valuesOf(batch, program.sums.balance)[0]!;
    const once = onceOf(program, batch, lever, rows);
    runLever(program, batch, lever, rows, leverSlice(program, lever, true));
    const after = valuesOf(batch, program.sums.balance)[0]!;
    together.month += after - before;
    together.once += once;
    chain.push({
      id,
      outcome: 'taken',
      gain: gainText(program, { month: after - before, once }),
      balance: moneyOf(c, after),
    });
    const opened = program.levers.filter((one) => !known.has(one) && stateOf(batch, one).state === 'may');
    opened.sort((a, b) => (a.lever.id < b.lever.id ? -1 : 1));
    for (const one of opened) {
      known.add(one);
      waiting.push({ lever: one, harms: false });
      chain.push({ id: one.lever.id, outcome: 'opened', gain: null, balance: null });
    }
  }
  return { chain, together };
}
