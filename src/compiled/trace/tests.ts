import type { Condition } from '../../model/condition.js';
import { nameOf } from '../../model/node-id.js';
import type { ConditionNode, TraceTest } from '../../model/trace.js';
import type { Truth, ValueType } from '../../model/value.js';
import { type Batch, readTruth, rowFor } from '../machine/batch.js';
import { definition, madeOf, type Compiler } from '../compiler.js';
import { contextOf } from '../formulas/context.js';
import { typeOf } from '../inference/names.js';
import type { Program } from '../program.js';
import { NO, UNDECIDED, YES, type NumberSlot, type Rows, type TruthSlot, type WordSlot } from '../machine/slots.js';
import { seenIn, seenText, type Seen } from '../machine/text.js';

export const TRUTHS: readonly Truth[] = ['no', 'undecided', 'yes'];

/** A condition ready to be told: its tests in the order of writing, and how they are joined. */
export interface Told {
  readonly compiler: Compiler;
  readonly rows: Rows;
  readonly slot: TruthSlot;
  readonly tests: readonly ToldTest[];
  readonly tree: Tree;
  /** By truths of the tests: which are decisive. */
  readonly decisive: Map<number, readonly boolean[]>;
  /** By row: how it was told last. Seen the same again, it is the same list. */
  readonly last: (ToldTests | undefined)[];
  /** By row: the node as told last. */
  readonly nodes: (ConditionNode | undefined)[];
}

/** Tests as told, with all that they follow from. */
interface ToldTests {
  readonly truths: number;
  readonly seen: readonly Seen[];
  readonly list: readonly TraceTest[];
}

interface ToldTest {
  readonly name: string;
  readonly text: string;
  readonly slot: TruthSlot;
  /** The value that is told. */
  readonly of: NumberSlot | WordSlot;
  readonly type: ValueType;
  readonly unit: string | null;
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
      of: madeOf(c, one.ref) as NumberSlot | WordSlot,
      type: typeOf(c, one.ref, contextOf('trace')),
      unit: one.ref.of === 'fact' ? definition(c, 'fact', c.model.facts, one.ref.id).unit : null,
      last: [],
    });
    return tests.length - 1;
  };
  const tree = treeOf(condition);
  return { compiler: c, rows, slot: truthMade(c, condition), tests, tree, decisive: new Map(), last: [], nodes: [] };
}

/** The slot made of a condition of the model. */
export function truthMade(c: Compiler, source: object): TruthSlot {
  const slot = madeOf(c, source);
  if (slot.kind !== 'truth') throw new Error('not a condition');
  return slot;
}

/** What is seen of a test's value; one that cannot be had is told like one that is unknown. */
function seenOf(batch: Batch, { of }: ToldTest, rows: Rows, row: number): Seen {
  try {
    return seenIn(batch, of, rowFor(batch, of, rows, row));
  } catch {
    return null;
  }
}

export function truthAt(batch: Batch, slot: TruthSlot, rows: Rows, row: number): number {
  return readTruth(batch, slot, rowFor(batch, slot, rows, row));
}

export const truthTold = (batch: Batch, told: Told, row: number): number => truthAt(batch, told.slot, told.rows, row);

/** The node of a condition; told the same again, it is the same node. */
export function conditionNode(
  batch: Batch,
  told: Told,
  row: number,
  id: string,
  named: readonly string[],
): ConditionNode {
  const value = TRUTHS[truthTold(batch, told, row)]!;
  const tests = testsTold(batch, told, row);
  const before = told.nodes[row];
  if (before?.tests === tests && before.value === value && before.in === named && before.id === id) return before;
  return (told.nodes[row] = Object.freeze({ id, kind: 'condition', value, tests, in: named }));
}

/** The tests of a condition with their values; decisive where turning one alone changes the whole. */
export function testsTold(batch: Batch, told: Told, row: number): readonly TraceTest[] {
  const { rows, tests, last } = told;
  const before = last[row];
  let truths = 0;
  for (let i = 0; i < tests.length; i++) truths = truths * 3 + truthAt(batch, tests[i]!.slot, rows, row);
  if (before?.truths === truths && tests.length <= MANY) {
    let i = 0;
    while (i < tests.length && before.seen[i] === seenOf(batch, tests[i]!, rows, row)) i++;
    if (i === tests.length) return before.list;
  }
  return (last[row] = toldAnew(batch, told, row, truths)).list;
}

/** By itself, so that tests told as before make no closure. */
function toldAnew(batch: Batch, told: Told, row: number, truths: number): ToldTests {
  const { rows, tests } = told;
  const seen = tests.map((test) => seenOf(batch, test, rows, row));
  const decisive = decisiveOf(batch, told, row, truths);
  const list = Object.freeze(
    tests.map((test, i) => testTold(told, test, seen[i]!, truthAt(batch, test.slot, rows, row), decisive[i]!)),
  );
  return { truths, seen, list };
}

function testTold({ compiler }: Told, test: ToldTest, seen: Seen, holds: number, decisive: boolean): TraceTest {
  const { name, text, of, type, unit, last } = test;
  const value = seenText(compiler, of, seen, type, unit);
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
