import type { Condition } from '../model/condition.js';
import type { Adjustment } from '../model/needs.js';
import type { ConditionNode } from '../model/trace.js';
import { truthsOf, type Batch } from './batch.js';
import { isLeftOut } from './line-run.js';
import { namesOfCondition } from './refs.js';
import { NO, YES, type Rows } from './slots.js';
import {
  addEntry,
  always,
  idOf,
  idsOf,
  KINDS,
  follow,
  linksOf,
  type Entry,
  type Reading,
  type TracePlan,
} from './trace-plan.js';
import { testsTold, toldCondition, TRUTHS, truthTold, type Told } from './trace-tests.js';

/** A condition's node, told for members. */
export function conditionEntry(
  plan: TracePlan,
  key: string,
  condition: Condition,
  rows: Rows,
  order: Entry['order'],
  exists: (batch: Batch, row: number) => boolean = always,
  ownAccord: (batch: Batch, row: number) => boolean = always,
): Entry {
  return addEntry(plan, key, () => {
    const told = toldCondition(plan.program, condition, rows);
    const links = linksOf(plan, namesOfCondition(condition));
    const entry: Omit<Entry, 'at' | 'key' | 'prefix' | 'suffix'> = {
      rows,
      order,
      links: (reading, row, visit) => follow(reading, links, rows, row, visit),
      node: (reading, row) => conditionNode(reading, plan.byKey.get(key)!, told, idsOf(reading, links, rows, row), row),
      exists,
      root: ({ batch, level, policy }, row) =>
        (policy || order[0] !== KINDS.whenPolicy) &&
        ownAccord(batch, row) &&
        (rows === 'household' || batch.isMember[row] === 1) &&
        (level === 'full' || truthTold(batch, told, row) !== NO),
    };
    return entry;
  });
}

function conditionNode(reading: Reading, entry: Entry, told: Told, named: string[], row: number): ConditionNode {
  return {
    id: idOf(reading, entry, row),
    kind: 'condition',
    value: TRUTHS[truthTold(reading.batch, told, row)]!,
    tests: testsTold(reading.batch, told, row),
    in: named,
  };
}

/** `when/…` of adjustments; of a policy's with its id before. */
export function planAdjustments(
  plan: TracePlan,
  adjustments: readonly Adjustment[],
  prefix: string,
  kind: number,
): void {
  adjustments.forEach((adjustment, i) => {
    if (adjustment.when === null) return;
    conditionEntry(plan, `when/${prefix}${adjustment.id}{at}`, adjustment.when, adjustment.for, [kind, i]);
  });
}

export function planNeeds(plan: TracePlan): void {
  for (const { need, at, rows } of plan.program.lines)
    if (need.when !== null) conditionEntry(plan, `when/${need.id}{at}`, need.when, rows, [KINDS.whenNeed, at, 0]);
}

/** Items' conditions, told where the line is there. */
export function planItems(plan: TracePlan): void {
  for (const line of plan.program.lines) {
    const { need, at, rows, items, exists } = line;
    (items ?? []).forEach(({ item }, i) => {
      if (item.when === null) return;
      const there = (batch: Batch, row: number): boolean => truthsOf(batch, exists)[row] === YES;
      const named = (batch: Batch, row: number): boolean => there(batch, row) || isLeftOut(batch, line, row);
      const order = [KINDS.whenNeed, at, 1 + i];
      conditionEntry(plan, `when/${need.id}/${item.id}{at}`, item.when, rows, order, named, there);
    });
  }
}

export function planNotices(plan: TracePlan): void {
  plan.program.notices.forEach(({ notice }, i) => {
    conditionEntry(plan, `when/${notice.id}{at}`, notice.when, notice.scope, [KINDS.whenNotice, i]);
  });
}
