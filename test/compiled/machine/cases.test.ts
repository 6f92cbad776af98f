import { expect, test } from 'vitest';
import { monthIndex } from '../../../src/calendar/month.js';
import { compile } from '../../../src/compiled/compile.js';
import { evaluate } from '../../../src/compiled/evaluate.js';
import { slotsTold } from '../../../src/compiled/lines/lines.js';
import { caseAt, decidingOf } from '../../../src/compiled/machine/case.js';
import { caseIn, layOut } from '../../../src/compiled/machine/cases.js';
import { householdReader, mustRead } from '../../../src/household/read.js';
import { belgium } from '../../../src/packs/be.js';
import { families } from '../../../bench/households.js';

const month = monthIndex('2024-06')!;
const { model } = belgium;
const program = compile(model, month, null);
const reader = householdReader(model, month);
const options = { policy: null, levers: 'none', trace: 'none' } as const;

test('rows that are laid out once have the cases they have one by one, in each household', () => {
  const read = families(12).map((household) => mustRead(reader, household));
  evaluate(program, read[0]!, options);
  const batch = program.batches.one!;
  const rows = program.lines.flatMap((line) => {
    const { rows, exists } = line;
    const unless = program.splitFor.has(line) ? exists : undefined;
    const deciding = decidingOf(slotsTold(line), rows, { statuses: true, unless });
    return Array.from({ length: rows === 'person' ? 4 : 1 }, (_, row) => ({ deciding, row }));
  });
  const cases = layOut(batch, rows);
  const met = new Set<number>();
  for (const household of read) {
    evaluate(program, household, options);
    expect(program.batches.one).toBe(batch);
    const found = rows.map((_, at) => caseIn(batch, cases, at));
    expect(found).toEqual(rows.map(({ deciding, row }) => caseAt(batch, deciding, row)));
    for (const one of found) met.add(one);
  }
  expect(met.size).toBeGreaterThan(20);
  expect(met.has(NaN)).toBe(true);
});
