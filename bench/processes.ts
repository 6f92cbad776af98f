import { execFileSync } from 'node:child_process';
import { median } from './measure.js';

const SNIPPET = `
const started = performance.now();
const { prepare } = await import('./dist/index.js');
const { belgium } = await import('./dist/be.js');
const assessor = prepare(belgium, { month: '2024-06' });
const prepared = performance.now();
assessor.assess({ persons: [{ role: 'head', age: 34 }, { role: 'partner', age: 36 }, { role: 'child', age: 4 }, { role: 'child', age: 9 }], dwelling: { region: 'wallonia', tenure: 'private-rent' }, incomes: [] });
console.log(JSON.stringify([performance.now() - started, performance.now() - prepared]));`;

/** Fresh processes, in milliseconds: import, prepare and first assessment; that first assessment alone; the command from the shell. */
export function freshProcesses(): { imported: number; first: number; command: number } {
  const runs = Array.from(
    { length: 5 },
    () =>
      JSON.parse(execFileSync('node', ['--input-type=module', '-e', SNIPPET], { encoding: 'utf8' })) as [
        number,
        number,
      ],
  );
  const commands = Array.from({ length: 5 }, () => {
    const started = performance.now();
    execFileSync('node', ['dist/cli/main.js', 'assess', 'examples/households/lone-parent-wallonia.yaml'], {
      stdio: 'ignore',
    });
    return performance.now() - started;
  });
  return {
    imported: median(runs.map(([all]) => all)),
    first: median(runs.map(([, first]) => first)),
    command: median(commands),
  };
}
