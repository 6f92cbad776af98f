import { plain, type Exact } from '../../decimal/exact.js';
import type { Lever } from '../../model/needs.js';
import type { AidNode, BillNode, LeverNode, LineNode, TraceStep } from '../../model/trace.js';
import { peek } from '../engine/condition.js';
import { moneyText } from '../lines/need.js';
import { needColumnOf } from '../lines/need-column.js';
import { testsOfDecision } from './node-of-definition.js';
import type { State } from '../levers/lever.js';
import type { AidColumn, AidLine } from '../levers/policy.js';
import { readingsOfCondition } from '../values/readings.js';
import type { Run, View } from '../run.js';
import type { BillState, Line, LineStep } from '../states.js';
import type { Weaver } from './trace.js';
import { ZERO } from '../values/value.js';

export function billNode(run: Run, id: string, state: BillState): BillNode {
  return { id: `bill/${id}`, kind: 'bill', origin: state.origin, value: moneyText(run, state.month.number) };
}

function stepsOf(steps: readonly LineStep[], weaver: Weaver): TraceStep[] {
  return steps.map(({ step, by, reads, value, money }) => ({
    step,
    ...(by === undefined ? {} : { by: textOf(by) }),
    in: weaver.ids(reads()),
    value: money === true && typeof value !== 'string' ? moneyText(weaver.run, value) : textOf(value),
  }));
}

function textOf(told: Exact | string): string {
  return typeof told === 'string' ? told : plain(told);
}

/** A line with all its steps; one that was left out ends with 0. */
export function lineNode(line: Line, weaver: Weaver): LineNode {
  const { run } = weaver;
  const id = `line/${line.id}`;
  if (line.leftOut) return { id, kind: 'line', steps: stepsOf(line.steps, weaver), value: moneyText(run, ZERO) };
  const column = needColumnOf(run, line);
  return {
    id,
    kind: 'line',
    steps: stepsOf([...line.steps, ...column.steps], weaver),
    ...(column.basis === 'reference' ? {} : { reference: moneyText(run, line.reference) }),
    value: moneyText(run, column.need),
    ...(line.open ? { open: true as const } : {}),
  };
}

export function aidLineNode({ line, steps, aid }: AidLine, weaver: Weaver): LineNode {
  return {
    id: `aid-line/${line.id}`,
    kind: 'line',
    steps: stepsOf(steps, weaver),
    value: moneyText(weaver.run, aid),
  };
}

export function aidNode({ aid, steps, reads }: AidColumn, weaver: Weaver): AidNode {
  return { id: aid.node, kind: 'aid', steps, value: aid.pays, in: weaver.ids(reads) };
}

/** Tests of `has`, then of `when`. */
export function leverNode(id: string, lever: Lever, state: State, view: View, weaver: Weaver): LeverNode {
  const conditions = [lever.has, lever.when].filter((one) => one !== null);
  return {
    id,
    kind: 'lever',
    value: state,
    tests: conditions.flatMap((one) => testsOfDecision(peek(one, view))),
    in: weaver.ids(conditions.flatMap((one) => readingsOfCondition(one, view))),
  };
}
