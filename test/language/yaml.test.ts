import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/language/report.js';
import { isScalar, placeWithin, plainData, type Raw, type RawMap } from '../../src/language/reading/tree.js';
import { readYaml } from '../../src/language/reading/yaml.js';

function read(text: string): { raw: Raw | null; codes: string[] } {
  const report = createReport();
  const raw = readYaml('rules/x/a.yaml', text, report);
  return { raw, codes: report.findings.map(({ code, places: [p] }) => `${code} ${p?.line ?? 0}:${p?.column ?? 0}`) };
}

describe('reading YAML', () => {
  it('keeps every number as the text that stands in the file', () => {
    const { raw } = read('a: 1e400\nb: 0x10\nc: 12.50\nd: yes\ne: ~\n');
    expect(Object.values(raw as RawMap).map((leaf) => isScalar(leaf) && leaf.text)).toEqual([
      '1e400',
      '0x10',
      '12.50',
      'yes',
      '~',
    ]);
  });

  it.each([
    ['an anchor and its alias', 'a: &n { x: 1 }\nb: *n\n', ['alias 1:4', 'alias 2:4']],
    ['a merge key', 'a: { <<: b }\n', ['alias 1:6']],
    ['a tag', 'a: !!binary aGk=\n', ['tag 1:4']],
    ['a doubled key', 'a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1']],
    ['__proto__', '__proto__: { x: 1 }\n', ['forbidden-key 1:1']],
    ['an empty file', '', ['empty-file 1:1']],
    ['a file with a comment alone', '# nothing\n', ['empty-file 1:1']],
    ['a binary file', 'a: \u0000\n', ['not-text 1:1']],
    ['a map as key', '? { a: 1 }\n: 2\n', ['bad-key 1:3']],
  ])('refuses %s', (_, text, codes) => {
    expect(read(text).codes).toEqual(codes);
  });

  it('refuses deep nesting without recursing into it', () => {
    expect(read(`a: ${'['.repeat(5000)}`).codes).toEqual(['too-deep 1:1']);
    expect(read(`a: ${'['.repeat(60)}1${']'.repeat(60)}\n`).codes[0]).toMatch(/^too-deep/);
  });

  it('never makes a prototype of what a file says', () => {
    read('__proto__: { polluted: yes }\n');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('knows the place of each character of a text, also in quotes and over several lines', () => {
    const { raw } = read('a: one two\nb: "it is"\nc: first\n   second\n');
    const at = (key: string, offset: number): string => {
      const scalar = (raw as RawMap)[key];
      if (scalar === undefined || !isScalar(scalar)) return '';
      const { line, column } = placeWithin(scalar, offset);
      return `${line}:${column}`;
    };
    expect([at('a', 4), at('b', 3), at('c', 0), at('c', 6)]).toEqual(['1:8', '2:8', '3:4', '4:4']);
  });

  it('gives households plain data: short numbers as numbers, long ones and words as text', () => {
    const { raw } = read('a: 12.5\nb: "12"\nc: yes\nd: [1234567890123456]\n');
    expect(plainData(raw as Raw)).toEqual({ a: 12.5, b: '12', c: 'yes', d: ['1234567890123456'] });
  });
});
