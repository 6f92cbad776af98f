import { rowsIn, runSteps, truthsOf, valuesOf, type Batch } from './batch.js';
import { absentKernel, isAnywhere } from './kernels/lines.js';
import type { Line } from './lines.js';
import { leading } from './reach.js';
import type { Slot, Step } from './slots.js';

/** Steps to take one after another; those of a line only where some row of the batch has the line. */
export interface CoreBlock {
  readonly line: Line | null;
  readonly steps: readonly Step[];
}

/** What totals need: the steps that lead to lines and incomes, with what serves one line alone kept together. */
export function coreBlocks(steps: readonly Step[], lines: readonly Line[], income: Slot): CoreBlock[] {
  const wanted = [income, ...lines.flatMap((line) => [line.reference, line.paid])];
  const core = leading(steps, wanted);
  const lineOfStep = ownSteps(core, lines);
  const blocks: { line: Line | null; steps: Step[] }[] = [];
  const ownBlocks = new Map<Line, Step[]>();
  for (const step of core) {
    const line = lineOfStep.get(step) ?? null;
    if (line === null) {
      const last = blocks.at(-1);
      if (last?.line === null) last.steps.push(step);
      else blocks.push({ line, steps: [step] });
      continue;
    }
    const own = ownBlocks.get(line) ?? [];
    ownBlocks.set(line, own);
    own.push(step);
    // a block stands where its line is computed: by then all it reads is there, and nobody else reads it before
    if (step.writes.includes(line.reference)) blocks.push({ line, steps: own });
  }
  return blocks;
}

/** Steps that one line alone needs, its own included; never what decides whether lines are there. */
function ownSteps(core: readonly Step[], lines: readonly Line[]): Map<Step, Line> {
  const conditional = lines.filter((line) => line.when !== null);
  const decides = new Set(
    leading(
      core,
      conditional.flatMap((line) => (line.when === null ? [] : [line.when])),
    ),
  );
  const lineWith = new Map<Slot, Line>(conditional.map((line) => [line.reference, line]));
  const readers = new Map<Slot, Set<Line | null>>();
  const own = new Map<Step, Line>();
  for (const step of [...core].reverse()) {
    const found = new Set<Line | null>();
    for (const slot of step.writes) {
      const line = lineWith.get(slot);
      if (line !== undefined) own.set(step, line);
      for (const reader of readers.get(slot) ?? []) found.add(reader);
    }
    const [only] = found;
    if (!own.has(step) && found.size === 1 && only != null && !decides.has(step)) own.set(step, only);
    for (const slot of step.reads) {
      const known = readers.get(slot) ?? new Set();
      readers.set(slot, known.add(own.get(step) ?? null));
    }
  }
  return own;
}

export function runBlocks(batch: Batch, blocks: readonly CoreBlock[]): void {
  for (let i = 0; i < blocks.length; i++) {
    const { line, steps } = blocks[i]!;
    if (line?.when == null || isAnywhere(truthsOf(batch, line.when), rowsIn(batch, line.rows))) {
      runSteps(batch, steps);
      continue;
    }
    absentKernel(
      truthsOf(batch, line.exists),
      valuesOf(batch, line.reference),
      valuesOf(batch, line.paid),
      rowsIn(batch, line.rows),
    );
  }
}
