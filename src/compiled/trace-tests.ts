import type { Condition } from '../model/condition.js';
import type { Ref } from '../model/expression.js';
import { nameOf } from '../model/node-id.js';
import type { TraceTest } from '../model/trace.js';
import type { Truth, ValueType } from '../model/value.js';
import { type Batch, readTruth } from './batch.js';
import { definition, madeOf, type Compiler } from './compiler.js';
import { contextOf } from './context.js';
import { typeOf } from './names.js';
import type { Program } from './program.js';
import { NO, UNDECIDED, YES, type NumberSlot, type Rows, type TruthSlot, type WordSlot } from './slots.js';
import { valueText } from './text.js';

export const TRUTHS: readonly Truth[] = ['no', 'undecided', 'yes'];

/** A condition ready to be told: its tests in the order of writing, and how they are joined. */
export interface Told {
  readonly rows: Rows;
  readonly slot: TruthSlot;
  readonly tests: readonly ToldTest[];
  readonly tree: Tree;
  /** By truths of the tests: which are decisive. */
  readonly decisive: Map<number, readonly boolean[]>;
  /** By row: how it was told last. Told the same again, it is the same list. */
  readonly last: (readonly TraceTest[] | undefined)[];
}

interface ToldTest {
  readonly name: string;
  readonly text: string;
  readonly slot: TruthSlot;
  readonly value: (batch: Batch, row: number, rows: Rows) => string | null;
  /** As told last, by what it came to and whether it was decisive: values repeat, and the same is told once. */
  readonly last: (TraceTest | undefined)[];
}

/** A leaf is the number of its test. */
type Tree = number | { readonly all: boolean; readonly of: readonly Tree[] };

export function toldCondition(program: Program, condition: Condition, rows: Rows): Told {
  const c = program.compiler;
  const tests: ToldTest[] = [];
  const treeOf = (one: Condition): Tree => {
    if (one.kind !== 'test') return { all: one.kind === 'all', of: one.of.map(treeOf) };
    tests.push({
      name: nameOf(one.ref),
      text: one.text,
      slot: truthMade(c, one),
      value: valueReader(program, one.ref),
      last: [],
    });
    return tests.length - 1;
  };
  const tree = treeOf(condition);
  return { rows, slot: truthMade(c, condition), tests, tree, decisive: new Map(), last: [] };
}

/** The slot made of a condition of the model. */
export function truthMade(c: Compiler, source: object): TruthSlot {
  const slot = madeOf(c, source);
  if (slot.kind !== 'truth') throw new Error('not a condition');
  return slot;
}

/** How a name's value is told. */
function valueReader(program: Program, ref: Ref): ToldTest['value'] {
  const c = program.compiler;
  const slot = madeOf(c, ref) as NumberSlot | WordSlot;
  const type: ValueType = typeOf(c, ref, contextOf('trace'));
  const unit = ref.of === 'fact' ? definition(c, 'fact', c.model.facts, ref.id).unit : null;
  return (batch, row, rows) => {
    const at = rows === 'person' && slot.rows === 'household' ? batch.household[row]! : row;
    try {
      return valueText(c, batch, slot, type, unit, at);
    } catch {
      return null;
    }
  };
}

export function truthAt(batch: Batch, slot: TruthSlot, rows: Rows, row: number): number {
  return readTruth(batch, slot, rows === 'person' && slot.rows === 'household' ? batch.household[row]! : row);
}

export const truthTold = (batch: Batch, told: Told, row: number): number => truthAt(batch, told.slot, told.rows, row);

/** The tests of a condition with their values; decisive where turning one alone changes the whole. */
export function testsTold(batch: Batch, told: Told, row: number): readonly TraceTest[] {
  const { rows, tests, last } = told;
  let truths = 0;
  for (let i = 0; i < tests.length; i++) truths = truths * 3 + truthAt(batch, tests[i]!.slot, rows, row);
  const decisive = decisiveOf(batch, told, row, truths);
  const before = last[row];
  let changed: TraceTest[] | null = null;
  for (let i = 0; i < tests.length; i++) {
    const test = tests[i]!;
    const holds = truthAt(batch, test.slot, rows, row);
    const one = testTold(test, test.value(batch, row, rows), holds, decisive[i]!);
    if (changed === null && before?.[i] !== one) changed = before === undefined ? [] : before.slice(0, i);
    changed?.push(one);
  }
  if (changed === null && before !== undefined) return before;
  return (last[row] = Object.freeze(changed ?? []));
}

function testTold({ name, text, last }: ToldTest, value: string | null, holds: number, decisive: boolean): TraceTest {
  const at = holds * 2 + (decisive ? 1 : 0);
  const before = last[at];
  if (before !== undefined && before.value === value) return before;
  return (last[at] = Object.freeze({ name, test: text, value, holds: TRUTHS[holds]!, decisive }));
}

/** Which tests are decisive; a combination of truths is looked into once. */
function decisiveOf(batch: Batch, told: Told, row: number, key: number): readonly boolean[] {
  const { rows, tests, tree, decisive } = told;
  let known = decisive.get(key);
  if (known === undefined) {
    const truths = tests.map(({ slot }) => truthAt(batch, slot, rows, row));
    const whole = truthTold(batch, told, row);
    known = tests.map((_, i) => isDecisive(tree, truths, whole, i));
    // beyond so many tests the key no longer tells all combinations apart
    if (tests.length <= MANY) decisive.set(key, known);
  }
  return known;
}

/** 3 to this power is a safe whole number. */
const MANY = 33;

function isDecisive(tree: Tree, truths: readonly number[], whole: number, at: number): boolean {
  const holds = truths[at]!;
  if (whole === UNDECIDED || holds === UNDECIDED) return whole === holds;
  if (typeof tree === 'number') return true;
  return joined(tree, truths, at) !== whole;
}

/** The whole with one test turned round. */
function joined(tree: Tree, truths: readonly number[], turned: number): number {
  if (typeof tree === 'number') return tree === turned ? YES - truths[tree]! : truths[tree]!;
  let found: number = tree.all ? YES : NO;
  for (const one of tree.of) {
    const holds = joined(one, truths, turned);
    if (tree.all ? holds < found : holds > found) found = holds;
  }
  return found;
}
