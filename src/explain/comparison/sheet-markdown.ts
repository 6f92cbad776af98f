import { escape } from '../report/markdown/escape.js';
import { table, type MarkdownRow } from '../report/markdown/table.js';
import type { Block, Columns, Sheet } from './sheet.js';
import { NO_COLUMNS } from './sheet.js';

/** The same sheet as GitHub Markdown: rows become tables, what stands between them paragraphs. Ends with a line feed. */
export function sheetMarkdown(sheet: Sheet): string {
  const out: string[] = [];
  let columns: Columns = NO_COLUMNS;
  let rows: MarkdownRow[] = [];
  const close = (): void => {
    if (rows.length > 0) out.push(table(['', ...columns.heads], rows, []));
    rows = [];
  };
  for (const block of sheet) {
    if (block.kind === 'row') {
      rows.push({ cells: [block.label, ...block.cells], strong: block.strong === true });
      continue;
    }
    close();
    if (block.kind === 'heading') columns = block.columns;
    out.push(other(block));
  }
  close();
  return `${out.join('\n\n')}\n`;
}

function other(block: Exclude<Block, { kind: 'row' }>): string {
  switch (block.kind) {
    case 'title':
      return `# ${escape(block.text)}\n\n${escape(block.beside)}`;
    case 'heading':
      return `## ${escape(block.text)}`;
    case 'paragraph':
      return escape(block.text);
    case 'drawing':
      return ['```text', ...block.lines, '```'].join('\n');
  }
}
