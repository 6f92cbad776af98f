import fc from 'fast-check';
import { assessed } from '../assessed.js';
import { Exact, plain } from '../../decimal/exact.js';
import type { HouseholdInput } from '../../household/household-input.js';
import { households } from '../households.js';
import { reachOfLines } from '../reach.js';
import { broken, same, type Law, type TestPack } from './law.js';

/** One more of an income moves what is counted of it, and lines that read an income; no other line. */
export function oneEuroMore(pack: TestPack): Law {
  return {
    id: 'one-euro-more',
    says: 'One more of an income moves the balance by what is counted of it, less the change of lines whose trace reads income; no other line moves.',
    except: null,
    property: fc.property(households(pack), fc.nat(), (household, turn) => {
      fc.pre(pack.model.incomes.length === 0 || (household.incomes ?? []).length > 0);
      if (pack.model.incomes.length === 0) return;
      const more = withOneMore(household, turn);
      const before = assessed(pack, household, { levers: 'none', trace: 'none' });
      const after = assessed(pack, more, { levers: 'none', trace: 'none' });
      const readsIncome = readers(pack, [household, more]);
      const [old, now] = [before, after].map(
        (assessment) => new Map(assessment.needs.lines.map((line) => [line.id, line])),
      );
      let moved = new Exact(0);
      for (const id of new Set([...old!.keys(), ...now!.keys()])) {
        const [a, b] = [old!.get(id), now!.get(id)];
        if (JSON.stringify(a) === JSON.stringify(b)) continue;
        if (!readsIncome(id) && !sharesABill(pack, id))
          broken(`line ${id} moved from ${a?.need ?? 'nothing'} to ${b?.need ?? 'nothing'} and reads no income`);
        const change = new Exact(b?.need ?? 0).minus(a?.need ?? 0);
        const line = (a ?? b)!;
        if (!line.optional) moved = line.credit ? moved.minus(change) : moved.plus(change);
      }
      const counted = new Exact(after.incomes.counted).minus(before.incomes.counted);
      const balance = new Exact(after.balance.amount).minus(before.balance.amount);
      same('change of the balance', plain(balance), plain(counted.minus(moved)));
    }),
  };
}

/** Whether the trace of a line reads an income for one of the households; traced only if it is asked. */
function readers(pack: TestPack, households: readonly HouseholdInput[]): (line: string) => boolean {
  let reaches: readonly ReturnType<typeof reachOfLines>[] | null = null;
  return (line) => {
    reaches ??= households.map((one) => reachOfLines(assessed(pack, one, { levers: 'none', trace: 'full' })));
    return reaches.some((reach) => [...reach(line)].some((node) => node.startsWith('income')));
  };
}

/** A bill over several lines, of needs or of persons, moves them all when the reference of one does. */
function sharesABill({ model }: TestPack, line: string): boolean {
  const need = line.split('@')[0] ?? '';
  const isOfPersons = model.needs.some((one) => one.id === need && one.for === 'person');
  return model.bills.some(
    (bill) => bill.replaces.includes(need) && (bill.replaces.length > 1 || (isOfPersons && bill.for === 'household')),
  );
}

function withOneMore(household: HouseholdInput, turn: number): HouseholdInput {
  const incomes = household.incomes ?? [];
  const at = turn % incomes.length;
  return {
    ...household,
    incomes: incomes.map((income, i) => {
      if (i !== at) return income;
      const [amount = '0', unit] = String(income.amount).split(' ');
      return { ...income, amount: `${plain(new Exact(amount).plus(1))}${unit === undefined ? '' : ` ${unit}`}` };
    }),
  };
}
