import type { Batch } from '../machine/batch.js';
import type { Code } from '../machine/code.js';
import type { Slot } from '../machine/slots.js';
import type { Step } from '../machine/step.js';
import { rowsOperand } from '../machine/writer.js';
import type { Silence } from '../program.js';

/**
 * Of most that households could say, nobody of a batch says anything. Steps that follow from nothing else would write what
 * they wrote before: they are passed over until somebody speaks. Only for columns that no other code writes.
 */
export interface Quiet {
  readonly bits: ReadonlyMap<Slot, number>;
  /** Words of 32 bits for all that may be said. */
  readonly width: number;
  /** What the batch at hand and the one before it said, in such words. */
  readonly heard: Int32Array;
  readonly before: Int32Array;
  /** Per kernel: what it follows from, in such words. */
  readonly follows: Int32Array;
  /** Per kernel: 1 where the batch says something it follows from. */
  readonly spoken: Uint8Array;
  /** Per kernel: how many rows still hold what it wrote in silence, and which rows they are. */
  readonly kept: Int32Array;
  readonly rows: Uint8Array;
  /** The run before did not end, or met a value that cannot be had: nothing that it wrote is kept. */
  unsure: boolean;
}

/** Who lives together is known of every household: what follows from that, or from more than columns, is never silent. */
const ALWAYS = 0;
/** A worker's judgement may take the place of anything, so each step follows from it. */
const JUDGED = 1;
const FIRST_SAID = 2;

/** `ends` are the places after the kernels of each step. */
export function makeQuiet(steps: readonly Step[], ends: Int32Array, silence: Silence): Quiet {
  const bits = new Map<Slot, number>([...silence.keys()].map((slot, i) => [slot, i + FIRST_SAID]));
  const width = ((bits.size + FIRST_SAID) >> 5) + 1;
  const kernels = ends.at(-1) ?? 0;
  const follows = new Int32Array(kernels * width);
  const rows = new Uint8Array(kernels);
  const sources = sourcesOf(steps, bits, width);
  let from = 0;
  steps.forEach((step, i) => {
    for (let kernel = from; kernel < ends[i]!; kernel++) {
      follows.set(sources[i]!, kernel * width);
      rows[kernel] = rowsOperand(step.writes[0]?.rows ?? 'household');
    }
    from = ends[i]!;
  });
  return {
    bits,
    width,
    heard: new Int32Array(width),
    before: new Int32Array(width),
    follows,
    spoken: new Uint8Array(kernels),
    kept: new Int32Array(kernels),
    rows,
    unsure: false,
  };
}

/** What each step follows from, over all steps before it. */
function sourcesOf(steps: readonly Step[], bits: ReadonlyMap<Slot, number>, width: number): Int32Array[] {
  const known = new Map<Slot, Int32Array>();
  return steps.map((step) => {
    const sources = new Int32Array(width);
    addBit(sources, JUDGED);
    if (isTakenAlways(step)) addBit(sources, ALWAYS);
    for (const slot of step.reads) {
      const before = known.get(slot);
      const bit = bits.get(slot);
      if (before !== undefined) before.forEach((word, i) => (sources[i]! |= word));
      else if (bit !== undefined) addBit(sources, bit);
      else if (slot.kind !== 'number' || slot.constant === null) addBit(sources, ALWAYS);
    }
    for (const slot of step.writes) known.set(slot, sources);
    return sources;
  });
}

/** It looks beyond its columns, or it fills none, or rows of both kinds: no one number of rows would say what is kept. */
function isTakenAlways({ beyondColumns, writes }: Step): boolean {
  return beyondColumns === true || new Set(writes.map((slot) => slot.rows)).size !== 1;
}

function addBit(words: Int32Array, bit: number): void {
  words[bit >> 5]! |= 1 << (bit & 31);
}

/** Finds which kernels the batch gives something to do. */
export function listen(quiet: Quiet, { heard: slots, patches, linePatches }: Batch): void {
  const { bits, heard, before, kept } = quiet;
  heard.fill(0);
  addBit(heard, ALWAYS);
  if (patches.size > 0 || linePatches.size > 0) addBit(heard, JUDGED);
  for (const slot of slots ?? bits.keys()) addBit(heard, bits.get(slot)!);
  if (quiet.unsure) kept.fill(0);
  else if (heard.every((word, i) => word === before[i])) return;
  before.set(heard);
  findSpoken(quiet);
}

function findSpoken({ width, heard, follows, spoken, kept }: Quiet): void {
  for (let kernel = 0; kernel < kept.length; kernel++) {
    let common = 0;
    for (let i = 0; i < width; i++) common |= follows[kernel * width + i]! & heard[i]!;
    spoken[kernel] = common === 0 ? 0 : 1;
    if (common !== 0) kept[kernel] = 0;
  }
}

/** Takes kernels from one place to another, except those that keep what they wrote. */
export function runSpoken(code: Code, quiet: Quiet, from: number, to: number): void {
  const { kernels, starts, rows } = code;
  const { kept, spoken } = quiet;
  for (let i = from; i < to; i++) {
    const n = rows[quiet.rows[i]!]!;
    if (kept[i]! >= n) continue;
    kernels[i]!(code, starts[i]!);
    if (spoken[i] === 0) kept[i] = n;
  }
}
