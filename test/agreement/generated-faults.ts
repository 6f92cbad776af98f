import type { Dice } from '../fixtures/dice.js';
import type { Name } from './vocabulary.js';

/** A number that cannot be had for persons of some ages, what is tested of it, and a table that is asked with it. */
export function faultsOf(dice: Dice): {
  derive: Record<string, unknown>;
  tables: Record<string, unknown>;
  names: Name[];
} {
  const ages = dice.pick(['..17', '18..39', '40..', '65..']);
  const common = { scope: 'person', unknown: false, open: false } as const;
  return {
    derive: {
      'person.fault': { value: 'fee.gone' },
      'person.faulty': { when: { 'person.fault': { above: 50 } } },
      'person.fined': { value: 'fee.fault' },
      'person.fault-rank': { rank: 'person.fault', first: 'highest' },
    },
    tables: {
      'fee.gone': {
        unit: 'EUR/month',
        by: ['person.age'],
        hit: 'first',
        rows: [
          [ages, 'none'],
          ['any', dice.pick([40, 60, 80])],
        ],
        status: 'assumption',
        note: 'drawn at random',
      },
      'fee.fault': {
        unit: 'EUR/month',
        by: ['person.fault'],
        rows: [
          ['..<50', 10],
          ['50..', 20],
        ],
        status: 'assumption',
        note: 'drawn at random',
      },
    },
    names: [
      { id: 'person.fault', type: 'money', ...common },
      { id: 'person.faulty', type: 'yes-no', ...common },
      { id: 'person.fined', type: 'money', ...common },
    ],
  };
}
