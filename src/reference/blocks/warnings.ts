import { Exact } from '../../decimal/exact.js';
import { billsInNeeds } from '../../model/bills-in-needs.js';
import type { Evaluation } from '../../model/evaluation.js';
import type { Fact } from '../../model/facts.js';
import { replacedLines } from '../lines/need-column.js';
import { linesOf } from '../lines/need.js';
import { everybodyOrOnce, personId, stateId } from '../persons.js';
import type { Run } from '../run.js';
import { saidOf } from '../values/fact.js';

type Warnings = Evaluation['warnings'];

/** The household's own warnings, facts that are not asked, bills without a line, overrides of lines that are not there. */
export function warningsBlock(run: Run): Warnings {
  return [...run.household.warnings, ...ofFacts(run), ...ofBills(run), ...ofOverrides(run)];
}

/** What was said of a fact that does not apply. */
function ofFacts(run: Run): Warnings {
  return [...run.definitions.facts.values()].flatMap((fact) =>
    everybodyOrOnce(run, fact.scope).flatMap((person) => {
      const name = stateId(run, fact.id, person);
      if (run.facts.get(name)!.origin !== 'none' || saidOf(run, fact, person) === null) return [];
      return [{ code: 'not-asked', names: [name], path: pathOf(run, fact, person) }];
    }),
  );
}

function pathOf({ household }: Run, { id, scope }: Fact, person: number | null): readonly (string | number)[] {
  const key = id.slice(id.indexOf('.') + 1);
  if (person === null) return [scope, key];
  const { members } = household;
  return person < members ? ['persons', person, key] : ['others', person - members, key];
}

function ofBills(run: Run): Warnings {
  return run.household.bills.flatMap(({ bill, of, amount }) => {
    if (isUsed(run, bill, of, amount)) return [];
    const path = ['bills', bill, ...(of === null ? [] : [personId(run, of)])];
    return [{ code: 'bill-not-used', names: [stateId(run, bill, of)], path }];
  });
}

function isUsed(run: Run, id: string, of: number | null, amount: string): boolean {
  const bill = run.definitions.bills.get(id);
  if (bill === undefined) return true;
  if (bill.replaces.length > 0) return replacedLines(run, bill, of).length > 0;
  const readers = billsInNeeds(run.model).get(id);
  if (readers === undefined || new Exact(amount).isZero()) return true;
  return linesOf(run).some(
    ({ need, person }) => readers.has(need.id) && (of === null || person === null || person === of),
  );
}

function ofOverrides(run: Run): Warnings {
  return run.household.overrides.flatMap(({ line, of }, i) => {
    if (line === null) return [];
    const found = run.lines.get(stateId(run, line, of));
    if (found !== undefined && !found.leftOut) return [];
    return [{ code: 'override-not-used', names: [stateId(run, line, of)], path: ['overrides', i] }];
  });
}
