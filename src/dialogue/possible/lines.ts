import type { Adjustment, Need } from '../../model/needs.js';
import { isValid } from '../../model/model.js';
import { truthOf } from './conditions.js';
import { numberOf } from './expressions.js';
import { factOf } from './facts.js';
import { add, divide, inSteps, largest, literal, multiply, smallest, type Span } from './interval.js';
import { seriesAt } from './names.js';
import { inFormula, numberIn, point, settled, type Possible } from './possible.js';
import { keyOf, placeOf, type Place, type Scene } from './scene.js';
import { paidOf } from './paid.js';
import { NO, YES } from './truth.js';

/** What a line may come to in steps of rounding (0 where it may be absent), and whether it is there: bits. */
export interface LinePossible {
  readonly exists: number;
  /** What it hangs on whether the line is there, also where it is worth 0 either way: a bill stands in for a line of 0 too. */
  readonly presence: bigint;
  /** 0 where there may be no line. */
  readonly steps: Possible;
}

const lines = new WeakMap<Scene, Map<string, LinePossible>>();

/** The reference of one line: a need for one member, or the household's. */
export function lineOf(scene: Scene, need: Need, row: number | null): LinePossible {
  let found = lines.get(scene);
  if (found === undefined) lines.set(scene, (found = new Map<string, LinePossible>()));
  const key = keyOf(need.id, row);
  let known = found.get(key);
  if (known === undefined) found.set(key, (known = makeLine(scene, need, row)));
  return known;
}

const NO_LINE: LinePossible = { exists: NO, presence: 0n, steps: point(0) };

function makeLine(scene: Scene, need: Need, row: number | null): LinePossible {
  const place = placeOf(scene, row);
  const when = truthOf(need.when, place);
  if ((when.may & YES) === 0) return NO_LINE;
  const adjustments = (scene.definitions.adjustmentsOn.get(need.id) ?? []).map((one) => ({
    one,
    holds: truthOf(one.when, place),
  }));
  const working = adjustments.filter(({ holds }) => (holds.may & YES) !== 0);
  const removes = working.filter(({ one }) => one.effects.some(({ verb }) => verb === 'leave-out'));
  if (removes.some(({ holds }) => holds.may === YES)) return NO_LINE;
  const deps = adjustments.reduce((all, { holds }) => all | holds.deps, when.deps);
  const adjusted = withAdjustments(base(need, place), working, place);
  const { lo, hi } = inSteps(adjusted, literal(scene.model.pack.rounding));
  const surely = when.may === YES && removes.length === 0;
  return {
    exists: surely ? YES : YES | NO,
    presence: surely ? 0n : removes.reduce((all, { holds }) => all | holds.deps, when.deps),
    // a line below 0 is an error: no household has it
    steps: settled(numberIn(surely ? Math.max(0, lo) : 0, Math.max(0, hi), adjusted.deps | deps)),
  };
}

/** Amount or items, indexed, × months / 12, × the time at home. */
function base(need: Need, place: Place): Possible {
  const { scene } = place;
  let value = need.items !== null ? itemsOf(need, place) : amountOf(need, place);
  if (need.months !== null) value = timed(value, divide(literal(need.months), literal('12')));
  if (need.presence !== 'scales') return value;
  const presence = inFormula(factOf(scene, 'person.presence', place.row));
  return { ...timed(value, presence), deps: value.deps | presence.deps };
}

function amountOf(need: Need, place: Place): Possible {
  const parts = need.parts?.map((part) => numberOf(part.value, place)) ?? null;
  const inside = parts === null ? place : { ...place, parts: sum(parts) };
  const amount = numberOf(need.amount!, inside);
  return need.index === null ? amount : timed(amount, factorOf(need.index, need.priced, place));
}

function sum(all: readonly Possible[]): Possible {
  const { lo, hi } = all.reduce<Span>(add, point(0));
  return numberIn(
    lo,
    hi,
    all.reduce((deps, one) => deps | one.deps, 0n),
  );
}

function timed(value: Possible, factor: Span): Possible {
  const { lo, hi } = multiply(value, factor);
  return { ...value, lo, hi };
}

