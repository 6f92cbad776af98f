/** Writes what the commands of the README print into its console blocks: `npm run readme`. The tests hold both against each other. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const env = { ...process.env, NO_COLOR: '1', COLUMNS: '80' };
const readme = readFileSync('README.md', 'utf8');
const filled = readme.replace(/^```console\n\$ (.*)\n[\s\S]*?^```$/gm, (_, command: string) => {
  const printed = execFileSync('bash', ['-c', command.replace(/^npx refbudget /, 'node dist/cli/main.js ')], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return `\`\`\`console\n$ ${command}\n${printed.trimEnd()}\n\`\`\``;
});
writeFileSync('README.md', filled);
