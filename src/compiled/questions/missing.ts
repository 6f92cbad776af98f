import type { Condition, Test } from '../../model/condition.js';
import type { Expression, Ref } from '../../model/expression.js';
import { type Batch, readState, readTruth, readWord } from '../machine/batch.js';
import { billAmount } from '../lines/bill-amounts.js';
import { madeOf } from '../compiler.js';
import { atPerson, contextOf } from '../formulas/context.js';
import type { DerivedSlots } from '../inference/derived.js';
import type { AskedFact } from '../inference/facts.js';
import { overPersons } from '../inference/over-persons.js';
import { incomeSlots } from '../lines/incomes.js';
import type { Line } from '../lines/lines.js';
import type { Program } from '../program.js';
import { NO, OPEN, UNDECIDED, UNKNOWN, WORD_UNKNOWN, YES, type Rows, type Slot } from '../machine/slots.js';
import { hitsOf, lookupOf } from '../tables/lookup.js';

/** Where somebody stands who asks: a row of persons or of the household. */
export interface Place {
  readonly rows: Rows;
  readonly row: number;
}

/** Asked facts and incomes that would settle something, each once, in the order in which they are met. */
export function missingOf(
  program: Program,
  batch: Batch,
  conditions: readonly (Condition | null)[],
  at: Place,
): string[] {
  const search = searchOf(program, batch);
  for (const condition of conditions) if (condition !== null) ofCondition(search, condition, at);
  return [...search.found];
}

/** What leaves a line open. */
export function missingOfLine(program: Program, batch: Batch, line: Line, row: number): string[] {
  const search = searchOf(program, batch);
  ofLine(search, line, { rows: line.rows, row });
  return [...search.found];
}

interface Search {
  readonly program: Program;
  readonly batch: Batch;
  readonly found: Set<string>;
  /** Derived names looked behind already, by their row: looked behind again they name nothing new. */
  readonly behind: (Set<DerivedSlots> | undefined)[];
}

function searchOf(program: Program, batch: Batch): Search {
  return { program, batch, found: new Set(), behind: [] };
}

/** What a program has under a name. */
interface Named {
  readonly facts: ReadonlyMap<string, AskedFact>;
  readonly derived: ReadonlyMap<string, DerivedSlots>;
}

const named = new WeakMap<Program, Named>();

function namedIn(program: Program): Named {
  let found = named.get(program);
  if (found === undefined) {
    const facts = new Map(program.facts.map((one) => [one.fact.id, one]));
    const derived = new Map(program.derived.map((one) => [one.derived.id, one]));
    named.set(program, (found = { facts, derived }));
  }
  return found;
}

function rowIn(search: Search, slot: Slot, at: Place): number {
  return at.rows === 'person' && slot.rows === 'household' ? search.batch.household[at.row]! : at.row;
}

function truthAt(search: Search, condition: Condition, at: Place): number {
  const slot = madeOf(search.program.compiler, condition);
  return slot.kind === 'truth' ? readTruth(search.batch, slot, rowIn(search, slot, at)) : NO;
}

function ofCondition(search: Search, condition: Condition, at: Place): void {
  if (condition.kind === 'test') ofTest(search, condition, at);
  else for (const one of condition.of) ofCondition(search, one, at);
}

function ofTest(search: Search, test: Test, at: Place): void {
  if (truthAt(search, test, at) !== UNDECIDED) return;
  ofRef(search, test.ref, at, madeOf(search.program.compiler, test.ref));
  if (test.check.op === 'compare') for (const { bound } of test.check.bounds) ofExpression(search, bound, at);
}

/** Known values miss nothing. */
function isSettled(search: Search, slot: Slot | undefined, at: Place): boolean {
  if (slot === undefined) return false;
  const row = rowIn(search, slot, at);
  if (slot.kind === 'word') return readWord(search.batch, slot, row) !== WORD_UNKNOWN;
  return slot.kind === 'number' && slot.column >= 0 && readState(search.batch, slot, row) < OPEN;
}

function ofRef(search: Search, ref: Ref, at: Place, slot?: Slot): void {
  if (isSettled(search, slot, at)) return;
  const { program, batch, found } = search;
  const c = program.compiler;
  const h = at.rows === 'person' ? batch.household[at.row]! : at.row;
  switch (ref.of) {
    case 'fact': {
      const fact = namedIn(program).facts.get(ref.id);
      if (fact === undefined || isSettled(search, fact.final, at)) return;
      found.add(`${ref.id}${atPerson(batch, fact.rows, rowIn(search, fact.final, at))}`);
      return;
    }
    case 'income': {
      const { month, rows } = incomeSlots(c, ref.kind);
      const row = rowIn(search, month, at);
      if (readState(batch, month, row) === OPEN) found.add(`${rows}.income.${ref.kind}${atPerson(batch, rows, row)}`);
      return;
    }
    case 'incomes':
      ofIncomes(search, ref.scope, ref.tag, at, h);
      return;
    case 'derived':
      ofDerived(search, ref.id, at);
      return;
    case 'table': {
      const lookup = lookupOf(c, ref, contextOf(ref.id));
      for (const source of lookup.sources) if (source.kind === 'name') ofRef(search, source.ref, at);
      const hits = hitsOf(batch, lookup, rowIn(search, lookup.index, at));
      for (const hit of hits)
        for (const result of lookup.tableRows[hit]!.results) if (result !== null) ofExpression(search, result, at);
      return;
    }
    case 'bill': {
      const { assume, bill, rows, raw } = billAmount(c, ref.id);
      if (assume !== null && bill.assume !== null && readState(batch, raw, rowIn(search, raw, at)) === UNKNOWN)
        ofExpression(search, bill.assume, { rows, row: rowIn(search, raw, at) });
      return;
    }
    case 'line':
      for (const line of program.lines) if (line.need.id === ref.id) ofLines(search, [line], at, h);
      return;
    case 'total':
      for (const total of program.totals)
        if (total.total.id === ref.id) ofLines(search, total.lines, { rows: 'household', row: h }, h);
      return;
    case 'sum':
      ofSum(search, ref.id, h);
      return;
    default:
  }
}

