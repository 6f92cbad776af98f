import { harmless } from '../words/harmless.js';
import { cells, heading, row, rule, wrap } from '../words/columns.js';
import type { Block, Columns, Sheet } from './sheet.js';
import { NO_COLUMNS } from './sheet.js';

/** A sheet as plain text in `width` columns. Ends with a line feed. */
export function sheetText(sheet: Sheet, width = 80): string {
  const out: string[] = [];
  let columns: Columns = NO_COLUMNS;
  for (const block of sheet) {
    if (block.kind === 'heading') columns = block.columns;
    out.push(...blockLines(block, columns, Math.max(width, 60)));
  }
  return `${out.join('\n')}\n`;
}

function blockLines(block: Block, { widths }: Columns, width: number): readonly string[] {
  switch (block.kind) {
    case 'title': {
      const beside = harmless(block.beside);
      const gap = width - cells(block.text) - cells(beside);
      const title =
        gap >= 2 ? [block.text + ' '.repeat(gap) + beside] : [...wrap(block.text, width), ...wrap(block.beside, width)];
      return [...title, rule(width)];
    }
    case 'heading':
      return heading(width, block.text, block.columns.heads, block.columns.widths);
    case 'row':
      return rowLines(block, widths, width);
    case 'paragraph':
      return wrap(block.text, width, 2 * block.depth, block.depth === 0 ? 0 : 2 * block.depth + 2);
    case 'drawing':
      return ['', ...block.lines];
  }
}

/** A row that leaves out its last cells stands over the first columns; leading empty ones give their room to the label. */
function rowLines(
  { label, cells: texts, depth }: Extract<Block, { kind: 'row' }>,
  widths: Columns['widths'],
  width: number,
): string[] {
  const empty = texts.findIndex((text) => text !== '');
  const from = empty < 0 ? texts.length : empty;
  return row(width, 2 * depth, label, texts.slice(from), widths.slice(from, texts.length));
}
