import { errorsOf, readExact, truthsOf, valuesOf, wordsOf, statesOf } from './batch.js';
import { lift16, lift64, lift8 } from './kernels/lift.js';
import type { NumberSlot, Rows, Slot, TruthSlot, WordSlot } from './slots.js';
import { type Compiler, addStep, numberSlot, use, truthSlot, wordSlot, once } from './compiler.js';

/** A household's number as each of its persons sees it. */
export function numberForPersons(c: Compiler, slot: NumberSlot): NumberSlot {
  if (slot.rows === 'person') return slot;
  if (slot.constant !== null) return use(c, slot);
  return once(c, `lift ${slot.id}`, () => {
    const { status } = slot;
    const lifted = numberSlot(c, {
      rows: 'person',
      reads: [slot],
      stateful: slot.stateful,
      whole: slot.whole,
      status: typeof status === 'number' ? status : (batch, row) => status(batch, batch.household[row]!),
      exact: (batch, row) => readExact(batch, slot, batch.household[row]!),
    });
    addStep(c, {
      reads: [slot],
      writes: [lifted],
      bind: (batch) => {
        const [v, e, s] = [valuesOf(batch, lifted), errorsOf(batch, lifted), statesOf(batch, lifted)];
        const [a, ae, as] = [valuesOf(batch, slot), errorsOf(batch, slot), statesOf(batch, slot)];
        const { household } = batch;
        return () => {
          const n = batch.persons;
          lift64(v, a, household, n);
          lift64(e, ae, household, n);
          if (slot.stateful) lift8(s, as, household, n);
        };
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
      probe: slot.probe === null ? null : (batch, row) => slot.probe?.(batch, batch.household[row]!),
    });
    addStep(c, {
      reads: [slot],
      writes: [lifted],
      bind: (batch) => {
        const to = truthsOf(batch, lifted);
        const from = truthsOf(batch, slot);
        return () => lift8(to, from, batch.household, batch.persons);
      },
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
      probe: slot.probe === null ? null : (batch, row) => slot.probe?.(batch, batch.household[row]!),
    });
    addStep(c, {
      reads: [slot],
      writes: [lifted],
      bind: (batch) => {
        const to = wordsOf(batch, lifted);
        const from = wordsOf(batch, slot);
        return () => lift16(to, from, batch.household, batch.persons);
      },
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
