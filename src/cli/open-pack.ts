import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../model/pack.js';
import type { SourceFile } from '../node/read-text.js';
import { DEFAULT_PACK, SHIPPED_PACKS } from '../packs/index.js';
import { monthOption, type PackOptions } from './options.js';
import { badOption, Refusal, type Texts } from './outcome.js';
import { packageRoot } from './package-root.js';

type Shipped = keyof typeof SHIPPED_PACKS;

function isShipped(id: string): id is Shipped {
  return Object.hasOwn(SHIPPED_PACKS, id);
}

/**
 * The pack that the options name: a shipped one, already linked, unless a root is given; then its YAML files. An overlay that is
 * shipped as files alone is found there from any folder. Throws a Refusal with every error in them.
 */
export async function openPack(options: PackOptions, wanted: string = DEFAULT_PACK): Promise<Pack> {
  const id = options.pack ?? (options.root === undefined ? wanted : undefined);
  if (options.root === undefined && id !== undefined && isShipped(id)) return SHIPPED_PACKS[id]();
  const root = rootOf(options);
  const { loadPack } = await import('../language/load.js');
  const { files, texts, load } = await readFiles(root, id ?? (await onlyPack(root)), options);
  const loaded = loadPack(files, load);
  // what does not refuse the pack is told by check
  if (!loaded.ok)
    throw new Refusal(
      loaded.errors.filter(({ severity }) => severity === 'error'),
      texts,
    );
  return loaded.value;
}

/** The files of a pack below a root, their texts by name, and the options of loading them. */
export async function readFiles(root: string, id: string, options: PackOptions): Promise<PackFiles> {
  const { readRoot } = await import('../node/read-root.js');
  const files = readRoot(root, id);
  if (!files.ok) throw new Refusal(files.errors);
  const asOf = monthOption('as-of', options.asOf);
  return {
    files: files.value,
    texts: new Map(files.value.map(({ file, text }) => [file, text])),
    load: { pack: id, ...(asOf === undefined ? {} : { asOf }) },
  };
}

export interface PackFiles {
  readonly files: readonly SourceFile[];
  readonly texts: Texts;
  readonly load: { readonly pack: string; readonly asOf?: string };
}

async function onlyPack(root: string): Promise<string> {
  const ids = await packsBelow(root);
  const [first] = ids;
  if (ids.length === 1 && first !== undefined) return first;
  if (ids.includes(DEFAULT_PACK)) return DEFAULT_PACK;
  throw badOption(`${root} holds several packs`, `Choose one with --pack: ${ids.join(', ')}.`);
}

/** Ids of the packs below a root; exit code 2 when there is none. */
export async function packsBelow(root: string): Promise<readonly string[]> {
  const { packsOf } = await import('../node/read-root.js');
  const ids = existsSync(root) ? packsOf(root) : [];
  if (ids.length > 0) return ids;
  const hint = 'A knowledge root is a folder with baskets/<pack> and rules/<pack>.';
  throw new Refusal([
    { code: 'not-found', severity: 'error', message: `${root}: there is no pack here`, hint, places: [] },
  ]);
}

/** The root for commands on YAML files: the one given, else this folder where it is one, else the package's own files. */
export function rootOf(options: PackOptions): string {
  if (options.root !== undefined) return options.root;
  return existsSync(join('.', 'rules')) || existsSync(join('.', 'baskets')) ? '.' : packageRoot();
}
