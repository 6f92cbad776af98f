import type { Derived } from '../model/facts.js';
import type { AggregateNode, CasesNode, ConditionNode, FactNode, FormulaNode } from '../model/trace.js';
import { type Batch, readState, readTruth } from './batch.js';
import type { DerivedSlots } from './derived.js';
import { madeOf } from './compiler.js';
import { overPersons } from './over-persons.js';
import { namesOfCondition, namesOfExpression } from './refs.js';
import { NO, OPEN, UNDECIDED, UNKNOWN, type Rows, type TruthSlot } from './slots.js';
import { valueText } from './text.js';
import { isOverridden } from './trace-facts.js';
import { lead, idsOf, later, linksOf, type Links } from './trace-links.js';
import { always, KINDS, type MadeEntry, type TracePlan, type Visit } from './trace-plan.js';
import { testsTold, toldCondition, truthAt, TRUTHS, truthTold, type Told } from './trace-tests.js';
import { usedOf, visitUsed } from './trace-used.js';

/** A derived name: a condition, cases, a formula or an aggregate; overridden, it is told like a fact. */
export function derivedEntry(plan: TracePlan, slots: DerivedSlots, place: number): MadeEntry {
  const { program } = plan;
  const { derived, rows, final, computed } = slots;
  const { id, rule } = derived;
  const links = later(() => linksOfRule(plan, derived));
  const used = later(() => usesOfRule(plan, derived, links));
  const tell = later(() => teller(plan, slots));
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
    node: (reading, row, told) => {
      const { batch } = reading;
      if (isOverridden(batch, id, rows, row)) {
        const value = valueText(program.compiler, batch, final, derived.type, null, row);
        return { id: told, kind: 'fact', origin: 'override', value } satisfies FactNode;
      }
      return tell()(batch, told, row, idsOf(reading, links(), rows, row));
    },
    exists: always,
    whole: true,
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

type Teller = (
  batch: Batch,
  id: string,
  row: number,
  named: readonly string[],
) => ConditionNode | CasesNode | FormulaNode | AggregateNode;

function teller(plan: TracePlan, slots: DerivedSlots): Teller {
  const { program } = plan;
  const { derived, rows, final } = slots;
  const { rule, type } = derived;
  const unit = derived.unit === null ? {} : { unit: derived.unit };
  const value = (batch: Batch, row: number): string | null =>
    valueText(program.compiler, batch, final, type, null, row);
  /** Last, where it is so. */
  const opened = <T extends CasesNode | FormulaNode | AggregateNode>(batch: Batch, row: number, node: T): T => {
    const state = final.kind === 'number' ? readState(batch, final, row) : 0;
    return state === OPEN || state > UNKNOWN ? { ...node, open: true } : node;
  };
  if (rule.kind === 'condition') {
    const told = toldCondition(program, rule.when, rows);
    return (batch, id, row, named) => ({
      id,
      kind: 'condition',
      value: TRUTHS[truthTold(batch, told, row)]!,
      tests: testsTold(batch, told, row),
      in: named,
    });
  }
  if (rule.kind !== 'value') {
    const of = rule.kind === 'rank' ? 'rank' : rule.how;
    return (batch, id, row, named) =>
      opened(batch, row, { id, kind: 'aggregate', of, value: value(batch, row), in: named });
  }
  if (rule.value.kind !== 'cases') {
    if (derived.unit === null)
      return (batch, id, row, named) =>
        opened(batch, row, { id, kind: 'formula', value: value(batch, row), in: named });
    return (batch, id, row, named) =>
      opened(batch, row, { id, kind: 'formula', value: value(batch, row), ...unit, in: named });
  }
  const cases = rule.value.cases.map(({ when }): ToldCase => ({ when: toldCondition(program, when, rows), last: [] }));
  const lists: (CasesNode['cases'] | undefined)[] = [];
  return (batch, id, row, named) => {
    const at = caseTold(batch, cases, row);
    const told = casesTold(batch, cases, lists, row);
    const node: CasesNode =
      derived.unit === null
        ? { id, kind: 'cases', value: value(batch, row), case: at, cases: told, in: named }
        : { id, kind: 'cases', value: value(batch, row), ...unit, case: at, cases: told, in: named };
    return opened(batch, row, node);
  };
}

type CaseNode = CasesNode['cases'][number];

/** One case, and by row how it was told last. */
interface ToldCase {
  readonly when: Told;
  readonly last: (CaseNode | undefined)[];
}

/** The cases of a row; told as before, they are the same list. */
function casesTold(
  batch: Batch,
  cases: readonly ToldCase[],
  lists: (CasesNode['cases'] | undefined)[],
  row: number,
): CasesNode['cases'] {
  let same = lists[row];
  for (let i = 0; i < cases.length; i++) {
    const { when, last } = cases[i]!;
    const holds = TRUTHS[truthTold(batch, when, row)]!;
    const tests = testsTold(batch, when, row);
    if (last[row]?.tests !== tests || last[row].holds !== holds) last[row] = Object.freeze({ holds, tests });
    if (same?.[i] !== last[row]) same = undefined;
  }
  return same ?? (lists[row] = Object.freeze(cases.map(({ last }) => last[row]!)));
}

function caseTold(batch: Batch, cases: readonly ToldCase[], row: number): number | null {
  for (let i = 0; i < cases.length; i++) {
    const holds = truthTold(batch, cases[i]!.when, row);
    if (holds === UNDECIDED) return null;
    if (holds !== NO) return i;
  }
  return cases.length;
}
