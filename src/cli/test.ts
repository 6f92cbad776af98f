import { coverage } from '../scenarios/coverage/coverage.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ScenarioResult } from '../scenarios/result.js';
import { runScenarios } from '../scenarios/run.js';
import { counted } from './counted.js';
import { covered } from './covered.js';
import { openLinked } from './open-linked.js';
import type { PackOptions } from './options.js';
import type { Exit, Outcome } from './outcome.js';
import { report } from './report.js';

export interface TestCommand extends PackOptions {
  readonly coverage?: boolean | undefined;
}

/** `test`: the scenarios of a root, each expectation; failures with their place. */
export async function testCommand(options: TestCommand, colour: boolean): Promise<Outcome> {
  let out = '';
  let notes = '';
  let exit: Exit = 0;
  for (const opened of await openLinked(options)) {
    if (!opened.ok) {
      notes += report(opened.refusal.diagnostics, opened.refusal.texts, colour);
      exit = opened.refusal.exit > exit ? opened.refusal.exit : exit;
      continue;
    }
    const { id, linked, texts } = opened.pack;
    const results = await runScenarios(linked, linked.scenarios);
    const failed = results.filter((result) => !result.passed);
    const counts = `${results.length - failed.length} passed, ${failed.length} failed`;
    const line = `${id}: ${counts}, in ${counted(linked.scenarios.length, 'scenario')}.\n`;
    if (failed.length > 0) {
      notes += report(failed.map(finding), texts, colour) + line;
      if (exit === 0) exit = 1;
    }
    notes += report(results.flatMap(unasked), texts, colour);
    out += line + (options.coverage === true ? covered(await coverage(linked, linked.scenarios)) : '');
  }
  return { exit, out, notes };
}

function finding({ id, row, key, expected, found, refused, place }: ScenarioResult): Diagnostic {
  const where = row === null ? id : `${id}, row ${row}`;
  const message =
    refused === true
      ? `${where}: the household is refused: ${found}`
      : `${where}: ${key} should be ${expected}, and is ${found}`;
  const hint =
    refused === true
      ? 'Correct the household, or, if it must be refused, expect the error.'
      : 'Correct the rules, or, if they are right, what is expected here.';
  return { code: 'scenario-failed', severity: 'error', message, hint, places: [place] };
}

function unasked({ id, notAsked = [], place }: ScenarioResult): readonly Diagnostic[] {
  return notAsked.map((name) => ({
    code: 'not-asked',
    severity: 'warning',
    message: `${id} says ${name}, which is not asked there and counts for nothing`,
    hint: 'Take it away, or change what its applies: tests.',
    places: [place],
  }));
}
