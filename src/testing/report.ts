import fc from 'fast-check';

/** What a failed check says: the broken law in words, then the smallest household found and how to run it again. */
export function failureText(result: fc.RunDetails<unknown>): string {
  const why = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  return `${why}\n${fc.defaultReportMessage(result) ?? ''}`;
}
