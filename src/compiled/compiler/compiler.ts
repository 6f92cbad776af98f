import type { Ref } from '../../model/expression.js';
import type { Model } from '../../model/model.js';
import { isValid } from '../../model/model.js';
import type { MonthIndex, Valid } from '../../model/value.js';
import type { Context } from './context.js';
import type { StepSize } from '../kernels/rounding.js';
import { arena, type Arena, type Num } from '../machine/nums.js';
import {
  WORD_NO,
  WORD_NONE,
  WORD_UNKNOWN,
  WORD_YES,
  type NumberSlot,
  type Slot,
  type WordSlot,
} from '../machine/slots.js';
import type { Step } from '../machine/step.js';

/**
 * Whatever a name stands for, as a slot. A formula names a table, whose rows are formulas: who writes formulas reads names
 * through this, so that no file has to import what imports it.
 */
export interface Names {
  /** A number; an age in completed years (formulas) or in months (bands, cells, ranks). */
  readonly number: (c: Compiler, ref: Ref, ctx: Context, ages: 'years' | 'months') => NumberSlot;
  readonly word: (c: Compiler, ref: Ref, ctx: Context) => WordSlot;
}

/** What is known while a model is compiled for a month: slots made, steps to take, equal things once. */
export interface Compiler {
  readonly model: Model;
  readonly month: MonthIndex;
  readonly policy: string | null;
  readonly names: Names;
  readonly arena: Arena;
  readonly steps: Step[];
  readonly slots: Slot[];
  readonly numbers: { slot: NumberSlot }[];
  truths: number;
  wordColumns: number;
  indices: number;
  /** Slots by what they compute, and constants by number, status and how they are written (1.2, 1.20). */
  readonly known: Map<string, Slot>;
  readonly constants: Map<number, NumberSlot>;
  readonly words: Map<string, number>;
  readonly wordTexts: string[];
  /** The slot made of each condition, and of what each of its tests is about: traces and questions look them up. */
  readonly made: Map<object, Slot>;
  /** Series whose last value a formula uses; bills a formula reads. */
  readonly namedBeyond: Set<string>;
  readonly readBills: Set<string>;
  /** A table may be asked with an unknown key. */
  asksTables: boolean;
  /** The rounding step of lines, when first asked for. */
  lineStep: LineStep | null;
  /** Amounts as printed lately. */
  readonly printed: Printed;
  /** Whatever a construct remembers under a key of its own. */
  readonly notes: Map<string, unknown>;
  /** Lists of the model by id. */
  readonly definitions: Map<readonly unknown[], Map<string, unknown[]>>;
}

/** A rounding step as exact number, and as size for doubles. */
export interface LineStep {
  readonly num: Num;
  readonly size: StepSize;
}

/** Texts of amounts in steps, by their last binary digits: an amount stands in many places of a document. */
export interface Printed {
  readonly steps: Float64Array;
  readonly texts: string[];
}

/** How many amounts are remembered as printed: a power of 2. */
export const PRINTED = 4096;

export function compiler(model: Model, month: MonthIndex, policy: string | null, names: Names): Compiler {
  const c: Compiler = {
    model,
    month,
    policy,
    names,
    arena: arena(),
    steps: [],
    slots: [],
    numbers: [],
    truths: 0,
    wordColumns: 0,
    indices: 0,
    known: new Map(),
    constants: new Map(),
    words: new Map(),
    wordTexts: [],
    made: new Map(),
    namedBeyond: new Set(),
    readBills: new Set(),
    asksTables: false,
    lineStep: null,
    printed: { steps: new Float64Array(PRINTED).fill(NaN), texts: new Array<string>(PRINTED).fill('') },
    notes: new Map(),
    definitions: new Map(),
  };
  const reserved: readonly [string, number][] = [
    ['', WORD_UNKNOWN],
    [' ', WORD_NONE],
    ['no', WORD_NO],
    ['yes', WORD_YES],
  ];
  for (const [text, code] of reserved) {
    c.words.set(text, code);
    c.wordTexts[code] = text;
  }
  return c;
}

/** Made once under its key. */
export function noted<T>(c: Compiler, key: string, make: () => T): T {
  let known = c.notes.get(key) as T | undefined;
  if (known === undefined) c.notes.set(key, (known = make()));
  return known;
}

export function wordCode(c: Compiler, word: string): number {
  let code = c.words.get(word);
  if (code === undefined) {
    code = c.wordTexts.length;
    c.words.set(word, code);
    c.wordTexts.push(word);
  }
  return code;
}

/** The definition of an id that exists in the month. */
export function definition<T extends { readonly id: string; readonly valid: Valid }>(
  c: Compiler,
  room: string,
  list: readonly T[],
  id: string,
  month: MonthIndex = c.month,
): T {
  let byId = c.definitions.get(list) as Map<string, T[]> | undefined;
  if (byId === undefined) c.definitions.set(list, (byId = grouped(list)));
  const one = byId.get(id)?.find((candidate) => isValid(candidate, month));
  if (one === undefined) throw new Error(`${room} ${id} does not exist in the month; the pack was not checked`);
  return one;
}

function grouped<T extends { readonly id: string }>(list: readonly T[]): Map<string, T[]> {
  const byId = new Map<string, T[]>();
  for (const one of list) {
    const same = byId.get(one.id);
    if (same === undefined) byId.set(one.id, [one]);
    else same.push(one);
  }
  return byId;
}

export function addStep(c: Compiler, step: Step): void {
  c.steps.push(step);
}

/** The slot made of a part of the model. */
export function madeOf(c: Compiler, source: object): Slot {
  const slot = c.made.get(source);
  if (slot === undefined) throw new Error('a part of the model was not compiled');
  return slot;
}

/** Remembers which slot was made of a part of the model. */
export function making<T extends Slot>(c: Compiler, source: object, slot: T): T {
  c.made.set(source, slot);
  return slot;
}
