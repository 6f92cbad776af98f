import type { Expression } from '../../model/expression.js';
import type { Fact } from '../../model/facts.js';
import { type Batch, errorsOf, valuesOf } from '../machine/batch.js';
import { addStep, definition, type Compiler } from '../compiler/compiler.js';
import { literal, numberSlot } from '../compiler/new-slots.js';
import { numberIn, truthIn, wordIn } from '../compiler/lift.js';
import { conditionOf } from '../formulas/conditions.js';
import { contextOf, type Context } from '../compiler/context.js';
import { binary, numberOf } from '../formulas/expressions.js';
import { divide, whole } from '../machine/nums.js';
import { NO_STATUS, type NumberSlot, type Rows, type TruthSlot, type WordSlot } from '../machine/slots.js';
import { wordOf } from '../formulas/words.js';

export const isWordFact = (fact: Fact): boolean => fact.type === 'yes-no' || fact.type === 'one-of';
export const rowsOfFact = (fact: Fact): Rows => (fact.scope === 'person' ? 'person' : 'household');

/** What an asked fact is where nobody said anything. */
export interface Filling {
  readonly applies: TruthSlot | null;
  readonly assume: NumberSlot | WordSlot | null;
  /** The policy sets it. */
  readonly set: boolean;
}

/** Where the fact applies, and what stands in for silence: a policy's setting before the fact's own `assume`. */
export function fillingOf(c: Compiler, fact: Fact): Filling {
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
      divide(
        c.arena,
        whole(c.arena, batch.members[row]!),
        whole(c.arena, residents(batch, row)),
        () => 'dwelling.share',
      ),
  });
  addStep(c, {
    reads: [],
    writes: [slot],
    beyondColumns: true,
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
