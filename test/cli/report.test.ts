import { describe, expect, test } from 'vitest';
import { firstDifference } from '../../src/cli/difference.js';
import { report } from '../../src/cli/report.js';

const texts = new Map([['h.yaml', 'persons:\n  - { id: anna, agee: 34 }\n']]);

describe('a report', () => {
  test('shows code, place, source line with a mark, and what to do', () => {
    const finding = {
      code: 'unknown-key',
      severity: 'error',
      message: 'persons[0].agee: "agee" is no fact of a person',
      hint: 'Did you mean "age"?',
      places: [{ file: 'h.yaml', line: 2, column: 17 }],
    } as const;
    expect(report([finding], texts, false)).toBe(
      [
        'error[unknown-key] h.yaml:2:17',
        '  persons[0].agee: "agee" is no fact of a person',
        '    2 |   - { id: anna, agee: 34 }',
        '      |                 ^',
        '  hint: Did you mean "age"?',
        '',
      ].join('\n'),
    );
  });

  test('shows every place of a conflict with its caption', () => {
    const places = [
      { file: 'h.yaml', line: 1, column: 1, caption: 'first here' },
      { file: 'h.yaml', line: 2, column: 5, caption: 'and again here' },
    ];
    const text = report([{ code: 'x', severity: 'warning', message: 'two of them', places }], texts, false);
    expect(text).toContain('^ first here');
    expect(text).toContain('  h.yaml:2:5\n');
    expect(text).toContain('^ and again here');
  });

  test('cuts a very long line around the mark, and shows no control characters', () => {
    const long = new Map([['l.yaml', `${'x'.repeat(5_000)}\u001b[31mhere${'y'.repeat(5_000)}`]]);
    const place = { file: 'l.yaml', line: 1, column: 5_006 };
    const lines = report([{ code: 'x', severity: 'error', message: 'm', places: [place] }], long, false).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(120);
    expect(lines[2]?.[(lines[3] ?? '').indexOf('^')]).toBe('h');
    expect(lines.join('')).not.toContain('\u001b');
  });

  test('shows what a screen would obey in a name of a file or a caption as signs', () => {
    const place = { file: 'a\u001b[2Jb.yaml', line: 1, column: 1, caption: '\u202ereversed' };
    const text = report([{ code: 'x', severity: 'error', message: 'm', places: [place] }], new Map(), false);
    expect(text).toContain('a⟨001B⟩[2Jb.yaml:1:1');
    expect(text).toContain('⟨202E⟩reversed');
  });
});

describe('the first difference', () => {
  test('of two results is told with its path', () => {
    const left = { needs: { lines: [{ need: '1.00' }, { need: '2.00' }] } };
    const right = { needs: { lines: [{ need: '1.00' }, { need: '2.01' }] } };
    expect(firstDifference(left, right)).toEqual({ path: 'needs.lines[1].need', left: '"2.00"', right: '"2.01"' });
  });

  test('is none between equal results, and a key too many is one', () => {
    expect(firstDifference({ a: [1] }, { a: [1] })).toBeNull();
    expect(firstDifference({ a: 1 }, { a: 1, b: 2 })).toMatchObject({ path: 'b' });
    expect(firstDifference([1], [1, 2])).toMatchObject({ path: '[1]' });
  });
});
