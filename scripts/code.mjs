// Types and lint of all code, told as `tsc` and `eslint` tell them. Rules that ask for types would check all types anew: here
// both look at one program, which is read and checked once.
import { ESLint } from 'eslint';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: tell };
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'tsconfig.json'), {}, host);
const program = ts.createProgram(fileNames, options);
const wrong = [...errors, ...ts.getPreEmitDiagnostics(program)];
wrong.forEach(tell);

function tell(diagnostic) {
  const from = { getCurrentDirectory: () => ROOT, getCanonicalFileName: (name) => name, getNewLine: () => '\n' };
  process.stdout.write(ts.formatDiagnostic(diagnostic, from));
}

const parserOptions = { project: null, programs: [program] };
const eslint = new ESLint({ cwd: ROOT, overrideConfig: { languageOptions: { parserOptions } } });
const results = await eslint.lintFiles(['.']);
process.stdout.write(await (await eslint.loadFormatter('stylish')).format(results));
process.exitCode = wrong.length > 0 || results.some(({ errorCount }) => errorCount > 0) ? 1 : 0;
