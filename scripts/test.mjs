// Runs every check of `npm test`: the tests, and beside them, one after the other, what needs no tests. All run to the
// end, each tells in one piece what it found, and the exit code is that of the first that failed.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Scripts of package.json; `unit` takes longest, so it alone prints while it runs. */
const TESTS = 'unit';
const BESIDE = ['code', 'format:check', 'package'];

/** Runs one script; gives its exit code, and what it printed unless that was shown as it came. */
function run(name, shown) {
  const started = performance.now();
  return new Promise((done) => {
    let printed = '';
    const child = spawn(`npm run --silent ${name}`, {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (printed += text));
    child.on('error', (error) => done({ name, exit: 1, printed: `${printed}${error.message}\n`, seconds: 0 }));
    child.on('close', (code) =>
      done({ name, exit: code ?? 1, printed, seconds: Math.round((performance.now() - started) / 1000) }),
    );
  });
}

async function oneAfterTheOther(names) {
  const ran = [];
  for (const name of names) ran.push(await run(name, false));
  return ran;
}

const [tests, beside] = await Promise.all([run(TESTS, true), oneAfterTheOther(BESIDE)]);
for (const { printed } of beside) process.stdout.write(printed);
const all = [tests, ...beside];
for (const { name, exit, seconds } of all) console.log(`${exit === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
process.exitCode = all.find(({ exit }) => exit !== 0)?.exit ?? 0;
