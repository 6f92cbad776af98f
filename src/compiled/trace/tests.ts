import { faultIn } from '../../model/diagnostic.js';
import type { Condition } from '../../model/condition.js';
import { nameOf } from '../../model/node-id.js';
import type { ConditionNode, TraceTest } from '../../model/trace.js';
import type { Truth, ValueType } from '../../model/value.js';
import { type Batch, readTruth, rowFor } from '../machine/batch.js';
import { definition, madeOf, type Compiler } from '../compiler/compiler.js';
import { decidingOf, isWritten, type Deciding } from '../machine/case.js';
import { contextOf } from '../compiler/context.js';
import { typeOf } from '../formulas/types.js';
import type { Program } from '../program.js';
import {
  NO,
  UNDECIDED,
  YES,
  type NumberSlot,
  type Rows,
  type Slot,
  type TruthSlot,
  type WordSlot,
} from '../machine/slots.js';
import { valueText } from '../compiler/text.js';

export const TRUTHS: readonly Truth[] = ['no', 'undecided', 'yes'];

/** A condition ready to be told: its tests in the order of writing, and how they are joined. */
export interface Told {
  readonly compiler: Compiler;
  readonly rows: Rows;
  readonly slot: TruthSlot;
  readonly tests: readonly ToldTest[];
  readonly tree: Tree;
  /** By truths of the tests: which are decisive, of combinations met so far. */
  readonly decisive: Map<number, readonly boolean[]>;
}

interface ToldTest {
  readonly name: string;
  readonly text: string;
  readonly slot: TruthSlot;
  /** The value that is told. */
  readonly of: NumberSlot | WordSlot;
  readonly type: ValueType;
  readonly unit: string | null;
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
    });
    return tests.length - 1;
  };
  const tree = treeOf(condition);
  return { compiler: c, rows, slot: truthMade(c, condition), tests, tree, decisive: new Map() };
}

/** What decides how conditions are told, and what is told with them: of a word or a number what it is, of an age its years. */
export function decidingOfTests(told: readonly Told[], rows: Rows, beside: readonly Slot[] = []): Deciding {
  const tests = told.flatMap((one) => one.tests);
  const numbers = tests.filter(({ of }) => of.kind === 'number');
  const ages = tests.flatMap(({ of, type }) => (type === 'age' && of.kind === 'number' && isWritten(of) ? [of] : []));
  const slots = [...tests.map(({ of }) => of), ...numbers.map(({ slot }) => slot), ...beside];
  return decidingOf(slots, rows, { statuses: false, ages: [...new Set(ages)] });
}

/** The slot made of a condition of the model. */
export function truthMade(c: Compiler, source: object): TruthSlot {
  const slot = madeOf(c, source);
  if (slot.kind !== 'truth') throw new Error('not a condition');
  return slot;
}

/** The value of a test; one that cannot be had is told like one that is unknown. */
function valueOf({ compiler, rows }: Told, { of, type, unit }: ToldTest, batch: Batch, row: number): string | null {
  try {
    return valueText(compiler, batch, of, type, unit, rowFor(batch, of, rows, row));
  } catch (error) {
    faultIn(error);
    return null;
  }
}

export function truthAt(batch: Batch, slot: TruthSlot, rows: Rows, row: number): number {
  return readTruth(batch, slot, rowFor(batch, slot, rows, row));
}

export const truthTold = (batch: Batch, told: Told, row: number): number => truthAt(batch, told.slot, told.rows, row);

export function conditionNode(
  batch: Batch,
  told: Told,
  row: number,
  id: string,
  named: readonly string[],
): ConditionNode {
  const value = TRUTHS[truthTold(batch, told, row)]!;
  return { id, kind: 'condition', value, tests: testsTold(batch, told, row), in: named };
}

/** The tests of a condition with their values; decisive where turning one alone changes the whole. */
export function testsTold(batch: Batch, told: Told, row: number): readonly TraceTest[] {
  const { rows, tests } = told;
  const decisive = decisiveOf(batch, told, row);
  const list = new Array<TraceTest>(tests.length);
  for (let i = 0; i < tests.length; i++) {
    const test = tests[i]!;
    const holds = TRUTHS[truthAt(batch, test.slot, rows, row)]!;
    const value = valueOf(told, test, batch, row);
    list[i] = { name: test.name, test: test.text, value, holds, decisive: decisive[i]! };
  }
  return list;
}

/** The truths of so many tests are one number. */
const MOST_TESTS = 33;
/** So many combinations are remembered of a condition. */
const ROOM = 500;

/** Which tests are decisive; a combination of truths is looked into once. */
function decisiveOf(batch: Batch, told: Told, row: number): readonly boolean[] {
  const { rows, tests, decisive } = told;
  if (tests.length > MOST_TESTS) return decisiveAnew(batch, told, row);
  let truths = 0;
  for (let i = 0; i < tests.length; i++) truths = truths * 3 + truthAt(batch, tests[i]!.slot, rows, row);
  const known = decisive.get(truths);
  if (known !== undefined) return known;
  const made = decisiveAnew(batch, told, row);
  if (decisive.size < ROOM) decisive.set(truths, made);
  return made;
}

function decisiveAnew(batch: Batch, told: Told, row: number): readonly boolean[] {
  const { rows, tests, tree } = told;
  const truths = tests.map(({ slot }) => truthAt(batch, slot, rows, row));
  const whole = truthTold(batch, told, row);
  return tests.map((_, i) => isDecisive(tree, truths, whole, i));
}

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
