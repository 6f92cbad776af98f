import { loadPack } from '../language/load.js';
import type { LoadOptions } from '../language/linked.js';
import type { Result } from '../model/diagnostic.js';
import type { Pack } from '../model/pack.js';
import { readRoot } from './read-root.js';

/**
 * Reads and links a pack below a knowledge root, with what an overlay lies on. All mistakes at once, each with file,
 * line, column and hint. `asOf` is the month at which values count as stale.
 */
export function readPack(root: string, id: string, options: Pick<LoadOptions, 'asOf'> = {}): Result<Pack> {
  const files = readRoot(root, id);
  return files.ok ? loadPack(files.value, { pack: id, ...options }) : files;
}
