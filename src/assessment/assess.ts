import { evaluate } from '../compiled/evaluate.js';
import type { Program } from '../compiled/program.js';
import { totals, totalsOf } from '../compiled/totals/totals.js';
import { monthOf, mustRead, type HouseholdReader } from '../household/read.js';
import { RefbudgetError, type Result } from '../model/diagnostic.js';
import type { EvaluationOptions } from '../model/evaluation.js';
import type { Pack } from '../model/pack.js';
import { buildDocument, type Assessment } from './document.js';
import { evaluationOptions, type Options } from './options.js';
import { prepared } from './prepared.js';
import { sumsOf, type Sums } from './sums.js';

/** A pack made ready for one month and one policy. */
export interface Assessor<H> {
  /** The whole document; throws `RefbudgetError('household')` with everything that is wrong. */
  assess(household: H): Assessment;
  /** Sums only; throws as `assess` does. */
  totals(household: H): Sums;
  /** Sums of many, in their order: the same figures as one by one. Throws at the first that is wrong. */
  totalsOf(households: Iterable<H>): Iterable<Sums>;
}

/**
 * Prepares a pack for one month (`options.month` is needed) and policy, for many households.
 * Throws `RefbudgetError('options')`.
 */
export function prepare<H>(pack: Pack<H>, options: Options = {}): Assessor<H> {
  const month = monthOf(pack.model, null, options.month);
  if (!month.ok) throw new RefbudgetError('options', month.errors);
  const chosen = evaluationOptions(pack.model, month.value, options);
  const { program, reader, bare } = prepared(pack.model, month.value, chosen.policy);
  const print = sumsOf(pack.model.pack);
  return {
    assess: (household) => assessWith(pack, program, reader, household, chosen),
    totals: (household) => print(totals(program, mustRead(bare, household))),
    *totalsOf(households) {
      for (const one of totalsOf(program, readAll(bare, households))) yield print(one);
    },
  };
}

/**
 * Assesses one household; its month is `options.month`, else its own. Throws a `RefbudgetError` with all that is wrong: of the
 * `household`, of the `options`, or of a `pack` that has no value for this household.
 */
export function assess<H>(pack: Pack<H>, household: NoInfer<H>, options: Options = {}): Assessment {
  const month = monthOf(pack.model, household, options.month);
  if (!month.ok) throw new RefbudgetError('household', month.errors);
  const chosen = evaluationOptions(pack.model, month.value, options);
  const { program, reader } = prepared(pack.model, month.value, chosen.policy);
  return assessWith(pack, program, reader, household, chosen);
}

/** As `assess`, of input that may be anything: what is wrong comes back as data, nothing is thrown. */
export function safeAssess(pack: Pack, household: unknown, options: Options = {}): Result<Assessment> {
  const month = monthOf(pack.model, household, options.month);
  if (!month.ok) return month;
  try {
    const chosen = evaluationOptions(pack.model, month.value, options);
    const { program, reader } = prepared(pack.model, month.value, chosen.policy);
    const read = reader.read(household);
    if (!read.ok) return read;
    return {
      ok: true,
      value: buildDocument(pack, read.value, chosen, evaluate(program, read.value, chosen)),
      warnings: read.warnings,
    };
  } catch (error) {
    if (error instanceof RefbudgetError) return { ok: false, errors: error.diagnostics };
    throw error;
  }
}

function assessWith(
  pack: Pack,
  program: Program,
  reader: HouseholdReader,
  household: unknown,
  options: EvaluationOptions,
): Assessment {
  const read = mustRead(reader, household);
  return buildDocument(pack, read, options, evaluate(program, read, options));
}

function* readAll(reader: HouseholdReader, households: Iterable<unknown>): Iterable<ReturnType<typeof mustRead>> {
  for (const household of households) yield mustRead(reader, household);
}
