import type { Expression } from '../../model/expression.js';
import { operandsOf } from '../../model/operands.js';
import type { Batch } from '../machine/batch.js';
import { madeOf } from '../compiler/compiler.js';
import { namesOfCondition, type Named } from '../formulas/refs.js';
import { NO, UNDECIDED, type Rows, type TruthSlot } from '../machine/slots.js';
import { lead, linksOf, NO_LINKS, type Links } from './links.js';
import type { TracePlan, Visit } from './entry.js';
import { truthAt } from './tests.js';

/** What a formula reads, with its cases apart: of them only what was reached is read. */
export interface Used {
  readonly links: Links;
  readonly cases: readonly {
    readonly whens: readonly TruthSlot[];
    readonly tests: Links;
    readonly values: readonly Used[];
  }[];
}

/** Nothing that usage asks for. */
export const NO_USE: Used = { links: NO_LINKS, cases: [] };

export function usedOf(plan: TracePlan, expressions: readonly (Expression | null)[]): Used {
  if (expressions.every((e) => e === null || e.kind === 'number' || e.kind === 'word')) return NO_USE;
  const names: Named[] = [];
  const cases: Used['cases'][number][] = [];
  const walk = (e: Expression, asOf: Named['asOf']): void => {
    switch (e.kind) {
      case 'name':
        names.push({ ref: e.ref, asOf });
        return;
      case 'at':
        walk(e.of, e.month);
        return;
      case 'cases':
        cases.push({
          whens: e.cases.map(({ when }) => madeOf(plan.program.compiler, when) as TruthSlot),
          tests: linksOf(
            plan,
            e.cases.flatMap(({ when }) => namesOfCondition(when)),
          ),
          values: [...e.cases.map(({ is }) => usedOf(plan, [is])), usedOf(plan, [e.otherwise])],
        });
        return;
      default:
        for (const one of operandsOf(e)) walk(one, asOf);
    }
  };
  for (const e of expressions) if (e !== null) walk(e, null);
  const links = linksOf(plan, names);
  return links.leading.length === 0 && !cases.some(leads) ? NO_USE : { links, cases };
}

const leads = ({ tests, values }: Used['cases'][number]): boolean =>
  tests.leading.length > 0 || values.some((one) => one !== NO_USE);

/** Calls back for what a formula read in a row. */
export function visitUsed(batch: Batch, used: Used, rows: Rows, row: number, visit: Visit): void {
  if (used === NO_USE) return;
  lead(batch, used.links, rows, row, visit);
  for (const { whens, tests, values } of used.cases) {
    lead(batch, tests, rows, row, visit);
    let at = 0;
    while (at < whens.length && truthAt(batch, whens[at]!, rows, row) === NO) at++;
    if (at < whens.length && truthAt(batch, whens[at]!, rows, row) === UNDECIDED) continue;
    visitUsed(batch, values[at]!, rows, row, visit);
  }
}
