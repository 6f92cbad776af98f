import type { Fact } from '../../model/facts.js';
import { readState, readTruth, readValue, readWord } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { saidOf } from '../machine/said.js';
import { addStep, definition, noted, type Compiler } from '../compiler/compiler.js';
import { literal, numberSlot, wordSlot } from '../compiler/new-slots.js';
import { statusAt } from '../machine/statuses.js';
import { contextOf } from '../compiler/context.js';
import { binary } from '../formulas/expressions.js';
import { rowsOperand } from '../machine/writer.js';
import { resolveWordKernel } from '../kernels/choice.js';
import { AS_SAID, finest, WHOLE } from '../machine/decimal-places.js';
import { numOf, whole } from '../machine/nums.js';
import { fillingOf, isWordFact, rowsOfFact, type Filling } from './filling.js';
import { writeResolving } from './resolving.js';
import {
  KNOWN,
  NO,
  NO_STATUS,
  NONE,
  WORD_UNKNOWN,
  type NumberSlot,
  type Rows,
  type Slot,
  type TruthSlot,
  type WordSlot,
} from '../machine/slots.js';

/** An asked fact: what was said, what holds, and what it was filled from. */
export interface AskedFact extends Filling {
  readonly fact: Fact;
  readonly rows: Rows;
  readonly raw: NumberSlot | WordSlot;
  readonly final: NumberSlot | WordSlot;
}

const GIVEN = 0;
const ASSUMPTION = 4;

export function factNumber(c: Compiler, id: string): NumberSlot {
  if (id === 'month') return literal(c, String(c.month));
  if (id === 'person.born') return born(c);
  const { final } = askedFact(c, id);
  if (final.kind !== 'number') throw new Error(`${id} is no number`);
  return final;
}

export function factWord(c: Compiler, id: string): WordSlot {
  const { final } = askedFact(c, id);
  if (final.kind !== 'word') throw new Error(`${id} is no word`);
  return final;
}

/** The month assessed less the age in months. */
function born(c: Compiler): NumberSlot {
  return binary(c, 'subtract', literal(c, String(c.month)), factNumber(c, 'person.age'), contextOf('person.born'));
}

/** Facts that are read from others and never asked. */
export const isComputedFact = (id: string): boolean => id === 'month' || id === 'person.born';

export function askedFact(c: Compiler, id: string): AskedFact {
  return noted(c, `fact ${id}`, () => {
    const fact = definition(c, 'fact', c.model.facts, id);
    return isWordFact(fact) ? askedWord(c, fact) : askedNumber(c, fact);
  });
}

function askedNumber(c: Compiler, fact: Fact): AskedFact {
  const rows = rowsOfFact(fact);
  const isWhole = fact.type === 'whole' || fact.type === 'age' || fact.type === 'date' || fact.type === 'month';
  const always = fact.id === 'person.age';
  const raw: NumberSlot = numberSlot(c, {
    rows,
    reads: [],
    stateful: !always,
    whole: isWhole,
    places: AS_SAID,
    status: GIVEN,
    exact: (batch, row) => {
      const said = saidOf(batch, raw, row);
      if (said === undefined) return whole(c.arena, readValue(batch, raw, row));
      return typeof said === 'string' ? numOf(c.arena, said) : said;
    },
  });
  const { applies, assume, set } = fillingOf(c, fact);
  if (always || (applies === null && assume === null)) return { fact, rows, raw, final: raw, applies, assume, set };
  const filled = assume as NumberSlot | null;
  const stateful = applies !== null || filled === null || filled.stateful;
  const mayBeUnknown = applies?.mayBeUndecided === true || filled === null || filled.mayBeUnknown;
  const final: NumberSlot = numberSlot(c, {
    rows,
    reads: [raw, applies, filled].filter((slot) => slot !== null),
    // the state column is written in any case
    stateful,
    mayBeUnknown,
    whole: isWhole && (filled === null || filled.whole),
    places: finest([raw.places, filled === null ? WHOLE : filled.places]),
    status: (batch, row) => {
      if (applies !== null && readTruth(batch, applies, row) === NO) return NO_STATUS;
      if (readState(batch, raw, row) === KNOWN) return GIVEN;
      if (fact.builtIn) return NO_STATUS;
      return set && filled !== null ? statusAt(batch, filled.status, row) : ASSUMPTION;
    },
    exact: (batch, row) => {
      if (stateful && readState(batch, final, row) === NONE) return whole(c.arena, 0);
      if (readState(batch, raw, row) === KNOWN) return readExact(batch, raw, row);
      return filled === null ? whole(c.arena, 0) : readExact(batch, filled, row);
    },
  });
  addStep(c, {
    reads: final.reads,
    writes: [final],
    write: (to) => writeResolving(to, final, raw, applies, filled, rows),
  });
  return { fact, rows, raw, final, applies, assume, set };
}

function askedWord(c: Compiler, fact: Fact): AskedFact {
  const rows = rowsOfFact(fact);
  const { applies, assume, set } = fillingOf(c, fact);
  const filled = assume as WordSlot | null;
  const raw = wordSlot(c, { rows, reads: [], mayBeUnknown: !fact.required, probe: null });
  if (applies === null && filled === null) return { fact, rows, raw, final: raw, applies, assume, set };
  const final = wordSlot(c, {
    rows,
    reads: [raw, applies, filled].filter((slot): slot is Slot & (TruthSlot | WordSlot) => slot !== null),
    mayBeUnknown: filled === null ? !fact.required : filled.mayBeUnknown || (applies?.mayBeUndecided ?? false),
    probe: (batch, row) => {
      applies?.probe?.(batch, row);
      if (readWord(batch, raw, row) === WORD_UNKNOWN) filled?.probe?.(batch, row);
    },
  });
  addStep(c, {
    reads: final.reads,
    writes: [final],
    write: (to) => {
      const [fits, assumed] = [to.column(applies), to.column(filled)];
      to.op(resolveWordKernel, to.column(final), to.column(raw), fits, assumed, rowsOperand(rows));
    },
  });
  return { fact, rows, raw, final, applies, assume, set };
}
