import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the person in the README answers, a line each. */
export const ANSWERS = ['private-rent', '690', '', '?', 'no', 'no'];

/** The conversation of the README: a household that is half filled in, and what is asked of it. */
export function transcript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ask-'));
  copyFileSync('test/cli/ask/half-filled.yaml', join(folder, 'household.yaml'));
  const ran = spawnSync(
    process.execPath,
    [join(process.cwd(), 'dist/cli/main.js'), 'ask', 'household.yaml', '--lang', 'en'],
    {
      cwd: folder,
      encoding: 'utf8',
      input: ANSWERS.map((line) => `${line}\n`).join(''),
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  rmSync(folder, { recursive: true });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return `$ npx refbudget ask household.yaml --lang en\n${ran.stderr.trimEnd()}`;
}

const BLOCK = /(^## Fill in a file in minutes\n[\s\S]*?^```text\n)([\s\S]*?)(^```$)/m;

/** The README with the conversation as it is now; unchanged where it has none. */
export const withTranscript = (readme: string): string =>
  readme.replace(BLOCK, (_, before: string, _old: string, after: string) => `${before}${transcript()}\n${after}`);
