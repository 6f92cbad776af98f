import { added, boundedOf, divided, multiplied, ONE, subtracted, ZERO, type Bounded } from '../machine/bounded.js';
import { addTerm, addTermWhere, addWhere, startSum, startTerm } from '../kernels/linear.js';
import type { Operation, Sum } from '../machine/sum.js';
import { rowsOperand, type Writer } from '../machine/writer.js';
import { KNOWN, type NumberSlot, type Slot, type TruthSlot } from '../machine/slots.js';
import type { Step } from '../machine/step.js';

/** A number that moves (null = 1) and what it is multiplied by, added where the condition holds (null = always). */
interface Term {
  readonly slot: NumberSlot | null;
  readonly times: Bounded;
  readonly when: TruthSlot | null;
}

/** What a slot is: a constant and numbers times constants. */
interface Form {
  readonly constant: Bounded;
  readonly terms: readonly Term[];
}

/** Terms of one number under one condition are one term. */
function merged(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  for (const term of terms) {
    const key = `${term.slot?.id ?? ''} ${term.when?.id ?? ''}`;
    const before = found.get(key);
    found.set(key, before === undefined ? term : { ...term, times: added(before.times, term.times) });
  }
  return [...found.values()];
}

/** The sum an operation is, or undefined where it is none. */
export function sumOf(op: Operation, left: NumberSlot, right: NumberSlot): Sum | undefined {
  if (left.stateful || right.stateful) return undefined;
  if (op === 'add' || op === 'subtract') return { op, left, right };
  if (op === 'multiply' && (left.constant !== null || right.constant !== null)) return { op, left, right };
  return op === 'divide' && right.constant?.value.isZero() === false ? { op, left, right } : undefined;
}

/** What holds under one condition and is 0 otherwise, as a sum. */
export function sumWhere(tests: readonly TruthSlot[], results: readonly NumberSlot[], lost: number): Sum | undefined {
  const [when] = tests;
  const [of, otherwise] = results;
  if (when === undefined || of === undefined || otherwise === undefined) return undefined;
  if (results.length > 2 || lost !== KNOWN || of.stateful) return undefined;
  return otherwise.constant?.value.isZero() === true ? { op: 'when', when, of } : undefined;
}

/**
 * The same columns with fewer steps: price × quantity × 12 ÷ 12 × index, and the sum of such items, become one step that
 * adds numbers times constants. The columns in between are not filled; their exact values can still be asked for.
 * `kept` are columns that are read by others than steps. A step that is no longer needed is null.
 */
export function withSums(steps: readonly Step[], kept: Iterable<Slot>, slots: number): (Step | null)[] {
  // by slot, how many steps read it, and 1 where it is needed; numbers are found faster than slots in a map
  const readers = new Uint32Array(slots);
  const needed = new Uint8Array(slots);
  for (const { id } of kept) needed[id] = 1;
  /** A condition goes around a sum only where nothing in it has a condition already. */
  const underCondition = new Uint8Array(slots);
  for (const { sum, reads } of steps) {
    if (sum?.op === 'when') underCondition[sum.of.id] = 1;
    for (const { id } of reads) {
      readers[id]!++;
      if (sum === undefined) needed[id] = 1;
    }
  }
  /** Of slots that no step needs a column of. */
  const spread = new Map<Slot, Form>();
  return steps.map((step) => {
    const [slot] = step.writes;
    if (step.sum === undefined || slot?.kind !== 'number') return step;
    const form = combined(step.sum, (part) => spread.get(part) ?? formOf(part));
    const uses = readers[slot.id]!;
    const nested = underCondition[slot.id] === 1 && form.terms.some(({ when }) => when !== null);
    if (needed[slot.id] !== 1 && !nested && uses > 0 && (uses === 1 || form.terms.length === 1)) {
      spread.set(slot, form);
      return null;
    }
    const parts = step.sum.op === 'when' ? [step.sum.of] : [step.sum.left, step.sum.right];
    return parts.some((part) => spread.has(part)) ? linearStep(slot, form.constant, merged(form.terms)) : step;
  });
}

function formOf(slot: NumberSlot): Form {
  if (slot.constant !== null) return { constant: boundedOf(slot.constant), terms: [] };
  return { constant: ZERO, terms: [{ slot, times: ONE, when: null }] };
}

function combined(sum: Sum, formIn: (part: NumberSlot) => Form): Form {
  if (sum.op === 'when') return formWhere(sum.when, formIn(sum.of));
  const left = formIn(sum.left);
  const right = formIn(sum.right);
  switch (sum.op) {
    case 'add':
      return { constant: added(left.constant, right.constant), terms: [...left.terms, ...right.terms] };
    case 'subtract': {
      const minus = each(right, (value) => subtracted(ZERO, value));
      return { constant: added(left.constant, minus.constant), terms: [...left.terms, ...minus.terms] };
    }
    case 'multiply':
      return left.terms.length === 0
        ? each(right, (value) => multiplied(left.constant, value))
        : each(left, (value) => multiplied(value, right.constant));
    case 'divide':
      return each(left, (value) => divided(value, right.constant));
    default:
      throw new Error(`${sum.op} is no sum`);
  }
}

function each({ constant, terms }: Form, work: (value: Bounded) => Bounded): Form {
  return { constant: work(constant), terms: terms.map((term) => ({ ...term, times: work(term.times) })) };
}

function formWhere(when: TruthSlot, { constant, terms }: Form): Form {
  const all =
    constant.value === 0 && constant.error === 0 ? terms : [{ slot: null, times: constant, when: null }, ...terms];
  return { constant: ZERO, terms: all.map((term) => ({ ...term, when })) };
}

function linearStep(slot: NumberSlot, constant: Bounded, terms: readonly Term[]): Step {
  const reads = new Set<Slot>(terms.flatMap((term) => [term.slot, term.when]).filter((one) => one !== null));
  return {
    reads: [...reads],
    writes: [slot],
    write: (to) => {
      const [t, rows] = [to.column(slot), rowsOperand(slot.rows)];
      const start = to.doubles(constant.value, constant.error);
      const first = terms.find(({ slot, when }) => slot !== null && when === null);
      if (first === undefined) to.op(startSum, t, start, start + 1, rows);
      else to.op(startTerm, t, to.column(first.slot), start, to.doubles(first.times.value, first.times.error), rows);
      for (const term of terms) if (term !== first) writeTerm(to, term, t, rows);
    },
  };
}

function writeTerm(to: Writer, { slot, times, when }: Term, t: number, rows: number): void {
  const by = to.doubles(times.value, times.error);
  if (slot === null && when === null) throw new Error('a constant without a condition is no term');
  if (slot === null) to.op(addWhere, t, to.column(when), by, by + 1, rows);
  else if (when === null) to.op(addTerm, t, to.column(slot), by, by + 1, rows);
  else to.op(addTermWhere, t, to.column(when), to.column(slot), by, by + 1, rows);
}
