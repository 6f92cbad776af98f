import { valuesOf, type Batch } from '../compiled/machine/batch.js';
import { encode } from '../compiled/input/encode.js';
import { runAll } from '../compiled/evaluate.js';
import { tidy } from '../compiled/machine/nums.js';
import { batchFor, type Program } from '../compiled/program.js';
import { moneyOf } from '../compiled/compiler/text.js';
import { planOf } from '../compiled/trace/plan.js';
import { idOf, readingOf } from '../compiled/trace/roster.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { Money, MonthIndex } from '../model/value.js';
import { splitAt } from '../model/node-id.js';
import type { Pack } from '../model/pack.js';
import { prepared } from './prepared.js';

/** What is looked at of a household that is only tried. */
export interface Tried {
  /** Values of the nodes, as the trace would tell them; undefined where it would not tell such a node. */
  readonly values: readonly (string | null | undefined)[];
  readonly balance: Money;
}

/**
 * Some nodes of the trace and the balance of a household, without the document around them: for those who try many households
 * and look at little. `nodes` are ids as the trace writes them (`when/mobility.bus@anna`). Null where the household is refused, or
 * the pack has no value for it.
 */
export function tryHousehold(
  pack: Pack,
  input: unknown,
  { month, policy }: { readonly month: MonthIndex; readonly policy: string | null },
  nodes: readonly string[],
): Tried | null {
  const { program, bare } = prepared(pack.model, month, policy);
  const read = bare.read(input);
  if (!read.ok) return null;
  const household = read.value;
  try {
    tidy(program.compiler.arena);
    const batch = batchFor(program, 'one', 1, household.persons.length);
    encode(program, batch, [household]);
    runAll(program, batch);
    const { need, income } = program.sums;
    const balance = valuesOf(batch, income)[0]! - valuesOf(batch, need)[0]!;
    return { values: nodes.map((node) => valueOf(program, batch, node)), balance: moneyOf(program.compiler, balance) };
  } catch (error) {
    if (error instanceof RefbudgetError) return null;
    throw error;
  }
}

const EVERYTHING = { level: 'full', levers: true, policy: true } as const;

function valueOf(program: Program, batch: Batch, node: string): string | null | undefined {
  const plan = planOf(program);
  const { name, person } = splitAt(node);
  const entry = plan.byKey.get(`${name}{at}`) ?? plan.byKey.get(name);
  const persons = batch.households[0]!.persons;
  const row = person === null ? 0 : persons.findIndex(({ id }) => id === person);
  if (entry === undefined || row < 0 || !entry.exists(batch, row) || !entry.root(batch, row, EVERYTHING))
    return undefined;
  const reading = readingOf(plan, batch);
  return entry.node(reading, row, idOf(reading, entry, row)).value;
}
