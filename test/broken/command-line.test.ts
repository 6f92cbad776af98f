import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/cli/check.js';
import { Refusal, type Outcome } from '../../src/cli/outcome.js';
import { BASE, filesOf, packCases, type SourceText } from './apply-case.js';

const PROJECT = join(import.meta.dirname, '../..');
const GOOD = 'month: 2024-02\npersons: [{ id: a, role: head, age: 30 }]\ndwelling: { region: north }\n';
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refbudget-broken-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rootOf(name: string, files: readonly SourceText[]): string {
  const root = join(folder, name);
  for (const { file, text } of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly notes: string;
}

/** The command as its users run it, in a process of its own. */
function run(...args: readonly string[]): Ran {
  const main = join(PROJECT, 'src/cli/main.ts');
  const ran = spawnSync(process.execPath, ['--import', 'tsx', main, ...args], { cwd: PROJECT, encoding: 'utf8' });
  return { exit: ran.status, out: ran.stdout, notes: ran.stderr };
}

function expectRefused({ exit, out, notes }: Ran, wanted: number, code: string): void {
  expect(notes).toContain(code);
  expect(exit).toBe(wanted);
  expect(out).toBe('');
  expect(notes).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(notes).not.toContain('internal');
}

async function outcomeOf(root: string, pack: string): Promise<Outcome> {
  try {
    return await checkCommand({ root, pack }, false);
  } catch (error) {
    if (error instanceof Refusal) return { exit: error.exit, out: '', notes: error.message };
    throw error;
  }
}

describe('check of a broken pack', () => {
  it.each(packCases().map((broken) => [broken.name, broken] as const))(
    '%s ends with its exit code',
    async (name, broken) => {
      const { exit, notes } = await outcomeOf(rootOf(name, filesOf(broken)), broken.pack ?? 'town');
      expect(notes).toContain(broken.code);
      expect(exit).toBe(broken.exit ?? (broken.warning === undefined ? 1 : 0));
    },
  );

  it.each(
    packCases()
      .filter((_, i) => i % 12 === 5)
      .map((broken) => [broken.name, broken] as const),
  )('%s leaves stdout empty in a process of its own, and shows no stack', (name, broken) => {
    const ran = run('check', '--root', rootOf(name, filesOf(broken)), '--pack', broken.pack ?? 'town');
    if (broken.warning === undefined) expectRefused(ran, broken.exit ?? 1, broken.code);
    else expect(ran).toMatchObject({ exit: 0 });
  });
});

describe('a root that must not be read', () => {
  const withLink = (name: string, target: string, at: string): string => {
    const root = join(folder, name);
    cpSync(BASE, root, { recursive: true });
    symlinkSync(target, join(root, at));
    return root;
  };

  it('refuses a link that leads out of it', () => {
    writeFileSync(join(folder, 'secret.yaml'), 'sources: { s: { title: S } }\n');
    const root = withLink('link-out', join(folder, 'secret.yaml'), 'rules/town/secret.yaml');
    expectRefused(run('check', '--root', root), 2, 'outside-root');
  });

  it('refuses a folder link that leads out of it', () => {
    mkdirSync(join(folder, 'elsewhere'));
    const root = withLink('folder-out', join(folder, 'elsewhere'), 'rules/town/elsewhere');
    expectRefused(run('check', '--root', root), 2, 'outside-root');
  });

  it('refuses a link that leads nowhere', () => {
    const root = withLink('link-nowhere', join(folder, 'nothing-here.yaml'), 'rules/town/nothing.yaml');
    expectRefused(run('check', '--root', root), 2, 'not-found');
  });

  it('refuses a pack id that is a path', () => {
    expectRefused(run('check', '--root', BASE, '--pack', '../town'), 2, 'outside-root');
  });

  it('refuses a root that is not there, and one without packs', () => {
    expectRefused(run('check', '--root', join(folder, 'no-such-folder')), 2, 'not-found');
    mkdirSync(join(folder, 'bare'));
    expectRefused(run('check', '--root', join(folder, 'bare')), 2, 'not-found');
  });

  it('refuses a file of 50 MB without reading it', () => {
    const root = join(folder, 'large');
    cpSync(BASE, root, { recursive: true });
    writeFileSync(join(root, 'rules/town/large.yaml'), '');
    truncateSync(join(root, 'rules/town/large.yaml'), 50_000_000);
    expectRefused(run('check', '--root', root), 2, 'too-large');
  });

  it('refuses a file that is no text', () => {
    const root = join(folder, 'binary-root');
    cpSync(BASE, root, { recursive: true });
    writeFileSync(join(root, 'rules/town/picture.yaml'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]));
    expectRefused(run('check', '--root', root), 2, 'not-text');
  });
});