function factorOf(series: string, priced: number | null, place: Place): Span {
  if (priced === null) return point(1);
  return divide(seriesAt(series, place.scene.month, place), seriesAt(series, priced, place));
}

function itemsOf(need: Need, place: Place): Possible {
  const months: Possible[] = [];
  for (const item of need.items ?? []) {
    if (!isValid(item, place.scene.month)) continue;
    const when = truthOf(item.when, place);
    if ((when.may & YES) === 0) continue;
    const [price, quantity] = [numberOf(item.price, place), numberOf(item.quantity, place)];
    const lasts = item.lasts === null ? null : numberOf(item.lasts, place);
    const bought = multiply(price, quantity);
    const month =
      lasts === null
        ? divide(multiply(bought, literal(item.timesAYear ?? '12')), literal('12'))
        : divide(bought, lasts);
    const indexed = need.index === null ? month : multiply(month, factorOf(need.index, item.priced, place));
    const deps = when.deps | price.deps | quantity.deps | (lasts?.deps ?? 0n);
    const surely = when.may === YES;
    months.push(
      numberIn(surely ? indexed.lo : Math.min(0, indexed.lo), surely ? indexed.hi : Math.max(0, indexed.hi), deps),
    );
  }
  return sum(months);
}

interface Working {
  readonly one: Adjustment;
  readonly holds: { readonly may: number };
}

/** Verbs in their order, each as if it worked and, where that is not sure, also as if it did not. */
function withAdjustments(start: Possible, working: readonly Working[], place: Place): Possible {
  let value = start;
  for (const verb of ['scale', 'increase', 'at-least', 'at-most'] as const)
    for (const { one, holds } of working)
      for (const effect of one.effects) {
        if (effect.verb !== verb || effect.by === null) continue;
        const by = numberOf(effect.by, place);
        const changed =
          verb === 'scale'
            ? multiply(value, by)
            : verb === 'increase'
              ? add(value, by)
              : verb === 'at-least'
                ? largest([value, by])
                : smallest([value, by]);
        const surely = holds.may === YES;
        const lo = surely ? changed.lo : Math.min(changed.lo, value.lo);
        const hi = surely ? changed.hi : Math.max(changed.hi, value.hi);
        value = numberIn(lo, hi, value.deps | by.deps);
      }
  return value;
}

/** A need by name: its rounded reference a month. */
export function lineIn(scene: Scene, id: string, row: number | null): Possible {
  const need = scene.definitions.needs.get(id);
  if (need === undefined) return point(0);
  const { steps } = lineOf(scene, need, need.for === 'person' ? row : null);
  const { lo, hi } = multiply(steps, literal(scene.model.pack.rounding));
  return numberIn(lo, hi, steps.deps);
}

/** For whom a need has lines: members, or the household once. */
export const rowsOf = (
  scene: Scene,
  { for: whose }: { readonly for: 'person' | 'household' },
): readonly (number | null)[] =>
  whose === 'household' ? [null] : [...scene.household.persons.slice(0, scene.household.members).keys()];

/** A total: rounded lines, credits subtracted, optional lines left out unless all are. */
export function totalOf(scene: Scene, id: string): Possible {
  const key = `total ${id}`;
  const known = scene.memo.get(key);
  if (known !== undefined) return known;
  const total = scene.definitions.totals.get(id);
  const needs = (total?.of ?? []).map((name) => scene.definitions.needs.get(name)).filter((need) => need !== undefined);
  const allOptional = needs.every((need) => need.optional);
  let steps: Span = point(0);
  let deps = 0n;
  for (const need of needs.filter((one) => allOptional || !one.optional))
    for (const row of rowsOf(scene, need)) {
      const one = total!.column === 'need' ? paidOf(scene, need, row) : lineOf(scene, need, row).steps;
      steps = add(steps, need.credit ? { lo: -one.hi, hi: -one.lo } : one);
      deps |= one.deps;
    }
  const { lo, hi } = multiply(steps, literal(scene.model.pack.rounding));
  const value = settled(numberIn(lo, hi, deps));
  scene.memo.set(key, value);
  return value;
}
