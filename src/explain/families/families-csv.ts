import type { FamilyPages } from './families-text.js';

/** The same table for a spreadsheet: a row a family, place and basket; ids and plain numbers, in no language. */
export function familiesCsv({ month, split, rows, child }: FamilyPages): string {
  const lines = [`month,${split ?? 'place'},family,basket,reference`];
  for (const { place, family, baskets, total } of rows) {
    const from = `${month},${place ?? ''},${family}`;
    for (const [basket, amount] of Object.entries(baskets)) lines.push(`${from},${basket},${amount}`);
    lines.push(`${from},total,${total}`);
  }
  for (const { age, month: amount } of child.costs)
    lines.push(`${month},,${child.family},first-child-${age},${amount}`);
  return `${lines.join('\n')}\n`;
}
