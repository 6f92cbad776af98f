import { UNREADABLE } from '../node/read-text.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** Exit codes: 0 fine; 1 wrong content, a scenario failed, not verified; 2 not found, not text, bad option; 3 our own fault. */
export type Exit = 0 | 1 | 2 | 3;

/** What a command leaves: data for stdout, notes for stderr. stdout is empty unless `exit` is 0. */
export interface Outcome {
  readonly exit: Exit;
  readonly out: string;
  readonly notes: string;
}

/** Texts of the files in which findings may lie, by the name under which they are shown. */
export type Texts = ReadonlyMap<string, string>;

/** Thrown by a command that cannot go on; `exit` is worked out from the findings unless given. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly diagnostics: readonly Diagnostic[],
    readonly texts: Texts = new Map(),
    readonly exit: Exit = exitOf(diagnostics),
  ) {
    super(diagnostics.map((diagnostic) => diagnostic.message).join('\n'));
  }
}

const BAD_OPTIONS: readonly string[] = ['unknown-option', 'bad-option'];

function exitOf(diagnostics: readonly Diagnostic[]): Exit {
  return diagnostics.some(({ code }) => UNREADABLE.includes(code) || BAD_OPTIONS.includes(code)) ? 2 : 1;
}

/** A wrong option or argument: exit code 2. */
export function badOption(message: string, hint: string): Refusal {
  return new Refusal([{ code: 'bad-option', severity: 'error', message, hint, places: [] }]);
}
