import type { Derived } from '../../model/facts.js';
import type { AggregateNode, CasesNode, ConditionNode, FactNode, FormulaNode } from '../../model/trace.js';
import { type Batch, readState, readTruth } from '../machine/batch.js';
import type { DerivedSlots } from '../inference/derived.js';
import { madeOf } from '../compiler/compiler.js';
import { decidingOf, type Deciding } from '../machine/case.js';
import { overPersons } from '../inference/over-persons.js';
import { namesOfCondition, namesOfExpression } from '../formulas/refs.js';
import { later } from '../machine/later.js';
import { KNOWN, NO, OPEN, UNDECIDED, UNKNOWN, type Rows, type TruthSlot } from '../machine/slots.js';
import { valueText } from '../compiler/text.js';
import { isOverridden } from './facts.js';
import { lead, idsOf, isFixed, linksOf, nameAll, type Links } from './links.js';
import { always, KINDS, type MadeEntry, type TracePlan, type Visit } from './entry.js';
import {
  conditionNode,
  decidingOfTests,
  testsTold,
  toldCondition,
  truthAt,
  TRUTHS,
  truthTold,
  type Told,
} from './tests.js';
import { usedOf, visitUsed } from './used.js';

/** A derived name: a condition, cases, a formula or an aggregate; overridden, it is told like a fact. */
export function derivedEntry(plan: TracePlan, slots: DerivedSlots, place: number): MadeEntry {
  const { program } = plan;
  const { derived, rows, final, computed } = slots;
  const { id, rule } = derived;
  const links = later(() => linksOfRule(plan, derived));
  const used = later(() => usesOfRule(plan, derived, links));
  const tell = later(() => teller(plan, slots));
  const deciding = later(() => (isFixed(links()) ? decidingOfRule(plan, slots) : null));
  const isNo = (batch: Batch, row: number): boolean =>
    rule.kind === 'condition' && computed.kind === 'truth' && readTruth(batch, computed, row) === NO;
  return {
    kind: KINDS.derived,
    order: [place],
    rows,
    slots: [computed],
    uses: (batch, row, visit) => {
      if (!isOverridden(batch, id, rows, row)) used()(batch, rows, row, visit);
    },
    names: (reading, row) => {
      if (!isOverridden(reading.batch, id, rows, row)) nameAll(reading, links(), rows, row);
    },
    node: (reading, row, told) => {
      const { batch } = reading;
      if (isOverridden(batch, id, rows, row)) {
        const value = valueText(program.compiler, batch, final, derived.type, null, row);
        return { id: told, kind: 'fact', origin: 'override', value } satisfies FactNode;
      }
      return tell()(batch, told, row, idsOf(reading, links(), rows, row));
    },
    exists: always,
    judges: derived.judges,
    whole: always,
    fixed: () => isFixed(links()),
    deciding,
    root: (batch, row, { level }) => level === 'full' || !isNo(batch, row) || isOverridden(batch, id, rows, row),
  };
}

function linksOfRule(plan: TracePlan, { rule }: Derived): Links {
  if (rule.kind === 'condition') return linksOf(plan, namesOfCondition(rule.when));
  if (rule.kind === 'value') return linksOf(plan, namesOfExpression(rule.value));
  const names = rule.where === null ? [] : namesOfCondition(rule.where);
  if (rule.kind === 'rank') names.push({ ref: rule.by, asOf: null });
  else if (rule.of !== null) namesOfExpression(rule.of, null, names);
  return linksOf(plan, names, { over: rule.over });
}

type Uses = (batch: Batch, rows: Rows, row: number, visit: Visit) => void;

