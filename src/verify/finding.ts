/** What is checked: the document's form, its seal, the pack it was made with, each block, each node of the trace, the bytes of its file. */
export type Check = 'format' | 'seal' | 'pack' | 'blocks' | 'trace' | 'bytes';

/** One difference. `expected` and `found` are JSON texts; null = not there. In `bytes`, the path is the number of the line. */
export interface Finding {
  readonly check: Check;
  readonly path: readonly (string | number)[];
  readonly expected: string | null;
  readonly found: string | null;
}

/** `undefined` is what is not there. */
export function finding(check: Check, path: Finding['path'], expected: unknown, found: unknown): Finding {
  return { check, path, expected: textOf(expected), found: textOf(found) };
}

function textOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** The outcome of verifying: in order when nothing was found. */
export interface Verification {
  readonly ok: boolean;
  /** The checks that failed, each once. */
  readonly failed: readonly Check[];
  readonly findings: readonly Finding[];
}

export function verificationOf(findings: readonly Finding[]): Verification {
  return { ok: findings.length === 0, failed: [...new Set(findings.map((one) => one.check))], findings };
}