describe('a household file', () => {
  const assess = (name: string, content: string | Buffer, ...more: readonly string[]): Ran => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return run('assess', file, '--root', BASE, '--pack', 'town', ...more);
  };
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from(
    { length: 9 },
    (_, i) =>
      `b${i}: &b${i} [${Array(9)
        .fill(i === 0 ? '*a' : `*b${i - 1}`)
        .join(', ')}]`,
  ).join('\n')}\n`;

  it('that is good is assessed', () => {
    expect(assess('good.yaml', GOOD)).toMatchObject({ exit: 0 });
  });

  it.each([
    ['empty', '', 1, 'empty-file'],
    ['only-blanks', '  \n\n', 1, 'empty-file'],
    ['not-yaml', 'persons: [{ role: head\n', 1, 'not-yaml'],
    ['a-text', 'hello\n', 1, 'wrong-type'],
    ['a-list', '- a\n', 1, 'wrong-type'],
    ['binary', Buffer.from([0, 1, 2, 0xff, 0xfe, 0x89]), 2, 'not-text'],
    ['alias-bomb', bomb, 1, 'too-many-parts'],
    ['deep', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 1, 'too-deep'],
    ['deep-json', `{"persons":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 1, 'too-deep'],
    ['huge-number', `${GOOD}bills: { rent: 1e400 }\n`, 1, 'not-an-amount'],
    ['prototype', `${GOOD}__proto__: { polluted: yes }\n`, 1, 'forbidden-key'],
    [
      'prototype-in-a-person',
      'month: 2024-02\npersons: [{ role: head, age: 30, __proto__: { diet: yes } }]\n',
      1,
      'forbidden-key',
    ],
    ['twice-the-same-key', `${GOOD}month: 2024-03\n`, 1, 'duplicate-key'],
    ['no-answer', GOOD.replace('north', 'nort'), 1, 'unknown-value'],
    ['outside-covers', GOOD.replace('2024-02', '2031-02'), 1, 'outside-covers'],
    ['rent-below-zero', `${GOOD}bills: { rent: -1 }\n`, 1, 'negative-amount'],
  ] as const)('%s is refused with its code, an empty stdout and no stack', (name, content, exit, code) => {
    expectRefused(assess(`${name}.yaml`, content, '--format', 'json'), exit, code);
  });

  it('of 50 MB is refused without reading it', () => {
    const file = join(folder, 'fifty.yaml');
    writeFileSync(file, '');
    truncateSync(file, 50_000_000);
    expectRefused(run('assess', file, '--root', BASE, '--pack', 'town'), 2, 'too-large');
  });

  it('that is not there, or is a folder, is refused', () => {
    expectRefused(run('assess', join(folder, 'nobody.yaml'), '--root', BASE, '--pack', 'town'), 2, 'not-found');
    expectRefused(run('assess', folder, '--root', BASE, '--pack', 'town'), 2, 'not-a-file');
  });

  it('is shown with file, line and column', () => {
    expect(assess('place.yaml', GOOD.replace('north', 'nort')).notes).toMatch(/place\.yaml:3:21/);
  });
});
