/** A finding on files (with places) or on a household or document (with a path). */
export interface Diagnostic {
  /** kebab-case; listed with example and remedy in docs/errors.md. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
  readonly places: readonly {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly caption?: string;
  }[];
  /** Where in the household, document or options: `['persons', 0, 'age']`. */
  readonly path?: readonly (string | number)[];
}

/** Thrown with all findings at once; `code` says what they are about. `pack`: it has no value for this household. */
export class RefbudgetError extends Error {
  override readonly name = 'RefbudgetError';

  constructor(
    readonly code: 'pack' | 'household' | 'options' | 'document',
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super(diagnostics.map((d) => d.message).join('\n'));
  }
}

/** Either a value, with warnings, or all errors. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

/**
 * A fault that shows only with a household: `none-reached` (a table result `none`), `value-too-large`, `line-below-zero`,
 * `division-by-zero`, `negative-slice`. Both evaluators throw it, for the same name.
 */
export function evaluationError(code: string, name: string, message: string): RefbudgetError {
  return new RefbudgetError('pack', [
    { code, severity: 'error', message: `${name}: ${message}`, places: [], path: [name] },
  ]);
}
