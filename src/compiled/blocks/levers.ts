import type { ChainLink, Gain, LeverLine, Levers } from '../../model/lever-lines.js';
import { type Batch, readTruth, readValue } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { atPerson } from '../compiler/context.js';
import type { LeverSlots } from '../levers/slots.js';
import { missingOf } from '../questions/missing.js';
import { add, whole } from '../machine/nums.js';
import type { Program } from '../program.js';
import { NO, UNDECIDED, YES, type TruthSlot } from '../machine/slots.js';
import { exactSteps } from '../compiler/steps.js';
import { moneyOf } from '../compiler/text.js';
import { keep, putBack } from '../trial/keep.js';
import { anyLever, leverSlice, runLever } from '../trial/run.js';

type State = LeverLine['state'];

/** What a lever comes to in the run at hand. */
export interface LeverState {
  readonly state: State;
  /** Rows that are `may`, else those whose state it is. */
  readonly rows: readonly number[];
}

/** From the weakest to the strongest. */
const STATES: readonly State[] = ['no', 'has', 'ask', 'may'];

/** The state of one row. */
export function stateAt(batch: Batch, lever: LeverSlots, row: number): State {
  return STATES[strengthAt(batch, lever, row)]!;
}

function strengthAt(batch: Batch, { has, when }: LeverSlots, row: number): number {
  const held = has === null ? NO : readTruth(batch, has, row);
  if (held === YES) return 1;
  const due = when === null ? YES : readTruth(batch, when, row);
  if (due === NO) return 0;
  return held === UNDECIDED || due === UNDECIDED ? 2 : 3;
}

/** What a condition of the lever swallowed is raised: both are told, of every member. */
export function stateOf(batch: Batch, lever: LeverSlots): LeverState {
  const n = lever.rows === 'person' ? batch.members[0]! : 1;
  if (batch.failed)
    for (let row = 0; row < n; row++) for (const test of [lever.has, lever.when]) test?.probe?.(batch, row);
  let strongest = 0;
  for (let row = 0; row < n; row++) strongest = Math.max(strongest, strengthAt(batch, lever, row));
  const rows: number[] = [];
  for (let row = 0; row < n; row++) if (strengthAt(batch, lever, row) === strongest) rows.push(row);
  return { state: STATES[strongest]!, rows };
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
  const balance = (): number => readValue(batch, program.sums.balance, 0);
  const start = balance();
  const candidates: Candidate[] = [];
  const list = program.levers.map((lever): LeverLine => {
    const { state, rows } = stateOf(batch, lever);
    let alone: Steps | null = null;
    if (state === 'may') {
      const once = onceOf(program, batch, lever, rows);
      const { steps, touched } = leverSlice(program, lever, false);
      const today = keep(batch, [lever], touched);
      runLever(program, batch, lever, rows, steps);
      alone = { month: balance() - start, once };
      putBack(batch, today);
      candidates.push({ lever, alone });
    }
    const person = lever.rows === 'person';
    const missing = new Set(state === 'ask' ? rows.flatMap((row) => missingAt(program, batch, lever, row)) : []);
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
  const today = keep(batch, program.levers, anyLever(program));
  const { chain, together } = chainOf(program, batch, candidates);
  const last = balance();
  putBack(batch, today);
  return { list, chain, together: { ...gainText(program, together), balance: moneyOf(c, last) } };
}

/** What is missing where a lever asks: of its conditions those that are undecided. */
function missingAt(program: Program, batch: Batch, { lever, has, when, rows }: LeverSlots, row: number): string[] {
  const undecided = (slot: TruthSlot | null): boolean => slot !== null && readTruth(batch, slot, row) === UNDECIDED;
  const conditions = [undecided(has) ? lever.has : null, undecided(when) ? lever.when : null];
  return missingOf(program, batch, conditions, { rows, row });
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
    const before = readValue(batch, program.sums.balance, 0);
    const once = onceOf(program, batch, lever, rows);
    runLever(program, batch, lever, rows, leverSlice(program, lever, true).steps);
    const after = readValue(batch, program.sums.balance, 0);
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
