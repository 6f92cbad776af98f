import { readSync } from 'node:fs';
import type { Result } from '../model/diagnostic.js';
import { LARGEST_FILE, readText, textIn, unreadable } from '../node/read-text.js';

/** A document holds a whole trace, so it may be larger than a file that people write. */
export const LARGEST_DOCUMENT = 50_000_000;

/** `-` stands for what is piped in. */
const PIPED = '-';

let piped: Buffer | null = null;

/** The text of a file that a command is given, or, for `-`, what is piped in. That can be read once alone, so it is kept. */
export function inputText(file: string, limit: number = LARGEST_FILE): Result<string> {
  if (file !== PIPED) return readText(file, file, limit);
  try {
    return textIn((piped ??= everythingPiped()), inputName(file), limit);
  } catch {
    const hint = 'Pipe a household in, or name its file.';
    return { ok: false, errors: [unreadable('not-readable', inputName(file), 'nothing can be read there', hint)] };
  }
}

/** How messages call it. */
export function inputName(file: string): string {
  return file === PIPED ? 'standard input' : file;
}

function everythingPiped(): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  while (length <= LARGEST_DOCUMENT) {
    const part = Buffer.alloc(65_536);
    const count = readSome(part);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    length += count;
  }
  return Buffer.concat(parts);
}

/** Waits where nothing is there yet; 0 at the end. */
function readSome(part: Buffer): number {
  for (;;) {
    try {
      return readSync(0, part);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