function ofIncomes(search: Search, scope: 'person' | 'household', tag: string, at: Place, h: number): void {
  const { program, batch } = search;
  const tagged = program.incomes.filter(({ income }) => income.tags.includes(tag));
  const ask = (kind: string, rows: Rows, row: number): void =>
    ofRef(search, { of: 'income', scope: rows, kind }, { rows, row });
  if (scope === 'person') {
    for (const { income, rows } of tagged) if (rows === 'person') ask(income.id, rows, at.row);
    return;
  }
  overPersons(batch, 'person', 'household', h, (p) => {
    for (const { income, rows } of tagged) if (rows === 'person') ask(income.id, rows, p);
  });
  for (const { income, rows } of tagged) if (rows === 'household') ask(income.id, rows, h);
}

function ofDerived(search: Search, id: string, at: Place): void {
  const { program, batch } = search;
  const slots = namedIn(program).derived.get(id);
  if (slots === undefined || isSettled(search, slots.final, at)) return;
  const own: Place = { rows: slots.rows, row: rowIn(search, slots.final, at) };
  const behind = (search.behind[own.row] ??= new Set());
  if (behind.has(slots)) return;
  behind.add(slots);
  const { rule } = slots.derived;
  if (rule.kind === 'condition') ofCondition(search, rule.when, own);
  else if (rule.kind === 'value') ofExpression(search, rule.value, own);
  else {
    overPersons(batch, rule.over, own.rows, own.row, (p) => {
      const person: Place = { rows: 'person', row: p };
      if (rule.where !== null) {
        const holds = truthAt(search, rule.where, person);
        if (holds === NO) return;
        if (holds === UNDECIDED) ofCondition(search, rule.where, person);
      }
      if (rule.kind === 'rank') ofRef(search, rule.by, person);
      else if (rule.of !== null) ofExpression(search, rule.of, person);
    });
  }
}

function ofExpression(search: Search, e: Expression, at: Place): void {
  switch (e.kind) {
    case 'number':
    case 'word':
      return;
    case 'name':
      ofRef(search, e.ref, at);
      return;
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      ofExpression(search, e.left, at);
      ofExpression(search, e.right, at);
      return;
    case 'min':
    case 'max':
      for (const one of e.of) ofExpression(search, one, at);
      return;
    case 'round':
    case 'up':
    case 'down':
    case 'convert':
    case 'at':
      ofExpression(search, e.of, at);
      return;
    case 'cases':
      for (const one of e.cases) {
        const holds = truthAt(search, one.when, at);
        if (holds === UNDECIDED) ofCondition(search, one.when, at);
        if (holds !== YES) continue;
        ofExpression(search, one.is, at);
        return;
      }
      ofExpression(search, e.otherwise, at);
  }
}

function ofLines(search: Search, lines: readonly Line[], at: Place, h: number): void {
  for (const line of lines) {
    if (line.rows === 'household') ofLine(search, line, { rows: 'household', row: h });
    else if (at.rows === 'person') ofLine(search, line, at);
    else overPersons(search.batch, 'person', 'household', h, (p) => ofLine(search, line, { rows: 'person', row: p }));
  }
}

function ofLine(search: Search, line: Line, at: Place): void {
  const { batch } = search;
  if (readTruth(batch, line.exists, at.row) !== YES || readState(batch, line.reference, at.row) < OPEN) return;
  const { need } = line;
  if (need.amount !== null) ofExpression(search, need.amount, at);
  for (const part of need.parts ?? []) ofExpression(search, part.value, at);
  for (const { item } of line.items ?? []) {
    if (item.when !== null && truthAt(search, item.when, at) !== YES) continue;
    for (const e of [item.price, item.quantity, item.lasts]) if (e !== null) ofExpression(search, e, at);
  }
  for (const effect of line.effects) {
    if (effect.when !== null && readTruth(batch, effect.when, at.row) !== YES) continue;
    const by = effect.adjustment.effects.find(({ verb }) => verb === effect.verb)?.by ?? null;
    if (by !== null) ofExpression(search, by, at);
  }
}

function ofSum(search: Search, id: string, h: number): void {
  const { program, batch } = search;
  if (id === 'need' || id === 'balance') ofLines(search, program.lines, { rows: 'household', row: h }, h);
  if (id === 'income' || id === 'balance') {
    overPersons(batch, 'person', 'household', h, (p) => {
      for (const { income, rows } of program.incomes)
        if (rows === 'person') ofRef(search, { of: 'income', scope: rows, kind: income.id }, { rows, row: p });
    });
    for (const { income, rows } of program.incomes)
      if (rows === 'household') ofRef(search, { of: 'income', scope: rows, kind: income.id }, { rows, row: h });
  }
}
