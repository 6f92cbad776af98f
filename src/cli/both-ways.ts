import { safeAssess } from '../assessment/assess.js';
import type { Assessment } from '../assessment/document.js';
import type { Options } from '../assessment/options.js';
import { RefbudgetError, type Diagnostic, type Result } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import type { HouseholdFile } from '../node/household-file.js';
import { assessByReference } from '../verify/assess-by-reference.js';
import { firstDifference, type Difference } from './difference.js';
import { Refusal } from './outcome.js';

/**
 * Assesses a household with both evaluators, levers included. Throws a Refusal with what is wrong in the household, or,
 * with exit code 3, when the two differ: then no number may be shown.
 */
export async function assessBoth(
  pack: Pack,
  household: HouseholdFile,
  options: Options,
): Promise<{ readonly assessment: Assessment; readonly warnings: readonly Diagnostic[] }> {
  const compiled = safeAssess(pack, household.input, options);
  const reference = await byReference(pack, household.input, options);
  const difference = firstDifference(comparable(compiled), comparable(reference));
  if (difference !== null) throw new Refusal([disagreement(difference)], new Map(), 3);
  if (!compiled.ok) throw refused(compiled.errors, household, options);
  return { assessment: compiled.value, warnings: household.locate(compiled.warnings) };
}

async function byReference(pack: Pack, input: unknown, options: Options): Promise<Result<Assessment>> {
  try {
    return { ok: true, value: await assessByReference(pack, input, options), warnings: [] };
  } catch (error) {
    if (error instanceof RefbudgetError) return { ok: false, errors: error.diagnostics };
    throw error;
  }
}

/** A document without its seal, which is made of the rest; of a refusal, the codes. */
function comparable(assessed: Result<Assessment>): unknown {
  if (!assessed.ok) return assessed.errors.map(({ code }) => code);
  const keys = Object.keys(assessed.value) as (keyof Assessment)[];
  return Object.fromEntries(keys.filter((key) => key !== 'seal').map((key) => [key, assessed.value[key]]));
}

function refused(errors: readonly Diagnostic[], household: HouseholdFile, options: Options): Refusal {
  const texts = new Map([[household.file, household.text]]);
  const month = options.month !== undefined && errors.every(({ path }) => path?.[0] === 'month');
  const located = errors.every(({ code }) => code === 'unknown-option' || month) ? errors : household.locate(errors);
  return month ? new Refusal(located, texts, 2) : new Refusal(located, texts);
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
