import { Exact, plain, roundTo } from '../../decimal/exact.js';
import { monthText } from '../../calendar/month.js';
import type { Evaluation, FigureLine, IncomeLine, NeedLine, Needs, Pair } from '../../model/evaluation.js';
import { STATUSES, type Status } from '../../model/value.js';
import { countedIncomes } from '../lines/income.js';
import { linesOf, moneyText } from '../lines/need.js';
import { needColumnOf, signed } from '../lines/need-column.js';
import { membersOrOnce, personId, stateId } from '../persons.js';
import type { Run } from '../run.js';
import type { IncomeState, Line } from '../states.js';
import { ZERO } from '../values/value.js';

function sumOf<T>(list: readonly T[], value: (one: T) => Exact): Exact {
  return list.reduce<Exact>((sum, one) => sum.add(value(one)), ZERO);
}

/** What comes in and what of it counts. */
export function incomesBlock(run: Run): Evaluation['incomes'] {
  const step = run.definitions.step;
  const states = countedIncomes(run).map((state) => ({
    state,
    given: roundTo(state.month.number, step),
    counted: roundTo(countedOf(state), step),
  }));
  const year = sumOf(states, ({ state }) => countedOf(state).mul(12));
  return {
    lines: states.map(({ state, given, counted }) => incomeLine(run, state, given, counted)),
    given: moneyText(
      run,
      sumOf(states, (one) => one.given),
    ),
    counted: moneyText(
      run,
      sumOf(states, (one) => one.counted),
    ),
    exempt: moneyText(
      run,
      sumOf(states, (one) => one.given.sub(one.counted)),
    ),
    year: moneyText(run, roundTo(year, step)),
  };
}

function countedOf({ counted, income }: IncomeState): Exact {
  if (counted === null) throw new Error(`${income.id} was not counted`);
  return counted.number;
}

function incomeLine(run: Run, state: IncomeState, given: Exact, counted: Exact): IncomeLine {
  const id = stateId(run, state.income.id, state.person);
  return {
    id,
    kind: state.income.id,
    of: state.person === null ? 'household' : personId(run, state.person),
    given: moneyText(run, given),
    counted: moneyText(run, counted),
    exempt: moneyText(run, given.sub(counted)),
    open: state.counted?.open === true || state.month.open,
    node: `income/${id}`,
  };
}

/** The lines, and their sums by basket, group, person, month and year. */
export function needsBlock(run: Run): Needs {
  const lines = linesOf(run);
  const summed = lines.filter((line) => !line.need.optional);
  const sum = (list: readonly Line[], value: (line: Line) => Exact): string =>
    moneyText(
      run,
      list.reduce<Exact>((total, line) => signed(total, line, value(line)), ZERO),
    );
  const need = (line: Line): Exact => needColumnOf(run, line).need;
  const pair = (list: readonly Line[]): Pair => ({
    reference: sum(list, (line) => line.reference),
    need: sum(list, need),
  });
  const group = (name: Line['group']): Pair => pair(summed.filter((line) => line.group === name));
  return {
    lines: lines.map((line) => needLine(run, line)),
    baskets: run.model.pack.baskets
      .filter((id) => lines.some((line) => line.need.basket === id))
      .map((id) => ({ id, ...pair(summed.filter((line) => line.need.basket === id)) })),
    groups: { fixed: group('fixed'), living: group('living'), reserve: group('reserve') },
    persons: Object.fromEntries(
      run.members.map((person) => [
        personId(run, person),
        sum(
          summed.filter((line) => line.person === person),
          need,
        ),
      ]),
    ),
    household: sum(
      summed.filter((line) => line.person === null),
      need,
    ),
    ...pair(summed),
    year: {
      reference: sum(summed, (line) => line.yearReference),
      need: sum(summed, (line) => needColumnOf(run, line).year),
    },
  };
}

function needLine(run: Run, line: Line): NeedLine {
  const column = needColumnOf(run, line);
  const { override } = column;
  return {
    id: line.id,
    basket: line.need.basket,
    for: line.person === null ? 'household' : personId(run, line.person),
    group: line.group,
    optional: line.need.optional,
    credit: line.need.credit,
    reference: moneyText(run, line.reference),
    paid: column.paid === null ? null : moneyText(run, column.paid),
    need: moneyText(run, column.need),
    year: { reference: moneyText(run, line.yearReference), need: moneyText(run, column.year) },
    basis: column.basis,
    override: override === null ? null : { ...override, computed: moneyText(run, override.computed) },
    status: { reference: line.status, need: column.status },
    priceSourced: line.priceSourced,
    node: `line/${line.id}`,
    ...(line.items === null ? {} : { items: line.items }),
    ...(line.parts === null ? {} : { parts: line.parts.map(({ id, month }) => ({ id, month: plain(month) })) }),
  };
}

/** Totals, then figures; open ones without value. */
export function figuresBlock(run: Run): FigureLine[] {
  const totals = [...run.definitions.totals.values()].map(({ id }): FigureLine => {
    const { value } = run.totals.get(id)!;
    return {
      id,
      kind: 'total',
      value: value.open ? null : moneyText(run, value.number),
      unit: null,
      node: `total/${id}`,
    };
  });
  const figures = [...run.definitions.figures.values()].flatMap((figure) =>
    membersOrOnce(run, figure.scope).map((person): FigureLine => {
      const id = stateId(run, figure.id, person);
      const value = run.figures.get(id)!;
      const text = value.state === 'number' && !value.open ? plain(value.number) : value.state === 'none' ? '0' : null;
      return { id, kind: 'figure', value: text, unit: figure.unit, node: `figure/${id}` };
    }),
  );
  return [...totals, ...figures];
}

/** Income less needs, and how much of the needs the income covers. */
export function balanceBlock(run: Run, income: Exact, need: Exact): Evaluation['balance'] {
  const amount = income.sub(need);
  return {
    amount: moneyText(run, amount),
    shortfall: moneyText(run, Exact.max(0, amount.neg())),
    adequacy: need.isZero() ? null : roundTo(income.div(need), new Exact('0.0001')).toFixed(4),
  };
}

/** What the sum of needs rests on. */
export function qualityBlock(run: Run, seriesBeyondEnd: readonly string[]): Evaluation['quality'] {
  const summed = linesOf(run).filter((line) => !line.need.optional);
  const needOf = (list: readonly Line[]): string =>
    moneyText(
      run,
      list.reduce<Exact>((sum, line) => signed(sum, line, needColumnOf(run, line).need), ZERO),
    );
  const priced = linesOf(run).flatMap((line) => line.priced);
  return {
    byStatus: Object.fromEntries(
      STATUSES.map((status) => [status, needOf(summed.filter((line) => needColumnOf(run, line).status === status))]),
    ) as Record<Status, string>,
    priceSourced: needOf(summed.filter((line) => line.priceSourced)),
    oldestPrice: priced.length === 0 ? null : monthText(Math.min(...priced)),
    seriesBeyondEnd,
  };
}
