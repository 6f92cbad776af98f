import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The packed tarball, used in an empty folder as anybody would. */
const folder = mkdtempSync(join(tmpdir(), 'refbudget-consumer-'));
const root = process.cwd();

function run(command: string, args: readonly string[], cwd = folder): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'pipe'] });
}

beforeAll(() => {
  const packed = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root)) as {
    filename: string;
  }[];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${packed[0]!.filename}`]);
  copyFileSync('examples/households/lone-parent-wallonia.yaml', join(folder, 'household.yaml'));
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

const HOUSEHOLD = `{ month: '2026-06', persons: [{ role: 'head', age: 40 }], dwelling: { region: 'wallonia', tenure: 'private-rent' }, incomes: [], bills: { rent: 600 } }`;

describe('the packed package', () => {
  test('is imported as an ES module', () => {
    writeFileSync(
      join(folder, 'esm.mjs'),
      `import { assess } from 'refbudget'; import { belgium } from 'refbudget/be'; console.log(assess(belgium, ${HOUSEHOLD}).format);`,
    );
    expect(run('node', ['esm.mjs'])).toBe('refbudget.assessment/1\n');
  });

  test('is required as CommonJS', () => {
    writeFileSync(
      join(folder, 'cjs.cjs'),
      `const { assess } = require('refbudget'); const { belgium } = require('refbudget/be'); console.log(assess(belgium, ${HOUSEHOLD}).balance.adequacy);`,
    );
    expect(run('node', ['cjs.cjs'])).toBe('0.0000\n');
  });

  test('verifies through its subpath what it assessed', () => {
    writeFileSync(
      join(folder, 'verify.mjs'),
      `import { assess } from 'refbudget'; import { belgium } from 'refbudget/be'; import { verify } from 'refbudget/verify';\nconsole.log((await verify(JSON.parse(JSON.stringify(assess(belgium, ${HOUSEHOLD}))), belgium)).ok);`,
    );
    expect(run('node', ['verify.mjs'])).toBe('true\n');
  });

  test('has types that refuse a misspelt fact, a wrong answer and an unknown kind of income', () => {
    const right = "region: 'wallonia', tenure: 'private-rent'";
    const wage = "{ of: 'p1', kind: 'wage', amount: 1450 }";
    const head = "role: 'head', age: 40";
    const files = {
      'right.ts': [right, wage, head],
      'wrong-fact.ts': [right.replace('region', 'regoin'), wage, head],
      'wrong-answer.ts': [right.replace('private-rent', 'rented'), wage, head],
      'wrong-income.ts': [right, wage.replace("'wage'", "'wages'"), head],
      'wrong-person.ts': [right, wage, `${head}, sexx: 'female'`],
      'wrong-age.ts': [right, wage, "role: 'head'"],
    } as const;
    for (const [name, [dwelling, income, person]] of Object.entries(files))
      writeFileSync(
        join(folder, name),
        `import { assess } from 'refbudget'; import { belgium } from 'refbudget/be';\nassess(belgium, { persons: [{ ${person} }], dwelling: { ${dwelling} }, incomes: [${income}] });\n`,
      );
    const { stdout } = spawnSync(
      'node',
      [
        resolve(root, 'node_modules/typescript/bin/tsc'),
        '--noEmit',
        '--strict',
        '--module',
        'nodenext',
        '--target',
        'es2022',
        '--skipLibCheck',
        ...Object.keys(files),
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    const refused = [...stdout.matchAll(/^([a-z-]+\.ts)\(2,\d+\): error TS\d+/gm)].map(([, name]) => name);
    expect([...new Set(refused)].sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'right.ts')
        .sort(),
    );
  });

  test('has a command that assesses a household', () => {
    expect(run('npx', ['refbudget', 'assess', 'household.yaml', '--format', 'json'])).toContain(
      '"format": "refbudget.assessment/1"',
    );
  });
});
