import { CommanderError } from '@commander-js/extra-typings';
import { ENGINE } from '../assessment/engine.js';
import { RefbudgetError } from '../model/diagnostic.js';
import { commandLine, type Written } from './command-line.js';
import { Refusal, type Outcome } from './outcome.js';
import type { Witness } from './witness.js';

/** Loaded by the commands that need it alone: the built command has its witness in another thread. */
const witnessHere: Witness = async (...asked) => (await import('./witness.js')).witnessHere(...asked);

/**
 * Runs one command line, without the name of the program; nothing is written and nothing is thrown. `startWitness` is
 * called by a command that assesses, as soon as it is known.
 */
export async function run(
  args: readonly string[],
  colour: boolean,
  startWitness = (): Witness => witnessHere,
): Promise<Outcome> {
  const written: Written = { out: '', notes: '' };
  const outcomes: Outcome[] = [];
  try {
    await commandLine(written, colour, startWitness, (one) => outcomes.push(one)).parseAsync(args, { from: 'user' });
  } catch (error) {
    return await failure(error, written, colour);
  }
  return outcomes[0] ?? { exit: 0, ...written };
}

/** What went wrong, for people; never a stack. */
async function failure(error: unknown, written: Written, colour: boolean): Promise<Outcome> {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? { exit: 0, ...written } : { exit: 2, out: '', notes: written.notes + written.out };
  }
  const { report } = await import('./report.js');
  if (error instanceof Refusal)
    return { exit: error.exit, out: '', notes: report(error.diagnostics, error.texts, colour) };
  if (error instanceof RefbudgetError) {
    const exit = error.code === 'options' ? 2 : 1;
    return { exit, out: '', notes: report(error.diagnostics, new Map(), colour) };
  }
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const notes = `fault[internal] ${message}\n  This is our own fault, not yours. Please report this line with the version (${ENGINE.version}).\n`;
  return { exit: 3, out: '', notes };
}
