import { readExact } from '../machine/exact-values.js';
import { liftNumberKernel, liftStateKernel, liftTruthKernel, liftWordKernel } from '../kernels/lift.js';
import type { NumberSlot, Rows, Slot, TruthSlot, WordSlot } from '../machine/slots.js';
import { type Compiler, addStep } from './compiler.js';
import { numberSlot, use, truthSlot, wordSlot, once } from './new-slots.js';

/** A household's number as each of its persons sees it. */
export function numberForPersons(c: Compiler, slot: NumberSlot): NumberSlot {
  if (slot.rows === 'person') return slot;
  if (slot.constant !== null) return use(c, slot);
  return once(c, `lift ${slot.id}`, () => {
    const { status } = slot;
    const lifted = numberSlot(c, {
      rows: 'person',
      reads: [slot],
      follows: [slot],
      stateful: slot.stateful,
      mayBeUnknown: slot.mayBeUnknown,
      whole: slot.whole,
      places: slot.places,
      status: typeof status === 'number' ? status : (batch, row) => status(batch, batch.household[row]!),
      exact: (batch, row) => readExact(batch, slot, batch.household[row]!),
    });
    addStep(c, {
      reads: [slot],
      writes: [lifted],
      write: (to) => {
        to.op(liftNumberKernel, to.column(lifted), to.column(slot));
        if (slot.stateful) to.op(liftStateKernel, to.column(lifted), to.column(slot));
      },
    });
    return lifted;
  });
}

export function truthForPersons(c: Compiler, slot: TruthSlot): TruthSlot {
  if (slot.rows === 'person') return slot;
  return once(c, `lift ${slot.id}`, () => {
    const lifted = truthSlot(c, {
      rows: 'person',
      reads: [slot],
      mayBeUndecided: slot.mayBeUndecided,
      probe: probeForPersons(slot),
    });
    addStep(c, {
      reads: [slot],
      writes: [lifted],
      write: (to) => to.op(liftTruthKernel, to.column(lifted), to.column(slot)),
    });
    return lifted;
  });
}

export function wordForPersons(c: Compiler, slot: WordSlot): WordSlot {
  if (slot.rows === 'person') return slot;
  return once(c, `lift ${slot.id}`, () => {
    const lifted = wordSlot(c, {
      rows: 'person',
      reads: [slot],
      mayBeUnknown: slot.mayBeUnknown,
      probe: probeForPersons(slot),
    });
    addStep(c, {
      reads: [slot],
      writes: [lifted],
      write: (to) => to.op(liftWordKernel, to.column(lifted), to.column(slot)),
    });
    return lifted;
  });
}

/** Persons if one of them is of persons. */
export function rowsOf(slots: readonly Slot[]): Rows {
  return slots.some((slot) => slot.rows === 'person') ? 'person' : 'household';
}

export function numberIn(c: Compiler, slot: NumberSlot, rows: Rows): NumberSlot {
  return rows === 'person' ? numberForPersons(c, slot) : use(c, slot);
}

export function truthIn(c: Compiler, slot: TruthSlot, rows: Rows): TruthSlot {
  return rows === 'person' ? truthForPersons(c, slot) : slot;
}

export function wordIn(c: Compiler, slot: WordSlot, rows: Rows): WordSlot {
  return rows === 'person' ? wordForPersons(c, slot) : slot;
}

/** Asks a household's slot, for a person of it. */
function probeForPersons({ probe }: TruthSlot | WordSlot): TruthSlot['probe'] {
  return probe === null ? null : (batch, row) => probe(batch, batch.household[row]!);
}
