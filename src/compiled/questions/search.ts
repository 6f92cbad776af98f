import type { Condition } from '../../model/condition.js';
import { type Batch, readState, readTruth, readWord } from '../machine/batch.js';
import { madeOf } from '../compiler/compiler.js';
import type { DerivedSlots } from '../inference/derived.js';
import type { AskedFact } from '../inference/facts.js';
import type { Program } from '../program.js';
import { NO, OPEN, WORD_UNKNOWN, type Rows, type Slot } from '../machine/slots.js';

/** Where somebody stands who asks: a row of persons or of the household. */
export interface Place {
  readonly rows: Rows;
  readonly row: number;
}

/** What is looked for in one batch, and what was found so far. */
export interface Search {
  readonly program: Program;
  readonly batch: Batch;
  readonly found: Set<string>;
  /** Derived names looked behind already, by their row: looked behind again they name nothing new. */
  readonly behind: (Set<DerivedSlots> | undefined)[];
}

export function searchOf(program: Program, batch: Batch): Search {
  return { program, batch, found: new Set(), behind: [] };
}

/** What a program has under a name. */
interface Named {
  readonly facts: ReadonlyMap<string, AskedFact>;
  readonly derived: ReadonlyMap<string, DerivedSlots>;
}

const named = new WeakMap<Program, Named>();

/** What a program has under a name, found once. */
export function namedIn(program: Program): Named {
  let found = named.get(program);
  if (found === undefined) {
    const facts = new Map(program.facts.map((one) => [one.fact.id, one]));
    const derived = new Map(program.derived.map((one) => [one.derived.id, one]));
    named.set(program, (found = { facts, derived }));
  }
  return found;
}

/** The row of a slot that somebody at a place reads. */
export function rowIn(search: Search, slot: Slot, at: Place): number {
  return at.rows === 'person' && slot.rows === 'household' ? search.batch.household[at.row]! : at.row;
}

export function truthAt(search: Search, condition: Condition, at: Place): number {
  const slot = madeOf(search.program.compiler, condition);
  return slot.kind === 'truth' ? readTruth(search.batch, slot, rowIn(search, slot, at)) : NO;
}

/** Known values miss nothing. */
export function isSettled(search: Search, slot: Slot | undefined, at: Place): boolean {
  if (slot === undefined) return false;
  const row = rowIn(search, slot, at);
  if (slot.kind === 'word') return readWord(search.batch, slot, row) !== WORD_UNKNOWN;
  return slot.kind === 'number' && slot.column >= 0 && readState(search.batch, slot, row) < OPEN;
}
