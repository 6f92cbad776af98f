import { createInterface } from 'node:readline';

/** Where questions are written and answers come from. */
export interface Terminal {
  write(lines: readonly string[]): void;
  /** The next line that was typed; null when no more will come (Ctrl-C, Ctrl-D, a closed input). */
  answer(): Promise<string | null>;
  close(): void;
  /** What a command leaves on the standard output is read here too: it need not be told twice. */
  readonly alsoShowsOutput?: boolean;
}

/** The standard input, line by line: a person at a terminal, or a script through a pipe (its answers are then shown). */
export function standardTerminal(): Terminal {
  const isTerminal = process.stdin.isTTY;
  const lines = createInterface({
    input: process.stdin,
    output: isTerminal ? process.stderr : undefined,
    terminal: isTerminal,
  });
  const waiting: ((line: string | null) => void)[] = [];
  const typed: string[] = [];
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const one of waiting.splice(0)) one(null);
  };
  lines.on('line', (line) => {
    const one = waiting.shift();
    if (one === undefined) typed.push(line);
    else one(line);
  });
  lines.on('close', end);
  lines.on('SIGINT', () => lines.close());
  return {
    write: (text) => process.stderr.write(text.map((line) => `${line}\n`).join('')),
    answer: async () => {
      if (isTerminal) {
        lines.setPrompt('> ');
        lines.prompt();
      } else process.stderr.write('> ');
      const line =
        typed.shift() ?? (ended ? null : await new Promise<string | null>((resolve) => waiting.push(resolve)));
      if (!isTerminal || line === null)
        process.stderr.write(`${(line ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '·').slice(0, 60)}\n`);
      return line;
    },
    close: () => lines.close(),
    alsoShowsOutput: process.stdout.isTTY,
  };
}
