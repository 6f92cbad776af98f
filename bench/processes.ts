import { execFileSync } from 'node:child_process';
import { median } from './measure.js';

const snippet = (trace: 'full' | 'none'): string => `
const started = performance.now();
const { prepare } = await import('./dist/index.js');
const { belgium } = await import('./dist/be.js');
const imported = performance.now();
const assessor = prepare(belgium, { month: '2024-06', levers: 'none', trace: '${trace}' });
const prepared = performance.now();
assessor.assess({ persons: [{ role: 'head', age: 34 }, { role: 'partner', age: 36 }, { role: 'child', age: 4 }, { role: 'child', age: 9 }], dwelling: { region: 'wallonia', tenure: 'private-rent' }, incomes: [] });
const assessed = performance.now();
console.log(JSON.stringify([imported - started, prepared - imported, assessed - prepared, assessed - started]));`;

/** Milliseconds of fresh processes. */
export interface Processes {
  readonly imported: number;
  readonly prepared: number;
  /** The first assessment alone, with the full trace. */
  readonly first: number;
  /** The three together. */
  readonly all: number;
  /** The three together where no trace is asked for. */
  readonly untraced: number;
  /** The command from the shell. */
  readonly command: number;
}

/** Medians of some fresh processes each. */
export function freshProcesses(): Processes {
  const timed = (trace: 'full' | 'none'): number[] =>
    JSON.parse(execFileSync('node', ['--input-type=module', '-e', snippet(trace)], { encoding: 'utf8' })) as number[];
  const runs = Array.from({ length: 7 }, () => timed('full'));
  const untraced = Array.from({ length: 7 }, () => timed('none')[3]!);
  const commands = Array.from({ length: 5 }, () => {
    const started = performance.now();
    execFileSync('node', ['dist/cli/main.js', 'assess', 'examples/households/lone-parent-wallonia.yaml'], {
      stdio: 'ignore',
    });
    return performance.now() - started;
  });
  const [imported, prepared, first, all] = [0, 1, 2, 3].map((part) => median(runs.map((run) => run[part]!)));
  return {
    imported: imported!,
    prepared: prepared!,
    first: first!,
    all: all!,
    untraced: median(untraced),
    command: median(commands),
  };
}
