import type { Assessment } from './document.js';
import type { Expression, Ref } from '../model/expression.js';
import type { Model } from '../model/model.js';
import { namesIn, walkModel } from '../model/walk.js';

/**
 * Bills that were said and are in no line, though needs are there to read them: the loan of who rents, what is given to a host by
 * who lives in a shelter. They count for nothing, and nobody would see it. `mortgage`, `school@tom`. A bill that replaces lines
 * has a warning of the evaluators, and one that a rule or a notice reads is of use there.
 */
export function uncountedBills({ input, needs }: Pick<Assessment, 'input' | 'needs'>, model: Model): readonly string[] {
  return saidBills(input?.['bills']).filter((name) => {
    const { name: id, person } = splitAt(name);
    if (model.bills.some((bill) => bill.id === id && bill.replaces.length > 0)) return false;
    const readers = new Set(model.needs.filter(({ amount }) => reads(amount, id)).map((need) => need.id));
    const isIn = (line: string): boolean => {
      const of = splitAt(line);
      return readers.has(of.name) && (person === null || of.person === null || of.person === person);
    };
    return readers.size > 0 && !needs.lines.some((line) => isIn(line.id)) && !isReadBeside(model, id);
  });
}

type Said = Readonly<Record<string, unknown>>;

/** Bills with an amount, those of persons one by one: `mortgage`, `school@tom`. */
function saidBills(bills: unknown): readonly string[] {
  return Object.entries((bills ?? {}) as Said).flatMap(([id, said]) =>
    typeof said === 'object' && said !== null
      ? Object.keys(said).flatMap((person) => (isAmount((said as Said)[person]) ? [`${id}@${person}`] : []))
      : isAmount(said)
        ? [id]
        : [],
  );
}

/** `12.50`, `360 EUR/year`; what is unknown or 0 is none. */
const isAmount = (said: unknown): boolean => Number.parseFloat(String(said)) > 0;

/** `school@tom`: a name and its person, null where there is none. */
function splitAt(name: string): { readonly name: string; readonly person: string | null } {
  const at = name.indexOf('@');
  return at < 0 ? { name, person: null } : { name: name.slice(0, at), person: name.slice(at + 1) };
}

const reads = (amount: Expression | null, bill: string): boolean =>
  amount !== null && namesIn(amount).some((ref) => isBill(ref, bill));

const isBill = (ref: Ref, bill: string): boolean => ref.of === 'bill' && ref.id === bill;

/** Whether anything but needs reads a bill. */
function isReadBeside(model: Model, bill: string): boolean {
  let found = false;
  walkModel(
    { ...model, needs: [] },
    {
      expression: (one) => (found ||= one.kind === 'name' && isBill(one.ref, bill)),
      test: ({ ref }) => (found ||= isBill(ref, bill)),
    },
  );
  return found;
}
