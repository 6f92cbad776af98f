import { safeAssess } from '../assessment/assess.js';
import { withoutSeal, type Assessment, type Unsealed } from '../assessment/document.js';
import type { Options } from '../assessment/options.js';
import type { Diagnostic, Result } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import type { HouseholdFile } from '../node/household-file.js';
import { firstDifference, type Difference } from './difference.js';
import { Refusal } from './outcome.js';
import { located } from './pack-fault.js';
import type { Witness } from './witness.js';

/** A household assessed, with what is to be known about it. */
export interface Assessed {
  readonly assessment: Assessment;
  readonly warnings: readonly Diagnostic[];
}

/**
 * Assesses a household with both evaluators, levers included. Throws a Refusal with what is wrong in the household, or,
 * with exit code 3, when the two differ: then no number may be shown.
 */
export function assessBoth(
  pack: Pack,
  household: HouseholdFile,
  options: Options,
  witness: Witness,
): Promise<Assessed> {
  return tellBoth(pack, household, options, witness, (assessed) => assessed);
}

/** The same, put into words by `tell` while the witness still works: nobody sees them before the two agree. */
export async function tellBoth<T>(
  pack: Pack,
  household: HouseholdFile,
  options: Options,
  witness: Witness,
  tell: (assessed: Assessed) => T,
): Promise<T> {
  // The witness is asked first: in a thread of its own it works while this one does.
  const [reference, compiled] = await Promise.all([
    witness(pack, household.input, options),
    Promise.resolve().then(() => {
      const ours = safeAssess(pack, household.input, options);
      if (!ours.ok) return ours;
      return { ...ours, told: tell({ assessment: ours.value, warnings: household.locate(ours.warnings) }) };
    }),
  ]);
  const difference = firstDifference(comparable(compiled), comparable(reference));
  if (difference !== null) throw new Refusal([disagreement(difference)], new Map(), 3);
  if (!compiled.ok) throw refused(pack, compiled.errors, household, options);
  return compiled.told;
}

/** A document without its seal, which is made of the rest; of a refusal, the codes. */
function comparable(assessed: Result<Unsealed>): unknown {
  return assessed.ok ? withoutSeal(assessed.value) : assessed.errors.map(({ code }) => code);
}

function refused(pack: Pack, errors: readonly Diagnostic[], household: HouseholdFile, options: Options): Refusal {
  const texts = new Map([[household.file, household.text]]);
  const month = options.month !== undefined && errors.every(({ path }) => path?.[0] === 'month');
  const told = errors.every(({ code }) => code === 'unknown-option' || month)
    ? errors
    : located(pack, household, errors);
  return month ? new Refusal(told, texts, 2) : new Refusal(told, texts);
}

function disagreement({ path, left, right }: Difference): Diagnostic {
  return {
    code: 'evaluators-differ',
    severity: 'error',
    message: `the two evaluators differ at ${path}: ${left} and ${right}`,
    hint: 'No result is shown. Please report this line together with the household file and the version.',
    places: [],
  };
}
