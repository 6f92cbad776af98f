import type { Assessment } from '../assessment/document.js';
import type { NeedLine } from '../model/evaluation.js';
import { difference, moved, negated } from './amounts.js';
import type { AidChange } from './shapes.js';

/** What the policies make of two assessments; null where neither has one. */
export function aidChange(left: Assessment, right: Assessment): AidChange | null {
  if (left.aid === undefined && right.aid === undefined) return null;
  const [before, after] = [aidOf(left), aidOf(right)];
  return {
    need: moved(before.need, after.need),
    gap: moved(before.gap, after.gap),
    pays: moved(before.pays, after.pays),
    left: moved(before.left, after.left),
    once: moved(before.once, after.once),
    lines: aidLines(left, right),
  };
}

type AidSums = Record<'need' | 'gap' | 'pays' | 'left' | 'once', string>;

/** Without a policy the needs count as they are, and nothing is paid. */
function aidOf({ aid, needs, balance }: Assessment): AidSums {
  const nothing = difference(needs.need, needs.need);
  return aid ?? { need: needs.need, gap: balance.shortfall, pays: nothing, left: balance.shortfall, once: nothing };
}

interface AidColumn {
  readonly amount: string;
  readonly signed: string;
  readonly by: readonly string[];
}

function aidLines(left: Assessment, right: Assessment): AidChange['lines'] {
  const [before, after] = [columnOf(left), columnOf(right)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    const effect = difference(other?.signed ?? '0', one?.signed ?? '0');
    if (/^-?0(?:\.0+)?$/.test(effect) && one?.amount === other?.amount) return [];
    const by = { left: one?.by ?? [], right: other?.by ?? [] };
    return [{ id, left: one?.amount ?? null, right: other?.amount ?? null, effect, by }];
  });
}

/** The aid column: an optional line is in it only where the policy counts it. */
function columnOf({ aid, needs }: Assessment): ReadonlyMap<string, AidColumn> {
  const changed = new Map(aid?.lines.map((line) => [line.id, line]));
  const optional = new Map(aid?.optionalCounted.map((line) => [line.id, line]));
  const column = new Map<string, AidColumn>();
  for (const line of needs.lines) {
    if (line.optional && !optional.has(line.id)) continue;
    const amount = optional.get(line.id)?.aid ?? changed.get(line.id)?.aid ?? line.need;
    column.set(line.id, { amount, signed: signed(line, amount), by: changed.get(line.id)?.by ?? [] });
  }
  return column;
}

function signed(line: NeedLine, amount: string): string {
  return line.credit ? negated(amount) : amount;
}
