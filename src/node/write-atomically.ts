import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RefbudgetError } from '../model/diagnostic.js';
import { unreadable } from './read-text.js';

/**
 * Writes a text so that a reader sees the old file or the new one, never half of it: into a file beside it, then renamed.
 * Throws a RefbudgetError with `not-writable`; the old file is then as it was.
 */
export function writeAtomically(file: string, text: string): void {
  const beside = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = openSync(beside, 'wx');
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const hint = 'Check the folder and its permissions.';
    throw new RefbudgetError('options', [
      unreadable('not-writable', file, `the file cannot be written (${reason})`, hint),
    ]);
  }
}
