import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const blocks = [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
  kind: kind!,
  text: text!,
}));
const folder = mkdtempSync('.cache/readme-');
afterAll(() => rmSync(folder, { recursive: true }));

/** The commands a newcomer types first run this very suite; they are run in a fresh clone, not from within. */
const OUTSIDE = /^npm (ci|test|start|run)\b/;

function run(command: string): string {
  // `npx` would install this folder into its own cache first, and build it there.
  const line = command.replace(/(^|[|&;] )(?:npx )?refbudget /g, '$1node dist/cli/main.js ');
  return execFileSync('bash', ['-c', `set -o pipefail; ${line}`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '80' },
  });
}

describe('shell blocks of the README run', () => {
  const commands = blocks
    .filter((block) => block.kind === 'sh')
    .flatMap(({ text }) => text.trim().split('\n'))
    .filter((line) => !OUTSIDE.test(line) && !line.startsWith('#'));
  // Running all scenarios takes half a minute where nothing else runs.
  test.each(commands)(
    '%s',
    (command) => {
      expect(() => run(command)).not.toThrow();
    },
    240_000,
  );
});

describe('TypeScript blocks of the README run and print what their last comment says', () => {
  const programs = blocks.filter((block) => block.kind === 'ts').map(({ text }) => text);
  test.each(programs)('%s', (text) => {
    const file = join(folder, `snippet-${programs.indexOf(text)}.ts`);
    writeFileSync(file, text);
    const printed = execFileSync('node', ['--import', 'tsx', file], { encoding: 'utf8' });
    const expected = [...text.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line).join('\n');
    expect(printed.trimEnd()).toBe(expected);
  });
});
