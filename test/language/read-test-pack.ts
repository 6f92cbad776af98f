import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../../src/language/load.js';

/** All files of a knowledge root, with paths relative to it. */
export function filesBelow(root: string): SourceText[] {
  const out: SourceText[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (/\.(ya?ml|csv)$/.test(entry.name))
        out.push({ file: path, text: readFileSync(join(root, path), 'utf8') });
    }
  };
  for (const top of ['baskets', 'rules']) walk(top);
  return out;
}
