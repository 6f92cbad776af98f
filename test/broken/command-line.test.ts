import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/program.js';
import type { SourceText } from '../../src/language/linked.js';
import { BASE, filesOf, packCases } from './apply-case.js';

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

/** The command line in this process. */
async function refbudget(...args: readonly string[]): Promise<Ran> {
  const { exit, out, notes } = await run(args, false);
  return { exit, out: exit === 0 ? out : '', notes };
}

/** The command as its users run it, in a process of its own. */
function inItsOwnProcess(...args: readonly string[]): Ran {
  const main = join(PROJECT, 'dist/cli/main.js');
  const ran = spawnSync(process.execPath, [main, ...args], { cwd: PROJECT, encoding: 'utf8' });
  return { exit: ran.status, out: ran.stdout, notes: ran.stderr };
}

function expectRefused({ exit, out, notes }: Ran, wanted: number, code: string): void {
  expect(notes).toContain(code);
  expect(exit).toBe(wanted);
  expect(out).toBe('');
  expect(notes).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(notes).not.toContain('internal');
}

describe('check of a broken pack', () => {
  it.each(packCases().map((broken) => [broken.name, broken] as const))(
    '%s ends with its exit code, an empty stdout and no stack',
    async (name, broken) => {
      const ran = await refbudget('check', '--root', rootOf(name, filesOf(broken)), '--pack', broken.pack ?? 'town');
      if (broken.warning === undefined) expectRefused(ran, broken.exit ?? 1, broken.code);
      else {
        // texts that only a machine translated are a list of their own, no finding
        const told = broken.code === 'draft-text' ? 'drafts that a person should read' : broken.code;
        expect(ran).toMatchObject({ exit: 0, notes: expect.stringContaining(told) as string });
      }
    },
  );

  it('counts a warning as an error with --strict', async () => {
    const [warned] = packCases().filter(({ warning }) => warning !== undefined);
    if (warned === undefined) throw new Error('no case is a warning');
    const root = rootOf('strict', filesOf(warned));
    expectRefused(await refbudget('check', '--root', root, '--pack', 'town', '--strict'), 1, warned.code);
  });
});

describe('a root that must not be read', () => {
  const withLink = (name: string, target: string, at: string): string => {
    const root = join(folder, name);
    cpSync(BASE, root, { recursive: true });
    symlinkSync(target, join(root, at));
    return root;
  };

  it('refuses a link that leads out of it', async () => {
    writeFileSync(join(folder, 'secret.yaml'), 'sources: { s: { title: S } }\n');
    const root = withLink('link-out', join(folder, 'secret.yaml'), 'rules/town/secret.yaml');
    expectRefused(await refbudget('check', '--root', root), 2, 'outside-root');
  });

  it('refuses a folder link that leads out of it', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    const root = withLink('folder-out', join(folder, 'elsewhere'), 'rules/town/elsewhere');
    expectRefused(await refbudget('check', '--root', root), 2, 'outside-root');
  });

  it('refuses a link that leads nowhere', async () => {
    const root = withLink('link-nowhere', join(folder, 'nothing-here.yaml'), 'rules/town/nothing.yaml');
    expectRefused(await refbudget('check', '--root', root), 2, 'not-found');
  });

  it('refuses a pack id that is a path', async () => {
    expectRefused(await refbudget('check', '--root', BASE, '--pack', '../town'), 2, 'outside-root');
  });

  it('refuses a root that is not there, and one without packs', async () => {
    expectRefused(await refbudget('check', '--root', join(folder, 'no-such-folder')), 2, 'not-found');
    mkdirSync(join(folder, 'bare'));
    expectRefused(await refbudget('check', '--root', join(folder, 'bare')), 2, 'not-found');
  });

  it('refuses a file of 50 MB without reading it', async () => {
    const root = join(folder, 'large');
    cpSync(BASE, root, { recursive: true });
    writeFileSync(join(root, 'rules/town/large.yaml'), '');
    truncateSync(join(root, 'rules/town/large.yaml'), 50_000_000);
    expectRefused(await refbudget('check', '--root', root), 2, 'too-large');
  });

  it('refuses a file that is no text', async () => {
    const root = join(folder, 'binary-root');
    cpSync(BASE, root, { recursive: true });
    writeFileSync(join(root, 'rules/town/picture.yaml'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]));
    expectRefused(await refbudget('check', '--root', root), 2, 'not-text');
  });
});

describe('a household file', () => {
  const assess = (name: string, content: string | Buffer, ...more: readonly string[]): Promise<Ran> => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return refbudget('assess', file, '--root', BASE, '--pack', 'town', ...more);
  };
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from(
    { length: 9 },
    (_, i) =>
      `b${i}: &b${i} [${Array(9)
        .fill(i === 0 ? '*a' : `*b${i - 1}`)
        .join(', ')}]`,
  ).join('\n')}\n`;

  it('that is good is assessed', async () => {
    expect(await assess('good.yaml', GOOD)).toMatchObject({ exit: 0 });
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
  ] as const)('%s is refused with its code, an empty stdout and no stack', async (name, content, exit, code) => {
    expectRefused(await assess(`${name}.yaml`, content, '--format', 'json'), exit, code);
  });

  it('of 50 MB is refused without reading it', async () => {
    const file = join(folder, 'fifty.yaml');
    writeFileSync(file, '');
    truncateSync(file, 50_000_000);
    expectRefused(await refbudget('assess', file, '--root', BASE, '--pack', 'town'), 2, 'too-large');
  });

  it('that is not there, or is a folder, is refused', async () => {
    expectRefused(
      await refbudget('assess', join(folder, 'nobody.yaml'), '--root', BASE, '--pack', 'town'),
      2,
      'not-found',
    );
    expectRefused(await refbudget('assess', folder, '--root', BASE, '--pack', 'town'), 2, 'not-a-file');
  });

  it('is shown with file, line and column', async () => {
    expect((await assess('place.yaml', GOOD.replace('north', 'nort'))).notes).toMatch(/place\.yaml:3:21/);
  });
});

describe('in a process of its own', () => {
  it.each([
    ['not-yaml', 'persons: [{ role: head\n', 1, 'not-yaml'],
    ['binary', Buffer.from([0, 1, 2, 0xff, 0xfe, 0x89]), 2, 'not-text'],
    ['deep', '['.repeat(50_000), 1, 'too-deep'],
    ['no-answer', GOOD.replace('north', 'nort'), 1, 'unknown-value'],
  ] as const)('a household that is %s leaves stdout empty and shows no stack', (name, content, exit, code) => {
    const file = join(folder, `own-${name}.yaml`);
    writeFileSync(file, content);
    expectRefused(inItsOwnProcess('assess', file, '--root', BASE, '--pack', 'town'), exit, code);
  });

  it('a broken pack leaves stdout empty and shows no stack', () => {
    const [broken] = packCases().filter(({ code }) => code === 'table-gap');
    if (broken === undefined) throw new Error('no case has a gap');
    const root = rootOf('own-gap', filesOf(broken));
    expectRefused(inItsOwnProcess('check', '--root', root, '--pack', 'town'), 1, 'table-gap');
  });
});
