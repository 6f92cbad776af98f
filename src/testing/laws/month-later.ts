import fc from 'fast-check';
import { assessed } from '../assessed.js';
import { monthIndex, monthText, type Month } from '../../calendar/month.js';
import type { HouseholdInput } from '../../household/household-input.js';
import type { Model } from '../../model/model.js';
import type { MonthIndex } from '../../model/value.js';
import { edgesOf } from '../edges.js';
import { households } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** Where nothing changes between two months, the result does not either. */
export function monthLater(pack: TestPack): Law {
  const quiet = quietMonths(pack.model);
  const months: readonly MonthIndex[] = quiet.length === 0 ? [pack.model.pack.covers[0]] : quiet;
  return {
    id: 'month-later',
    says: 'A month later with no birthday, parameter or index in between gives the same result.',
    except:
      quiet.length === 0
        ? 'This pack changes every month.'
        : 'Ages are given in years: a birth date is a birthday every month.',
    property: fc.property(households(pack, { months }), (household) => {
      if (quiet.length > 0) staysTheSame(pack, withoutDates(household), household.month);
    }),
  };
}

/** Throws where a household has another result a month later. */
export function staysTheSame(pack: TestPack, household: HouseholdInput, month: string): void {
  const at = monthIndex(month)!;
  same('next month', blocks(pack, household, monthText(at + 1)), blocks(pack, household, monthText(at)));
}

function blocks(pack: TestPack, household: HouseholdInput, month: Month): unknown {
  const { incomes, needs, figures, balance, open, notices } = assessed(pack, household, {
    month,
    levers: 'none',
    trace: 'none',
  });
  return { incomes, needs, figures, balance, open, notices };
}

/** The same persons with an age in years, which does not change with the month. */
export function withoutDates({ persons, others, ...rest }: HouseholdInput): HouseholdInput {
  const still = (list: HouseholdInput['persons']): HouseholdInput['persons'] =>
    list.map(({ born, ...person }) => (born === undefined ? person : { ...person, age: 30 }));
  return { ...rest, persons: still(persons), ...(others === undefined ? {} : { others: still(others) }) };
}

/** Months after which, inside `covers`, no value, edition, index or band of months begins or ends. */
function quietMonths(model: Model): readonly MonthIndex[] {
  const changes = new Set<MonthIndex>();
  for (const list of [
    model.tables.flatMap((table) => table.editions),
    model.parameters.flatMap((parameter) => parameter.values),
  ]) {
    for (const { from } of list) if (from !== null) changes.add(from);
  }
  for (const one of [
    model.facts,
    model.derived,
    model.needs,
    model.adjustments,
    model.bills,
    model.incomes,
    model.tables,
    model.parameters,
    model.notices,
    model.totals,
    model.figures,
  ].flat()) {
    if (one.valid.from !== null) changes.add(one.valid.from);
    if (one.valid.to !== null) changes.add(one.valid.to + 1);
  }
  for (const series of model.series)
    series.months.forEach((value, i) =>
      i > 0 && value !== series.months[i - 1] ? changes.add(series.first + i) : undefined,
    );
  const edges = edgesOf(model);
  for (const { id, type } of model.facts) {
    if (type !== 'date' && type !== 'month') continue;
    // a month that is named alone begins there and ends with it
    for (const edge of edges.get(id) ?? []) [Number(edge), Number(edge) + 1].forEach((month) => changes.add(month));
  }
  const [first, last] = model.pack.covers;
  return Array.from({ length: last - first }, (_, i) => first + i).filter((month) => !changes.has(month + 1));
}