/** What was really read: of cases those reached, of an aggregate the persons that count once all are decided. */
function usesOfRule(plan: TracePlan, { rule }: Derived, links: () => Links): Uses {
  if (rule.kind === 'value') {
    const used = usedOf(plan, [rule.value]);
    return (batch, rows, row, visit) => visitUsed(batch, used, rows, row, visit);
  }
  if (rule.kind !== 'aggregate' || rule.where === null || rule.of === null)
    return (batch, rows, row, visit) => lead(batch, links(), rows, row, visit);
  const { over, of } = rule;
  const where = madeOf(plan.program.compiler, rule.where) as TruthSlot;
  const tests = linksOf(plan, namesOfCondition(rule.where), { over });
  const used = usedOf(plan, [of]);
  return (batch, rows, row, visit) => {
    lead(batch, tests, rows, row, visit);
    const persons: number[] = [];
    overPersons(batch, over, rows, row, (p) => persons.push(p));
    const truths = persons.map((p) => truthAt(batch, where, 'person', p));
    if (truths.includes(UNDECIDED)) return;
    persons.forEach((p, i) => (truths[i] === NO ? undefined : visitUsed(batch, used, 'person', p, visit)));
  };
}

/** What decides how a name is told: its value, and the tests of its condition or of its cases. */
function decidingOfRule({ program }: TracePlan, { derived, rows, final }: DerivedSlots): Deciding {
  const { rule } = derived;
  if (rule.kind === 'condition') return decidingOfTests([toldCondition(program, rule.when, rows)], rows);
  if (rule.kind !== 'value' || rule.value.kind !== 'cases') return decidingOf([final], rows, { statuses: false });
  const cases = rule.value.cases.map(({ when }) => toldCondition(program, when, rows));
  return decidingOfTests(cases, rows, [final]);
}

type Teller = (
  batch: Batch,
  id: string,
  row: number,
  named: readonly string[],
) => ConditionNode | CasesNode | FormulaNode | AggregateNode;

function teller({ program }: TracePlan, { derived, rows, final }: DerivedSlots): Teller {
  const { rule, type } = derived;
  if (rule.kind === 'condition') {
    const told = toldCondition(program, rule.when, rows);
    return (batch, id, row, named) => conditionNode(batch, told, row, id, named);
  }
  const valueAt = (batch: Batch, row: number): string | null =>
    valueText(program.compiler, batch, final, type, null, row);
  if (rule.kind !== 'value') {
    const of = rule.kind === 'rank' ? 'rank' : rule.how;
    return (batch, id, row, named) =>
      ended({ id, kind: 'aggregate', of, value: valueAt(batch, row), in: named }, isOpen(batch, final, row));
  }
  const { unit } = derived;
  if (rule.value.kind !== 'cases')
    return (batch, id, row, named) => {
      const value = valueAt(batch, row);
      const node: FormulaNode =
        unit === null ? { id, kind: 'formula', value, in: named } : { id, kind: 'formula', value, unit, in: named };
      return ended(node, isOpen(batch, final, row));
    };
  const told = rule.value.cases.map(({ when }) => toldCondition(program, when, rows));
  return (batch, id, row, named) => {
    const value = valueAt(batch, row);
    const at = caseTold(batch, told, row);
    const cases = casesTold(batch, told, row);
    const node: CasesNode =
      unit === null
        ? { id, kind: 'cases', value, case: at, cases, in: named }
        : { id, kind: 'cases', value, unit, case: at, cases, in: named };
    return ended(node, isOpen(batch, final, row));
  };
}

const ended = <T extends object>(node: T, open: boolean): T => (open ? { ...node, open: true as const } : node);

function isOpen(batch: Batch, final: DerivedSlots['final'], row: number): boolean {
  const state = final.kind === 'number' ? readState(batch, final, row) : KNOWN;
  return state === OPEN || state > UNKNOWN;
}

function casesTold(batch: Batch, cases: readonly Told[], row: number): CasesNode['cases'] {
  return cases.map((when) => ({
    holds: TRUTHS[truthTold(batch, when, row)]!,
    tests: testsTold(batch, when, row),
  }));
}

/** The first case that holds; null where that is undecided. */
function caseTold(batch: Batch, cases: readonly Told[], row: number): number | null {
  for (let i = 0; i < cases.length; i++) {
    const holds = truthTold(batch, cases[i]!, row);
    if (holds === UNDECIDED) return null;
    if (holds !== NO) return i;
  }
  return cases.length;
}
