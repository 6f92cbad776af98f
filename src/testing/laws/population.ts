import fc from 'fast-check';
import { prepare } from '../../assessment/assess.js';
import { assessed } from '../assessed.js';
import { householdsOfAMonth } from '../of-a-month.js';
import { same, type Law, type TestPack } from './law.js';

/** A household among many has the sums it has alone, and the sums of its document. */
export function singleEqualsPopulation(pack: TestPack): Law {
  return {
    id: 'single-equals-population',
    says: 'A household in a batch has the same sums as alone and in its document.',
    except: null,
    property: fc.property(householdsOfAMonth(pack), ({ month, list }) => {
      const assessor = prepare(pack, { month });
      const documents = list.map((household) => assessed(pack, household, { levers: 'none', trace: 'none' }));
      const batch = [...assessor.totalsOf(list)];
      same('how many', batch.length, list.length);
      const byThree = list.flatMap((_, i) => (i % 3 === 0 ? [...assessor.totalsOf(list.slice(i, i + 3))] : []));
      same('three by three', byThree, batch);
      list.forEach((household, i) => {
        same(`household ${i} alone`, batch[i], assessor.totals(household));
        const { needs, incomes, balance } = documents[i]!;
        const { reference, need, income, balance: amount } = batch[i]!;
        same(
          `household ${i} in its document`,
          { reference, need, income, balance: amount },
          { reference: needs.reference, need: needs.need, income: incomes.counted, balance: balance.amount },
        );
      });
    }),
  };
}
