import type { Needs, NeedLine } from '../../model/evaluation.js';
import type { Group } from '../../model/needs.js';
import { STATUSES } from '../../model/value.js';
import type { Batch } from '../machine/batch.js';
import { readExact } from '../machine/exact-values.js';
import { textOf } from '../machine/nums.js';
import { moneyOf } from '../compiler/text.js';
import type { Program } from '../program.js';
import { itemsTold } from './items-told.js';
import { computedNeed, isLineOf } from './lines.js';
import type { LineAt } from './line-plans.js';

/** The lines of a batch of one with their sums: by basket, group and person. */
export function needsBlock(program: Program, batch: Batch, lines: readonly LineAt[]): Needs {
  const c = program.compiler;
  const money = (steps: number): string => moneyOf(c, steps);
  const baskets: ({ reference: number; need: number } | undefined)[] = [];
  const groups: Record<Group, { reference: number; need: number }> = {
    fixed: { reference: 0, need: 0 },
    living: { reference: 0, need: 0 },
    reserve: { reference: 0, need: 0 },
  };
  const members = batch.members[0]!;
  const persons = new Float64Array(members);
  let household = 0;
  const sum = { reference: 0, need: 0, yearReference: 0, yearNeed: 0 };
  for (const { plan, line, row, reference, need, yearReference, yearNeed } of lines) {
    const basket = (baskets[plan.basket] ??= { reference: 0, need: 0 });
    const { sign } = plan;
    if (sign === 0) continue;
    const group = groups[line.need.pays];
    basket.reference += sign * reference;
    basket.need += sign * need;
    group.reference += sign * reference;
    group.need += sign * need;
    sum.reference += sign * reference;
    sum.need += sign * need;
    sum.yearReference += sign * yearReference;
    sum.yearNeed += sign * yearNeed;
    if (line.rows === 'household') household += sign * need;
    else persons[row]! += sign * need;
  }
  const pair = (both: { reference: number; need: number }) => ({
    reference: money(both.reference),
    need: money(both.need),
  });
  const { persons: people } = batch.households[0]!;
  return {
    lines: lines.map((one) => lineTold(program, batch, one)),
    baskets: program.model.pack.baskets.flatMap((id, at) => {
      const basket = baskets[at];
      return basket === undefined ? [] : [{ id, ...pair(basket) }];
    }),
    groups: { fixed: pair(groups.fixed), living: pair(groups.living), reserve: pair(groups.reserve) },
    persons: Object.fromEntries(Array.from(persons, (steps, i) => [people[i]!.id, money(steps)])),
    household: money(household),
    reference: money(sum.reference),
    need: money(sum.need),
    year: { reference: money(sum.yearReference), need: money(sum.yearNeed) },
  };
}

/** The text of a line; one whose case was met before is the same frozen object again, or bears another person's name. */
function lineTold(program: Program, batch: Batch, one: LineAt): NeedLine {
  const { line, row, last } = one;
  const member = line.rows === 'household' ? null : batch.households[0]!.persons[row]!.id;
  if (last === null) return lineText(program, batch, one, member);
  const { text } = last;
  if (text?.for === (member ?? 'household')) return text;
  return (last.text = Object.freeze(
    text === null
      ? frozenParts(lineText(program, batch, one, member))
      : { ...text, id: idOf(line.need.id, member), for: member!, node: `line/${idOf(line.need.id, member)}` },
  ));
}

const idOf = (need: string, member: string | null): string => (member === null ? need : `${need}@${member}`);

function frozenParts(line: NeedLine): NeedLine {
  Object.freeze(line.year);
  Object.freeze(line.items);
  Object.freeze(line.parts)?.forEach((part) => Object.freeze(part));
  return line;
}

function lineText(program: Program, batch: Batch, one: LineAt, member: string | null): NeedLine {
  const c = program.compiler;
  const { plan, line, row, patch, part, yearReference, yearNeed } = one;
  const { need } = line;
  const id = idOf(need.id, member);
  const reference = moneyOf(c, one.reference);
  const year = moneyOf(c, yearReference);
  const told: { -readonly [Key in keyof NeedLine]: NeedLine[Key] } = {
    id,
    basket: need.basket,
    for: member ?? 'household',
    group: need.pays,
    optional: need.optional,
    credit: need.credit,
    reference,
    paid: part === null ? null : moneyOf(c, part),
    need: one.need === one.reference ? reference : moneyOf(c, one.need),
    year: { reference: year, need: yearNeed === yearReference ? year : moneyOf(c, yearNeed) },
    basis: one.basis,
    override: patch === null ? null : overrideOf(program, batch, one),
    status: STATUS_PAIRS[one.status]![one.statusOfNeed]!,
    priceSourced: one.priceSourced,
    node: `line/${id}`,
  };
  if (plan.items !== null) told.items = itemsTold(batch, line, plan.items, row);
  if (line.parts !== null)
    told.parts = line.parts.map(({ id, slot }) => ({ id, month: textOf(readExact(batch, slot, row)) }));
  return told;
}

/** Every pair of statuses once, shared by all lines. */
const STATUS_PAIRS: readonly (readonly NeedLine['status'][])[] = STATUSES.map((reference) =>
  STATUSES.map((need) => Object.freeze({ reference, need })),
);

function overrideOf(program: Program, batch: Batch, one: LineAt): NeedLine['override'] {
  const said = batch.households[0]!.overrides.find(({ line, of }) => line !== null && isLineOf(one, line, of));
  return {
    computed: moneyOf(program.compiler, computedNeed(batch, one)),
    reason: said?.reason ?? '',
    by: said?.by ?? '',
  };
}
