import fc from 'fast-check';
import { assessed } from '../assessed.js';
import { Exact } from '../../decimal/exact.js';
import type { HouseholdInput } from '../../household/household-input.js';
import type { Ref } from '../../model/expression.js';
import type { Model } from '../../model/model.js';
import { walkModel } from '../../model/walk.js';
import { definitionsBehind } from '../../model/behind.js';
import { doubledBills, doubledPrices } from '../doubled.js';
import { households } from '../households.js';
import { broken, type Law, type TestPack } from './law.js';

/** Twice the prices and twice the bills make twice the line. */
export function doubledPricesDoubleLines(pack: TestPack): Law {
  const check = doubles(pack, EXCUSES);
  return {
    id: 'doubled-prices',
    says: 'Doubling every price, every amount not fixed by law and every bill doubles every line, within a rounding unit.',
    except:
      'Lines behind which stands a number of the law, a test or table on an amount, an amount said by the household, a rounding inside a formula, or a rounded line or total. The need of lines that share a bill, or whose bill is compared: the parts follow rounded references, and a cent there moves the part by more.',
    property: fc.property(households(pack), (household) => check(household)),
  };
}

/** What the law leaves out, and why it must is shown in test/laws/narrowed: without one of these it does not hold. */
export interface Excuses {
  /** Lines that hang on something which does not scale. */
  readonly fixed: boolean;
  /** The need of lines whose bill is split or compared. */
  readonly shared: boolean;
}

const EXCUSES: Excuses = { fixed: true, shared: true };

/** Throws where a line of a household does not double. */
export function doubles(pack: TestPack, excuses: Excuses): (household: HouseholdInput) => void {
  const dear: TestPack = { ...pack, model: doubledPrices(pack.model) };
  const step = new Exact(pack.model.pack.rounding);
  const excused = excuses.fixed ? excusedNeeds(pack.model) : new Set<string>();
  const compared = pack.model.bills.filter((bill) => bill.replaces.length > 1 || bill.take !== 'bill');
  const sharing = new Set(excuses.shared ? compared.flatMap((bill) => bill.replaces) : []);
  return (household) => {
    const { overrides: _, ...plain } = household;
    const before = assessed(pack, plain, { levers: 'none', trace: 'none' });
    const after = assessed(dear, doubledBills(household), { levers: 'none', trace: 'none' });
    const now = new Map(after.needs.lines.map((line) => [line.id, line]));
    for (const line of before.needs.lines) {
      const need = line.id.split('@')[0] ?? '';
      if (excused.has(need)) continue;
      for (const column of sharing.has(need) ? (['reference'] as const) : (['reference', 'need'] as const)) {
        const found = new Exact(now.get(line.id)?.[column] ?? 0);
        if (found.minus(new Exact(line[column]).times(2)).abs().greaterThan(step))
          broken(`line ${line.id} (${column}): ${line[column]} became ${found.toFixed()}`);
      }
    }
  };
}

function excusedNeeds(model: Model): ReadonlySet<string> {
  const fixed = fixedDefinitions(model);
  const bills = model.bills.filter((bill) => bill.replaces.length > 1 || bill.take !== 'bill');
  const shared = new Set(bills.flatMap((bill) => bill.replaces));
  const ids = new Set(model.needs.map((need) => need.id));
  const own = [...ids].filter((id) => [...definitionsBehind(model, id)].some((one) => fixed.has(one)));
  // A bill over several lines is split by their references: one excused line excuses the others.
  const billed = model.bills
    .filter((bill) => bill.replaces.some((id) => shared.has(id) && own.includes(id)))
    .flatMap((bill) => bill.replaces);
  return new Set([...own, ...billed]);
}

/** Definitions that do not scale with prices, by id. */
function fixedDefinitions(model: Model): ReadonlySet<string> {
  const fixed = new Set<string>();
  const currency = model.pack.currency;
  const money = new Set(
    [...model.facts, ...model.derived, ...model.parameters, ...model.tables]
      .filter((one) => one.unit?.startsWith(currency))
      .map((one) => one.id),
  );
  const isMoney = (ref: Ref): boolean =>
    ['income', 'incomes', 'bill', 'total', 'line', 'sum'].includes(ref.of) || ('id' in ref && money.has(ref.id));
  for (const fact of model.facts) if (fact.type === 'amount') fixed.add(fact.id);
  const lists = {
    derive: model.derived,
    tables: model.tables,
    parameters: model.parameters,
    needs: model.needs,
    adjustments: model.adjustments,
    totals: model.totals,
  };
  for (const list of Object.values(lists)) {
    for (const one of list) {
      const found = { fixed: false };
      walkModel(onlyWith(model, one), {
        test: ({ ref, check }) =>
          (found.fixed ||=
            isMoney(ref) && (check.op !== 'compare' || check.bounds.some(({ bound }) => bound.kind === 'number'))),
        expression: (expression) => {
          found.fixed ||= expression.kind === 'number' && expression.from?.law === true;
          found.fixed ||= expression.kind === 'round' || expression.kind === 'up' || expression.kind === 'down';
          found.fixed ||=
            expression.kind === 'name' &&
            ['income', 'incomes', 'total', 'line', 'sum'].includes(expression.ref.of) &&
            !(expression.ref.of === 'sum' && expression.ref.id === 'parts');
        },
      });
      if (found.fixed || ('by' in one && one.by.some(isMoney))) fixed.add(one.id);
    }
  }
  return fixed;
}

/** A model that holds one definition only, so that a walk sees just that. */
function onlyWith(model: Model, definition: { readonly id: string }): Model {
  const keep = <T>(list: readonly T[]): readonly T[] => list.filter((one) => (one as unknown) === definition);
  return {
    ...model,
    facts: [],
    derived: keep(model.derived),
    parameters: keep(model.parameters),
    tables: keep(model.tables),
    needs: keep(model.needs),
    adjustments: keep(model.adjustments),
    bills: [],
    incomes: [],
    totals: [],
    figures: [],
    levers: [],
    policies: [],
    notices: [],
  };
}
