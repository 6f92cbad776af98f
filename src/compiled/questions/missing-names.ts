import type { Ref } from '../../model/expression.js';
import { readState } from '../machine/batch.js';
import { billAmount } from '../lines/bill-amounts.js';
import { atPerson, contextOf } from '../compiler/context.js';
import { overPersons } from '../inference/over-persons.js';
import { incomeSlots } from '../lines/incomes.js';
import { NO, OPEN, UNDECIDED, UNKNOWN, type Rows, type Slot } from '../machine/slots.js';
import { hitsOf, lookupOf } from '../tables/lookup.js';
import { ofCondition, ofExpression } from './missing-conditions.js';
import { ofLines, ofSum } from './missing-lines.js';
import { isSettled, namedIn, rowIn, truthAt, type Place, type Search } from './search.js';

/** Behind a name: itself where it is asked, else what it hangs on. */
export function ofRef(search: Search, ref: Ref, at: Place, slot?: Slot): void {
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
