import fc from 'fast-check';
import { assessed } from '../assessed.js';
import type { Assessment } from '../../assessment/document.js';
import type { HouseholdInput } from '../../household/household-input.js';
import { households } from '../households.js';
import { same, type Law, type TestPack } from './law.js';

/** Members in any order give the same lines and the same balance. */
export function orderOfMembers(pack: TestPack): Law {
  return {
    id: 'order-of-members',
    says: 'Members in any order give the same lines and the same balance.',
    except: null,
    property: fc.property(households(pack), (household) => {
      const turned: HouseholdInput = { ...household, persons: [...household.persons].reverse() };
      same('lines', linesOf(pack, turned), linesOf(pack, household));
    }),
  };
}

function linesOf(pack: TestPack, household: HouseholdInput): unknown {
  const { needs, balance, incomes }: Assessment = assessed(pack, household, { levers: 'none', trace: 'none' });
  const lines = [...needs.lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { lines, balance, given: incomes.given, counted: incomes.counted };
}
