/** The console blocks of Markdown files: what they show is what the commands print. Used by `npm run readme` and by the tests. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { run } from '../src/cli/program.js';

/** Markdown files whose console blocks are filled and tested. */
export const CASES = 'examples/cases';
export const pages = (): readonly string[] => [
  'README.md',
  ...readdirSync(CASES)
    .filter((file) => /^\d.*\.md$/.test(file))
    .sort()
    .map((file) => `${CASES}/${file}`),
];

/** A command as shown after `$ `, and what stands below it. */
export interface Shown {
  readonly command: string;
  readonly output: string;
}

const BLOCK = /^```console\n([\s\S]*?)^```$/gm;

/** Every command of the console blocks of a page, in order. */
export function shownIn(markdown: string): readonly Shown[] {
  return [...markdown.matchAll(BLOCK)].flatMap(([, text = '']) => commandsOf(text));
}

/** The page with each console block filled anew. */
export async function filled(markdown: string): Promise<string> {
  const outputs = new Map<string, string>();
  for (const { command } of shownIn(markdown)) outputs.set(command, await printed(command));
  return markdown.replace(BLOCK, (_, text: string) => {
    const parts = commandsOf(text).map(({ command }) => `$ ${command}\n${outputs.get(command) ?? ''}\n`);
    return `\`\`\`console\n${parts.join('')}\`\`\``;
  });
}

function commandsOf(text: string): readonly Shown[] {
  const parts = text.split(/^\$ /m).filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const [command = '', ...output] = part.split('\n');
    return { command, output: output.join('\n').trimEnd() };
  });
}

const known = new Map<string, Promise<string>>();

/**
 * What `npx refbudget … | …` prints: the first part in this process, once for equal ones, the rest in a shell. A command that
 * fails prints nothing on its standard output; here it throws, with what it said.
 */
export async function printed(command: string): Promise<string> {
  const [, args, pipe] = /^npx refbudget ([^|]*?)\s*(?:\| (.*))?$/.exec(command) ?? [];
  if (args === undefined) throw new Error(`no command of this project: ${command}`);
  const first = known.get(args) ?? printedByRefbudget(args);
  known.set(args, first);
  const output = await first;
  if (pipe === undefined) return output.trimEnd();
  return execFileSync('bash', ['-c', `set -o pipefail; ${pipe}`], { encoding: 'utf8', input: output }).trimEnd();
}

async function printedByRefbudget(args: string): Promise<string> {
  const { exit, out, notes } = await run(args.split(/\s+/), false);
  if (exit !== 0) throw new Error(`refbudget ${args}: ${notes}`);
  return out;
}
