import { ULP } from './bounds.js';
import type { Compiler } from './compiler.js';
import type { Operation } from './expressions.js';
import { addTerm, addTermWhere, addWhere, startSum } from './kernels/linear.js';
import { rowsOperand, type Writer } from './machine/writer.js';
import { add, divide, multiply, numOf, subtract, type Num } from './nums.js';
import { KNOWN, type NumberSlot, type Slot, type Step, type TruthSlot } from './slots.js';

/** A number that moves (null = 1) and what it is multiplied by, added where the condition holds (null = always). */
interface Term {
  readonly slot: NumberSlot | null;
  readonly times: Num;
  readonly when: TruthSlot | null;
}

/** What a slot is: a constant and numbers times constants. */
interface Form {
  readonly constant: Num;
  readonly terms: readonly Term[];
}

/** A step that adds, multiplies with or divides by a constant, or gives 0 where a condition does not hold. */
export type Sum =
  | { readonly op: Operation; readonly left: NumberSlot; readonly right: NumberSlot }
  | { readonly op: 'when'; readonly when: TruthSlot; readonly of: NumberSlot };

/** Terms of one number under one condition are one term. */
function merged(c: Compiler, terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  for (const term of terms) {
    const key = `${term.slot?.id ?? ''} ${term.when?.id ?? ''}`;
    const before = found.get(key);
    found.set(key, before === undefined ? term : { ...term, times: add(c.arena, before.times, term.times) });
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
export function withSums(c: Compiler, steps: readonly Step[], kept: ReadonlySet<Slot>): (Step | null)[] {
  const readers = new Map<Slot, number>();
  const needed = new Set<Slot>(kept);
  /** A condition goes around a sum only where nothing in it has a condition already. */
  const underCondition = new Set<Slot>();
  for (const { sum, reads } of steps) {
    if (sum?.op === 'when') underCondition.add(sum.of);
    for (const slot of reads) {
      readers.set(slot, (readers.get(slot) ?? 0) + 1);
      if (sum === undefined) needed.add(slot);
    }
  }
  const forms = new Map<Slot, Form>();
  /** Slots that no step needs a column of. */
  const spread = new Set<Slot>();
  return steps.map((step) => {
    const [slot] = step.writes;
    if (step.sum === undefined || slot?.kind !== 'number') return step;
    const parts = step.sum.op === 'when' ? [step.sum.of] : [step.sum.left, step.sum.right];
    const form = combined(c, step.sum, (part) => formOf(c, spread.has(part) ? forms.get(part) : undefined, part));
    const uses = readers.get(slot) ?? 0;
    const nested = underCondition.has(slot) && form.terms.some(({ when }) => when !== null);
    if (!needed.has(slot) && !nested && uses > 0 && (uses === 1 || form.terms.length === 1)) {
      forms.set(slot, form);
      spread.add(slot);
      return null;
    }
    return parts.some((part) => spread.has(part)) ? linearStep(slot, form.constant, merged(c, form.terms)) : step;
  });
}

function formOf(c: Compiler, form: Form | undefined, slot: NumberSlot): Form {
  if (slot.constant !== null) return { constant: slot.constant, terms: [] };
  return form ?? { constant: numOf(c.arena, '0'), terms: [{ slot, times: numOf(c.arena, '1'), when: null }] };
}

function combined(c: Compiler, sum: Sum, formIn: (part: NumberSlot) => Form): Form {
  const { arena } = c;
  if (sum.op === 'when') return formWhere(c, sum.when, formIn(sum.of));
  const left = formIn(sum.left);
  const right = formIn(sum.right);
  const each = ({ constant, terms }: Form, work: (value: Num) => Num): Form => ({
    constant: work(constant),
    terms: terms.map((term) => ({ ...term, times: work(term.times) })),
  });
  switch (sum.op) {
    case 'add':
      return { constant: add(arena, left.constant, right.constant), terms: [...left.terms, ...right.terms] };
    case 'subtract': {
      const minus = each(right, (value) => subtract(arena, numOf(arena, '0'), value));
      return { constant: add(arena, left.constant, minus.constant), terms: [...left.terms, ...minus.terms] };
    }
    case 'multiply':
      return left.terms.length === 0
        ? each(right, (value) => multiply(arena, left.constant, value))
        : each(left, (value) => multiply(arena, value, right.constant));
    case 'divide':
      return each(left, (value) => divide(arena, value, right.constant, 'constant'));
    default:
      throw new Error(`${sum.op} is no sum`);
  }
}

function formWhere(c: Compiler, when: TruthSlot, { constant, terms }: Form): Form {
  const all = constant.value.isZero() ? terms : [{ slot: null, times: constant, when: null }, ...terms];
  return { constant: numOf(c.arena, '0'), terms: all.map((term) => ({ ...term, when })) };
}

function linearStep(slot: NumberSlot, constant: Num, terms: readonly Term[]): Step {
  const reads = new Set<Slot>(terms.flatMap((term) => [term.slot, term.when]).filter((one) => one !== null));
  return {
    reads: [...reads],
    writes: [slot],
    write: (to) => {
      const [t, rows] = [to.column(slot), rowsOperand(slot.rows)];
      to.op(startSum, t, ...boundedIn(to, constant), rows);
      for (const term of terms) writeTerm(to, term, t, rows);
    },
  };
}

function writeTerm(to: Writer, { slot, times, when }: Term, t: number, rows: number): void {
  const by = boundedIn(to, times);
  if (slot === null && when === null) throw new Error('a constant without a condition is no term');
  if (slot === null) to.op(addWhere, t, to.column(when), ...by, rows);
  else if (when === null) to.op(addTerm, t, to.column(slot), ...by, rows);
  else to.op(addTermWhere, t, to.column(when), to.column(slot), ...by, rows);
}

/** A constant as a double, and how far it may be off: not at all where it is whole. */
function boundedIn(to: Writer, { value }: Num): readonly [number, number] {
  const by = value.toNumber();
  const first = to.doubles(by, value.isInteger() && value.e < 15 ? 0 : Math.abs(by) * ULP);
  return [first, first + 1];
}
