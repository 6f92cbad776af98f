import { escape } from './escape.js';

export interface MarkdownRow {
  readonly cells: readonly string[];
  readonly strong: boolean;
}

/** A table whose rows all have as many cells as its head; the first column and `words` stand left, amounts right. */
export function table(heads: readonly string[], rows: readonly MarkdownRow[], words: readonly number[]): string {
  const line = (cells: readonly string[]): string => `| ${heads.map((_, at) => cells[at] ?? '').join(' | ')} |`;
  const cell = (text: string, strong: boolean): string => {
    const safe = escape(text);
    return strong && safe !== '' ? `**${safe}**` : safe;
  };
  return [
    line(heads.map((head) => escape(head))),
    line(heads.map((_, at) => (at === 0 || words.includes(at) ? '---' : '---:'))),
    ...rows.map(({ cells, strong }) => line(cells.map((text) => cell(text, strong)))),
  ].join('\n');
}
