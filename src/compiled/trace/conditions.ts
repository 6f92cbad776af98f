import type { Condition } from '../../model/condition.js';
import type { Adjustment } from '../../model/needs.js';
import { type Batch, readTruth } from '../machine/batch.js';
import { isLeftOut } from '../lines/line-run.js';
import { namesOfCondition } from '../formulas/refs.js';
import { later } from '../machine/later.js';
import { NO, YES, type Rows } from '../machine/slots.js';
import { lead, idsOf, isFixed, linksOf, nameAll } from './links.js';
import { always, isMember, KINDS, type MadeEntry, type TracePlan } from './entry.js';
import { addEntry } from './planned.js';
import { conditionNode, decidingOfTests, toldCondition, truthMade, truthTold } from './tests.js';

/** Groups of conditions, in the order of the document. */
const OF_ADJUSTMENT = 0;
const OF_NEED = 1;
const OF_NOTICE = 2;
const OF_POLICY = 3;

/** A condition's node, told for members; an item's is told of its own accord where its line is `present`. */
function addCondition(
  plan: TracePlan,
  key: string,
  condition: Condition,
  rows: Rows,
  order: MadeEntry['order'],
  { exists = always, present }: Pick<Partial<MadeEntry>, 'exists' | 'present'> = {},
): void {
  const told = later(() => toldCondition(plan.program, condition, rows));
  const links = later(() => linksOf(plan, namesOfCondition(condition)));
  const deciding = later(() => (isFixed(links()) ? decidingOfTests([told()], rows) : null));
  const member = isMember(rows);
  const ofPolicy = order[0] === OF_POLICY;
  addEntry(plan, key, {
    kind: KINDS.when,
    order,
    rows,
    slots: [truthMade(plan.program.compiler, condition)],
    uses: (batch, row, visit) => lead(batch, links(), rows, row, visit),
    names: (reading, row) => nameAll(reading, links(), rows, row),
    node: (reading, row, id) => conditionNode(reading.batch, told(), row, id, idsOf(reading, links(), rows, row)),
    exists,
    root: (batch, row, { level, policy }) =>
      (policy || !ofPolicy) &&
      (present === undefined || readTruth(batch, present, row) === YES) &&
      member(batch, row) &&
      (level === 'full' || truthTold(batch, told(), row) !== NO),
    whole: present === undefined && !ofPolicy ? member : undefined,
    present,
    fixed: () => isFixed(links()),
    deciding,
  });
}

/** `when/…` of adjustments; of a policy's with its id before. */
export function planAdjustments(plan: TracePlan, adjustments: readonly Adjustment[], policy: string | null): void {
  const prefix = policy === null ? '' : `${policy}/`;
  const group = policy === null ? OF_ADJUSTMENT : OF_POLICY;
  adjustments.forEach(({ id, when, for: rows }, i) => {
    if (when !== null) addCondition(plan, `when/${prefix}${id}{at}`, when, rows, [group, i]);
  });
}

/** Conditions of needs, each before those of its items, which are told where the line is there. */
export function planNeeds(plan: TracePlan): void {
  for (const line of plan.program.lines) {
    const { need, at, rows, items, exists } = line;
    if (need.when !== null) addCondition(plan, `when/${need.id}{at}`, need.when, rows, [OF_NEED, at, 0]);
    const named = (batch: Batch, row: number): boolean =>
      readTruth(batch, exists, row) === YES || isLeftOut(batch, line, row);
    (items ?? []).forEach(({ item }, i) => {
      const key = `when/${need.id}/${item.id}{at}`;
      if (item.when !== null)
        addCondition(plan, key, item.when, rows, [OF_NEED, at, 1 + i], { exists: named, present: exists });
    });
  }
}

export function planNotices(plan: TracePlan): void {
  plan.program.notices.forEach(({ notice }, i) => {
    addCondition(plan, `when/${notice.id}{at}`, notice.when, notice.scope, [OF_NOTICE, i]);
  });
}
