import type { Derived } from '../model/facts.js';
import type { AggregateNode, CasesNode, ConditionNode, FactNode, FormulaNode } from '../model/trace.js';
import { readState, truthsOf, type Batch } from './batch.js';
import type { DerivedSlots } from './derived.js';
import { namesOfCondition, namesOfExpression } from './refs.js';
import { NO, OPEN, UNDECIDED, UNKNOWN } from './slots.js';
import { valueText } from './text.js';
import type { MadeEntry } from './trace-entries.js';
import { isOverridden } from './trace-facts.js';
import { always, follow, idOf, idsOf, KINDS, linksOf, type Link, type Reading, type TracePlan } from './trace-plan.js';
import { usedOf, visitUsed } from './trace-used.js';
import { testsTold, toldCondition, TRUTHS, truthTold, type Told } from './trace-tests.js';

/** A derived name: a condition, cases, a formula or an aggregate; overridden, it is told like a fact. */
export function derivedEntry(plan: TracePlan, id: string): MadeEntry {
  const { program } = plan;
  const place = program.derived.findIndex((one) => one.derived.id === id);
  const slots = program.derived[place]!;
  const { derived, rows, final, computed } = slots;
  const { rule } = derived;
  const key = `derived/${id}{at}`;
  const links = linksOfRule(plan, derived);
  const used = rule.kind === 'value' ? usedOf(plan, [rule.value]) : null;
  const tell = teller(plan, slots);
  const isNo = (batch: Batch, row: number): boolean =>
    rule.kind === 'condition' && computed.kind === 'truth' && truthsOf(batch, computed)[row] === NO;
  return {
    rows,
    order: [KINDS.derived, place],
    links: (reading, row, visit) => {
      if (!isOverridden(reading.batch, id, rows, row)) follow(reading, links, rows, row, visit);
    },
    uses: (reading, row, visit) => {
      if (isOverridden(reading.batch, id, rows, row)) return;
      if (used === null) follow(reading, links, rows, row, visit);
      else visitUsed(reading, used, rows, row, visit);
    },
    node: (reading, row) => {
      const told = idOf(reading, plan.byKey.get(key)!, row);
      const { batch } = reading;
      if (isOverridden(batch, id, rows, row)) {
        const value = valueText(program.compiler, batch, final, derived.type, null, row);
        return { id: told, kind: 'fact', origin: 'override', value } satisfies FactNode;
      }
      return tell(reading, told, row, idsOf(reading, links, rows, row));
    },
    exists: always,
    root: ({ level, batch }, row) => level === 'full' || !isNo(batch, row) || isOverridden(batch, id, rows, row),
  };
}

function linksOfRule(plan: TracePlan, { rule }: Derived): readonly Link[] {
  if (rule.kind === 'condition') return linksOf(plan, namesOfCondition(rule.when));
  if (rule.kind === 'value') return linksOf(plan, namesOfExpression(rule.value));
  const names = rule.where === null ? [] : namesOfCondition(rule.where);
  if (rule.kind === 'rank') names.push({ ref: rule.by, asOf: null });
  else if (rule.of !== null) namesOfExpression(rule.of, null, names);
  return linksOf(plan, names, rule.over);
}

type Teller = (
  reading: Reading,
  id: string,
  row: number,
  named: string[],
) => ConditionNode | CasesNode | FormulaNode | AggregateNode;

function teller(plan: TracePlan, slots: DerivedSlots): Teller {
  const { program } = plan;
  const { derived, rows, final } = slots;
  const { rule, type } = derived;
  const value = (batch: Batch, row: number): string | null =>
    valueText(program.compiler, batch, final, type, null, row);
  const unit = derived.unit === null ? {} : { unit: derived.unit };
  const open = (batch: Batch, row: number): { open?: true } => {
    const state = final.kind === 'number' ? readState(batch, final, row) : 0;
    return state === OPEN || state > UNKNOWN ? { open: true } : {};
  };
  if (rule.kind === 'condition') {
    const told = toldCondition(program, rule.when, rows);
    return ({ batch }, id, row, named) => ({
      id,
      kind: 'condition',
      value: TRUTHS[truthTold(batch, told, row)]!,
      tests: testsTold(batch, told, row),
      in: named,
    });
  }
  if (rule.kind !== 'value') {
    const of = rule.kind === 'rank' ? 'rank' : rule.how;
    return ({ batch }, id, row, named) => ({
      id,
      kind: 'aggregate',
      of,
      value: value(batch, row),
      in: named,
      ...open(batch, row),
    });
  }
  if (rule.value.kind !== 'cases')
    return ({ batch }, id, row, named) => ({
      id,
      kind: 'formula',
      value: value(batch, row),
      ...unit,
      in: named,
      ...open(batch, row),
    });
  const cases = rule.value.cases.map(({ when }) => toldCondition(program, when, rows));
  return ({ batch }, id, row, named) => ({
    id,
    kind: 'cases',
    value: value(batch, row),
    ...unit,
    case: caseTold(batch, cases, row),
    cases: cases.map((told) => ({
      holds: TRUTHS[truthTold(batch, told, row)]!,
      tests: testsTold(batch, told, row),
    })),
    in: named,
    ...open(batch, row),
  });
}

function caseTold(batch: Batch, cases: readonly Told[], row: number): number | null {
  for (let i = 0; i < cases.length; i++) {
    const holds = truthTold(batch, cases[i]!, row);
    if (holds === UNDECIDED) return null;
    if (holds !== NO) return i;
  }
  return cases.length;
}
