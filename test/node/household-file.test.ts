import { describe, expect, test } from 'vitest';
import { parseHousehold, type HouseholdFile } from '../../src/node/household-file.js';

function read(text: string): HouseholdFile {
  const parsed = parseHousehold('h.yaml', text);
  if ('errors' in parsed) throw new Error(parsed.errors.map((one) => one.code).join());
  return parsed.value;
}

function codes(text: string): readonly string[] {
  const parsed = parseHousehold('h.yaml', text);
  return 'errors' in parsed ? parsed.errors.map((one) => one.code) : [];
}

describe('a household file', () => {
  test('gives numbers as their own text, so that no digit is lost', () => {
    expect(read('a: 1450.10\nb: 12345678901234567.89\nc: 0x10\nd: 1e400').input).toEqual({
      a: '1450.10',
      b: '12345678901234567.89',
      c: '0x10',
      d: '1e400',
    });
  });

  test('keeps yes and no as text and booleans as booleans, which the reader refuses', () => {
    expect(read('a: yes\nb: no\nc: true').input).toEqual({ a: 'yes', b: 'no', c: true });
  });

  test('passes "about" through as it is', () => {
    expect(read('about: { case: 17, open: true, rate: 1.50 }').input).toEqual({
      about: { case: 17, open: true, rate: 1.5 },
    });
  });

  test('may be JSON, also with tabs', () => {
    expect(read('{\n\t"persons": [\n\t\t{"id": "a", "age": 34}\n\t]\n}').input).toEqual({
      persons: [{ id: 'a', age: '34' }],
    });
  });

  test('shows a finding at its value, and a misspelt key at the key', () => {
    const file = read('persons:\n  - { id: anna, rolle: head, age: 340 }\n');
    const finding = { severity: 'error', message: '', places: [] } as const;
    const [value, key, above] = file.locate([
      { ...finding, code: 'age-range', path: ['persons', 0, 'age'] },
      { ...finding, code: 'unknown-key', path: ['persons', 0, 'rolle'] },
      { ...finding, code: 'missing-fact', path: ['persons', 0, 'sex'] },
    ]);
    expect(value?.places).toEqual([{ file: 'h.yaml', line: 2, column: 35 }]);
    expect(key?.places).toEqual([{ file: 'h.yaml', line: 2, column: 17 }]);
    expect(above?.places).toEqual([{ file: 'h.yaml', line: 2, column: 5 }]);
  });

  test.each([
    ['an empty file', '# nothing', 'empty-file'],
    ['only a text', 'hello', 'wrong-type'],
    ['only a list', '- a', 'wrong-type'],
    ['an open bracket', 'a: [1', 'not-yaml'],
    ['a doubled key', 'a: 1\na: 2', 'duplicate-key'],
    ['two documents', '--- a\n--- b', 'not-yaml'],
    ['an alias of nothing', 'a: *x', 'unset-alias'],
    ['an alias of itself', 'a: &a [*a]', 'too-deep'],
    ['deep nesting', '['.repeat(20_000), 'too-deep'],
    ['a key that reaches the prototype', '{ "__proto__": { admin: yes } }', 'forbidden-key'],
    ['a map as key', '? { a: 1 }\n: 2', 'wrong-key'],
    ['a tag', 'a: !!binary aGVsbG8=', 'not-yaml'],
  ])('with %s is refused', (_, text, code) => {
    expect(codes(text)).toContain(code);
  });

  test('that is no YAML is told once, at its first place, in words about the file', () => {
    const read = parseHousehold('x.yaml', 'a: b: c: d: e\nf: [\n');
    expect('errors' in read && read.errors.map(({ places, hint }) => [places[0]?.line, hint])).toEqual([
      [1, 'Correct the punctuation or the indentation here.'],
    ]);
    const twice = parseHousehold('x.yaml', 'a: 1\n---\nb: 2\n');
    expect('errors' in twice && twice.errors.map(({ message }) => message)).toEqual([
      'not YAML: a second document begins here',
    ]);
  });

  test('in which aliases stand for billions of parts is refused at once', () => {
    const letters = 'abcdefghij'.split('');
    const bomb = letters.map((c, i) =>
      i === 0
        ? 'a: &a [x, x]'
        : `${c}: &${c} [${Array(9)
            .fill(`*${letters[i - 1]!}`)
            .join(', ')}]`,
    );
    expect(codes(bomb.join('\n'))).toEqual(['too-many-parts']);
  });
});
