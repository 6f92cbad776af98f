import { Exact, roundTo } from '../../decimal/exact.js';
import { countedIncomes } from './income.js';
import { linesOf } from './need.js';
import { needColumnOf, signed } from './need-column.js';
import { stateId } from '../persons.js';
import type { Run } from '../run.js';
import { numberValue, weakest, ZERO, type NumberValue } from '../values/value.js';

/** A need by name: its rounded reference a month; 0 where the line does not exist. */
export function lineValue(run: Run, need: string, person: number | null): NumberValue {
  const line = run.lines.get(stateId(run, need, person));
  if (line === undefined || line.leftOut) return numberValue(ZERO);
  return numberValue(line.reference, line.status, line.open);
}

/** The name `need`: the document's sum of needs, optional lines apart. */
export function needSum(run: Run): NumberValue {
  const lines = linesOf(run).filter((line) => !line.need.optional);
  const sum = lines.reduce<Exact>((total, line) => signed(total, line, needColumnOf(run, line).need), ZERO);
  return numberValue(
    sum,
    weakest(lines.map((line) => needColumnOf(run, line).status)),
    lines.some((line) => line.open),
  );
}

/** The name `income`: what counts, rounded income by income. */
export function incomeSum(run: Run): NumberValue {
  const states = countedIncomes(run);
  const step = run.definitions.step;
  const sum = states.reduce<Exact>((total, one) => {
    if (one.counted === null) throw new Error(`income is read before ${one.income.id} is counted`);
    return total.add(roundTo(one.counted.number, step));
  }, ZERO);
  return numberValue(
    sum,
    weakest(states.map((one) => one.counted?.status ?? null)),
    states.some((one) => one.counted?.open === true),
  );
}

export function balanceOf(run: Run): NumberValue {
  const [income, need] = [incomeSum(run), needSum(run)];
  return numberValue(income.number.sub(need.number), weakest([income.status, need.status]), income.open || need.open);
}
