import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Diagnostic, Result } from '../model/diagnostic.js';

/** A file of text by the name under which it is shown. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

export const LARGEST_FILE = 5_000_000;
export const LARGEST_ROOT = 50_000_000;

/** Codes of files that could not be read as text at all; the command line answers them with exit code 2. */
export const UNREADABLE: readonly string[] = [
  'not-found',
  'not-readable',
  'not-a-file',
  'not-text',
  'too-large',
  'outside-root',
];

export function unreadable(code: string, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: 'error', message: `${file}: ${message}`, hint, places: [] };
}

/** The text of a file in UTF-8, without a byte order mark. `shown` is the name used in messages. */
export function readText(path: string, shown: string = path, limit: number = LARGEST_FILE): Result<string> {
  const refuse = (code: string, message: string, hint: string): Result<string> => ({
    ok: false,
    errors: [unreadable(code, shown, message, hint)],
  });
  let bytes: Buffer | 'not-a-file' | 'too-large';
  try {
    bytes = readBytes(path, limit);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('not-found', 'there is no such file', 'Check the path.');
    return refuse('not-readable', `the file cannot be read (${code ?? 'unknown reason'})`, 'Check its permissions.');
  }
  if (bytes === 'not-a-file') return refuse('not-a-file', 'this is not a file', 'Give the path of a text file.');
  return bytes === 'too-large' ? tooLarge(shown, limit) : textIn(bytes, shown, limit);
}

/** Bytes as text, under the same conditions. */
export function textIn(bytes: Buffer, shown: string, limit: number): Result<string> {
  if (bytes.length > limit) return tooLarge(shown, limit);
  const text = decode(bytes);
  if (text !== null) return { ok: true, value: text, warnings: [] };
  const hint = 'Save it as plain text in UTF-8.';
  return { ok: false, errors: [unreadable('not-text', shown, 'the file is not text in UTF-8', hint)] };
}

function tooLarge(shown: string, limit: number): Result<string> {
  const hint = 'Split it, or leave out what does not belong.';
  const message = `the file is larger than ${megabytes(limit)}`;
  return { ok: false, errors: [unreadable('too-large', shown, message, hint)] };
}

/** `16 MB` for messages. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** Reads at most `limit` bytes, through one handle: the file that was looked at is the file that is read. */
function readBytes(path: string, limit: number): Buffer | 'not-a-file' | 'too-large' {
  const handle = openSync(path, 'r');
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return 'not-a-file';
    if (stat.size > limit) return 'too-large';
    const buffer = Buffer.alloc(stat.size);
    let read = 0;
    while (read < buffer.length) {
      const some = readSync(handle, buffer, read, buffer.length - read, read);
      if (some === 0) break;
      read += some;
    }
    return buffer.subarray(0, read);
  } finally {
    closeSync(handle);
  }
}

function decode(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Control characters mark binary files that happen to be valid UTF-8.
    return /[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}
