import type { Diagnostic } from '../model/diagnostic.js';

export type Path = readonly (string | number)[];
export interface Warning {
  readonly code: string;
  readonly names: readonly string[];
  readonly path: Path;
}

/** Collects what is wrong with a household, so that all of it is told at once. */
export interface Findings {
  readonly errors: Diagnostic[];
  readonly warnings: Warning[];
  /** Ids of persons who were refused: who names one of them is not wrong, too. */
  readonly refused: string[];
}

export const noFindings = (): Findings => ({ errors: [], warnings: [], refused: [] });

export function refuse(findings: Findings, code: string, path: Path, message: string, hint: string): null {
  findings.errors.push({ code, severity: 'error', message: `${pathText(path)}: ${message}`, hint, places: [], path });
  return null;
}

/** A warning in words. */
export function warningOf(warning: Warning): Diagnostic {
  const { code, path, names } = warning;
  const [message = code, hint = ''] = WARNINGS[code]?.(names) ?? [];
  return { code, severity: 'warning', message, hint, places: [], path };
}

/** What is unusual, and what to do. */
const WARNINGS: Readonly<Record<string, (names: readonly string[]) => readonly [message: string, hint: string]>> = {
  implausible: ([name = '']) => [`${name}: the value is unusual`, 'Check the number and its unit.'],
  renamed: ([before = '', now = '']) => [`"${before}" is now called "${now}"`, 'Use the new name.'],
  'child-older': ([child = '', head = '']) => [
    `${child} is a child and not younger than ${head}`,
    'Check the ages and the roles.',
  ],
};

/** `persons[1].age` */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
  return text === '' ? 'household' : text;
}

/** Warnings by path, so that the order of writing changes nothing. */
export function inOrderOfPaths(warnings: readonly Warning[]): readonly Warning[] {
  return warnings.length < 2 ? warnings : [...warnings].sort((a, b) => comparePaths(a.path, b.path));
}

function comparePaths(a: Path, b: Path): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
