import type { Expression } from '../../model/expression.js';
import type { Derived } from '../../model/facts.js';
import type { AggregateNode, CasesNode, ConditionNode, FactNode, FormulaNode } from '../../model/trace.js';
import { type Batch, readState, readTruth } from '../machine/batch.js';
import type { DerivedSlots } from '../inference/derived.js';
import { madeOf } from '../compiler.js';
import { overPersons } from '../inference/over-persons.js';
import { namesOfCondition, namesOfExpression } from '../inference/refs.js';
import type { Program } from '../program.js';
import { KNOWN, NO, OPEN, UNDECIDED, UNKNOWN, type Rows, type TruthSlot } from '../machine/slots.js';
import { seenIn, seenText, valueText, type Seen } from '../machine/text.js';
import { isOverridden } from './facts.js';
import { lead, idsOf, later, linksOf, type Links } from './links.js';
import { always, KINDS, type MadeEntry, type TracePlan, type Visit } from './plan.js';
import { conditionNode, testsTold, toldCondition, truthAt, TRUTHS, truthTold, type Told } from './tests.js';
import { usedOf, visitUsed } from './used.js';

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

/** What is told of a name that has a value; from what was seen, so that the same is told once. */
interface Lately {
  readonly seen: Seen;
  readonly open: boolean;
  readonly cases: CasesNode['cases'] | null;
  readonly node: ValuedNode;
}

type ValuedNode = CasesNode | FormulaNode | AggregateNode;

function teller({ program }: TracePlan, { derived, rows, final }: DerivedSlots): Teller {
  const { rule, type } = derived;
  if (rule.kind === 'condition') {
    const told = toldCondition(program, rule.when, rows);
    return (batch, id, row, named) => conditionNode(batch, told, row, id, named);
  }
  const cases = rule.kind === 'value' && rule.value.kind === 'cases' ? toldCases(program, rule.value, rows) : null;
  const last: (Lately | undefined)[] = [];
  return (batch, id, row, named) => {
    const seen = seenIn(batch, final, row);
    const open = isOpen(batch, final, row);
    const told = cases === null ? null : casesTold(batch, cases, row);
    const before = last[row];
    if (before?.seen === seen && before.open === open && before.cases === told)
      if (before.node.in === named && before.node.id === id) return before.node;
    const value = seenText(program.compiler, final, seen, type, null);
    const at = cases === null ? null : caseTold(batch, cases.cases, row);
    const node = Object.freeze(valuedNode(derived, id, value, at, told, named, open));
    last[row] = { seen, open, cases: told, node };
    return node;
  };
}

function isOpen(batch: Batch, final: DerivedSlots['final'], row: number): boolean {
  const state = final.kind === 'number' ? readState(batch, final, row) : KNOWN;
  return state === OPEN || state > UNKNOWN;
}

function valuedNode(
  { rule, unit }: Derived,
  id: string,
  value: string | null,
  at: number | null,
  cases: CasesNode['cases'] | null,
  named: readonly string[],
  open: boolean,
): ValuedNode {
  const end = open ? { in: named, open: true as const } : { in: named };
  if (rule.kind === 'aggregate') return { id, kind: 'aggregate', of: rule.how, value, ...end };
  if (rule.kind === 'rank') return { id, kind: 'aggregate', of: 'rank', value, ...end };
  const valued = unit === null ? { value } : { value, unit };
  if (cases === null) return { id, kind: 'formula', ...valued, ...end };
  return { id, kind: 'cases', ...valued, case: at, cases, ...end };
}

type CaseNode = CasesNode['cases'][number];

/** One case, and by row how it was told last. */
interface ToldCase {
  readonly when: Told;
  readonly last: (CaseNode | undefined)[];
}

interface ToldCases {
  readonly cases: readonly ToldCase[];
  /** By row: the list as told last. */
  readonly lists: (CasesNode['cases'] | undefined)[];
}

function toldCases(program: Program, { cases }: Extract<Expression, { kind: 'cases' }>, rows: Rows): ToldCases {
  return { cases: cases.map(({ when }) => ({ when: toldCondition(program, when, rows), last: [] })), lists: [] };
}

/** The cases of a row; told as before, they are the same list. */
function casesTold(batch: Batch, { cases, lists }: ToldCases, row: number): CasesNode['cases'] {
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
