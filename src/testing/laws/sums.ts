import fc from 'fast-check';
import { assessed } from '../assessed.js';
import type { Assessment } from '../../assessment/document.js';
import { Exact, money, placesOf } from '../../decimal/exact.js';
import type { NeedLine } from '../../model/evaluation.js';
import { households } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** Totals are the sums of their lines, counted again here with nothing shared but decimals. */
export function sumsOfLines(pack: TestPack): Law {
  const places = placesOf(pack.model.pack.rounding);
  return {
    id: 'sums-of-lines',
    says: 'Baskets, groups, persons and the whole are the sums of their lines; the balance is income less need.',
    except: null,
    property: fc.property(households(pack), (household) => {
      const assessment = assessed(pack, household, { levers: 'none', trace: 'none' });
      const sum = (lines: readonly NeedLine[], of: (line: NeedLine) => string): string =>
        money(
          lines
            .filter((line) => !line.optional)
            .reduce((total, line) => (line.credit ? total.minus(of(line)) : total.plus(of(line))), new Exact(0)),
          places,
        );
      checkNeeds(assessment, sum);
      const { given, counted, exempt, lines } = assessment.incomes;
      const incomes = (of: 'given' | 'counted' | 'exempt'): string =>
        money(
          lines.reduce((total, line) => total.plus(line[of]), new Exact(0)),
          places,
        );
      same(
        'incomes',
        { given, counted, exempt },
        { given: incomes('given'), counted: incomes('counted'), exempt: incomes('exempt') },
      );
      const balance = new Exact(counted).minus(assessment.needs.need);
      same('balance', assessment.balance.amount, money(balance, places));
      same(
        'shortfall',
        assessment.balance.shortfall,
        money(balance.isNegative() ? balance.neg() : new Exact(0), places),
      );
    }),
  };
}

function checkNeeds(
  { needs }: Assessment,
  sum: (lines: readonly NeedLine[], of: (line: NeedLine) => string) => string,
): void {
  const pair = (lines: readonly NeedLine[]): object => ({
    reference: sum(lines, (line) => line.reference),
    need: sum(lines, (line) => line.need),
  });
  for (const { id, ...basket } of needs.baskets)
    same(`basket ${id}`, basket, pair(needs.lines.filter((line) => line.basket === id)));
  for (const [id, group] of Object.entries(needs.groups))
    same(`group ${id}`, group, pair(needs.lines.filter((line) => line.group === id)));
  for (const [id, amount] of Object.entries(needs.persons))
    same(
      `person ${id}`,
      amount,
      sum(
        needs.lines.filter((line) => line.for === id),
        (line) => line.need,
      ),
    );
  same(
    'household',
    needs.household,
    sum(
      needs.lines.filter((line) => line.for === 'household'),
      (line) => line.need,
    ),
  );
  same('needs', { reference: needs.reference, need: needs.need }, pair(needs.lines));
  same('year', needs.year, {
    reference: sum(needs.lines, (line) => line.year.reference),
    need: sum(needs.lines, (line) => line.year.need),
  });
}
