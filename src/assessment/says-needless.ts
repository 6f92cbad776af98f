import { encode } from '../compiled/input/encode.js';
import { documentSteps } from '../compiled/document-steps.js';
import { readState, readTruth, readWord, rowsIn, type Batch } from '../compiled/machine/batch.js';
import { tidy } from '../compiled/machine/nums.js';
import { runSteps } from '../compiled/machine/run-steps.js';
import { KNOWN, NO, WORD_NONE } from '../compiled/machine/slots.js';
import { batchFor, type Program } from '../compiled/program.js';
import type { Household } from '../household/household.js';
import { monthOf } from '../household/read.js';
import { RefbudgetError } from '../model/diagnostic.js';
import { isValid, type Model } from '../model/model.js';
import type { Pack } from '../model/pack.js';
import type { MonthIndex } from '../model/value.js';
import type { Options } from './options.js';
import { prepared } from './prepared.js';

/**
 * True where a household says a fact that is not asked here: for those who need a trace only to tell which. `household` may be
 * anything; of one that is refused, or for which the pack has no value, nothing is said.
 */
export function saysNeedless(pack: Pack, household: unknown, { month: asked, policy = null }: Options): boolean {
  const month = monthOf(pack.model, household, asked);
  if (!month.ok || (policy !== null && !isThere(pack.model, policy, month.value))) return false;
  const { program, bare } = prepared(pack.model, month.value, policy);
  const read = bare.read(household);
  if (!read.ok) return false;
  try {
    return isIn(program, read.value);
  } catch (error) {
    if (error instanceof RefbudgetError) return false;
    throw error;
  }
}

const isThere = ({ policies }: Model, id: string, month: MonthIndex): boolean =>
  policies.some((one) => one.id === id && isValid(one, month));

function isIn(program: Program, household: Household): boolean {
  tidy(program.compiler.arena);
  const batch = batchFor(program, 'one', 1, household.persons.length);
  encode(program, batch, [household]);
  runSteps(batch, documentSteps(program));
  return program.facts.some((asked) => isNeedless(batch, asked));
}

function isNeedless(batch: Batch, { applies, raw, rows }: Program['facts'][number]): boolean {
  if (applies === null) return false;
  for (let row = 0; row < rowsIn(batch, rows); row++) {
    const isSaid = raw.kind === 'word' ? readWord(batch, raw, row) > WORD_NONE : readState(batch, raw, row) === KNOWN;
    if (isSaid && readTruth(batch, applies, row) === NO) return true;
  }
  return false;
}
