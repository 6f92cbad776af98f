import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/program.js';
import type { Outcome } from '../../src/cli/outcome.js';

/** Runs a command line in this process; `process.test.ts` does so in processes of their own. */
export async function refbudget(...args: readonly string[]): Promise<Outcome> {
  const { exit, out, notes } = await run(args, false);
  return { exit, out: exit === 0 ? out : '', notes };
}

const folder = mkdtempSync(join(tmpdir(), 'cli-'));
let count = 0;

/** A file with some content, outside the repository. */
export function fileWith(content: string | Buffer, extension = 'yaml'): string {
  const file = join(folder, `file-${count++}.${extension}`);
  writeFileSync(file, content);
  return file;
}

export const ISLE = ['--root', 'test/packs/isle'] as const;
export const ANNA = 'test/packs/isle/households/anna.yaml';
