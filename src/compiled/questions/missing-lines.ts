import { readState, readTruth } from '../machine/batch.js';
import { overPersons } from '../inference/over-persons.js';
import type { Effect } from '../lines/effects.js';
import type { Line } from '../lines/line.js';
import { OPEN, YES } from '../machine/slots.js';
import { ofExpression } from './missing-conditions.js';
import { ofRef } from './missing-names.js';
import { truthAt, type Place, type Search } from './search.js';

/** Behind lines, as somebody at a place reads them. */
export function ofLines(search: Search, lines: readonly Line[], at: Place, h: number): void {
  for (const line of lines) {
    if (line.rows === 'household') ofLine(search, line, { rows: 'household', row: h });
    else if (at.rows === 'person') ofLine(search, line, at);
    else overPersons(search.batch, 'person', 'household', h, (p) => ofLine(search, line, { rows: 'person', row: p }));
  }
}

/** Behind a line that is there and open. */
export function ofLine(search: Search, line: Line, at: Place): void {
  const { batch } = search;
  if (readTruth(batch, line.exists, at.row) !== YES || readState(batch, line.reference, at.row) < OPEN) return;
  const { need } = line;
  if (need.amount !== null) ofExpression(search, need.amount, at);
  for (const part of need.parts ?? []) ofExpression(search, part.value, at);
  for (const { item } of line.items ?? []) {
    if (item.when !== null && truthAt(search, item.when, at) !== YES) continue;
    for (const e of [item.price, item.quantity, item.lasts]) if (e !== null) ofExpression(search, e, at);
  }
  ofEffects(search, line.effects, at);
}

/** Behind the amounts that work on a line, in the order in which they do. */
export function ofEffects(search: Search, effects: readonly Effect[], at: Place): void {
  for (const effect of effects) {
    if (effect.when !== null && readTruth(search.batch, effect.when, at.row) !== YES) continue;
    const by = effect.adjustment.effects.find(({ verb }) => verb === effect.verb)?.by ?? null;
    if (by !== null) ofExpression(search, by, at);
  }
}

/** Behind the sums of the document. */
export function ofSum(search: Search, id: string, h: number): void {
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
