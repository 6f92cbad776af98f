import type { Batch } from '../machine/batch.js';
import { absentKernel } from '../kernels/lines.js';
import { isAnywhere } from '../kernels/truth.js';
import type { Line } from '../lines/line.js';
import { runCode, type Code } from '../machine/code.js';
import { NOWHERE, rowsOperand, type Writer } from '../machine/writer.js';
import { codeOf } from '../machine/code-of.js';
import { leading } from '../machine/reach.js';
import type { Slot } from '../machine/slots.js';
import type { Step } from '../machine/step.js';
import type { Silence } from '../program.js';
import { listen, makeQuiet, runSpoken, type Quiet } from './quiet.js';

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

/** The blocks as written for the columns of a batch: all in one code, where they end and what they hang on. */
export interface CoreCode {
  readonly code: Code;
  /** Per block: the kernel after its last. The kernel there tells that nobody has the line. */
  readonly ends: Int32Array;
  /** Per block: where the condition of its line stands in the memory of truths (`NOWHERE` = none), and its rows. */
  readonly when: Int32Array;
  readonly rows: Int32Array;
  /** Per block, written by each run: somebody has the line, or there is no line. */
  readonly ran: Uint8Array;
  /** Which kernels nobody gives anything to do; null where other code writes these columns too. */
  readonly quiet: Quiet | null;
}

/** `silence` is given where nothing but this code writes the columns of the batch. */
export function coreCode(batch: Batch, blocks: readonly CoreBlock[], silence: Silence | null): CoreCode {
  const steps = blocks.flatMap(({ line, steps }) => [...steps, absent(line)]);
  const { code, ends } = codeOf(batch, steps);
  let last = -1;
  return {
    code,
    ends: Int32Array.from(blocks, (block) => ends[(last += block.steps.length + 1) - 1]!),
    when: Int32Array.from(blocks, ({ line }) => (line?.when == null ? NOWHERE : line.when.column * batch.stride)),
    rows: Int32Array.from(blocks, ({ line }) => rowsOperand(line?.rows ?? 'household')),
    ran: new Uint8Array(blocks.length),
    quiet: silence === null ? null : makeQuiet(steps, ends, silence),
  };
}

/** What is done in place of a block whose line nobody has. */
function absent(line: Line | null): Step {
  const write = (to: Writer): void => {
    if (line === null) to.op(() => undefined);
    else {
      const columns = [line.exists, line.reference, line.paid].map(to.column);
      to.op(absentKernel, ...columns, rowsOperand(line.rows));
    }
  };
  return { reads: [], writes: [], write };
}

/** Takes the blocks in their order; those of a line nobody has are passed over. */
export function runCoreCode(core: CoreCode): void {
  const { code, quiet } = core;
  if (quiet === null) {
    runBlocks(core, runCode);
    return;
  }
  listen(quiet, code.batch);
  quiet.unsure = true;
  runBlocks(core, (_, from, to) => runSpoken(code, quiet, from, to));
  quiet.unsure = code.batch.failed;
}

function runBlocks({ code, ends, when, rows, ran }: CoreCode, run: typeof runCode): void {
  let from = 0;
  for (let i = 0; i < ends.length; i++) {
    const end = ends[i]!;
    const has = when[i]! < 0 || isAnywhere(code.truths, when[i]!, code.rows[rows[i]!]!);
    ran[i] = has ? 1 : 0;
    if (has) run(code, from, end);
    else run(code, end, end + 1);
    from = end + 1;
  }
}
