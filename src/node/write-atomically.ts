import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RefbudgetError } from '../model/diagnostic.js';
import { unreadable } from './read-text.js';

/** The bits of a mode that say who may read, write and run a file. */
const MODE = 0o777;
const ANYBODY_WRITES = 0o222;

/**
 * Writes a text so that a reader sees the old file or the new one, never half of it: into a file beside it, then renamed. What
 * the old one allowed whom stays, and so does a link to it. Throws a RefbudgetError with `not-writable`, also for a file that is
 * there to be read only; the old file is then as it was.
 */
export function writeAtomically(link: string, text: string): void {
  mustBeWritable(link);
  const file = existsSync(link) ? realpathSync(link) : link;
  const mode = existsSync(file) ? statSync(file).mode & MODE : undefined;
  const beside = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
  try {
    const handle = openSync(beside, 'wx', mode);
    try {
      // What is narrowed when a file is made (umask) is not what the old one allowed.
      if (mode !== undefined) fchmodSync(handle, mode);
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw notWritable(link, `the file cannot be written (${reason})`, 'Check the folder and its permissions.');
  }
}

/** Throws `not-writable` for a file that may only be read: a rename would get past that, and whoever protected it meant it. */
export function mustBeWritable(file: string): void {
  if (!existsSync(file) || (statSync(file).mode & ANYBODY_WRITES) !== 0) return;
  throw notWritable(file, 'the file may only be read', 'Make it writable, or work on a copy.');
}

function notWritable(file: string, message: string, hint: string): RefbudgetError {
  return new RefbudgetError('options', [unreadable('not-writable', file, message, hint)]);
}
