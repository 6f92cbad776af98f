import type { Linked } from '../language/linked.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { packsBelow, readFiles, rootOf } from './open-pack.js';
import type { PackOptions } from './options.js';
import { Refusal, type Texts } from './outcome.js';

/** A pack read from its YAML files, with everything that linking knows of them. */
export interface OpenLinked {
  readonly id: string;
  readonly linked: Linked;
  readonly texts: Texts;
  readonly warnings: readonly Diagnostic[];
  readonly fileCount: number;
}

/** What reading one pack gave: the pack, or the errors of its files. */
export type Opened =
  { readonly ok: true; readonly pack: OpenLinked } | { readonly ok: false; readonly refusal: Refusal };

/** The packs that the options name: one, or every pack below the root. */
export async function openLinked(options: PackOptions): Promise<readonly Opened[]> {
  const root = rootOf(options);
  const ids = options.pack === undefined ? await packsBelow(root) : [options.pack];
  const { loadLinked } = await import('../language/load.js');
  const opened: Opened[] = [];
  for (const id of ids) {
    const { files, texts, load } = await readFiles(root, id, options);
    const result = loadLinked(files, load);
    opened.push(
      result.ok
        ? { ok: true, pack: { id, linked: result.value, texts, warnings: result.warnings, fileCount: files.length } }
        : { ok: false, refusal: new Refusal(result.errors, texts) },
    );
  }
  return opened;
}
