import fc from 'fast-check';
import { assess } from '../assessment/assess.js';
import type { Assessment } from '../assessment/document.js';
import type { Options } from '../assessment/options.js';
import type { HouseholdInput } from '../household/household-input.js';
import { RefbudgetError } from '../model/diagnostic.js';
import type { TestPack } from './laws/law.js';

/**
 * Assesses a drawn household. Where the pack itself refuses it (a table that is silent on purpose), a law says nothing:
 * another household is drawn. That both evaluators refuse alike is the business of the law on agreement.
 */
export function assessed(pack: TestPack, household: HouseholdInput, options: Options = {}): Assessment {
  try {
    return assess(pack, household, options);
  } catch (error) {
    if (error instanceof RefbudgetError && error.code === 'pack') fc.pre(false);
    throw error;
  }
}
