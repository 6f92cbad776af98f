import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { householdCases, packCases } from '../broken/apply-case.js';

const ROOT = join(import.meta.dirname, '../..');
const TOLD =
  /(?:\b(?:error|fault|warning|refuse|evaluationError|unreadable)\(\s*(?:findings,\s*)?|\bcode: )'([a-z]+(?:-[a-z]+)*)'/g;
/** `RefbudgetError` has a code of its own: which kind of thing was wrong. */
const KINDS = new Set(['pack', 'household', 'options', 'document']);

interface Entry {
  readonly code: string;
  readonly cells: readonly string[];
}

function documented(): readonly Entry[] {
  const text = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8');
  return text.split('\n').flatMap((line) => {
    const match = /^\| `([a-z-]+)`(?: \*\*w\*\*)? *\|/.exec(line);
    if (match === null) return [];
    return [
      {
        code: match[1] ?? '',
        cells: line
          .split('|')
          .slice(2, -1)
          .map((cell) => cell.trim()),
      },
    ];
  });
}

/** Every code that the source tells, found where it is told. */
function told(): ReadonlySet<string> {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts'),
  );
  const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const codes = texts.flatMap((text) => [...text.matchAll(TOLD)].map((match) => match[1] ?? ''));
  return new Set(codes.filter((code) => !KINDS.has(code)));
}

describe('docs/errors.md', () => {
  it('lists every code that the source can tell, once', () => {
    const codes = documented().map(({ code }) => code);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
    expect([...told()].filter((code) => !codes.includes(code)).sort()).toEqual([]);
  });

  it('lists no code that nothing tells', () => {
    const known = told();
    expect(
      documented()
        .map(({ code }) => code)
        .filter((code) => !known.has(code)),
    ).toEqual([]);
  });

  it('says of each what is wrong and what to do', () => {
    for (const { code, cells } of documented()) {
      expect(cells, code).toHaveLength(3);
      expect(cells[0], code).not.toBe('');
      expect(cells[2], code).not.toBe('');
    }
  });

  it('has every code of the fixtures', () => {
    const codes = new Set(documented().map(({ code }) => code));
    expect(
      [...packCases(), ...householdCases()].filter(({ code }) => !codes.has(code)).map(({ name }) => name),
    ).toEqual([]);
  });
});
