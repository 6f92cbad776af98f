import type { Expression } from '../../model/expression.js';
import type { Fact } from '../../model/facts.js';
import {
  type Batch,
  errorsOf,
  readExact,
  readState,
  readTruth,
  readValue,
  readWord,
  valuesOf,
} from '../machine/batch.js';
import { saidOf } from '../machine/said.js';
import { addStep, definition, noted, type Compiler } from '../compiler.js';
import { literal, numberSlot, wordSlot } from '../new-slots.js';
import { statusAt } from '../machine/statuses.js';
import { numberIn, truthIn, wordIn } from '../machine/lift.js';
import { conditionOf } from './conditions.js';
import { contextOf, type Context } from '../formulas/context.js';
import { numberOf } from '../formulas/expressions.js';
import { rowsOperand } from '../machine/writer.js';
import { resolveWordKernel } from '../kernels/choice.js';
import { divide, numOf, whole } from '../machine/nums.js';
import { writeResolving } from './resolving.js';
import {
  KNOWN,
  NO,
  NO_STATUS,
  NONE,
  UNKNOWN,
  WORD_UNKNOWN,
  type NumberSlot,
  type Rows,
  type Slot,
  type TruthSlot,
  type WordSlot,
} from '../machine/slots.js';
import { wordOf } from './words.js';
import { binary } from '../formulas/expressions.js';

/** An asked fact: what was said, what holds, and what it was filled from. */
export interface AskedFact {
  readonly fact: Fact;
  readonly rows: Rows;
  readonly raw: NumberSlot | WordSlot;
  readonly final: NumberSlot | WordSlot;
  readonly applies: TruthSlot | null;
  readonly assume: NumberSlot | WordSlot | null;
  /** The policy sets it. */
  readonly set: boolean;
}

const GIVEN = 0;
const ASSUMPTION = 4;

export const isWordFact = (fact: Fact): boolean => fact.type === 'yes-no' || fact.type === 'one-of';
const rowsOfFact = (fact: Fact): Rows => (fact.scope === 'person' ? 'person' : 'household');

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
    status: GIVEN,
    exact: (batch, row) => {
      const said = saidOf(batch, raw, row);
      if (said === undefined) return whole(c.arena, readValue(batch, raw, row));
      return typeof said === 'string' ? numOf(c.arena, said) : said;
    },
  });
  const { applies, assume, set } = filling(c, fact);
  if (always || (applies === null && assume === null)) return { fact, rows, raw, final: raw, applies, assume, set };
  const filled = assume as NumberSlot | null;
  const stateful = applies !== null || filled === null || filled.stateful;
  const final: NumberSlot = numberSlot(c, {
    rows,
    reads: [raw, applies, filled].filter((slot) => slot !== null),
    // the state column is written in any case
    stateful,
    whole: isWhole && (filled === null || filled.whole),
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
  const { applies, assume, set } = filling(c, fact);
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

/** Where the fact applies, and what stands in for silence: a policy's setting before the fact's own `assume`. */
function filling(c: Compiler, fact: Fact): Pick<AskedFact, 'applies' | 'assume' | 'set'> {
  const rows = rowsOfFact(fact);
  const ctx = contextOf(fact.id, { unknowable: true });
  const setting =
    c.policy === null || fact.scope !== 'local'
      ? undefined
      : definition(c, 'policy', c.model.policies, c.policy).settings.find((one) => one.fact === fact.id);
  const applies = fact.applies === null ? null : truthIn(c, conditionOf(c, fact.applies, ctx), rows);
  const value = setting?.value ?? fact.assume;
  if (fact.id === 'dwelling.share') return { applies, assume: numberIn(c, share(c), rows), set: false };
  if (fact.id === 'person.presence' && value === null)
    return { applies, assume: numberIn(c, literal(c, '1'), rows), set: false };
  if (value === null) return { applies, assume: null, set: false };
  const assume = isWordFact(fact)
    ? wordIn(c, wordOf(c, value, ctx), rows)
    : numberIn(c, assumedNumber(c, fact, value, ctx), rows);
  return { applies, assume, set: setting !== undefined };
}

/** What is assumed as a number; an age is written in completed years. */
function assumedNumber(c: Compiler, fact: Fact, value: Expression, ctx: Context): NumberSlot {
  const number = numberOf(c, value, ctx);
  return fact.type === 'age' ? binary(c, 'multiply', number, literal(c, '12'), ctx) : number;
}

/** Members over residents. */
function share(c: Compiler): NumberSlot {
  const slot: NumberSlot = numberSlot(c, {
    rows: 'household',
    reads: [],
    stateful: false,
    status: NO_STATUS,
    exact: (batch, row) =>
      divide(c.arena, whole(c.arena, batch.members[row]!), whole(c.arena, residents(batch, row)), 'dwelling.share'),
  });
  addStep(c, {
    reads: [],
    writes: [slot],
    write: ({ batch, run }) => {
      const v = valuesOf(batch, slot);
      const e = errorsOf(batch, slot);
      run(() => {
        for (let h = 0; h < batch.count; h++) {
          v[h] = batch.members[h]! / residents(batch, h);
          e[h] = v[h] === 1 ? 0 : 2 ** -52;
        }
      });
    },
  });
  return slot;
}

const residents = (batch: Batch, h: number): number => batch.start[h + 1]! - batch.start[h]!;

/** State of a raw fact when nobody said anything. */
export const SILENCE = UNKNOWN;
