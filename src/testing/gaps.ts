import { prepared } from '../assessment/prepared.js';
import type { Options } from '../assessment/options.js';
import { encode } from '../compiled/input/encode.js';
import { runSteps } from '../compiled/machine/run-steps.js';
import { batchFor } from '../compiled/program.js';
import { monthOf } from '../household/read.js';
import { RefbudgetError, type Diagnostic } from '../model/diagnostic.js';
import type { HouseholdInput } from '../household/household-input.js';
import type { Pack } from '../model/pack.js';

/** What a pack cannot give a household: which fault, and the name it shows at. */
export interface Gap {
  readonly code: string;
  readonly path: Diagnostic['path'] | undefined;
}

/** Every gap of a pack that a household meets in the compiled evaluator, its steps taken one by one. */
export function gapsMet(pack: Pack<HouseholdInput>, household: HouseholdInput, options: Options): readonly Gap[] {
  const month = monthOf(pack.model, household, options.month);
  if (!month.ok) return [];
  const { program, reader } = prepared(pack.model, month.value, options.policy ?? null);
  const read = reader.read(household);
  if (!read.ok) return [];
  const batch = batchFor(program, 'one', 1, read.value.persons.length);
  encode(program, batch, [read.value]);
  return program.steps.flatMap((step) => {
    try {
      runSteps(batch, [step]);
      return [];
    } catch (error) {
      if (error instanceof RefbudgetError) return error.diagnostics.map(({ code, path }) => ({ code, path }));
      throw error;
    }
  });
}
