import type { Condition } from '../model/condition.js';
import type { Ref } from '../model/expression.js';
import { nameOf } from '../model/node-id.js';
import type { TraceTest } from '../model/trace.js';
import type { Truth, ValueType } from '../model/value.js';
import { truthsOf, type Batch } from './batch.js';
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
}

interface ToldTest {
  readonly name: string;
  readonly text: string;
  readonly slot: TruthSlot;
  readonly value: (batch: Batch, row: number, rows: Rows) => string | null;
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
    });
    return tests.length - 1;
  };
  const tree = treeOf(condition);
  return { rows, slot: truthMade(c, condition), tests, tree };
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
  return truthsOf(batch, slot)[rows === 'person' && slot.rows === 'household' ? batch.household[row]! : row]!;
}

export const truthTold = (batch: Batch, told: Told, row: number): number => truthAt(batch, told.slot, told.rows, row);

/** The tests of a condition with their values; decisive where turning one alone changes the whole. */
export function testsTold(batch: Batch, told: Told, row: number): TraceTest[] {
  const { rows, tests, tree } = told;
  const truths = tests.map(({ slot }) => truthAt(batch, slot, rows, row));
  const whole = truthTold(batch, told, row);
  return tests.map(({ name, text, value }, i): TraceTest => {
    const holds = truths[i]!;
    return {
      name,
      test: text,
      value: value(batch, row, rows),
      holds: TRUTHS[holds]!,
      decisive: isDecisive(tree, truths, whole, i),
    };
  });
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
