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
export function evaluationError(code: keyof typeof REMEDIES, name: string, message: string): RefbudgetError {
  return new RefbudgetError('pack', [
    { code, severity: 'error', message: `${name}: ${message}`, hint: REMEDIES[code], places: [], path: [name] },
  ]);
}

/** What to do: for who keeps the pack, and where the household may have brought it about, for who wrote that. */
const REMEDIES = {
  'none-reached': 'The pack has no value for this on purpose: look at what was said, or tell who keeps the pack.',
  'value-too-large': 'Correct the number: it is far from any budget.',
  'line-below-zero': 'In the pack, write max(…; 0), or `credit: yes`.',
  'division-by-zero': 'Tell who keeps the pack, with the household.',
  'negative-slice': 'In the pack, write max(…; 0).',
} as const;

/** Whether a finding is such a fault: its path is the name it was met at, `food.rate@tom`. */
export const isEvaluationFault = ({ code }: Diagnostic): boolean => Object.hasOwn(REMEDIES, code);

/** A fault of the pack or the household that was caught, to be told where the value is used; any other error is thrown on. */
export function faultIn(error: unknown): RefbudgetError {
  if (error instanceof RefbudgetError) return error;
  throw error;
}
