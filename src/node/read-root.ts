import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseDocument } from 'yaml';
import type { Diagnostic, Result } from '../model/diagnostic.js';
import { LARGEST_ROOT, megabytes, readText, unreadable, type SourceFile } from './read-text.js';

const PACK_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const BELONGS = /\.(?:yaml|yml|csv)$/;

/**
 * The files of a pack below a knowledge root: `baskets/<id>/` and `rules/<id>/`, and those of every pack an overlay lies
 * on. Names are relative to the root, with `/`, sorted. Nothing outside the root is read: no `..`, no link that leads out.
 */
export function readRoot(root: string, packId: string): Result<readonly SourceFile[]> {
  const reader = openRoot(root);
  if (reader === null) {
    return { ok: false, errors: [unreadable('not-found', root, 'there is no such folder', 'Give a knowledge root.')] };
  }
  let id: string | null = packId;
  const read = new Set<string>();
  while (id !== null && !read.has(id)) {
    read.add(id);
    const files = readPackFiles(reader, id);
    id = files === null ? null : liesOn(files);
  }
  if (reader.errors.length > 0) return { ok: false, errors: reader.errors };
  const files = reader.files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { ok: true, value: files, warnings: [] };
}

/** Ids of all packs below a root, sorted. */
export function packsOf(root: string): readonly string[] {
  const ids = new Set<string>();
  for (const folder of ['baskets', 'rules']) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory() && PACK_ID.test(entry.name)) ids.add(entry.name);
    }
  }
  return [...ids].sort();
}

interface Reader {
  readonly root: string;
  readonly real: string;
  readonly files: SourceFile[];
  readonly errors: Diagnostic[];
  bytes: number;
}

function openRoot(root: string): Reader | null {
  if (!existsSync(root) || !statSync(root).isDirectory()) return null;
  return { root, real: realpathSync(root), files: [], errors: [], bytes: 0 };
}

function readPackFiles(reader: Reader, id: string): readonly SourceFile[] | null {
  if (!PACK_ID.test(id)) {
    const hint = 'The id of a pack is a word such as "my-study": the name of its folder below "rules".';
    reader.errors.push(unreadable('outside-root', id, 'this is not the id of a pack', hint));
    return null;
  }
  const before = reader.files.length;
  const folders = [`baskets/${id}`, `rules/${id}`].filter((folder) => existsSync(join(reader.root, folder)));
  if (folders.length === 0) {
    const all = packsOf(reader.root);
    const hint = all.length === 0 ? 'There is no pack below this root.' : `Packs here: ${all.join(', ')}.`;
    reader.errors.push(unreadable('not-found', id, `no such pack below ${reader.root}`, hint));
    return null;
  }
  for (const folder of folders) readFolder(reader, folder, new Set());
  return reader.files.slice(before);
}

function readFolder(reader: Reader, folder: string, above: ReadonlySet<string>): void {
  const real = inside(reader, folder);
  if (real === null || above.has(real)) return;
  const within = new Set(above).add(real);
  for (const name of readdirSync(join(reader.root, folder)).sort()) {
    if (name.startsWith('.')) continue;
    const path = `${folder}/${name}`;
    const target = inside(reader, path);
    if (target === null) continue;
    if (statSync(target).isDirectory()) readFolder(reader, path, within);
    else if (BELONGS.test(name)) readFile(reader, path);
  }
}

function readFile(reader: Reader, file: string): void {
  const full = join(reader.root, file);
  reader.bytes += statSync(full).size;
  if (reader.bytes > LARGEST_ROOT) {
    if (reader.errors.some((error) => error.code === 'too-large')) return;
    const message = `with this file the root is larger than ${megabytes(LARGEST_ROOT)}`;
    reader.errors.push(unreadable('too-large', file, message, 'Keep only the files of the pack here.'));
    return;
  }
  const text = readText(full, file);
  if (text.ok) reader.files.push({ file, text: text.value });
  else reader.errors.push(...text.errors);
}

/** The real path, or null with a finding when it leads out of the root or nowhere. */
function inside(reader: Reader, path: string): string | null {
  let real: string;
  try {
    real = realpathSync(join(reader.root, path));
  } catch {
    reader.errors.push(unreadable('not-found', path, 'the link leads nowhere', 'Remove it.'));
    return null;
  }
  if (real === reader.real || real.startsWith(reader.real.endsWith(sep) ? reader.real : reader.real + sep)) return real;
  const hint = 'Copy the file into the root. Nothing outside it is read.';
  reader.errors.push(unreadable('outside-root', path, 'the link leads out of the root', hint));
  return null;
}

/** Id of the pack that an overlay lies on, or null. A file that is no YAML is told by the loader. */
function liesOn(files: readonly SourceFile[]): string | null {
  for (const { file, text } of files) {
    if (file.endsWith('.csv') || !/^["']?overlay["']?\s*:/m.test(text)) continue;
    const on: unknown = parseDocument(text, { logLevel: 'error' }).getIn(['overlay', 'on']);
    const id = typeof on === 'string' ? on.trim().split(/\s+/)[0] : undefined;
    if (id !== undefined && id !== '') return id;
  }
  return null;
}
