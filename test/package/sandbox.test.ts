import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, CHROMIUM_FLAGS } from '../fixtures/chromium.js';

const PROGRAM = `
import { assess, canonicalText } from './src/index.ts';
import { belgium } from './src/packs/be.ts';
globalThis.assessed = canonicalText(assess(belgium, {
  month: '2024-06',
  persons: [{ id: 'anna', role: 'head', age: 34 }, { id: 'tom', role: 'child', age: 7, presence: '50%' }],
  dwelling: { region: 'flanders', tenure: 'private-rent' },
  incomes: [{ of: 'anna', kind: 'wage', amount: 1450 }],
  bills: { rent: '690' },
}));`;
let script = '';
beforeAll(async () => {
  const built = await build({
    stdin: { contents: PROGRAM, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
    logLevel: 'error',
  });
  script = built.outputFiles[0]!.text;
});

/** What Node itself makes of the same program. */
function here(): string {
  const context = vm.createContext({ TextEncoder, structuredClone, console });
  vm.runInContext(script, context);
  return String((context as { assessed?: unknown }).assessed);
}

test('the main bundle runs without the globals of Node', () => {
  const context = vm.createContext({ TextEncoder });
  expect(vm.runInContext('[typeof process, typeof Buffer, typeof require].join()', context)).toBe(
    'undefined,undefined,undefined',
  );
  vm.runInContext(script, context);
  const text = String((context as { assessed?: unknown }).assessed);
  expect(JSON.parse(text)).toMatchObject({ format: 'refbudget.assessment/1', month: '2024-06' });
});

const folder = mkdtempSync(join(tmpdir(), 'refbudget-browser-'));
afterAll(() => rmSync(folder, { recursive: true }));
test.skipIf(CHROMIUM === undefined)('Chromium computes the same bytes (SKIPPED where it is not installed)', () => {
  const page = join(folder, 'page.html');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><pre id="out"></pre><script>${script.replaceAll('</script', '<\\/script')}</script><script>document.getElementById('out').textContent = assessed;</script>`,
  );
  const flags = [...CHROMIUM_FLAGS, `--user-data-dir=${join(folder, 'profile')}`];
  const html = execFileSync(CHROMIUM!, [...flags, '--dump-dom', pathToFileURL(page).href], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  });
  const shown = /<pre id="out">([\s\S]*?)<\/pre>/.exec(html)?.[1] ?? '';
  const text = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  expect(text).toBe(here());
});
