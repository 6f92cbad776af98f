import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

const assess = (env: NodeJS.ProcessEnv): string =>
  execFileSync(
    'node',
    ['dist/cli/main.js', 'assess', 'examples/households/lone-parent-wallonia.yaml', '--format', 'json'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    },
  );
const here = assess({ TZ: 'UTC', LANG: 'C' });

test.each([
  ['on the other side of the world', { TZ: 'Pacific/Auckland' }],
  ['in a locale with another i', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
])('the bytes are the same %s', (_, env) => {
  expect(assess(env)).toBe(here);
});
