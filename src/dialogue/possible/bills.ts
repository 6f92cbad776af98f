import { valueOf } from './expressions.js';
import { paidMonth } from './incomes.js';
import { inFormula, numberIn, SILENCE, type Possible } from './possible.js';
import { placeOf, type Scene } from './scene.js';

/** What a bill comes to a month: said, else its `assume`; silence where the reference stays. */
export function billOf(scene: Scene, id: string, row: number | null): Possible {
  const bill = scene.definitions.bills.get(id);
  if (bill === undefined) throw new Error(`bill ${id} does not exist in the month; the pack was not checked`);
  const own = bill.for === 'person' ? row : null;
  const said = scene.household.bills.find((one) => one.bill === id && one.of === own);
  if (said !== undefined) {
    const { lo, hi } = paidMonth(scene, said);
    return numberIn(lo, hi);
  }
  return bill.assume === null ? SILENCE : inFormula(valueOf(bill.assume, placeOf(scene, own)));
}
