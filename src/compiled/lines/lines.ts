import { isValid } from '../../model/model.js';
import type { Need } from '../../model/needs.js';
import { readValue } from '../machine/batch.js';
import { addStep, definition, noted, type Compiler } from '../compiler/compiler.js';
import { literal, numberSlot, truthSlot, use } from '../compiler/new-slots.js';
import { numberIn, truthIn } from '../compiler/lift.js';
import { conditionOf } from '../formulas/conditions.js';
import { contextOf } from '../compiler/context.js';
import { effectsOn } from './effects.js';
import { binary, numberOf } from '../formulas/expressions.js';
import { factNumber } from '../inference/facts.js';
import { indexFactor, itemsOf, sumOfItems } from './items.js';
import { whole } from '../machine/nums.js';
import type { NumberSlot, Slot } from '../machine/slots.js';
import { writeSimpleLine, writeLine, exactValue } from './line-run.js';
import type { Line, Parsed } from './line.js';
import { statusOfLine, priceStatusOf } from './line-statuses.js';

/** The needs of the month, in the order of the model. */
export function needsOf(c: Compiler): readonly Need[] {
  return noted(c, 'needs', () => c.model.needs.filter((need) => isValid(need, c.month)));
}

/** A need's rounded reference a month, 0 where it does not exist. */
export function lineNumber(c: Compiler, id: string): NumberSlot {
  return inMoney(c, lineOf(c, definition(c, 'need', c.model.needs, id)).reference);
}

/** Steps as an amount. */
export function inMoney(c: Compiler, steps: NumberSlot): NumberSlot {
  return binary(c, 'multiply', steps, literal(c, c.model.pack.rounding), contextOf('rounding'));
}

export function lineOf(c: Compiler, need: Need): Line {
  return noted(c, `line ${need.id}`, () => makeLine(c, need));
}

function makeLine(c: Compiler, need: Need): Line {
  const rows = need.for;
  const ctx = contextOf(need.id);
  const when = need.when === null ? null : truthIn(c, conditionOf(c, need.when, ctx), rows);
  const parts =
    need.parts?.map((part) => ({ id: part.id, slot: use(c, numberIn(c, numberOf(c, part.value, ctx), rows)) })) ?? null;
  const partsSum = parts === null ? null : parts.map((part) => part.slot).reduce((l, r) => binary(c, 'add', l, r, ctx));
  const items = need.items === null ? null : itemsOf(c, need);
  const amount = need.amount === null ? null : numberOf(c, need.amount, { ...ctx, parts: partsSum });
  const index = items === null ? indexFactor(c, need.index, need.priced) : null;
  const indexed =
    items !== null
      ? sumOfItems(c, items, ctx)
      : index === null
        ? amount!
        : binary(c, 'multiply', amount!, index.factor, ctx);
  const inYear =
    need.months === null
      ? indexed
      : binary(c, 'multiply', indexed, binary(c, 'divide', literal(c, need.months), literal(c, '12'), ctx), ctx);
  const base = use(c, numberIn(c, inYear, rows));
  const presence = need.presence === 'scales' ? use(c, factNumber(c, 'person.presence')) : null;
  const effects = effectsOn(c, need, c.model.adjustments, 'all');
  return columnsOf(c, { need, rows, when, amount, items, parts, index, base, presence, effects });
}

function columnsOf(c: Compiler, parsed: Parsed): Line {
  const { need, rows, when, base, presence, effects } = parsed;
  const reads: Slot[] = [base];
  if (when !== null) reads.push(when);
  if (presence !== null) reads.push(presence);
  for (const effect of effects) {
    if (effect.when !== null) reads.push(effect.when);
    if (effect.by !== null) reads.push(effect.by);
  }
  const stateful =
    base.stateful || presence?.stateful === true || effects.some((effect) => effect.by?.stateful === true);
  const status = statusOfLine(parsed);
  const exists = truthSlot(c, { rows, reads, mayBeUndecided: false, probe: null });
  const simple = effects.length === 0 && !stateful;
  const value =
    simple && presence === null
      ? base
      : numberSlot(c, {
          rows,
          reads,
          stateful,
          status,
          exact: (batch, row) => exactValue(c, batch, parsed, row),
        });
  const steps = (): NumberSlot => {
    const slot: NumberSlot = numberSlot(c, {
      rows,
      reads: [value],
      stateful,
      whole: true,
      status,
      exact: (batch, row) => whole(c.arena, readValue(batch, slot, row)),
    });
    return slot;
  };
  const line: Line = {
    at: needsOf(c).indexOf(need),
    ...parsed,
    exists,
    value,
    reference: steps(),
    paid: steps(),
    status,
    priceStatus: priceStatusOf(parsed),
  };
  const billed = c.model.bills.some((bill) => isValid(bill, c.month) && bill.replaces.includes(need.id));
  addStep(c, {
    reads,
    writes: [exists, ...(value === base ? [] : [value]), line.reference, ...(billed ? [] : [line.paid])],
    // others who live there have no line
    beyondColumns: rows === 'person',
    write: (to) => {
      if (simple) writeSimpleLine(c, to, line);
      else writeLine(c, to, line, !billed);
    },
  });
  return line;
}

/** All that a line's text follows from, bills and judgements apart. */
export function* slotsTold({ base, presence, amount, effects, items, parts }: Line): Iterable<Slot | null> {
  yield* [base, presence, amount];
  for (const { when, by } of effects) yield* [when, by];
  for (const { when, price, quantity, lasts, month } of items ?? []) yield* [when, price, quantity, lasts, month];
  for (const { slot } of parts ?? []) yield slot;
}
