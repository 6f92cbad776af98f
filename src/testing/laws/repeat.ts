import fc from 'fast-check';
import { assess } from '../../assessment/assess.js';
import { withoutSeal } from '../../assessment/document.js';
import type { Options } from '../../assessment/options.js';
import type { HouseholdInput } from '../../household/household-input.js';
import { RefbudgetError } from '../../model/diagnostic.js';
import { households } from '../households.js';
import { tellingOf } from '../telling.js';
import { same, type Law, type TestPack } from './law.js';

/** The same input gives the same bytes, whatever was assessed in between. A run takes four households. */
export function sameBytes(pack: TestPack): Law {
  const one = households(pack);
  return {
    id: 'same-bytes',
    says: 'The same household gives the same bytes, also after another one was assessed.',
    except: null,
    property: fc.property(tellingOf, one, one, one, one, (telling, ...list) => {
      const before = list.map((household) => textOf(pack, household, telling));
      list.forEach((household, i) => same('text', textOf(pack, structuredClone(household), telling), before[i]));
    }),
  };
}

/**
 * The text without the seal, which is made of this text and checked where documents are verified. A refusal has a text
 * too.
 */
function textOf(pack: TestPack, household: HouseholdInput, telling: Options): string {
  try {
    return JSON.stringify(withoutSeal(assess(pack, household, telling)));
  } catch (error) {
    if (error instanceof RefbudgetError) return JSON.stringify(error.diagnostics);
    throw error;
  }
}
