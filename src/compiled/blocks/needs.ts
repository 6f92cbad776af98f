import type { Needs, NeedLine } from '../../model/evaluation.js';
import type { Group } from '../../model/needs.js';
import { type Batch, type LinePatch, readExact, readTruth, readValue } from '../machine/batch.js';
import { statusAt } from '../machine/statuses.js';
import { itemsTold, toldItems, type ToldItems } from './items-told.js';
import type { ItemSlots } from '../lines/items.js';
import type { Line } from '../lines/lines.js';
import { textOf } from '../machine/nums.js';
import type { Program } from '../program.js';
import { YES } from '../machine/slots.js';
import { exactSteps } from '../machine/steps.js';
import { moneyOf, statusText } from '../machine/text.js';
import { isTaken, yearPart, yearReference } from '../lines/years.js';

/** One line that is there, with what the sums need. */
export interface LineAt {
  readonly line: Line;
  readonly row: number;
  /** Member's place, or -1 for the household's. */
  readonly member: number;
  readonly reference: number;
  readonly need: number;
  readonly year: { readonly reference: number; readonly need: number };
  readonly basis: NeedLine['basis'];
  readonly status: { readonly reference: number; readonly need: number };
  readonly priceSourced: boolean;
  readonly patch: LinePatch | null;
  readonly part: number | null;
}

const ASSUMPTION = 4;

/** The lines of a batch of one, in the order of the model, persons by place. */
export function linesOf(program: Program, batch: Batch): LineAt[] {
  const found: LineAt[] = [];
  for (const line of program.lines) {
    const n = line.rows === 'person' ? batch.members[0]! : 1;
    for (let row = 0; row < n; row++)
      if (readTruth(batch, line.exists, row) === YES) found.push(lineAt(program, batch, line, row));
  }
  return found;
}

function lineAt(program: Program, batch: Batch, line: Line, row: number): LineAt {
  const reference = readValue(batch, line.reference, row);
  const need = readValue(batch, line.paid, row);
  const patches = batch.linePatches.size === 0 ? undefined : batch.linePatches.get(line.at);
  const patch = patches?.find((one) => one.row === row) ?? null;
  const billed = program.splitFor.get(line) ?? null;
  const part =
    billed !== null && readTruth(batch, billed.split.has[billed.at]!, row) === YES
      ? readValue(batch, billed.split.parts[billed.at]!, row)
      : null;
  const taken = billed !== null && isTaken(batch, billed.split, billed.at, row);
  const yearly = yearReference(program, batch, line, row);
  const status = Math.max(0, statusAt(batch, line.status, row));
  const basis = patch !== null ? 'override' : taken ? 'bill' : 'reference';
  return {
    line,
    row,
    member: line.rows === 'person' ? row : -1,
    reference,
    need,
    year: {
      reference: yearly,
      need:
        patch !== null
          ? exactSteps(program.compiler, patch.year)
          : taken
            ? yearPart(program, batch, billed.split, billed.at, row)
            : yearly,
    },
    basis,
    status: { reference: status, need: basis === 'reference' ? status : 0 },
    priceSourced: statusAt(batch, line.priceStatus, row) < ASSUMPTION,
    patch,
    part,
  };
}

export function needsBlock(program: Program, batch: Batch, lines: readonly LineAt[]): Needs {
  const c = program.compiler;
  const money = (steps: number): string => moneyOf(c, steps);
  const baskets = new Map<string, { reference: number; need: number }>();
  const groups: Record<Group, { reference: number; need: number }> = {
    fixed: { reference: 0, need: 0 },
    living: { reference: 0, need: 0 },
    reserve: { reference: 0, need: 0 },
  };
  const members = batch.members[0]!;
  const persons = new Float64Array(members);
  let household = 0;
  const sum = { reference: 0, need: 0, yearReference: 0, yearNeed: 0 };
  for (const { line, member, reference, need, year } of lines) {
    let basket = baskets.get(line.need.basket);
    if (basket === undefined) baskets.set(line.need.basket, (basket = { reference: 0, need: 0 }));
    if (line.need.optional) continue;
    const sign = line.need.credit ? -1 : 1;
    const group = groups[line.need.pays];
    basket.reference += sign * reference;
    basket.need += sign * need;
    group.reference += sign * reference;
    group.need += sign * need;
    sum.reference += sign * reference;
    sum.need += sign * need;
    sum.yearReference += sign * year.reference;
    sum.yearNeed += sign * year.need;
    if (member < 0) household += sign * need;
    else persons[member]! += sign * need;
  }
  const pair = (both: { reference: number; need: number }) => ({
    reference: money(both.reference),
    need: money(both.need),
  });
  const { persons: people } = batch.households[0]!;
  return {
    lines: lines.map((one) => lineText(program, batch, one)),
    baskets: program.model.pack.baskets.flatMap((id) => {
      const basket = baskets.get(id);
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

function lineText(program: Program, batch: Batch, one: LineAt): NeedLine {
  const c = program.compiler;
  const { line, row, patch, part } = one;
  const { need } = line;
  const member = line.rows === 'household' ? null : batch.households[0]!.persons[row]!.id;
  const id = member === null ? need.id : `${need.id}@${member}`;
  const reference = moneyOf(c, one.reference);
  const year = moneyOf(c, one.year.reference);
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
    year: { reference: year, need: one.year.need === one.year.reference ? year : moneyOf(c, one.year.need) },
    basis: one.basis,
    override: patch === null ? null : overrideOf(program, batch, one, patch),
    status: { reference: statusText(one.status.reference), need: statusText(one.status.need) },
    priceSourced: one.priceSourced,
    node: `line/${id}`,
  };
  if (line.items !== null) told.items = itemsTold(batch, line, toldItemsOf(program, line, line.items), row);
  if (line.parts !== null)
    told.parts = line.parts.map(({ id, slot }) => ({ id, month: textOf(readExact(batch, slot, row)) }));
  return told;
}

/** What is remembered of the items of a line. */
function toldItemsOf({ itemTexts }: Program, line: Line, items: readonly ItemSlots[]): ToldItems {
  let told = itemTexts.get(line);
  if (told === undefined) itemTexts.set(line, (told = toldItems(items)));
  return told;
}

/** What a worker's judgement replaces: the bill's part, or the reference. */
export function computedNeed(
  batch: Batch,
  one: Pick<LineAt, 'line' | 'row' | 'reference' | 'part'>,
  program: Program,
): number {
  const billed = program.splitFor.get(one.line) ?? null;
  const taken = billed !== null && isTaken(batch, billed.split, billed.at, one.row);
  return taken && one.part !== null ? one.part : one.reference;
}

function overrideOf(program: Program, batch: Batch, one: LineAt, patch: LinePatch): NeedLine['override'] {
  const said = batch.households[0]!.overrides.find(
    (override) =>
      override.line === one.line.need.id && (one.member < 0 ? override.of === null : override.of === patch.row),
  );
  return {
    computed: moneyOf(program.compiler, computedNeed(batch, one, program)),
    reason: said?.reason ?? '',
    by: said?.by ?? '',
  };
}
